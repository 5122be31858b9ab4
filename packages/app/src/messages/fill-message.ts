/** 文言の「{name}」に値を差し込む。値が無い箇所はそのまま残し、抜けを見えるようにする。 */
export function fillMessage(template: string, data: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{([a-z][A-Za-z0-9-]*)\}/g, (hole, key: string) => (Object.hasOwn(data, key) ? String(data[key]) : hole));
}
