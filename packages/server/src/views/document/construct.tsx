import type { DocumentMessageKey, Lang } from '@renkei/app';
import type { Content, Element, LabelForms, NodeId, Tag } from '@renkei/core';
import type { ComponentChild, VNode } from 'preact';

/** 一つの文書を示す間、どの構造の部品にも同じものを渡す。 */
export interface DocumentContext {
  readonly labels: LabelForms;
  readonly anchors: ReadonlyMap<NodeId, string>;
  /** 条項の呼び名（「第3条第2項」「別表3(1)」） */
  readonly names: ReadonlyMap<NodeId, string>;
  /** 表の呼び名。文書の中で重ならない */
  readonly tables: ReadonlyMap<NodeId, string>;
  readonly notes: ReadonlyMap<NodeId, VNode>;
  readonly inferred: ReadonlySet<NodeId>;
  readonly initiativeHref: (node: NodeId) => string | undefined;
  /** 案内の言葉の言語。日本語なら本文と同じなので undefined */
  readonly guideLang: Lang | undefined;
  readonly say: (key: DocumentMessageKey, data?: Readonly<Record<string, string | number>>) => string;
  readonly constructs: Constructs;
}

export interface ConstructProps {
  readonly element: Element;
  readonly view: DocumentContext;
  /** この要素が見出しを持つときの深さ（2〜6） */
  readonly level: number;
  /** 文の先頭に置くもの（条の表示「第3条」は第1項の行に続けて組む） */
  readonly lead?: ComponentChild;
}

export type Construct = (props: ConstructProps) => VNode | null;
/** 要素名の漏れは型検査で分かる。 */
export type Constructs = Readonly<Record<Tag, Construct>>;

interface ContentsProps {
  readonly of: readonly Content[];
  readonly view: DocumentContext;
  readonly level: number;
}

/** 子を文書の順に、それぞれの構造の部品で示す。 */
export function Contents({ of, view, level }: ContentsProps): VNode {
  return (
    <>
      {of.map((content) => {
        if (typeof content === 'string') return content;
        const Part = view.constructs[content.tag];
        return <Part element={content} view={view} level={level} />;
      })}
    </>
  );
}
