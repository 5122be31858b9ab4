/** server の公開面。試験と組み込みのために、アプリの組立てだけを出す。 */
export * from './create-app.js';
export type * from './services.js';
