import type { CommandSpec, FileSpec, OptionSpec } from '../../command.js';

const BASE: FileSpec = { name: 'cli.amend.base', about: 'cli.amend.base.about' };
const NEXT: FileSpec = { name: 'cli.amend.next', about: 'cli.amend.next.about' };
const AMENDMENT: FileSpec = { name: 'cli.amend.amendment', about: 'cli.amend.amendment.about' };

const AGREEMENT: FileSpec = { name: 'cli.amend.agreement', about: 'cli.amend.agreement.about' };

const profile: OptionSpec = { type: 'string', short: 'p', valueName: 'cli.amend.value.profile', about: 'cli.amend.option.profile' };
const json: OptionSpec = { type: 'boolean', about: 'cli.amend.option.json' };
const out: OptionSpec = { type: 'string', short: 'o', valueName: 'cli.text.value.out', about: 'cli.text.option.out' };

/** renkei amend …。一つの編集から、改め文・新旧対照表・溶け込んだ本文を作り、確かめる。 */
export const amendCommands: readonly CommandSpec[] = [
  {
    name: 'amend diff',
    about: 'cli.amend.diff.about',
    usage: 'cli.amend.diff.usage',
    files: [BASE, NEXT],
    options: {
      profile,
      json,
      settle: { type: 'boolean', about: 'cli.amend.option.settle' },
      form: { type: 'string', values: ['partial', 'whole'], about: 'cli.amend.option.form' },
      instrument: { type: 'boolean', about: 'cli.amend.option.instrument' },
      'in-force': { type: 'string', valueName: 'cli.amend.value.day', about: 'cli.amend.option.in-force' },
    },
    examples: [
      { about: 'cli.amend.diff.example.1', line: 'renkei amend diff old.txt new.txt' },
      { about: 'cli.amend.diff.example.2', line: 'renkei amend diff old.txt new.txt --instrument --in-force 2027-04-01' },
    ],
    load: async () => (await import('./run-diff.js')).runDiff,
  },
  {
    name: 'amend apply',
    about: 'cli.amend.apply.about',
    usage: 'cli.amend.apply.usage',
    files: [BASE, AMENDMENT],
    options: { format: { type: 'string', short: 'f', values: ['text', 'xml', 'json'], about: 'cli.amend.option.format' } },
    examples: [{ about: 'cli.amend.apply.example.1', line: 'renkei amend apply old.xml amendment.txt --format xml > new.xml' }],
    load: async () => (await import('./run-apply.js')).runApply,
  },
  {
    name: 'amend compare',
    about: 'cli.amend.compare.about',
    usage: 'cli.amend.compare.usage',
    files: [BASE, NEXT],
    options: { profile, format: { type: 'string', short: 'f', values: ['text', 'html', 'docx'], about: 'cli.amend.option.compare-format' }, out },
    examples: [{ about: 'cli.amend.compare.example.1', line: 'renkei amend compare old.txt new.txt --format docx --out comparison.docx' }],
    load: async () => (await import('./run-compare.js')).runCompare,
  },
  {
    name: 'amend check',
    about: 'cli.amend.check.about',
    usage: 'cli.amend.check.usage',
    files: [BASE, AMENDMENT],
    options: { json },
    examples: [{ about: 'cli.amend.check.example.1', line: 'renkei amend check {agreement}.txt amendment.txt' }],
    load: async () => (await import('./run-check.js')).runCheck,
  },
  {
    name: 'amend prove',
    about: 'cli.amend.prove.about',
    usage: 'cli.amend.prove.usage',
    files: [BASE, NEXT],
    options: { profile, json },
    examples: [{ about: 'cli.amend.prove.example.1', line: 'renkei amend prove old.xml new.xml' }],
    load: async () => (await import('./run-prove.js')).runProve,
  },
  {
    name: 'amend parse',
    about: 'cli.amend.parse.about',
    usage: 'cli.amend.parse.usage',
    files: [AMENDMENT],
    options: { json },
    examples: [{ about: 'cli.amend.parse.example.1', line: 'renkei amend parse amendment.txt --json' }],
    load: async () => (await import('./run-parse.js')).runParse,
  },
  {
    name: 'amend abolish',
    about: 'cli.amend.abolish.about',
    usage: 'cli.amend.abolish.usage',
    files: [BASE],
    options: { profile, 'in-force': { type: 'string', valueName: 'cli.amend.value.day', about: 'cli.amend.option.in-force' }, 'last-day': { type: 'string', valueName: 'cli.amend.value.day', about: 'cli.amend.option.last-day' } },
    examples: [{ about: 'cli.amend.abolish.example.1', line: 'renkei amend abolish {agreement}.txt --last-day 2027-03-31' }],
    load: async () => (await import('./run-abolish.js')).runAbolish,
  },
  {
    name: 'amend adopt',
    about: 'cli.amend.adopt.about',
    usage: 'cli.amend.adopt.usage',
    files: [AGREEMENT, AMENDMENT],
    options: {
      'in-force': { type: 'string', valueName: 'cli.amend.value.day', about: 'cli.amend.adopt.option.in-force' },
      concluded: { type: 'string', valueName: 'cli.amend.value.day', about: 'cli.amend.adopt.option.concluded' },
      note: { type: 'string', valueName: 'cli.amend.adopt.value.note', about: 'cli.amend.adopt.option.note' },
      sample: { type: 'boolean', about: 'cli.amend.adopt.option.sample' },
    },
    examples: [{ about: 'cli.amend.adopt.example.1', line: 'renkei amend adopt yamaguchi/yamaguchi-ube amendment.docx' }],
    load: async () => (await import('./run-adopt.js')).runAdopt,
  },
];
