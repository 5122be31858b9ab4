import type { CommandSpec } from '../command.js';

export const importCommand: CommandSpec = {
  name: 'import',
  about: 'cli.import.about',
  usage: 'cli.import.usage',
  options: {
    json: { type: 'boolean', about: 'cli.import.option.json' },
    municipalities: { type: 'string', valueName: 'cli.import.value.municipalities', about: 'cli.import.option.municipalities' },
  },
  examples: [
    { about: 'cli.import.example.1', line: 'renkei import {agreement}.txt' },
    { about: 'cli.import.example.2', line: 'renkei import {agreement}.docx --json > {agreement}.json' },
    { about: 'cli.import.example.3', line: "cat {agreement}.txt | renkei import - --json | jq -r '.initiatives[].name'" },
  ],
  load: async () => (await import('./run-import.js')).runImport,
};
