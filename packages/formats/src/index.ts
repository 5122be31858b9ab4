export * from './xml/read-xml.js';
export * from './xml/write-xml.js';
