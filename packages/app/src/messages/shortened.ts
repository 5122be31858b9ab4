/** 長い引用を、頭の字と「…」にする。サロゲートの組は割らない。 */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = longest - 1;
  const split = /[\ud800-\udbff]/.test(text[end - 1]!);
  return `${text.slice(0, split ? end - 1 : end)}…`;
}
