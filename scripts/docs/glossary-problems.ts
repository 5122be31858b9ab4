import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { csvRows } from './csv-rows.js';

/** core が公開する型の名のうち、用語集にも、理由を添えた一覧（type-names.csv）にも無いもの。 */
export function glossaryProblems(root: string): string[] {
  const rows = (file: string) => csvRows(readFileSync(join(root, 'docs/domain', file), 'utf8'));
  const exported = exportedTypeNames(join(root, 'packages/core/src/index.ts'));
  return nameProblems(exported, rows('glossary.csv').map((row) => row.code_name ?? ''), rows('type-names.csv'));
}

export function nameProblems(exported: readonly string[], glossary: readonly string[], allowed: readonly Readonly<Record<string, string>>[]): string[] {
  const words = new Set(glossary);
  const reasons = new Map(allowed.map(({ name, reason }) => [name ?? '', reason ?? '']));
  return [
    ...exported.filter((name) => !words.has(name) && !reasons.has(name)).map((name) => `型 ${name}: docs/domain/glossary.csv にありません。用語なら用語集に、仕組みの名なら理由を添えて docs/domain/type-names.csv に足してください。`),
    ...[...reasons].filter(([name]) => !exported.includes(name)).map(([name]) => `docs/domain/type-names.csv: ${name} は、もう core の型ではありません。行を消してください。`),
    ...[...reasons].filter(([name]) => words.has(name)).map(([name]) => `docs/domain/type-names.csv: ${name} は用語集にあります。行を消してください。`),
    ...[...reasons].filter(([, reason]) => reason.trim() === '').map(([name]) => `docs/domain/type-names.csv: ${name} に理由がありません。`),
  ];
}

function exportedTypeNames(entry: string): string[] {
  const program = ts.createProgram([entry], { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2023, noEmit: true, types: [] });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(entry)!)!;
  const types = ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Class;
  return checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    .filter((symbol) => symbol.flags & types)
    .map((symbol) => symbol.name)
    .toSorted();
}
