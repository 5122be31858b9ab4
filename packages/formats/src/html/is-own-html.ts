/** 本製品が書いた HTML の印。版が変われば読み方も変わる。 */
export const OWN_ATTRIBUTE = 'data-renkei-document';
export const OWN_VERSION = '1';

/** writeHtml の書いた HTML か。よその HTML（例規集など）と見分ける。 */
export const isOwnHtml = (text: string): boolean => new RegExp(`<html[^>]{0,200}\\s${OWN_ATTRIBUTE}=`, 'i').test(text.slice(0, 1000));
