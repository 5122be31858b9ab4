/** 仕様書の番地を Hono の番地に。「{area}」は一段、「{path+}」は「/」を含む残り全部。 */
export const routePath = (path: string): string => path.replace(/\{(\w+)\+\}/g, ':$1{.+}').replace(/\{(\w+)\}/g, ':$1');

/** 仕様書（OpenAPI）に載せる番地。 */
export const documentedPath = (path: string): string => path.replace(/\{(\w+)\+\}/g, '{$1}');

/** 番地に値を入れる。「/」を含む値は段に分ける。 */
export const fillPath = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\+?\}/g, (_, name: string) => (values[name] ?? '').split('/').map(encodeURIComponent).join('/'));
