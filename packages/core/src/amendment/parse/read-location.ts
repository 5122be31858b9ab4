import type { Location, Step, Target } from '../location.js';
import { isRoot, isTabular, sameStep, type Antecedents } from './antecedents.js';
import { readAmendClause } from './read-amend-clause.js';
import { readAppendix } from './read-appendix-step.js';
import { DIGIT, NUMBER, provisionNum } from './numbers.js';
import { readLabelText, readLeaf, readNumbered, readRoot } from './read-provision-step.js';
import { mayHoldEntry, readEntry, readTable, readTableWord, readTitledTable } from './read-table-step.js';
import type { StepRead, TargetsRead } from './step-read.js';

type LocationRead = { readonly ok: true; readonly location: Location; readonly end: number } | { readonly ok: false; readonly at: number; readonly same?: string };

const SEPARATOR = /、?(?:及び|並びに|又は|若しくは)|、/y;
const SUFFIX_WORDS = /の(?:各?規定|全部|各条|各項|部分|うち)/y;

/** 場所の並びを終わりまで読む。言った場所は antecedents に残る。continued は、前の並びの続きか（移した後の場所）。 */
export function readTargets(text: string, antecedents: Antecedents, continued = false): TargetsRead {
  const targets: Target[] = [];
  let at = 0;
  for (;;) {
    const from = readLocation(text, at, antecedents, continued || at > 0);
    if (!from.ok) return from;
    at = from.end;
    antecedents.mention(from.location);
    let target: Target = { from: from.location };
    if (text.startsWith('から', at)) {
      const through = readLocation(text, at + 2, antecedents, true);
      if (!through.ok) return through;
      if (!text.startsWith('まで', through.end)) return { ok: false, at: through.end };
      const { steps, end } = readSuffix(text, through.end + 2);
      at = end;
      target = { from: [...from.location, ...steps], through: [...through.location, ...steps] };
      antecedents.mention(target.through!);
    } else if (text.startsWith('以下', at)) {
      at += '以下'.length;
      target = { from: from.location, through: [...from.location.slice(0, -1), { kind: 'named', name: '以下' }] };
    }
    targets.push(target);
    if (at >= text.length) return { ok: true, targets };
    SEPARATOR.lastIndex = at;
    const separator = SEPARATOR.exec(text);
    if (!separator) return { ok: false, at };
    at += separator[0].length;
  }
}

/** 「…までの規定」「…まで（見出しを含む。）」「…までの見出し」。範囲の全部に掛かる。 */
function readSuffix(text: string, from: number): { readonly steps: readonly Step[]; readonly end: number } {
  const steps: Step[] = [];
  let at = from;
  for (;;) {
    const read = readFiller(text, at) ?? readLeaf(text, at) ?? readParen(text, at) ?? (/^の(?:様)?式/.test(text.slice(at, at + 3)) ? { steps: [], end: at + 3 } : undefined);
    if (!read || read.end === at) return { steps, end: at };
    steps.push(...read.steps);
    at = read.end;
  }
}

const SAME = /同(条|項|号|編|章|節|款|目(?!次)|部|欄|表|様式|書式|備考|注|改正規定|見出し|目次|前文|附則|題名|別記|別図|別紙|別添|付録|附録)/y;
/** 一つの場所の段の限り。実際の法令は十段ほどまで */
const STEP_LIMIT = 24;
const NUMERAL = new RegExp(`^${DIGIT}`);
const NEIGHBOUR = /(前|次)(条|項|号)(?!各)/y;

const LISTING = /次(?:の各号|の表)?に掲げる[^、中]{0,40}?(?:規定|条例|規則|法律|政令|省令)/y;

/** 「次に掲げる法律の規定」。続く行に並ぶ。 */
function readListing(text: string, at: number): StepRead | undefined {
  LISTING.lastIndex = at;
  const m = LISTING.exec(text);
  return m ? { steps: [{ kind: 'named', name: m[0] }], end: at + m[0].length } : undefined;
}

const LISTED = new RegExp(`第?(${NUMBER})(号)?((?:の${NUMBER}(?!${DIGIT})){0,6})(?!${DIGIT}|の${NUMBER}|[条項号章編節款目様書表図])`, 'y');

