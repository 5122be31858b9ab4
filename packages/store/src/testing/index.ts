/** ほかのパッケージの試験が使う、本物の PostgreSQL の上の補助。vitest の中だけで動く。 */
export * from './example-agreement.js';
export * from './with-database.js';
export * from './example-amendment.js';
export * from './empty-catalogue.js';
