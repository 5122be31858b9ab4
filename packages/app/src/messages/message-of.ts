import type { Lang } from './message.js';

/** 値から組み立てる文言（報告のように、値によって言い方が変わるもの） */
export type MessageOf<T> = Readonly<Record<Lang, (value: T) => string>>;
