import { styleText } from 'node:util';
import type { Io, OutputStream } from '../io.js';

export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
}

/** 飾りを付けてよいか。FORCE_COLOR（0 以外）> NO_COLOR > 端末かどうか。 */
export function styleFor(stream: OutputStream, env: Io['env']): Style {
  const forced = env['FORCE_COLOR'];
  const on = forced !== undefined && forced !== '' ? forced !== '0' && forced !== 'false' : !env['NO_COLOR'] && env['TERM'] !== 'dumb' && stream.isTTY === true;
  const paint = (format: 'bold' | 'dim' | 'red' | 'yellow') => (text: string) => (on && text !== '' ? styleText(format, text, { validateStream: false }) : text);
  return { bold: paint('bold'), dim: paint('dim'), red: paint('red'), yellow: paint('yellow') };
}
