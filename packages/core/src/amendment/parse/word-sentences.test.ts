import { describe, expect, it } from 'vitest';
import { outlineAmendment } from '../../../testing/operation-outline.js';
import { parseAmendment } from './parse-amendment.js';

type Row = readonly [sentence: string, operations: readonly string[]];

describe('字句の改め・加え・削り', () => {
  it.each<Row>([
    ['第３条第１項第２号中「A」を「B」に改める。', ['article:3>paragraph:1>item:2 「A」→「B」']],
    ['第３条第１項中「改正後の第3条」を「第3条」に改める。', ['article:3>paragraph:1 「改正後の第3条」→「第3条」']],
    ['第2条から第5条まで（第3条を除く。）の規定中「A」を「B」に改める。', ['article:2>named:（第3条を除く。）～article:5>named:（第3条を除く。） 「A」→「B」']],
    ['第3条第2項各号列記以外の部分中「A」を「B」に改め、同項第1号中「C」を「D」に、「E」を「F」に改める。', ['article:3>paragraph:2>lead 「A」→「B」', 'article:3>paragraph:2>item:1 「C」→「D」', 'article:3>paragraph:2>item:1 「E」→「F」']],
    ['第4条の見出し及び同条第1項中「A」を「B」に改める。', ['article:4>caption & article:4>paragraph:1 「A」→「B」']],
    ['第4条（見出しを含む。）及び第5条第2項ただし書中「A」を「B」に改める。', ['article:4>captionIncluded & article:5>paragraph:2>ただし書 「A」→「B」']],
    ['附則第１条ただし書中「A」を「B」に改め、同条第2号中「C」を「D」に改める。', ['suppl>article:1>ただし書 「A」→「B」', 'suppl>article:1>item:2 「C」→「D」']],
    ['第2条第1号中「A」を「B」に改め、同号ア中「C」を「D」に改め、同号ア(ア)中「E」を削る。', ['article:2>item:1 「A」→「B」', 'article:2>item:1>subitem:ア 「C」→「D」', 'article:2>item:1>subitem:ア>subitem:(ア) 「E」→']],
    ['第2条第1項第3号(1)中「A」を「B」に改める。', ['article:2>paragraph:1>item:3>subitem:(1) 「A」→「B」']],
    ['第３条第２項第１号イ（ア）ａ中「A」を「B」に改める。', ['article:3>paragraph:2>item:1>subitem:イ>subitem:（ア）>subitem:ａ 「A」→「B」']],
    ['第6条第2項中「A」及び「B」をそれぞれ「C」及び「D」に改める。', ['article:6>paragraph:2 「A」→「C」', 'article:6>paragraph:2 「B」→「D」']],
    ['第6条第2項中「A」、「B」及び「C」を「D」に改める。', ['article:6>paragraph:2 「A」「B」「C」→「D」']],
    ['第1条の見出しを「（設置）」に改め、同条中「A」を「B」に、同条第2項中「C」を「D」に改める。', ['article:1>caption 改「（設置）」', 'article:1 「A」→「B」', 'article:1>paragraph:2 「C」→「D」']],
    ['第1条中「A」を「B」に、第2条中「C」を「D」に改める。', ['article:1 「A」→「B」', 'article:2 「C」→「D」']],
    ['第1条中「A」を、第2条中「B」を削る。', ['article:1 「A」→', 'article:2 「B」→']],
    ['第1条中「A」及び第2条中「B」を「C」に改める。', ['article:1 「A」→「C」', 'article:2 「B」→「C」']],
    ['第9条中「A」とあるのを「B」に改める。', ['article:9 「A」→「B」']],
    ['第九条中「A」を「B」に改める', ['article:9 「A」→「B」']],
    ['第3条中「A」から「B」までを削る。', ['article:3 「A」～「B」→']],
    ['第7条第1項第1号及び第2号並びに第3項中「A」を「B」に改める。', ['article:7>paragraph:1>item:1 & article:7>paragraph:1>item:2 & article:7>paragraph:3 「A」→「B」']],
    ['第7条第1項第1号ア及びイ、第2号並びに第8条中「A」を「B」に改める。', ['article:7>paragraph:1>item:1>subitem:ア & article:7>paragraph:1>item:1>subitem:イ & article:7>paragraph:1>item:2 & article:8 「A」→「B」']],
    ['第7条第1項、第8条第2項（第3号を除く。）及び第9条中「A」を「B」に改める。', ['article:7>paragraph:1 & article:8>paragraph:2>named:（第3号を除く。） & article:9 「A」→「B」']],
    ['第七条の二第一項第三号の二イ(1)中「A」を「B」に改める。', ['article:7_2>paragraph:1>item:3_2>subitem:イ>subitem:(1) 「A」→「B」']],
    ['第3条見出し中「A」を「B」に改める。', ['article:3>caption 「A」→「B」']],
    ['第１条中「A」を「B」に改め，同条第２項中「C」を「D」に改める。', ['article:1 「A」→「B」', 'article:1>paragraph:2 「C」→「D」']],
    ['第3条中「A」を「B」に改め、「C」を「D」に改め、「E」を削る。', ['article:3 「A」→「B」', 'article:3 「C」→「D」', 'article:3 「E」→']],
    ['第6条に見出しとして「（委任）」を付し、同条中「A」を「B」に改める。', ['article:6 付「（委任）」', 'article:6 「A」→「B」']],
    ['附則第2項（見出しを含む。）中「A」を「B」に改める。', ['suppl>paragraph:2>captionIncluded 「A」→「B」']],
    ['附則第3条の2第1項中「A」を「B」に改める。', ['suppl>article:3_2>paragraph:1 「A」→「B」']],
    ['第2条第3号から第5号までの規定中「A」を「B」に改める。', ['article:2>item:3～article:2>item:5 「A」→「B」']],
    ['第2条第1項第1号ア(ア)及び(イ)中「A」を「B」に改める。', ['article:2>paragraph:1>item:1>subitem:ア>subitem:(ア) & article:2>paragraph:1>item:1>subitem:ア>subitem:(イ) 「A」→「B」']],
    ['第2条第2項後段中「A」を「B」に改める。', ['article:2>paragraph:2>後段 「A」→「B」']],
    ['第7条第1項中「前条第1項」を「前条」に改める。', ['article:7>paragraph:1 「前条第1項」→「前条」']],
    ['第7条中「第3条第1項」を「第4条第1項」に、「同条第2項」を「同条第3項」に改める。', ['article:7 「第3条第1項」→「第4条第1項」', 'article:7 「同条第2項」→「同条第3項」']],
    ['第7条第1項中「、第3号」の下に「及び第4号」を加え、「又は」を「若しくは」に改める。', ['article:7>paragraph:1 「、第3号」＋「及び第4号」', 'article:7>paragraph:1 「又は」→「若しくは」']],
    ['第1条中「「A」という。）」を「「B」という。）」に改める。', ['article:1 「「A」という。）」→「「B」という。）」']],
    ['第1条中「（以下「A」という。）」を削る。', ['article:1 「（以下「A」という。）」→']],
    ['第4条第1項の見出し中「A」を「B」に改める。', ['article:4>paragraph:1>caption 「A」→「B」']],
    ['第4条、第5条第1項及び第3項並びに第6条から第8条までの規定中「A」を「B」に改める。', ['article:4 & article:5>paragraph:1 & article:5>paragraph:3 & article:6～article:8 「A」→「B」']],
    ['第１条から第３条まで、第５条及び第７条中「A」を「B」に改める。', ['article:1～article:3 & article:5 & article:7 「A」→「B」']],
    ['第１４条の２第１項第２号の３イ（１）（ｉ）中「A」を「B」に改める。', ['article:14_2>paragraph:1>item:2_3>subitem:イ>subitem:（１）>subitem:（ｉ） 「A」→「B」']],
    ['第三条中「A」を「B」に、「C」を「D」に、それぞれ改める。', ['article:3 「A」→「B」', 'article:3 「C」→「D」']],
    ['第三条中「A」を削り「B」を「C」に改める。', ['article:3 「A」→', 'article:3 「B」→「C」']],
    ['第二条第一項第三号ハ⑵中「A」を「B」に改める。', ['article:2>paragraph:1>item:3>subitem:ハ>subitem:⑵ 「A」→「B」']],
    ['第二条第一項第三号ハ(2)(ⅱ)中「A」を「B」に改める。', ['article:2>paragraph:1>item:3>subitem:ハ>subitem:(2)>subitem:(ⅱ) 「A」→「B」']],
    ['第六十八条の見出し中「A」を「B」に改め、同条第一項から第三項までの規定中「A」を「B」に改め、同条第四項中「C」を「D」に、「第一項から第三項まで」を「前三項」に改める。', ['article:68>caption 「A」→「B」', 'article:68>paragraph:1～article:68>paragraph:3 「A」→「B」', 'article:68>paragraph:4 「C」→「D」', 'article:68>paragraph:4 「第一項から第三項まで」→「前三項」']],
    ['附則第三項及び第四項中「A」を「B」に改める。', ['suppl>paragraph:3 & suppl>paragraph:4 「A」→「B」']],
    ['附則第三項の見出しを「（A）」に改め、同項中「B」を「C」に改める。', ['suppl>paragraph:3>caption 改「（A）」', 'suppl>paragraph:3 「B」→「C」']],
    ['附則第五条（見出しを含む。）中「A」を「B」に改める。', ['suppl>article:5>captionIncluded 「A」→「B」']],
    ['第五条第二項（第十条において準用する場合を含む。）中「A」を「B」に改める。', ['article:5>paragraph:2>named:（第十条において準用する場合を含む。） 「A」→「B」']],
    ['第五条第一項中「A」の下に「B」を、「C」の下に「D」を加え、「E」を「F」に改める。', ['article:5>paragraph:1 「A」＋「B」', 'article:5>paragraph:1 「C」＋「D」', 'article:5>paragraph:1 「E」→「F」']],
    ['第五条第一項中「A」及び「B」の下に「C」を、「D」の下に「E」を加える。', ['article:5>paragraph:1 「A」「B」＋「C」', 'article:5>paragraph:1 「D」＋「E」']],
    ['第五条第一項本文及び第二項本文中「A」を「B」に改める。', ['article:5>paragraph:1>本文 & article:5>paragraph:2>本文 「A」→「B」']],
    ['第五条の見出し及び第六条の見出し中「A」を「B」に改める。', ['article:5>caption & article:6>caption 「A」→「B」']],
    ['第五十条第一項中「（第三号に掲げる者を除く。）」を削り、「A」を「B」に改め、「（以下「C」という。）」の下に「D」を加える。', ['article:50>paragraph:1 「（第三号に掲げる者を除く。）」→', 'article:50>paragraph:1 「A」→「B」', 'article:50>paragraph:1 「（以下「C」という。）」＋「D」']],
    ['第三条第一号から第三号まで及び第五号中「A」を「B」に改める。', ['article:3>item:1～article:3>item:3 & article:3>item:5 「A」→「B」']],
    ['第三条第二項から第四項まで、第六項及び第八項中「A」を「B」に改める。', ['article:3>paragraph:2～article:3>paragraph:4 & article:3>paragraph:6 & article:3>paragraph:8 「A」→「B」']],
    ['第三条の二第二項、第四条第一項並びに第五条の三第一項及び第二項中「A」を「B」に改める。', ['article:3_2>paragraph:2 & article:4>paragraph:1 & article:5_3>paragraph:1 & article:5_3>paragraph:2 「A」→「B」']],
    ['第三条第一項、第四条（見出しを含む。）、第五条の見出し並びに第六条第二項及び第三項中「A」を「B」に改める。', ['article:3>paragraph:1 & article:4>captionIncluded & article:5>caption & article:6>paragraph:2 & article:6>paragraph:3 「A」→「B」']],
    ['第三条第一項第一号、第二項第三号イ及び第四項中「A」を「B」に改める。', ['article:3>paragraph:1>item:1 & article:3>paragraph:2>item:3>subitem:イ & article:3>paragraph:4 「A」→「B」']],
    ['第4条(見出しを含む。)中「A」を「B」に改める。', ['article:4>captionIncluded 「A」→「B」']],
    ['第4条第2項(第3号を除く。)中「A」を「B」に改める。', ['article:4>paragraph:2>named:(第3号を除く。) 「A」→「B」']],
    ['附則(平成20年条例第3号)第2項中「A」を「B」に改める。', ['suppl>named:(平成20年条例第3号)>paragraph:2 「A」→「B」']],
    ['第12条中「A」の次に「B」を、「C」の次に「D」を加え、同条第2項中「E」を削る。', ['article:12 「A」＋「B」', 'article:12 「C」＋「D」', 'article:12>paragraph:2 「E」→']],
    ['第1条中「A」を「B」に改め，「C」を削り，「D」の次に「E」を加える。', ['article:1 「A」→「B」', 'article:1 「C」→', 'article:1 「D」＋「E」']],
  ])('%s', (sentence, operations) => {
    const { amendment, findings } = parseAmendment(sentence);
    expect(outlineAmendment(amendment)).toEqual(operations);
    expect(findings.filter((f) => f.code !== 'amendment.block-missing')).toEqual([]);
  });
});

