import type { ComparisonSpan } from '../comparison.js';
import type { Side } from './marked-run.js';

export const OMITTED: ComparisonSpan = { text: '（略）', omitted: true };

/** 反対側にだけある項・号・表の行の所に書く。旧では（新設）、新では（削る） */
export const absent = (side: Side): ComparisonSpan => ({ text: side === 'old' ? '（新設）' : '（削る）', omitted: true });
