export * from './ports.js';
export * from './read-model.js';
export * from './messages/message.js';
export * from './messages/message-of.js';
export * from './messages/document.js';
export * from './messages/findings.js';
export * from './messages/place.js';
export * from './messages/terms.js';
