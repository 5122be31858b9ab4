/** 読める原文の形式。 */
export type SourceFormat = 'text' | 'markdown' | 'html' | 'docx' | 'pdf' | 'xml' | 'akn' | 'json';
