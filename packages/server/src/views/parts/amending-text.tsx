import type { VNode } from 'preact';

export interface LineLink {
  readonly href: string;
  readonly text: string;
  /** 読み上げの名 */
  readonly label: string;
}

export interface AmendingTextProps {
  readonly text: string;
  readonly prefix?: string;
  /** 行の終わりに添えるリンク（文字の写しには入らない） */
  readonly linkOf?: (line: number) => LineLink | undefined;
}

/** 改め文を印字のまま、行番号を添えて。対照表の行はここの行（#L…）を指す。 */
export function AmendingText({ text, prefix = 'L', linkOf }: AmendingTextProps): VNode {
  return (
    <ol class="renkei-amending" lang="ja">
      {text.replace(/\n+$/, '').split(/\r\n|\r|\n/).map((line, i) => <li id={`${prefix}${i + 1}`}>{line === '' ? <br /> : line}<RowLink link={linkOf?.(i + 1)} /></li>)}
    </ol>
  );
}

function RowLink({ link }: { readonly link: LineLink | undefined }): VNode | null {
  return link === undefined ? null : <a class="renkei-amending__row" href={link.href} aria-label={link.label}>{link.text}</a>;
}
