import type { CommandSpec } from '../command.js';
import { TEXT_FORMATS } from './text-formats.js';

export const textCommand: CommandSpec = {
  name: 'text',
  about: 'cli.text.about',
  usage: 'cli.text.usage',
  options: {
    format: { type: 'string', short: 'f', values: TEXT_FORMATS, about: 'cli.text.option.format' },
    out: { type: 'string', short: 'o', valueName: 'cli.text.value.out', about: 'cli.text.option.out' },
  },
  examples: [
    { about: 'cli.text.example.1', line: 'renkei text {agreement}.txt' },
    { about: 'cli.text.example.2', line: 'renkei text {agreement}.docx --format xml --out {agreement}.xml' },
    { about: 'cli.text.example.3', line: 'renkei text {statute}.xml --format html > {statute}.html' },
  ],
  load: async () => (await import('./run-text.js')).runText,
};