/** 「別記様式第一号、第二号及び第三号」「別表第一及び第二」: 並びの中で頭を略した様式や別表。 */
function readListed(text: string, at: number, antecedents: Antecedents): { readonly location: Location; readonly end: number } | undefined {
  const { last } = antecedents;
  const step = last?.[last.length - 1];
  if (!last || step?.kind !== 'appendix' || step.num === undefined) return undefined;
  LISTED.lastIndex = at;
  const m = LISTED.exec(text);
  const num = m ? provisionNum(m[1]!, m[3]) : undefined;
  if (!m || num === undefined || (m[2] !== undefined) !== step.head.includes('＃号') || text[at] !== '第') return undefined;
  return { location: [...last.slice(0, -1), { kind: 'appendix', head: step.head, num }], end: at + m[0].length };
}

/** 一つの場所を at から読む。listed は、並びの二つ目からか。 */
function readLocation(text: string, from: number, antecedents: Antecedents, listed: boolean): LocationRead {
  const clause = readAmendClause(text, from, antecedents, readTargets);
  let at = from;
  let steps: Step[] = [];
  let resolved = false;
  const begun = clause ?? (listed ? readListed(text, from, antecedents) : undefined);
  if (begun) {
    steps = [...begun.location];
    at = begun.end;
    resolved = true;
  }
  while (at < text.length) {
    if (steps.length > STEP_LIMIT) return { ok: false, at };
    if (steps.length > 0 && /^中(?!欄|段)./s.test(text.slice(at, at + 2))) {
      if (!resolved) antecedents.inSuppl = steps.length === 1 && steps[0]!.kind === 'suppl';
      at += 1;
      continue;
    }
    if (steps.length > 0 && text.startsWith('のうち', at)) {
      at += text[at + 3] === '、' ? 4 : 3;
      continue;
    }
    SAME.lastIndex = at;
    const same = SAME.exec(text);
    if (same) {
      const found = antecedents.same(same[1]!);
      if (!found) return { ok: false, at, same: same[0] };
      steps = steps.length === 0 ? [...found] : [...steps, ...innerOf(found, steps)];
      resolved = true;
      at += same[0].length;
      // 「同備考2」の2は、その備考の番号
      const note = steps[steps.length - 1]!;
      if ((note.kind === 'remarks' || note.kind === 'note') && NUMERAL.test(text[at] ?? '')) steps[steps.length - 1] = { kind: note.kind };
      continue;
    }
    const listing = steps.length === 0 ? readListing(text, at) : undefined;
    if (listing) {
      steps = [...listing.steps];
      resolved = true;
      at = listing.end;
      continue;
    }
    const neighbour = steps.length === 0 ? readNeighbour(text, at, antecedents) : undefined;
    if (neighbour) {
      steps = [...neighbour.location];
      resolved = true;
      at = neighbour.end;
      continue;
    }
    const titled = steps[steps.length - 1];
    const related = titled?.kind === 'appendix' && titled.related === undefined ? RELATED.exec(text.slice(at, at + 60))?.[0] : undefined;
    if (titled && related !== undefined) {
      steps[steps.length - 1] = { ...titled, related } as Step;
      at += related.length;
      continue;
    }
    const holder = steps.length > 0 ? steps : (antecedents.last ?? []);
    const read = readStep(text, at, holder, steps.length > 0);
    if (!read || read.end === at) break;
    // 「備考中3を」: 番号のない備考に番号が付く
    const [first] = read.steps;
    const last = steps[steps.length - 1];
    if (first && last && (last.kind === 'remarks' || last.kind === 'note') && first.kind === last.kind && last.num === undefined) steps.pop();
    steps.push(...read.steps);
    at = read.end;
  }
  if (steps.length === 0) return { ok: false, at };
  return { ok: true, location: resolved ? steps : antecedents.attach(steps, listed), end: at };
}

/** 「第六章中同条」: 章の中の条。指す先のうち、外側に既にある段の後ろ */
function innerOf(location: Location, outer: Location): Location {
  let shared = 0;
  while (shared < outer.length && shared < location.length && sameStep(outer[shared]!, location[shared]!)) shared += 1;
  const rest = location.slice(shared);
  const own = rest.findIndex((s) => s.kind !== 'group' && s.kind !== 'suppl' && s.kind !== 'main');
  return own < 0 ? location.slice(-1) : rest.slice(own);
}

