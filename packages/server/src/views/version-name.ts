import { fillMessage, portalMessages, type Lang } from '@renkei/app';

/** 版の呼び名。「締結時」「第1回変更後」 */
export const versionName = (number: number, lang: Lang): string =>
  number === 0 ? portalMessages['history.version-first'][lang] : fillMessage(portalMessages['history.version'], lang, { number });

/** 文の中での呼び名。英語では小文字で始める */
export const versionNameWithin = (number: number, lang: Lang): string => {
  const name = versionName(number, lang);
  return name[0]!.toLowerCase() + name.slice(1);
};
