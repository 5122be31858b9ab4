export * from './open-source.js';
export * from './xml/read-xml.js';
export * from './xml/write-xml.js';
export * from './akn/read-akn.js';
export * from './akn/write-akn.js';
