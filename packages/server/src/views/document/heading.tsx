import type { ComponentChildren, VNode } from 'preact';

interface HeadingProps {
  readonly level: number;
  readonly class: string;
  readonly children: ComponentChildren;
}

/** 深さを値で受ける見出し。HTML の見出しは h6 まで。 */
export function Heading({ level, class: className, children }: HeadingProps): VNode {
  const H = `h${Math.min(Math.max(level, 1), 6)}` as 'h2';
  return <H class={className}>{children}</H>;
}
