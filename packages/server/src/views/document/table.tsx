import { childElements, childrenOf, isElement, textOf, type Content, type Element } from '@renkei/core';
import type { ComponentChild, VNode } from 'preact';
import { Contents, type ConstructProps, type DocumentContext } from './construct.js';
import { Permalink } from './permalink.js';
import { ProvisionBody } from './provision-body.js';
import { SideNote } from './side-note.js';
import { spanOf, firstColumns } from './table-grid.js';
import { Text } from './text.js';

/** 表と、その題・備考。狭い画面では表だけが横に動く（キーボードでも動かせるよう焦点を受ける）。 */
export function TableStruct({ element, view, level }: ConstructProps): VNode {
  return (
    <div class="doc-table">
      <Contents of={element.children} view={view} level={level} />
    </div>
  );
}

export function Table({ element, view, level }: ConstructProps): VNode {
  const name = view.tables.get(element.id) ?? view.say('document.table-plain');
  const head = childrenOf(element, 'TableHeaderRow');
  const rows = childrenOf(element, 'TableRow');
  const loose = element.children.filter((child) => !isElement(child) || (child.tag !== 'TableHeaderRow' && child.tag !== 'TableRow'));
  const firsts = firstColumns(rows);
  return (
    <div class="doc-table__scroll" role="region" aria-label={name} tabIndex={0}>
      <table>
        <caption class="doc-words">{name}</caption>
        {head.length > 0 ? <thead>{head.map((row) => <HeaderRow element={row} view={view} level={level} />)}</thead> : null}
        <tbody>
          {rows.map((row) => <Row element={row} view={view} level={level} heading={head.length > 0 ? firsts.get(row) : undefined} />)}
        </tbody>
      </table>
      <Contents of={loose} view={view} level={level} />
    </div>
  );
}

/** 空の見出し欄は見出しとして読み上げさせない。 */
function HeaderRow({ element, view, level }: ConstructProps): VNode {
  return (
    <tr>
      {childElements(element).map((cell) => {
        const { rowSpan, colSpan } = spanOf(cell);
        if (textOf(cell).trim() === '') return <td rowSpan={rowSpan} colSpan={colSpan} />;
        return (
          <th scope={colSpan === undefined ? 'col' : 'colgroup'} rowSpan={rowSpan} colSpan={colSpan} {...marksOf(cell)}>
            <CellBody of={cell.children} view={view} level={level} />
          </th>
        );
      })}
    </tr>
  );
}

interface RowProps extends ConstructProps {
  /** 行の見出しになる欄（見出し行のある表の、左端の欄） */
  readonly heading: Element | undefined;
}

function Row({ element, view, level, heading }: RowProps): VNode {
  const cells = childElements(element);
  const href = view.initiativeHref(element.id);
  const last = cells.at(-1);
  return (
    <tr id={view.anchors.get(element.id)}>
      {cells.map((cell, i) => {
        const { rowSpan, colSpan } = spanOf(cell);
        const body = <CellBody of={cell.children} view={view} level={level} href={i === 0 ? href : undefined} />;
        const note = cell === last ? <SideNote element={element} view={view} /> : null;
        if (cell !== heading || textOf(cell).trim() === '') return <td rowSpan={rowSpan} colSpan={colSpan} {...marksOf(cell)}>{body}{note}</td>;
        return (
          <th scope={rowSpan === undefined ? 'row' : 'rowgroup'} rowSpan={rowSpan} colSpan={colSpan} {...marksOf(cell)}>
            {body}
            <Permalink element={element} view={view} />
            {note}
          </th>
        );
      })}
    </tr>
  );
}

/** 組み方の指定のうち、意味を持って見えるもの */
function marksOf(cell: Element): { readonly 'data-align'?: string; readonly 'data-valign'?: string } {
  const { Align, Valign } = cell.attr;
  return { ...(Align ? { 'data-align': Align } : {}), ...(Valign ? { 'data-valign': Valign } : {}) };
}

interface CellBodyProps {
  readonly of: readonly Content[];
  readonly view: DocumentContext;
  readonly level: number;
  readonly href?: string | undefined;
}

/** 欄の中身。番号のある文は続け、番号のない文は一つずつ行を改める（原本の欄内の改行）。 */
function CellBody({ of, view, level, href }: CellBodyProps): VNode {
  const link = (child: ComponentChild): ComponentChild => (href === undefined ? child : <a href={href}>{child}</a>);
  const elements = of.filter(isElement);
  const sentences = elements.filter((child) => child.tag === 'Sentence');
  const rest = elements.filter((child) => child.tag !== 'Sentence');
  const lines = sentences.length > 1 && sentences.every((sentence) => sentence.num === undefined);
  return (
    <>
      {of.filter((child) => !isElement(child))}
      {lines
        ? sentences.map((sentence) => <div class="doc-table__line">{link(<Text element={sentence} view={view} level={level} />)}</div>)
        : sentences.length > 0 && link(<Contents of={sentences} view={view} level={level} />)}
      <ProvisionBody of={rest} view={view} level={level} />
    </>
  );
}

/** 表の外に単独で現れた行や欄（様式の断片）も、文字は失わずに示す。 */
export function LooseRow({ element, view, level }: ConstructProps): VNode {
  return (
    <div class="doc-text">
      <Contents of={element.children} view={view} level={level} />
    </div>
  );
}
