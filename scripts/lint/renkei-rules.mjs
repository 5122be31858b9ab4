/** core の純粋さを守る規則。oxlint に読み込ませる。 */
const noThrow = {
  meta: { type: 'problem' },
  create: (context) => ({
    ThrowStatement: (node) =>
      context.report({
        node,
        message: 'core は例外を投げない。文書の欠陥は Finding、応えられない依頼は Result、あり得ない状態は kernel/invariant.ts の invariant で表す。',
      }),
  }),
};

const LOCALE_METHODS = new Set(['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'localeCompare', 'toLocaleUpperCase', 'toLocaleLowerCase']);

const noLocaleMethods = {
  meta: { type: 'problem' },
  create: (context) => ({
    MemberExpression: (node) => {
      if (node.property.type === 'Identifier' && LOCALE_METHODS.has(node.property.name)) {
        context.report({ node: node.property, message: `${node.property.name} は実行環境のロケールで結果が変わる。core の表か、符号の順で比べる。` });
      }
    },
  }),
};

export default {
  meta: { name: 'renkei' },
  rules: { 'no-throw-in-core': noThrow, 'no-locale-methods': noLocaleMethods },
};
