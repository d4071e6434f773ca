/**
 * The look of an exported report: on the screen in both themes, on A4 without cut rows. Words of sentences are never broken;
 * values break where they have to.
 */
export const reportStyle = `
:root{color-scheme:light dark;--ink:#1c1b19;--soft:#5c5952;--line:#dedbd4;--ground:#fff;--sunken:#f5f4f0;--good:#1d6b3a;--bad:#b3261e;--warn:#8a5300}
@media screen and (prefers-color-scheme:dark){:root{--ink:#ecebe7;--soft:#aba79e;--line:#3b3934;--ground:#191816;--sunken:#23221f;--good:#6fcf8f;--bad:#ff9a8f;--warn:#f0b866}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:52rem;padding:2.5rem 1.25rem 4rem;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
h1,h2,h3,p,li,td,th{overflow-wrap:break-word}
h1{margin:0 0 .5rem;font-size:1.6rem;line-height:1.25}
h2{margin:2.25rem 0 .6rem;padding-bottom:.3rem;border-bottom:1px solid var(--line);font-size:1.05rem}
h3{margin:0;font-size:.95rem}
p{margin:.35rem 0}
.soft{color:var(--soft)}
.verdict{margin:.75rem 0 0;font-size:1.05rem}
.small{font-size:.85rem}
.word{font-weight:650;white-space:nowrap}
.passed{color:var(--good)}.failed{color:var(--bad)}.warning{color:var(--warn)}.skipped,.cancelled{color:var(--soft)}
.value{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.84em;font-variant-ligatures:none;overflow-wrap:anywhere;white-space:pre-wrap}
table{width:100%;border-collapse:collapse;table-layout:fixed}
th,td{padding:.4rem .75rem .4rem 0;border-top:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
tr:first-child>th,tr:first-child>td{border-top:0}
th{width:12rem;color:var(--soft)}
.outcome{width:6.5rem}
.row{padding:.7rem 0;border-top:1px solid var(--line)}
h2+.row{border-top:0;padding-top:.2rem}
dl{display:grid;grid-template-columns:6rem minmax(0,1fr);gap:.15rem .75rem;margin:.35rem 0 0;font-size:.9rem}
dt{color:var(--soft)}dd{margin:0;min-width:0}
ol,ul{margin:.35rem 0;padding-left:1.25rem}
pre{margin:.4rem 0 0;padding:.6rem .75rem;border-radius:6px;background:var(--sunken)}
@media (max-width:34rem){th{width:8rem}dl{grid-template-columns:minmax(0,1fr)}dt{margin-top:.25rem}}
@page{size:A4;margin:16mm 15mm 18mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt}h2{break-after:avoid}h3{break-after:avoid}tr,dl,pre,.row:not(.long){break-inside:avoid}p,li{orphans:3;widows:3}.value,.word{print-color-adjust:exact}pre{border:1px solid var(--line)}}
`
