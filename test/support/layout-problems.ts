import type { Page } from 'playwright-core';

/**
 * 画面からはみ出すもの・切れて読めないもの。
 * 表のように自分の中で横に送れる入れ物（overflow auto・scroll）の中身は、頁の横送りを生まないので数えない。
 */
export async function layoutProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth) problems.push(`頁が横に送れます（${scrollWidth} > ${clientWidth}）`);
    const nameOf = (e: Element) => `${e.tagName.toLowerCase()}${e.id ? `#${e.id}` : ''}${[...e.classList].map((c) => `.${c}`).join('')}「${(e.textContent ?? '').trim().slice(0, 20)}」`;
    const scrolls = (e: Element | null): boolean => e !== null && e !== document.body && (/auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
    for (const element of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const hiddenFromEyes = box.width <= 1 || box.height <= 1 || style.visibility === 'hidden' || style.clipPath !== 'none' || style.position === 'fixed';
      // 入力欄の長い文字は、欄の中で送って読める。
      if (hiddenFromEyes || element.closest('svg, input, .renkei-skip-link') !== null) continue;
      if (box.right > clientWidth + 1 && !scrolls(element.parentElement)) problems.push(`右へはみ出す: ${nameOf(element)}（右端 ${Math.round(box.right)}）`);
      const clips = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      const clipsDown = /hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (clips || clipsDown) problems.push(`文字が切れる: ${nameOf(element)}`);
    }
    return problems.slice(0, 10);
  });
}
