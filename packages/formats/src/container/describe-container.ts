import type { Container } from './open-container.js';

/** docx でない zip を言い当てる。 */
export async function describeContainer(container: Container): Promise<string> {
  const { names } = container;
  for (const [name, mark] of MARKS) if (names.has(mark)) return name;
  if (names.has('mimetype')) {
    const mimetype = await container.read('mimetype');
    const text = mimetype.ok && mimetype.value ? Buffer.from(mimetype.value).toString('latin1').slice(0, 100) : '';
    return text.includes('opendocument.text') ? 'odt' : text.includes('opendocument.spreadsheet') ? 'ods' : text.includes('epub') ? 'epub' : 'zip';
  }
  return 'zip';
}

const MARKS: readonly (readonly [string, string])[] = [
  ['xlsx', 'xl/workbook.xml'],
  ['xlsb', 'xl/workbook.bin'],
  ['pptx', 'ppt/presentation.xml'],
  ['vsdx', 'visio/document.xml'],
  ['jar', 'META-INF/MANIFEST.MF'],
];
