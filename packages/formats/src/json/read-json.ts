import type { SourceFailure } from '@renkei/app';
import { err, isTag, LABEL_FORMS, LABEL_TAG, ok, type Content, type Element, type LabelForm, type LabelForms, type LabelledTag, type NodeId, type ProvisionNum } from '@renkei/core';
import { TREE_DEPTH, TREE_ELEMENTS } from '../limits.js';
import type { TreeResult } from '../tree/tree-reading.js';
import { JSON_FORMAT, JSON_VERSION } from './write-json.js';

/** 形の違う箇所。path は JSON の中の場所（$.root.children[2].tag）。 */
class Mismatch {
  readonly failure: SourceFailure;
  constructor(path: string, found: unknown, expected: string) {
    this.failure = { code: 'source.wrong-shape', data: { path, found: describe(found), expected } };
  }
}

/** writeJson の書いた JSON を木に読む。形が違えば、JSON の中の場所と、あるべき形を返す。 */
export function readJson(text: string): TreeResult {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (thrown) {
    return err({ code: 'source.not-well-formed', data: { detail: thrown instanceof Error ? thrown.message : '' } });
  }
  try {
    const top = object(value, '$');
    if (top['format'] !== JSON_FORMAT) throw new Mismatch('$.format', top['format'], JSON.stringify(JSON_FORMAT));
    if (top['version'] !== JSON_VERSION) throw new Mismatch('$.version', top['version'], String(JSON_VERSION));
    onlyKeys(top, ['format', 'version', 'labels', 'root'], '$');
    const root = elementReader()(top['root'], '$.root', 1);
    if (root.tag !== 'Law') throw new Mismatch('$.root.tag', root.tag, '"Law"');
    return ok({ document: { root: root as Element<'Law'>, labels: labelForms(top['labels'], '$.labels') }, findings: [] });
  } catch (thrown) {
    if (thrown instanceof Mismatch) return err(thrown.failure);
    throw thrown;
  }
}

type Shape = Readonly<Record<string, unknown>>;

function elementReader(): (value: unknown, path: string, depth: number) => Element {
  const ids = new Set<string>();
  const read = (value: unknown, path: string, depth: number): Element => {
    if (depth > TREE_DEPTH) throw new Mismatch(path, `nesting ${depth}`, `nesting ≤ ${TREE_DEPTH}`);
    const shape = object(value, path);
    onlyKeys(shape, ['tag', 'id', 'num', 'label', 'attr', 'children'], path);
    const tag = string(shape['tag'], `${path}.tag`);
    if (!isTag(tag)) throw new Mismatch(`${path}.tag`, tag, '法令標準XML の要素名');
    const id = string(shape['id'], `${path}.id`);
    if (id === '' || ids.has(id)) throw new Mismatch(`${path}.id`, id, '文書の中で重ならない id');
    ids.add(id);
    if (ids.size > TREE_ELEMENTS) throw new Mismatch(path, `elements ${ids.size}`, `elements ≤ ${TREE_ELEMENTS}`);
    const { num, label } = shape;
    return {
      tag,
      id: id as NodeId,
      ...(num === undefined ? {} : { num: string(num, `${path}.num`) as ProvisionNum }),
      ...(label === undefined ? {} : { label: label === null ? null : string(label, `${path}.label`) }),
      attr: attributes(shape['attr'], `${path}.attr`),
      children: children(shape['children'], `${path}.children`, depth),
    };
  };
  const children = (value: unknown, path: string, depth: number): Content[] => {
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw new Mismatch(path, value, 'array');
    return value.map((child, i) => (typeof child === 'string' ? child : read(child, `${path}[${i}]`, depth + 1)));
  };
  return read;
}

function labelForms(value: unknown, path: string): LabelForms {
  const shape = object(value, path);
  const tags = Object.keys(LABEL_TAG) as LabelledTag[];
  onlyKeys(shape, tags, path);
  const forms: Partial<Record<LabelledTag, LabelForm>> = {};
  for (const tag of tags) {
    const form = string(shape[tag], `${path}.${tag}`);
    if (!(LABEL_FORMS as readonly string[]).includes(form)) throw new Mismatch(`${path}.${tag}`, form, LABEL_FORMS.join(' '));
    forms[tag] = form as LabelForm;
  }
  return forms as LabelForms;
}

function attributes(value: unknown, path: string): Readonly<Record<string, string>> {
  if (value === undefined) return {};
  return Object.fromEntries(Object.entries(object(value, path)).map(([name, text]) => [name, string(text, `${path}.${name}`)]));
}

function object(value: unknown, path: string): Shape {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Mismatch(path, value, 'object');
  return value as Shape;
}

function string(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new Mismatch(path, value, 'string');
  return value;
}

/** 知らない鍵は、黙って捨てずに断る（新しい版の文書か、綴りの誤り）。 */
function onlyKeys(shape: Shape, keys: readonly string[], path: string): void {
  for (const key of Object.keys(shape)) if (!keys.includes(key)) throw new Mismatch(`${path}.${key}`, shape[key], keys.join(' '));
}

function describe(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'array' : 'object';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
