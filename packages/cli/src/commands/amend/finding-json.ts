import { describeFinding, type Lang } from '@renkei/app';
import type { Finding } from '@renkei/core';

/** 報告の JSON。符号と値に、その言語の文を添える。 */
export const findingJson = (finding: Finding, lang: Lang) => ({ ...finding, message: describeFinding(finding, lang) });