describe('改正規定の改正と新旧対照表の方式', () => {
  it.each<Row>([
    ['第1条の改正規定中「A」を「B」に改める。', ['改正規定{|article:1|} 「A」→「B」']],
    ['附則第1項の改正規定を削る。', ['改正規定{|suppl>paragraph:1|} 削']],
    ['第2条中○○市税条例第36条の2の改正規定中「A」を「B」に改める。', ['article:2>改正規定{○○市税条例|article:36_2|} 「A」→「B」']],
    ['第2条のうち市税条例附則第10条の改正規定及び同条例附則第11条の改正規定を削る。', ['article:2>改正規定{市税条例|suppl>article:10|} & article:2>改正規定{市税条例|suppl>article:11|} 削']],
    ['第3条の改正規定及び同条に1項を加える改正規定を削る。', ['改正規定{|article:3|} & 改正規定{|article:3|に1項を加える} 削']],
    ['第5条に1項を加える改正規定中「1項」を「2項」に改め、同改正規定に次のように加える。', ['改正規定{|article:5|に1項を加える} 「1項」→「2項」', '改正規定{|article:5|に1項を加える} 加 end ように 0行']],
    ['第17条の次に1条を加える改正規定中第17条の2を第17条の3とし、第17条の次に次の1条を加える。', ['改正規定{|article:17|の次に1条を加える}>article:17_2 移 改正規定{|article:17|の次に1条を加える}>article:17_3', '改正規定{|article:17|の次に1条を加える}>article:17 加 after 1条 0行']],
    ['次の表の改正前の欄に掲げる規定を同表の改正後の欄に掲げる規定に下線で示すように改正する。', ['named:次の表の改正前の欄に掲げる規定を同表の改正後の欄に掲げる規定 改 0行']],
    ['次の表に掲げる規定の改正前の欄の下線の部分を改正後の欄の下線の部分に改める。', ['named:次の表に掲げる規定の改正前の欄の下線の部分を改正後の欄の下線の部分 改 0行']],
    ['第一条のうち、労働基準法の目次の改正規定中「A」を「B」に改める。', ['article:1>改正規定{労働基準法|toc|} 「A」→「B」']],
    ['第三条の改正規定（同条第二項に係る部分に限る。）を次のように改める。', ['改正規定{|article:3|}>named:（同条第二項に係る部分に限る。） 改 0行']],
    ['第一条のうち健康保険法第百六十条第三項第二号の改正規定の次に次のように加える。', ['article:1>改正規定{健康保険法|article:160>paragraph:3>item:2|} 加 after ように 0行']],
    ['第二条のうち厚生年金保険法附則第八条の次に二条を加える改正規定を削る。', ['article:2>改正規定{厚生年金保険法|suppl>article:8|の次に二条を加える} 削']],
    ['別表を別紙のとおり改める。', ['別表 改 0行']],
  ])('%s', (sentence, operations) => {
    const { amendment, findings } = parseAmendment(sentence);
    expect(outlineAmendment(amendment)).toEqual(operations);
    expect(findings.filter((f) => f.code !== 'amendment.block-missing')).toEqual([]);
  });
});
