export * from './open-source.js';
export * from './xml/read-xml.js';
export * from './xml/write-xml.js';
export * from './akn/read-akn.js';
export * from './akn/write-akn.js';
export * from './html/is-own-html.js';
export * from './html/read-html.js';
export * from './html/write-html.js';
export { INPUT_BYTES } from './limits.js';
