/** 見出し行を持つ CSV を、見出しを鍵にした行の並びにする（引用符で囲んだ欄に対応）。 */
export function csvRows(text: string): Record<string, string>[] {
  const [header, ...records] = text.replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line !== '').map(fieldsOf);
  return records.map((fields) => Object.fromEntries(header!.map((name, i) => [name, fields[i] ?? ''])));
}

const fieldsOf = (line: string): string[] => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
