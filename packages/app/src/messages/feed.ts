import type { Message } from './message.js';

/** 配信（RSS・検索の記述）の文言。OpenSearch の ShortName は16字まで。 */
export const feedMessages = {
  'feed.search-name': { ja: '連携協約', en: 'Agreements' },
  'feed.search-description': { ja: '連携協約の本文・取組・市町を探す', en: 'Search cooperation agreements, initiatives and municipalities' },
} as const satisfies Record<`feed.${string}`, Message>;
