export * from './ports.js';
export * from './read-model.js';
