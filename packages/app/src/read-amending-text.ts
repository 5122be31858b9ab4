import type { OpenedSource } from './ports.js';

/** 改め文として読む文字。原文の行のまま（木の形式では、その中の文字）。 */
export const readAmendingText = ({ content }: OpenedSource): string => (content.kind === 'blocks' ? content.source.text : content.text);
