export * from './memory-catalogue.js';
