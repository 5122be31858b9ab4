import type { TextFormat } from '@renkei/app';

/** renkei text が書き出せる形式。説明に出す順。 */
export const TEXT_FORMATS = ['text', 'html', 'xml', 'akn', 'json'] as const satisfies readonly TextFormat[];
