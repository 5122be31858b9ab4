import { AGREEMENT_TAGS, type Tag } from '@renkei/core';

/** 連携協約に固有の要素の名前空間。法令標準XMLの要素は名前空間を持たない。 */
export const AGREEMENT_NAMESPACE = 'urn:renkei:agreement:1';
export const AGREEMENT_PREFIX = 'renkei';

/** 木から補った属性・要素の名を並べる処理命令。読むときはこの名のものを木に入れない。 */
export const SUPPLIED_INSTRUCTION = 'renkei-supplied';

/** 番号の書きぶりを言う処理命令。印字から推せる書きぶりと違うときだけ書く。 */
export const LABELS_INSTRUCTION = 'renkei-labels';

/** 標準でない位置に置かれた固有の要素の、LawBody の中での位置。 */
export const INDEX_ATTRIBUTE = `${AGREEMENT_PREFIX}:index`;

const AGREEMENT: ReadonlySet<Tag> = new Set<Tag>(AGREEMENT_TAGS);
export const isAgreementTag = (tag: Tag): boolean => AGREEMENT.has(tag);
