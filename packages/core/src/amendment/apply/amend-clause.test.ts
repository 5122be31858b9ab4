import { describe, expect, it } from 'vitest';
import { applyText } from '../../../testing/apply-text.js';
import { elementFactory, textOf, walk, type LawDocument, type ProvisionNum } from '../../text/element.js';
import { STATUTE_LABELS } from '../../text/label.js';

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
