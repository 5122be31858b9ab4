import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyText } from '../../../testing/apply-text.js';
import { elementFactory, textOf, walk, type Element, type LawDocument, type ProvisionNum } from '../../text/element.js';
import { AGREEMENT_LABELS, STATUTE_LABELS } from '../../text/label.js';

const num = (n: string) => n as ProvisionNum;

/** ほかの法令を改める附則第六条を持つ法令 */
function amendingStatute(): LawDocument {
  const make = elementFactory();
  const sentence = (text: string) => make('Sentence', {}, [text]);
  const clause = (text: string, ...added: string[]) => make('AmendProvision', {}, [
    make('AmendProvisionSentence', {}, [sentence(text)]),
    ...(added.length === 0 ? [] : [make('NewProvision', {}, added.map((t, i) => make('Paragraph', { num: num(String(i + 2)) }, [make('ParagraphSentence', {}, [sentence(t)])])))]),
  ]);
  const paragraph = make('Paragraph', { num: num('1') }, [
    make('ParagraphSentence', {}, [sentence('会議条例の一部を次のように改正する。')]),
    clause('第四条中「市長」を「町長」に改める。'),
    clause('第四条の二中「市長」を「村長」に改める。'),
    clause('第五条に次の一項を加える。', '会議は、公開する。'),
  ]);
  const suppl = make('SupplProvision', {}, [make('SupplProvisionLabel', {}, ['附　則']), make('Article', { num: num('6') }, [paragraph])]);
  const main = make('MainProvision', {}, [make('Article', { num: num('1') }, [make('Paragraph', { num: num('1') }, [make('ParagraphSentence', {}, [sentence('市長は、会議を開く。')])])])]);
  return { root: make('Law', {}, [make('LawBody', {}, [make('LawTitle', {}, ['条例']), main, suppl])]), labels: STATUTE_LABELS };
}

const BASE = amendingStatute();
const clauses = (amendment: string) => {
  const { applied, findings } = applyText(BASE, amendment);
  if (!applied) return findings.map((f) => [f.code, f.data]);
  return [...walk(applied.document.root)].filter((n) => n.tag === 'AmendProvision').map((n) => textOf(n));
};

describe('まだ溶け込んでいない改正規定を改める', () => {
  it('名指した条の改正規定だけに及び、枝番号の条には及ばない', () => {
    expect(clauses('　附則第六条のうち第四条の改正規定中「町長」を「両市の長」に改める。')).toEqual(['第四条中「市長」を「両市の長」に改める。', '第四条の二中「市長」を「村長」に改める。', '第五条に次の一項を加える。会議は、公開する。']);
  });

  it('加える改正規定の数と、加える規定を足す', () => {
    expect(clauses('　附則第六条のうち第五条に一項を加える改正規定中「一項」を「二項」に改め、同改正規定に次のように加える。\n３　会議録は、公表する。').at(-1)).toBe('第五条に次の二項を加える。会議は、公開する。会議録は、公表する。');
  });

  it('改正規定を削る', () => {
    expect(clauses('　附則第六条のうち第四条の二の改正規定を削る。')).toHaveLength(2);
  });

  it('無い改正規定は断る', () => {
    expect(clauses('　附則第六条のうち第九条の改正規定を削る。')).toEqual([['amendment.location-not-found', { location: '附則第六条中第九条の改正規定', nearest: '附則第六条' }]]);
  });
});

describe('まだ施行されていない一部変更を、更に変更する（型 I01・I02）', () => {
  const patterns = JSON.parse(readFileSync(new URL('../../../fixtures/amendment/patterns.json', import.meta.url), 'utf8')) as { readonly id: string; readonly example: readonly string[] }[];
  const amended = (id: string): unknown => {
    const make = elementFactory();
    const sentence = (text: string) => make('Sentence', {}, [text]);
    const clause = (text: string, ...added: Element[]) => make('AmendProvision', {}, [make('AmendProvisionSentence', {}, [sentence(text)]), ...(added.length === 0 ? [] : [make('NewProvision', {}, added)])]);
    const second = make('Paragraph', { num: num('2') }, [make('ParagraphSentence', {}, [sentence('会議は、公開する。')])]);
    const main = make('MainProvision', {}, [make('Paragraph', { num: num('1') }, [
      make('ParagraphSentence', {}, [sentence('連携協約の一部を次のように変更する。')]), clause('第4条中「両市の長」を「市長」に改める。'), clause('第5条に次の1項を加える。', second),
    ])]);
    const base: LawDocument = { root: make('Law', {}, [make('LawBody', {}, [make('LawTitle', {}, ['連携協約の一部を変更する連携協約']), main])]), labels: AGREEMENT_LABELS };
    const { applied, findings } = applyText(base, patterns.find((p) => p.id === id)!.example.join('\n'));
    return applied ? [...walk(applied.document.root)].filter((n) => n.tag === 'AmendProvision').map((n) => textOf(n)) : findings;
  };

  it('改正規定の字句', () => expect(amended('I01')).toEqual(['第4条中「両市」を「市長」に改める。', '第5条に次の1項を加える。会議は、公開する。']));
  it('加える改正規定の数と、加える項', () => expect(amended('I02')).toEqual(['第4条中「両市の長」を「市長」に改める。', '第5条に次の2項を加える。会議は、公開する。…']));
});
