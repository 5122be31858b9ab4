import { describe, expect, it } from 'vitest';
import { readForm } from './read-form.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const TYPE = 'multipart/form-data; boundary=kyokai';
/** FormData が作る本体そのもの */
async function made(form: FormData): Promise<[string, Uint8Array]> {
  const response = new Response(form);
  return [response.headers.get('Content-Type')!, new Uint8Array(await response.arrayBuffer())];
}

describe('送られた形を読む', () => {
  it('ブラウザーが作る multipart の欄とファイルを、そのまま読む', async () => {
    const form = new FormData();
    form.append('base', '第1条　本文\n--kyokai\r\n');
    form.append('base-file', new File([Uint8Array.of(0, 13, 10, 13, 10, 255)], '協約.docx'));
    form.append('empty', '');
    const fields = readForm(...(await made(form)))!;
    expect(fields.map((f) => [f.name, f.fileName])).toEqual([['base', null], ['base-file', '協約.docx'], ['empty', null]]);
    expect(decode(fields[0]!.bytes)).toContain('第1条　本文');
    expect([...fields[1]!.bytes]).toEqual([0, 13, 10, 13, 10, 255]);
    expect(fields[2]!.bytes).toHaveLength(0);
  });

  it('urlencoded も読む', () => {
    expect(readForm('application/x-www-form-urlencoded; charset=UTF-8', encode('a=%E6%9D%A1&b='))!.map((f) => [f.name, decode(f.bytes)])).toEqual([['a', '条'], ['b', '']]);
  });

  it.each([
    ['形の種類が無い', null, 'a=1'],
    ['JSON', 'application/json', '{}'],
    ['境の名が無い', 'multipart/form-data', '--x\r\n'],
    ['境で始まらない', TYPE, 'ごみ'],
    ['終わらない', TYPE, '--kyokai\r\nContent-Disposition: form-data; name="a"\r\n\r\n本文'],
    ['頭が終わらない', TYPE, `--kyokai\r\n${'x'.repeat(10_000)}`],
    ['名の無い欄', TYPE, '--kyokai\r\nContent-Type: text/plain\r\n\r\nx\r\n--kyokai--'],
    ['空', TYPE, ''],
  ])('%sものは読まない', (_what, type, body) => expect(readForm(type, encode(body))).toBeNull());

  it('境の文字を本文に散らしても、時間は長さに比例する', () => {
    const body = `--kyokai\r\nContent-Disposition: form-data; name="a"\r\n\r\n${'\r\n--'.repeat(500_000)}\r\n--kyokai--`;
    expect(readForm(TYPE, encode(body))).toHaveLength(1);
  });

  it('欄が多すぎるものは読まない', () => {
    const body = `${'--kyokai\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n'.repeat(3000)}--kyokai--`;
    expect(readForm(TYPE, encode(body))).toBeNull();
  });
});
