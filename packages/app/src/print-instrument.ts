import {
  amendableParts, baseFacts, draftInstrument, newTextLines, readAgreement, titleOf, writeInstrument,
  type Amendment, type DraftClosing, type DraftContent, type DraftingProfile, type LawDocument, type PlainDate,
} from '@renkei/core';

export interface InstrumentRequest {
  readonly base: LawDocument;
  readonly content:
    | { readonly form: 'partial'; readonly amendment: Amendment }
    | { readonly form: 'whole'; readonly next: LawDocument }
    | { readonly form: 'abolition'; readonly lastDay: PlainDate | null };
  /** 施行の日。まだ決まらなければ締結（公布）の日 */
  readonly inForce: PlainDate | null;
}

/** 一部変更・全部変更・廃止の文書の全体。当事者と署名欄は、元の協約の本文から取る。 */
export function printInstrument({ base, content, inForce }: InstrumentRequest, profile: DraftingProfile): string {
  const facts = baseFacts(base);
  const agreement = profile.verb === '変更' ? readAgreement({ document: base, findings: [], spans: new Map(), inferred: new Set() }, []).agreement : null;
  const parties = agreement?.parties.map((p) => p.name) ?? [];
  const instrument = draftInstrument({
    contents: [contentOf(content, facts, profile)],
    ...(parties.length > 0 ? { parties } : {}),
    ...(ownSuppl(content, profile) ? {} : { inForce: inForce === null ? { kind: agreement ? 'conclusion' : 'promulgation' } : { kind: 'on', date: inForce } }),
    ...(agreement && parties.length > 0 ? { closing: closingOf(parties, agreement) } : {}),
  }, profile);
  return writeInstrument(instrument, profile);
}

/** 例規の全部改正では、新しい本文の附則が、改正の文書の附則になる。 */
const ownSuppl = (content: InstrumentRequest['content'], { verb }: DraftingProfile): boolean =>
  content.form === 'whole' && verb === '改正' && amendableParts(content.next).some((part) => part.tag === 'SupplProvision');

function contentOf(content: InstrumentRequest['content'], base: ReturnType<typeof baseFacts>, { verb, titleIndent }: DraftingProfile): DraftContent {
  switch (content.form) {
    case 'partial':
      return { form: 'partial', base, amendment: content.amendment };
    case 'whole':
      return { form: 'whole', base, title: titleOf(content.next), text: newTextLines(content.next, verb === '改正' ? null : titleIndent) };
    case 'abolition':
      return { form: 'abolition', base, ...(content.lastDay === null ? {} : { lastDay: content.lastDay }) };
  }
}

/** 締結の日と署名する人の名は、締結のときに決まる。元の協約から取るのは、住所と職名だけ。 */
function closingOf(parties: readonly string[], { signatories, originals }: ReturnType<typeof readAgreement>['agreement']): DraftClosing {
  const cities = parties.length === 2 && parties.every((p) => p.endsWith('市'));
  return {
    originals: originals ?? parties.length,
    together: cities ? '両市' : parties.length === 2 ? '両者' : '関係団体',
    signatories: parties.map((body) => {
      const signed = signatories.find((s) => s.body === body);
      return { ...(signed?.address ? { address: signed.address } : {}), body, title: signed?.title ?? `${body}の長` };
    }),
  };
}
