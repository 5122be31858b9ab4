/**
 * 原文の制御文字を、端末を動かさない見える印（␛ など）に替える。改行とタブは空白の代わりに残さない。
 * 原文は他人が作ったものなので、そのまま端末に流さない。
 */
export function printable(text: string): string {
  return text
    .replace(/\r\n|[\r\n]/g, '⏎')
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u001f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '�');
}
