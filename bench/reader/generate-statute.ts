/**
 * 実際の法令に似た 法令標準XML を作る。種（seed）が同じなら同じ法令になる。
 * 割合は、実在する100の法令（計88万字）の平均に合わせる: 一条338字、一条に2.4項、一項に0.6号、
 * 一号に0.18のイロハ、一文62字（中央値39字）。章・節・表・別表・改正附則を含む。
 */
export interface StatuteOptions {
  /** 目標の字数（タグを除く） */
  readonly characters: number;
  readonly seed: number;
}

export interface GeneratedStatute {
  readonly xml: string;
  /** タグを除いた字数 */
  readonly characters: number;
  /** 本則と附則の条の数 */
  readonly articles: number;
}

export function generateStatute({ characters, seed }: StatuteOptions): GeneratedStatute {
  return new StatuteWriter(randomSource(seed)).write(characters);
}

type Random = () => number;

/** mulberry32。同じ種から同じ並びの 0 以上 1 未満の数。 */
function randomSource(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SUBJECTS = ['市町村長', '都道府県知事', '主務大臣', '事業者', '前項の規定により届出をした者', '指定機関', '当該職員', '連携協約を締結した普通地方公共団体', '協議会', '登録を受けた者', '管理者', '審査会'];
const CONDITIONS = [
  '前条の規定による申請があったときは',
  '公益上必要があると認めるときは',
  '第{n}条第一項の規定に違反したときは',
  '災害その他やむを得ない事由があるときは',
  'あらかじめ関係行政機関の長に協議して',
  '前項に規定する場合のほか',
  '当該期間が満了する日の三十日前までに',
  '{n}日以内に',
  'その事務を適正かつ確実に実施することができないと認めるときは',
  '議会の議決を経て',
];
const OBJECTS = ['申請書及びその添付書類', '次に掲げる事項を記載した書面', '当該業務に関する帳簿（電磁的記録を含む。）', '必要な報告', '費用の分担に関する計画', '当該施設の設置及び管理に関する基準', '住民の福祉の増進を図るための措置', '前項の規定により定めた方針', '当該連携に係る取組の内容', '政令で定める額の手数料'];
const VERBS = ['提出しなければならない', '備え付け、これを保存しなければならない', '求めることができる', '定めるものとする', '公表しなければならない', '変更し、又は廃止することができる', '講ずるよう努めなければならない', '納付しなければならない', '告示するとともに、関係者に通知するものとする', '適用しない'];
const CAPTIONS = ['目的', '定義', '登録の申請', '登録の基準', '変更の届出', '業務の運営', '帳簿の備付け等', '報告及び検査', '費用の負担', '権限の委任', '手数料', '経過措置', '罰則', '協議会', '公表', '事務の区分', '連絡調整', '計画の策定'];
const NOUNS = ['地域における医療及び介護の提供体制', '公共交通の利用の促進', '災害時の相互応援', '農林水産物の生産及び流通', '情報通信技術の活用', '生活環境の保全', '文化及び芸術の振興', '人材の育成及び確保', '中小企業者の経営の強化', '公の施設の共同利用'];
const CHAPTERS = ['総則', '登録', '業務', '監督', '協議会', '費用', '雑則', '罰則'];
const IROHA = 'イロハニホヘトチリヌルヲ';
const ARTICLES_PER_SECTION = 6;
const SECTIONS_PER_CHAPTER = 3;

class StatuteWriter {
  private readonly random: Random;
  private readonly out: string[] = [];
  private characters = 0;
  private articles = 0;

  constructor(random: Random) {
    this.random = random;
  }

  write(target: number): GeneratedStatute {
    this.open('Law', ' Era="Heisei" Lang="ja" LawType="Act" Num="12" Year="30"');
    this.leaf('LawNum', '平成三十年法律第十二号');
    this.open('LawBody');
    this.leaf('LawTitle', `${this.pick(NOUNS)}に関する法律`);
    this.mainProvision(target);
    this.supplProvision('', ['この法律は、公布の日から起算して六月を超えない範囲内において政令で定める日から施行する。']);
    for (let i = 0; this.characters < target * 0.97; i += 1) {
      const [year, num] = [31 + i, 3 + ((i * 7) % 90)];
      this.supplProvision(` AmendLawNum="令和${kanji(year - 30)}年法律第${kanji(num)}号" Extract="true"`, ['この法律は、公布の日から施行する。', ...Array.from({ length: 1 + Math.floor(this.random() * 6) }, () => this.sentence(1))]);
    }
    if (target >= 3_000) this.appendedTable();
    this.close('LawBody');
    this.close('Law');
    return { xml: `<?xml version="1.0" encoding="UTF-8"?>\n${this.out.join('\n')}\n`, characters: this.characters, articles: this.articles };
  }

  private mainProvision(target: number): void {
    this.open('MainProvision');
    const room = target * 0.9;
    const chaptered = target >= 8_000;
    let number = 0;
    for (let chapter = 1; this.characters < room; chapter += 1) {
      if (chaptered) this.group('Chapter', '章', chapter, CHAPTERS[(chapter - 1) % CHAPTERS.length]!);
      for (let section = 1; section <= SECTIONS_PER_CHAPTER && this.characters < room; section += 1) {
        if (chaptered) this.group('Section', '節', section, this.pick(CAPTIONS));
        for (let i = 0; i < ARTICLES_PER_SECTION && this.characters < room; i += 1) {
          number += 1;
          this.article(number, number > 3 && this.random() < 0.06 ? 2 : 0);
        }
        if (chaptered) this.close('Section');
      }
      if (chaptered) this.close('Chapter');
    }
    this.close('MainProvision');
  }

  private group(tag: 'Chapter' | 'Section', unit: string, number: number, title: string): void {
    this.open(tag, ` Num="${number}"`);
    this.leaf(`${tag}Title`, `第${kanji(number)}${unit}　${title}`);
  }

  /** 一条。branch があれば枝番号の条（第三条の二）も続ける。 */
  private article(number: number, branch: number): void {
    for (const suffix of branch > 0 ? ['', `_${branch}`] : ['']) {
      this.articles += 1;
      this.open('Article', ` Num="${number}${suffix}"`);
      this.leaf('ArticleCaption', `（${this.pick(CAPTIONS)}）`);
      this.leaf('ArticleTitle', `第${kanji(number)}条${suffix === '' ? '' : `の${kanji(branch)}`}`);
      const count = 1 + Math.floor(this.random() * this.random() * 7.5);
      for (let p = 1; p <= count; p += 1) this.paragraph(p, number);
      this.close('Article');
    }
  }

  private paragraph(num: number, article: number): void {
    this.open('Paragraph', ` Num="${num}"`);
    this.leaf('ParagraphNum', num === 1 ? '' : fullWidth(num));
    const listed = this.random() < 0.17;
    this.open('ParagraphSentence');
    if (listed) this.leaf('Sentence', `${this.pick(SUBJECTS)}は、次に掲げる事項を定めるものとする。`);
    else this.sentences(article);
    this.close('ParagraphSentence');
    if (listed) for (let i = 1, n = 2 + Math.floor(this.random() * 4); i <= n; i += 1) this.item(i);
    if (!listed && this.random() < 0.012) this.table(3 + Math.floor(this.random() * 5));
    this.close('Paragraph');
  }

  private sentences(article: number): void {
    const kind = this.random();
    if (kind < 0.18) {
      this.leaf('Sentence', this.sentence(article), ' Num="1" Function="main"');
      this.leaf('Sentence', `ただし、${this.pick(CONDITIONS).replace('{n}', kanji(article))}、この限りでない。`, ' Num="2" Function="proviso"');
    } else if (kind < 0.3) {
      this.leaf('Sentence', this.sentence(article), ' Num="1"');
      this.leaf('Sentence', `この場合において、${this.sentence(article)}`, ' Num="2"');
    } else {
      this.leaf('Sentence', this.sentence(article));
    }
  }

  private item(num: number): void {
    this.open('Item', ` Num="${num}"`);
    this.leaf('ItemTitle', kanji(num));
    this.open('ItemSentence');
    this.leaf('Sentence', `${this.pick(NOUNS)}に関する${this.pick(['事項', '計画', '基準', '費用', '事務'])}（${this.pick(OBJECTS)}に係るものを除く。）`);
    this.close('ItemSentence');
    if (this.random() < 0.08) {
      for (let i = 1; i <= 2 + Math.floor(this.random() * 3); i += 1) {
        this.open('Subitem1', ` Num="${i}"`);
        this.leaf('Subitem1Title', IROHA[i - 1]!);
        this.open('Subitem1Sentence');
        this.leaf('Sentence', `${this.pick(NOUNS)}のために必要な${this.pick(['施設', '設備', '人員', '資金'])}`);
        this.close('Subitem1Sentence');
        this.close('Subitem1');
      }
    }
    this.close('Item');
  }

  /** 文の長さは対数正規に近い: 短い文が多く、条件を重ねた長い文が時々ある。 */
  private sentence(article: number): string {
    const conditions = 1 + Math.floor(this.random() * this.random() * 6);
    let text = `${this.pick(SUBJECTS)}は、`;
    for (let i = 0; i < conditions; i += 1) text += `${this.pick(CONDITIONS).replace('{n}', kanji(1 + Math.floor(this.random() * Math.max(article, 2))))}、`;
    if (this.random() < 0.3) text += `${this.pick(NOUNS)}に関し、`;
    return `${text}${this.pick(OBJECTS)}を${this.pick(VERBS)}。`;
  }

  private supplProvision(attributes: string, sentences: readonly string[]): void {
    this.open('SupplProvision', attributes);
    this.leaf('SupplProvisionLabel', '附　則');
    sentences.forEach((text, i) => {
      this.articles += 1;
      this.open('Article', ` Num="${i + 1}"`);
      this.leaf('ArticleCaption', i === 0 ? '（施行期日）' : '（経過措置）');
      this.leaf('ArticleTitle', `第${kanji(i + 1)}条`);
      this.open('Paragraph', ' Num="1"');
      this.leaf('ParagraphNum', '');
      this.open('ParagraphSentence');
      this.leaf('Sentence', text);
      this.close('ParagraphSentence');
      this.close('Paragraph');
      this.close('Article');
    });
    this.close('SupplProvision');
  }

  private appendedTable(): void {
    this.open('AppdxTable', ' Num="1"');
    this.leaf('AppdxTableTitle', '別表');
    this.leaf('RelatedArticleNum', '（第三条関係）');
    this.table(12);
    this.close('AppdxTable');
  }

  private table(rows: number): void {
    this.open('TableStruct');
    this.open('Table');
    for (let i = 0; i < rows; i += 1) {
      this.open('TableRow');
      for (const text of [this.pick(NOUNS), `${this.pick(OBJECTS)}に関する事務`]) {
        this.open('TableColumn', ' BorderTop="solid" BorderBottom="solid" BorderLeft="solid" BorderRight="solid"');
        this.leaf('Sentence', text);
        this.close('TableColumn');
      }
      this.close('TableRow');
    }
    this.close('Table');
    this.close('TableStruct');
  }

  private pick(list: readonly string[]): string {
    return list[Math.floor(this.random() * list.length)]!;
  }

  private open(tag: string, attributes = ''): void {
    this.out.push(`<${tag}${attributes}>`);
  }

  private close(tag: string): void {
    this.out.push(`</${tag}>`);
  }

  private leaf(tag: string, text: string, attributes = ''): void {
    this.characters += text.length;
    this.out.push(text === '' ? `<${tag}/>` : `<${tag}${attributes}>${text}</${tag}>`);
  }
}

function kanji(n: number): string {
  const digit = '〇一二三四五六七八九';
  let text = '';
  let rest = n;
  for (const [unit, size] of [['千', 1000], ['百', 100], ['十', 10]] as const) {
    const count = Math.floor(rest / size);
    rest %= size;
    if (count > 0) text += (count > 1 ? digit[count] : '') + unit;
  }
  return rest > 0 || text === '' ? text + digit[rest] : text;
}

const fullWidth = (n: number): string => String(n).replace(/[0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