/** 前条・次項。直前に言った条・項の隣（枝番号がなければ分かる）。 */
function readNeighbour(text: string, at: number, antecedents: Antecedents): { readonly location: Location; readonly end: number } | undefined {
  NEIGHBOUR.lastIndex = at;
  const m = NEIGHBOUR.exec(text);
  const near = m && antecedents.same(m[2]!);
  const step = near?.[near.length - 1];
  if (!m || !near || !step || !('num' in step) || step.num === undefined || !/^[0-9]+$/.test(step.num)) return undefined;
  const num = Number(step.num) + (m[1] === '前' ? -1 : 1);
  return num < 1 ? undefined : { location: [...near.slice(0, -1), { ...step, num: String(num) } as Step], end: at + m[0].length };
}

/** 一段を読む。begun は、この場所で既に段を読んだか。 */
function readStep(text: string, at: number, holder: Location, begun: boolean): StepRead | undefined {
  const tabular = mayHoldEntry(holder);
  if (begun) {
    const filler = readFiller(text, at);
    if (filler) return filler;
  }
  // 表の中で初めに読むのは項の名。「第十三条第一項…の項」は条でなく名
  if (tabular && (begun ? isTabular(holder[holder.length - 1]) : !startsRoot(text, at))) {
    const entry = (begun ? readTableWord(text, at) : undefined) ?? readLeafOrRemarks(text, at, holder) ?? readEntry(text, at, holder, begun);
    if (entry) return entry;
  }
  const root = readRoot(text, at) ?? readAppendix(text, at) ?? readNumbered(text, at);
  if (root) return root;
  const leaf = readTable(text, at, holder) ?? readLeaf(text, at);
  if (leaf) return leaf;
  const label = readLabelText(text, at);
  if (label && holder.length > 0) return { steps: [labelStep(label.label, holder)], end: label.end };
  const bare = holder.length > 0 ? readBareNumber(text, at, holder, begun) : undefined;
  if (bare) return bare;
  if (!begun) return (holder.length > 0 ? readNoun(text, at) : undefined) ?? readLaw(text, at, false) ?? (tabular || holder.length > 0 ? readEntry(text, at, holder, begun) : undefined);
  return readParen(text, at) ?? readNoun(text, at) ?? (tabular ? (readLaw(text, at, true) ?? readEntry(text, at, holder, begun) ?? readTitledTable(text, at) ?? readNamed(text, at)) : undefined);
}

const readLeafOrRemarks = (text: string, at: number, holder: Location): StepRead | undefined => {
  const leaf = readLeaf(text, at);
  if (leaf) return leaf;
  const table = readTable(text, at, holder);
  const kind = table?.steps[0]?.kind;
  return kind === 'remarks' || kind === 'note' || kind === 'column' ? table : undefined;
};

const startsRoot = (text: string, at: number): boolean => {
  const read = readRoot(text, at) ?? readAppendix(text, at);
  return read?.steps[0] !== undefined && isRoot(read.steps[0]) && (read.steps[0].kind === 'appendix' && read.steps[0].nth !== undefined || /^(?:別[表記図紙添]|様式|書式|[付附][録表図]|題名|目次|前文|本則|附則)/.test(text.slice(at, at + 2)));
};

/** 標目は、どこの中かで号の細分か別表の区分かが決まる。 */
function labelStep(label: string, holder: Location): Step {
  for (let i = holder.length - 1; i >= 0; i -= 1) {
    const kind = holder[i]!.kind;
    if (kind === 'section' || kind === 'appendix') return { kind: 'section', label };
    if (kind !== 'named' && kind !== 'captionIncluded') break;
  }
  return { kind: 'subitem', label };
}

const BARE = new RegExp(`の?(${NUMBER}(?:の${NUMBER}(?!${DIGIT}|の?[項部欄]))?)(?![条号編章節款目様年月日円人級])(?!項)`, 'y');

