import { err, ok, type DirectoryEntry, type Result } from '@renkei/core';
import type { AreaFailure, AreaProblem } from './area-failure.js';
import { jsonChecker, parseJson } from './json-checker.js';

/** 団体の名簿を読む。圏域の定義（municipalities.json）でも、[{ code, name, prefecture }] の並びでもよい。 */
export function readDirectory(bytes: Uint8Array): Result<readonly DirectoryEntry[], AreaFailure> {
  const json = parseJson(bytes);
  if (!json.ok) return json;
  const problems: AreaProblem[] = [];
  const check = jsonChecker(problems);
  const bare = Array.isArray(json.value);
  const path = bare ? '$' : 'municipalities';
  const list = check.list(bare ? json.value : check.object(json.value, '$')['municipalities'], path);
  const directory = list.map((value, i): DirectoryEntry => {
    const at = `${path}[${i}]`;
    const entry = check.object(value, at);
    const code = check.municipalityCode(entry['code'], `${at}.code`);
    return { code, name: check.text(entry['name'], `${at}.name`), prefecture: check.text(entry['prefecture'], `${at}.prefecture`) };
  });
  return problems.length === 0 ? ok(directory) : err({ code: 'area.invalid', problems });
}
