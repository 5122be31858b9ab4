/** 数字の書きぶりは暦（和暦）と本文の両方が使うので kernel に置く。 */
export * from '../kernel/numeral.js';
