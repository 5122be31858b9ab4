/** 送られた欄。同じ名の欄が幾つあってもよい。 */
export interface FormField {
  readonly name: string;
  /** ファイルの欄でなければ null。空のファイルの欄は '' */
  readonly fileName: string | null;
  readonly bytes: Uint8Array;
}

/** 受け取る欄の数。これを超える形は、このサイトの頁が送ったものではない */
const MOST_FIELDS = 2000;

/** multipart/form-data と application/x-www-form-urlencoded を読む。時間は長さに比例する。読めなければ null。 */
export function readForm(contentType: string | null, body: Uint8Array): FormField[] | null {
  const type = contentType ?? '';
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return readUrlEncoded(body);
  const boundary = /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/i.exec(type.slice(0, 1000));
  return boundary ? readMultipart((boundary[1] ?? boundary[2])!, body) : null;
}

function readUrlEncoded(body: Uint8Array): FormField[] | null {
  const fields = [...new URLSearchParams(new TextDecoder().decode(body))];
  if (fields.length > MOST_FIELDS) return null;
  return fields.map(([name, value]) => ({ name, fileName: null, bytes: new TextEncoder().encode(value) }));
}

function readMultipart(boundary: string, body: Uint8Array): FormField[] | null {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const between = Buffer.from(`\r\n--${boundary}`, 'latin1');
  const fields: FormField[] = [];
  if (!bytes.subarray(0, mark.length).equals(mark)) return null;
  let at = mark.length;
  for (;;) {
    if (bytes.subarray(at, at + 2).equals(Buffer.from('--'))) return fields;
    if (!bytes.subarray(at, at + 2).equals(Buffer.from('\r\n'))) return null;
    const headEnd = bytes.indexOf('\r\n\r\n', at + 2);
    if (headEnd < 0 || headEnd - at > 4096) return null;
    const end = bytes.indexOf(between, headEnd + 4);
    if (end < 0 || fields.length >= MOST_FIELDS) return null;
    const head = bytes.subarray(at + 2, headEnd).toString('utf8');
    const name = /^content-disposition:\s*form-data\b[^\r\n]*?;\s*name="([^"\r\n]*)"/im.exec(head)?.[1];
    if (name === undefined) return null;
    const fileName = /;\s*filename="([^"\r\n]*)"/i.exec(head)?.[1] ?? null;
    fields.push({ name, fileName, bytes: bytes.subarray(headEnd + 4, end) });
    at = end + between.length;
  }
}
