export * from './ports.js';
export * from './read-model.js';
export * from './messages/document.js';
