/**
 * 誰が誰を読み込めるか。docs/architecture.md の表の一行が、ここの一規則。
 * comment は、破ったときに代わりに何をすればよいかを言う。
 */
const TEST_FILES = String.raw`\.(test|typetest)\.tsx?$`;
const PRODUCT = '^packages/[^/]+/src/';
const CORE_ORDER = ['kernel', 'calendar|money', 'text', 'amendment', 'agreement', 'procedure|apportionment|indicator|meeting'];

/** core の中は左から右へだけ積む。右の folder と、同じ段の隣を読み込めない。 */
const coreOrder = CORE_ORDER.flatMap((step, i) => {
  const later = CORE_ORDER.slice(i + 1).join('|');
  const rules = [];
  if (later !== '') {
    rules.push({
      name: `core-order-${step.replaceAll('|', '-')}`,
      severity: 'error',
      comment: `core は ${CORE_ORDER.join(' → ')} の順に積む。必要な型を左の folder へ移すか、右の folder の側から組み合わせる。`,
      from: { path: `^packages/core/src/(${step})/`, pathNot: TEST_FILES },
      to: { path: `^packages/core/src/(${later})/` },
    });
  }
  if (step.includes('|')) {
    rules.push({
      name: `core-siblings-${step.replaceAll('|', '-')}`,
      severity: 'error',
      comment: '同じ段の folder は互いを知らない。共通の型は左の folder へ移す。',
      from: { path: `^packages/core/src/(${step})/`, pathNot: TEST_FILES },
      to: { path: `^packages/core/src/(${step})/`, pathNot: '^packages/core/src/$1/' },
    });
  }
  return rules;
});


export default {
  forbidden: [
    ...coreOrder,
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'core は core だけを読み込む。npm や Node が要る仕事は formats・store・server・cli に置き、値で core へ渡す。',
      from: { path: '^packages/core/src/', pathNot: TEST_FILES },
      to: { pathNot: '^packages/core/src/' },
    },
    {
      name: 'app-imports-core-only',
      severity: 'error',
      comment: 'app は core だけを読み込む。外の世界が要るなら ports.ts に型を足し、実装は server と cli の compose.ts でつなぐ。',
      from: { path: '^packages/app/src/', pathNot: TEST_FILES },
      to: { pathNot: '^packages/(app|core)/src/' },
    },
    {
      name: 'store-is-a-leaf',
      severity: 'error',
      comment: 'store は core と、app のポートの型だけを知る。画面や書式の都合は server・formats に置く。',
      from: { path: '^packages/store/src/', pathNot: TEST_FILES },
      to: { path: '^packages/(formats|server|cli)/' },
    },
    {
      name: 'store-and-formats-take-types-from-app',
      severity: 'error',
      comment: 'store と formats が app から受け取るのは型だけ（import type）。ユースケースは呼ばれる側ではなく呼ぶ側。',
      from: { path: '^packages/(store|formats)/src/', pathNot: TEST_FILES },
      to: { path: '^packages/app/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'formats-is-a-leaf',
      severity: 'error',
      comment: 'formats は core と、app のポートの型だけを知る。保存は store、画面は server に置く。',
      from: { path: '^packages/formats/src/', pathNot: TEST_FILES },
      to: { path: '^packages/(store|server|cli)/' },
    },
    {
      name: 'only-compose-wires',
      severity: 'error',
      comment: 'store と formats を読み込むのは compose.ts と、別のスレッドで動く部品をつなぐ compose-…-worker.js だけ。ほかのファイルは app のポートの型で受け取る。',
      from: { path: '^packages/(server|cli)/src/', pathNot: [TEST_FILES, '^packages/(server|cli)/src/compose(\\.ts|-[a-z]+-worker\\.js)$'] },
      to: { path: '^packages/(store|formats)/' },
    },
    {
      name: 'server-and-cli-apart',
      severity: 'error',
      comment: 'server と cli は互いを知らない。共に要るものは app のユースケースか文言表に置く。',
      from: { path: '^packages/(server|cli)/src/', pathNot: TEST_FILES },
      to: { path: '^packages/(server|cli)/', pathNot: '^packages/$1/' },
    },
    {
      name: 'no-deep-imports-between-packages',
      severity: 'error',
      comment: 'ほかのパッケージは名前（@renkei/…）で、その公開面から読み込む。足りない型は相手の index.ts から出す。',
      from: { path: '^packages/([^/]+)/src/', pathNot: TEST_FILES },
      to: { path: '^packages/[^/]+/src/', pathNot: ['^packages/$1/src/', '^packages/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      comment: '製品のコードは試験の補助を読み込まない。両方が使うものは製品の側に置く。',
      from: { path: PRODUCT, pathNot: [TEST_FILES, '/testing/'] },
      to: { path: [TEST_FILES, '/testing/', '^test/', '^bench/', '^scripts/'] },
    },
    {
      name: 'migrations-stand-alone',
      severity: 'error',
      comment: 'マイグレーションは凍結された SQL。何も読み込まず、何からも読み込まれない（フォルダを走査して実行する）。',
      from: {},
      to: { path: '/migrations/[^/]+\\.(ts|js)$' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: '輪を切る。共通の型を別のファイルへ移すか、片方を引数で渡す。',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: '誰からも読み込まれないファイル。要らないなら消し、要るなら index.ts から辿れるようにする。',
      from: {
        orphan: true,
        path: PRODUCT,
        pathNot: [TEST_FILES, '/(index|main)\\.ts$', '\\.d\\.ts$', '^packages/server/src/client/'],
      },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: '見つからない読み込み。綴りと拡張子（./x.js）、package.json の dependencies を確かめる。',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-dependencies',
      severity: 'error',
      comment: '製品のコードが使う npm パッケージは、そのパッケージの package.json の dependencies に書く（devDependencies は配布先にない）。',
      from: { path: PRODUCT, pathNot: [TEST_FILES, '/testing/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['renkei-source', 'types', 'import', 'node', 'default'] },
    moduleSystems: ['es6'],
    cache: false,
  },
};