/** 「別表1の表」の1、「備考中3を4とし」の3。数字だけの標目。 */
function readBareNumber(text: string, at: number, holder: Location, begun: boolean): StepRead | undefined {
  BARE.lastIndex = at;
  const m = BARE.exec(text);
  if (!m) return undefined;
  const label = m[1]!;
  const end = at + m[0].length;
  for (let i = holder.length - 1; i >= 0; i -= 1) {
    const step = holder[i]!;
    if (step.kind === 'remarks' || step.kind === 'note') {
      const num = begun && step.num !== undefined ? undefined : provisionNum(...(label.split(/の(.*)/s) as [string, string?]));
      return { steps: [num === undefined ? { kind: 'subitem', label } : { kind: step.kind, num }], end };
    }
    if (step.kind === 'section' || step.kind === 'appendix') return { steps: [{ kind: 'section', label }], end };
    if (step.kind === 'subitem' || step.kind === 'item' || step.kind === 'row') return { steps: [{ kind: 'subitem', label }], end };
  }
  return undefined;
}

/** 題名に続く関係条。同じ題名の別表や様式が幾つもあれば、どれかを見分ける */
const RELATED = /^[（(]第[^（）()]*関係[）)]/;

/** 「の規定」「の全部」「（第三条関係）」。場所を狭めない言葉。 */
function readFiller(text: string, at: number): StepRead | undefined {
  SUFFIX_WORDS.lastIndex = at;
  const words = SUFFIX_WORDS.exec(text);
  if (words) return { steps: [], end: at + words[0].length };
  const related = RELATED.exec(text.slice(at, at + 60));
  return related ? { steps: [], end: at + related[0].length } : undefined;
}

const PAREN = /[（(](?:[^（）()]|[（(][^（）()]*[）)])*[）)]/y;

/** 「（その１）」「（第三項を除く。）」。印字のまま。 */
function readParen(text: string, at: number): StepRead | undefined {
  PAREN.lastIndex = at;
  const m = PAREN.exec(text);
  return m ? { steps: [{ kind: 'named', name: m[0] }], end: at + m[0].length } : undefined;
}

const NOUN = /の?(項番号|号番号|条名|算式|表面|裏面|表紙|記載要領|記載心得|記載上の注意|記入上の注意|欄外|図(?!書|面)|名称|注意事項|注意|注書き?|付記|附記|摘要|末尾|文末|各項|各条|各欄|各表)/y;

function readNoun(text: string, at: number): StepRead | undefined {
  NOUN.lastIndex = at;
  const m = NOUN.exec(text);
  if (!m) return undefined;
  return { steps: m[1] === '末尾' || m[1] === '文末' ? [] : [{ kind: 'named', name: m[0] }], end: at + m[0].length };
}

const LAW = /の?((?:(?!及び|並びに)[^、]){1,120}(?:法律|法|令|規則|条例|規程|省令|政令|要綱|協約|規約|告示|訓令)(?:[（(][^）)]{0,80}[）)])?)(?=第[^、号]{1,12}[条章編節]|附則|別表|様式|別記)/y;

/** 〇〇法第三条。次に掲げる法律の規定を一度に改めるときの法令名。文の初めでは、ふつうの文（…は…法第三条…）と見分ける。 */
function readLaw(text: string, at: number, begun: boolean): StepRead | undefined {
  LAW.lastIndex = at;
  const m = LAW.exec(text.slice(0, at + 240));
  return m && (begun || !/[はが]/.test(m[1]!)) ? { steps: [{ kind: 'named', name: m[1]! }], end: at + m[0].length } : undefined;
}

const NAMED = /(?!及び|並びに|又は|若しくは|から|まで|の次に|の前に|に)の?((?:(?!の次に|の前に|に次の)[^、をはが]){1,60}?)(?=、|及び|並びに|又は|若しくは|から(?![^、]{0,4}を)|$)/y;

/** 様式や表の中で、ほかのどれでもない呼び方。 */
function readNamed(text: string, at: number): StepRead | undefined {
  NAMED.lastIndex = at;
  const m = NAMED.exec(text);
  return m ? { steps: [{ kind: 'named', name: m[0] }], end: at + m[0].length } : undefined;
}
