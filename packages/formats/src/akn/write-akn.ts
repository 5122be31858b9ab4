import { childrenOf, isElement, type Element, type LawDocument } from '@renkei/core';
import { node, type OutNode } from '../tree/out-node.js';
import { writePairs } from '../tree/pair-list.js';
import { aknMapping, type AknMapping } from './akn-mapping.js';
import { bibliographyOf, metaOf, type Bibliography } from './bibliography.js';
import { eidMaker } from './eid.js';
import { regionOf, REGIONS, type Region } from './region.js';
import { serializeAkn } from './serialize-akn.js';

/** Akoma Ntoso 3.0 の XML に書く。印（urn:renkei:akn-mark:1）を添えるので、readAkn で同じ木に戻る。 */
export function writeAkn(document: LawDocument): string {
  const mapping = aknMapping(document.labels, eidMaker());
  const bibliography = bibliographyOf(document);
  const body = ordinaryBody(document.root);
  const parts = body === undefined ? genericParts(document.root, mapping, bibliography) : ordinaryParts(document.root, body, mapping, bibliography);
  const extra: [string, string][] = body === undefined ? [['renkei:layout', 'generic']] : bodyMarks(body);
  const act = node('act', [['name', bibliography.agreement ? '連携協約' : '法令'], ...extra], parts, document.root);
  return serializeAkn(act, document.labels);
}

/** 題名・本則・附則・別表…が文書の各部に分けられる、ふつうの形の LawBody。 */
function ordinaryBody(root: Element): Element | undefined {
  const [first, second, ...others] = root.children;
  const body = first !== undefined && isElement(first) && first.tag === 'LawNum' ? second : first;
  if (body === undefined || !isElement(body) || body.tag !== 'LawBody' || others.length > 0 || (body === first && second !== undefined)) return undefined;
  return body.label === undefined && body.children.every((child) => isElement(child) && child.tag !== 'LawNum') ? body : undefined;
}

/** LawBody に当たる要素は Akoma Ntoso に無い（act がそれを兼ねる）ので、その属性は act に添える。 */
function bodyMarks(body: Element): [string, string][] {
  const pairs = [...Object.entries(body.attr), ...(body.num === undefined ? [] : [['Num', body.num] as const])];
  return pairs.length === 0 ? [] : [['renkei:body', writePairs(pairs)]];
}

function genericParts(root: Element, mapping: AknMapping, bibliography: Bibliography): OutNode[] {
  return [metaOf(bibliography, 'main'), node('body', [], mapping.hierarchyOf(root.children, ''))];
}

function ordinaryParts(root: Element, body: Element, mapping: AknMapping, bibliography: Bibliography): OutNode[] {
  const elements = body.children.filter(isElement);
  const mains = elements.filter((element) => element.tag === 'MainProvision');
  const closings = elements.filter((element) => element.tag === 'Closing');
  const whole = { main: mains.length === 1 && mains[0]!.children.length > 0, closing: closings.length === 1 };
  const byRegion = new Map<Region, Element[]>(REGIONS.map((region) => [region, []]));
  for (const element of elements) byRegion.get(regionOf(element.tag))!.push(element);
  const written = REGIONS.flatMap((region) => byRegion.get(region)!);
  const inOrder = written.every((element, i) => element === elements[i]);
  /** 各部の順と木の順が違うときだけ、木での位置を添える。 */
  const placed = (element: Element, out: OutNode): OutNode => (inOrder ? out : { ...out, attributes: [...out.attributes, ['renkei:index', String(elements.indexOf(element))]] });

  const region = (name: Region, inside: (element: Element) => OutNode, extra: readonly OutNode[] = []): OutNode[] => {
    const children = [...extra, ...byRegion.get(name)!.map((element) => placed(element, inside(element)))];
    return children.length === 0 ? [] : [node(name, [], children)];
  };

  const lawNum = childrenOf(root, 'LawNum').map((element) => mapping.wrapped('p', 'docNumber', element));
  const main = whole.main ? mains[0] : undefined;
  const outside = byRegion.get('body')!.filter((element) => element !== main);
  const bodyChildren = [
    ...(main === undefined ? [] : mapping.hierarchyOf(main.children, '')),
    ...outside.map((element) => {
      const out = placed(element, mapping.hierarchy(element, ''));
      return main === undefined ? out : { ...out, attributes: [...out.attributes, ['renkei:outside', 'true'] as const] };
    }),
  ];
  const bodyNode = node('body', [], bodyChildren.length > 0 ? bodyChildren : mapping.hierarchyOf([], ''), main);
  const closing = whole.closing ? closings[0] : undefined;

  return [
    metaOf(bibliography, 'main'),
    ...region('coverPage', (element) => mapping.block(element, '')),
    ...region('preface', (element) => mapping.wrappedTitle(element), lawNum),
    ...region('preamble', (element) => mapping.container(element, '')),
    main === undefined ? bodyNode : placed(main, bodyNode),
    ...(closing === undefined ? region('conclusions', (element) => mapping.container(element, '')) : [placed(closing, mapping.conclusions(closing))]),
    ...attachments(byRegion.get('attachments')!, (element, n) => placed(element, mapping.attachment(element, metaOf(bibliography, `att_${n}`)))),
  ];
}

function attachments(elements: readonly Element[], attach: (element: Element, n: number) => OutNode): OutNode[] {
  return elements.length === 0 ? [] : [node('attachments', [], elements.map((element, i) => attach(element, i + 1)))];
}
