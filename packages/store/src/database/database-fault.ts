import { fault, detailOf } from '../fault.js';

/** PostgreSQL の SQLSTATE の類。08 接続、53 資源不足、57 運用者の介入（停止など）、58 システムの誤り */
const OPERATOR_CLASSES = new Set(['08', '53', '57', '58', '28', '3D']);
const DISK_FULL = '53100';
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENOENT']);

/** 運用者が直すべき故障（繋がらない・空きがない）だけを Fault に直す。それ以外の例外はそのまま。 */
export function toDatabaseFault(error: unknown, address: string): unknown {
  const code = codeOf(error);
  if (code === DISK_FULL) return fault('store.disk-full', { path: address }, error);
  const message = error instanceof Error ? error.message : '';
  const unreachable = code === undefined ? /^(Connection terminated|timeout exceeded when trying to connect)/.test(message) : NETWORK.has(code);
  if (unreachable || (code !== undefined && code.length === 5 && OPERATOR_CLASSES.has(code.slice(0, 2)))) {
    return fault('store.unavailable', { address, detail: detailOf(error) }, error);
  }
  return error;
}

function codeOf(error: unknown): string | undefined {
  const found = error instanceof AggregateError ? error.errors[0] : error;
  const code = (found as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}
