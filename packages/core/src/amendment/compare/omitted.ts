import type { ComparisonSpan } from '../comparison.js';

export const OMITTED: ComparisonSpan = { text: '（略）', omitted: true };
