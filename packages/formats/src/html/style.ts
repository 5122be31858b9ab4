/** 一枚の HTML に埋め込む体裁。画面では読みやすい行長、印刷では A4。外の書体や部品は使わない。 */
export const STYLE = `
:root{color-scheme:light}
body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:46rem;color:#1a1a1a;background:#fff;font:1rem/1.75 "BIZ UDPGothic","Noto Sans JP","Hiragino Sans",Meiryo,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.5}
h2{font-size:1.3rem;margin-top:2.5rem}
h3,h4,h5,h6{font-size:1.05rem;margin:1.75rem 0 .25rem}
p{margin:.25rem 0}
a{color:#0017c1}
:focus-visible{outline:4px solid #000;outline-offset:2px;box-shadow:0 0 0 2px #b78f00}
:target{background:#fff6d6}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static}
.num{margin-right:.75em;font-weight:bold}
.items{list-style:none;margin:0;padding-left:1.5em}
.column+.column{margin-left:1em}
.conclusion-date{margin-top:1.5rem}
.signature-block{margin:1.5rem 0 0 2em}
.table{overflow-x:auto;margin:.75rem 0}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:left;vertical-align:top;font-weight:normal}
thead th{background:#f1f1f4;font-weight:bold}
nav ul{padding-left:1.25em}
@media print{@page{size:A4;margin:20mm}body{max-width:none;padding:0;font-size:10.5pt}nav,.skip{display:none}thead{display:table-header-group}tr{break-inside:avoid}h2,h3,h4{break-after:avoid}}
`;
