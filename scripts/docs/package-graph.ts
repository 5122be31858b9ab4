import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';

/** パッケージどうしの読み込みを、実際のコードから Mermaid の図にする。型だけの読み込みは点線。 */
export async function packageGraph(root: string): Promise<string> {
  const { options } = (await extractDepcruiseConfig(`${root}/.dependency-cruiser.mjs`)) as { options: object };
  const { output } = await cruise(['packages'], { ...options, baseDir: root, exclude: { path: String.raw`(^|/)(dist|coverage|testing)/|\.(test|typetest)\.tsx?$` } });
  const edges = new Map<string, boolean>();
  for (const { source, dependencies } of (output as ICruiseResult).modules) {
    const from = packageOf(source);
    for (const { resolved, dependencyTypes } of dependencies) {
      const to = packageOf(resolved);
      if (from === undefined || to === undefined || from === to) continue;
      const edge = `${from} ${to}`;
      edges.set(edge, (edges.get(edge) ?? true) && dependencyTypes.includes('type-only'));
    }
  }
  const lines = [...edges].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([edge, typesOnly]) => `  ${edge.replace(' ', typesOnly ? ' -.->|型だけ| ' : ' --> ')}`);
  return ['```mermaid', 'graph LR', ...lines, '```'].join('\n');
}

const packageOf = (path: string): string | undefined => /^packages\/([^/]+)\/src\//.exec(path)?.[1];
