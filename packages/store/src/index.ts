/** store の公開面。 */
export * from './open-store.js';
export type { Db } from './database/connect.js';
