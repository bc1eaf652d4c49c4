/// The one style sheet of the pages; it stands in each page, so that a page mailed alone keeps it.
///
/// No image, font or address from outside. Light and dark by the reader's setting, A4 when printed.
let stylesheet = """
  :root{color-scheme:light dark;
  --bg:#f6f5f1;--surface:#fff;--ink:#1b222c;--muted:#566070;--line:#dcdad2;--soft:#efede6;
  --accent:#1d4e89;--seal:#a8201a;--pass:#17653c;--pass-bg:#e2f1e8;--fail:#a8201a;--fail-bg:#fbe5e2;
  --partial:#855000;--partial-bg:#fceed3;--open:#55459a;--open-bg:#ebe8f7;--manual:#0b5c77;
  --manual-bg:#dff0f5;--na:#5f6875;--na-bg:#eceef0;--waived:#4d5b2c;--waived-bg:#edf0df;
  --fail-cell:#b5362c;--fail-ink:#fff;
  --q0:#f7d2cc;--q1:#fbe2cb;--q2:#fcf2cc;--q3:#dfefd3;--q4:#bfe3ca;--w1:#b4cce8;--w2:#6b98cb;--w3:#1d4e89;
  --sans:"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",
  system-ui,"Segoe UI",sans-serif;
  --serif:"Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC","Songti SC",SimSun,Georgia,serif}
  @media (prefers-color-scheme:dark){:root{
  --bg:#11151b;--surface:#191f27;--ink:#e5e9ef;--muted:#9ba7b6;--line:#303946;--soft:#222a34;
  --accent:#8dbaf3;--seal:#ff8d83;--pass:#83d8a5;--pass-bg:#15311f;--fail:#ff9d94;--fail-bg:#3d1a18;
  --partial:#f0bd6a;--partial-bg:#392a10;--open:#b9adf2;--open-bg:#29244a;--manual:#7fcbe4;
  --manual-bg:#12303b;--na:#98a3b1;--na-bg:#252d37;--waived:#c0cf95;--waived-bg:#2a3018;
  --fail-cell:#d8584c;--fail-ink:#1a0806;
  --q0:#5a231e;--q1:#523817;--q2:#4a4416;--q3:#2f4a22;--q4:#1a4f30;--w1:#2c4c72;--w2:#4c80bd;--w3:#9cc5f7}}
  :lang(en){--sans:system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC","Microsoft YaHei",sans-serif;
  --serif:Georgia,"Noto Serif","Noto Serif CJK SC",SimSun,serif}
  *{box-sizing:border-box}
  html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
  body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.7 var(--sans);
  overflow-wrap:anywhere}thead th,dt{overflow-wrap:normal}
  :lang(zh-Hans){text-autospace:normal;line-break:strict}
  .wrap{max-width:1180px;margin:0 auto;padding:0 24px}
  a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:.06em}
  a:hover{text-decoration-thickness:.12em}
  :focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
  .skip{position:absolute;left:-9999px;top:0;background:var(--surface);padding:.6rem 1rem;z-index:9}
  .skip:focus{left:12px;top:12px}
  h1,h2,h3{line-height:1.35;text-wrap:balance;font-weight:700}
  h1{font:700 clamp(1.55rem,3.4vw,2.3rem)/1.3 var(--serif);margin:.1em 0 .35em;letter-spacing:.01em}
  h2{font:700 1.35rem/1.4 var(--serif);margin:0 0 .7rem;padding-bottom:.45rem;
  border-bottom:1px solid var(--line)}
  h3{font-size:1.05rem;margin:1.4rem 0 .5rem}
  p{margin:.4rem 0}
  .masthead{background:var(--surface);border-bottom:4px double var(--seal);padding:30px 0 22px}
  .eyebrow{color:var(--seal);font-weight:700;letter-spacing:.14em;font-size:.86rem;margin:0}
  :lang(en) .eyebrow{letter-spacing:.05em}
  .meta{color:var(--muted);font-size:.92rem;margin:.15rem 0}
  .crumbs{display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;font-size:.9rem;margin:0 0 .6rem}
  .toc{font-size:.92rem;padding:.8rem 0 0;display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;
  list-style:none;margin:0}
  section{background:var(--surface);border:1px solid var(--line);border-radius:8px;
  padding:22px 24px;margin:20px 0}
  .notice{border:1px solid var(--partial);border-left-width:5px;background:var(--partial-bg);
  border-radius:6px;padding:.7rem 1rem;margin:20px 0;color:var(--ink)}
  .notice strong{color:var(--partial)}
  .lead{font-size:1.15rem;line-height:1.75;margin:.2rem 0 1rem}
  .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(128px,1fr));gap:12px;
  margin:1rem 0;padding:0;list-style:none}
  .tiles li{background:var(--soft);border-radius:8px;padding:.75rem 1rem;
  border-top:3px solid var(--line)}
  .tiles .n{display:block;font:700 1.75rem/1.25 var(--serif);font-variant-numeric:tabular-nums}
  .tiles .l{color:var(--muted);font-size:.88rem;line-height:1.4;display:block}
  .tiles .pass{border-color:var(--pass)}.tiles .pass .n{color:var(--pass)}
  .tiles .fail{border-color:var(--fail)}.tiles .fail .n{color:var(--fail)}
  .tiles .undetermined{border-color:var(--open)}.tiles .undetermined .n{color:var(--open)}
  table{border-collapse:collapse;width:100%;font-size:.93rem;font-variant-numeric:tabular-nums}
  caption{text-align:left;color:var(--muted);font-size:.9rem;padding-bottom:.4rem}
  th,td{text-align:left;vertical-align:top;padding:.5rem .6rem;border-bottom:1px solid var(--line)}
  thead th{font-size:.84rem;color:var(--muted);font-weight:600;border-bottom:2px solid var(--line);
  white-space:nowrap}
  tbody th{font-weight:600}
  tfoot th,tfoot td{font-weight:700;border-top:2px solid var(--ink);border-bottom:0}
  .pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1rem 2.5rem;align-items:start}
  figure{margin:0}figcaption{color:var(--muted);font-size:.88rem}
  .histogram{display:block;width:100%;max-width:520px;margin:0 auto}
  .histogram text{fill:var(--muted);font:12px var(--sans)}.histogram .n{fill:var(--ink);font-weight:600}
  .v{fill:var(--accent)}.v.pass{fill:var(--pass)}.v.fail{fill:var(--fail)}.v.undetermined{fill:var(--open)}
  .mark{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:4 3;fill:none}
  .dims{width:auto;font-size:.88rem}
  .dims thead th{white-space:normal;text-align:center;vertical-align:bottom;min-width:5.4em;max-width:8em;
  padding:.3rem .35rem;line-height:1.35}
  .dims thead th:first-child{text-align:left}
  .dims th[scope=row]{position:sticky;left:0;background:var(--surface);z-index:1;white-space:nowrap;
  max-width:15em;overflow:hidden;text-overflow:ellipsis;padding:.25rem .9rem .25rem 0}
  .dims td{text-align:center;padding:.25rem .35rem;border:1px solid var(--surface)}
  .q0{background:var(--q0)}.q1{background:var(--q1)}.q2{background:var(--q2)}.q3{background:var(--q3)}
  .q4{background:var(--q4)}.dims td.u{background:var(--open-bg);color:var(--open)}
  .weeks{font-size:.88rem}.weeks th[scope=row]{max-width:14em;padding:.3rem .9rem .3rem 0;font-weight:600;position:sticky;left:0;
  background:var(--surface);z-index:1;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
  .weeks td,.weeks thead th{padding:.3rem .4rem;vertical-align:middle}.weeks .line{width:58%;min-width:300px}
  .weeks thead th{vertical-align:bottom}
  .months{display:block;width:100%;overflow:visible}.months text{fill:var(--muted);font:11px var(--sans)}
  .strip52{display:block;width:100%;height:15px;background:var(--soft);border-radius:3px}
  .strip52 path{fill:none;stroke-width:1}.w1{stroke:var(--w1)}.w2{stroke:var(--w2)}.w3{stroke:var(--w3)}
  .chip{display:inline-block;width:1.1em;height:.8em;border-radius:2px;margin-right:.4em;background:var(--soft)}
  .chip.w1{background:var(--w1)}.chip.w2{background:var(--w2)}.chip.w3{background:var(--w3)}
  .hide{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  .who td:first-child{width:8.5em}.who th[scope=row]{width:26%}
  .rules .bar{margin-top:.5rem}.rules tbody th{font-weight:400}
  .stored{display:inline-block;font-size:.84rem;padding:0 .5em;border:1px solid var(--line);
  border-radius:4px;text-decoration:none;white-space:nowrap}.stored:hover{border-color:var(--accent)}
  .exhibit{display:block;width:100%;height:76vh;min-height:420px;border:1px solid var(--line);
  border-radius:6px;background:var(--surface)}
  table+table{margin-top:1.4rem}main>.filter{margin-top:20px}
  td.opt:first-child{min-width:4.6em}
  .clip{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
  .up{color:var(--pass)}.down{color:var(--fail)}.changes{table-layout:fixed}.changes thead th:nth-child(1){width:14%}.changes thead th:nth-child(2){width:30%}
  .changes thead th:nth-child(3){width:22%}
  .ledger td:nth-child(n+3){text-align:right}
  .rank{table-layout:fixed}.rank thead th:nth-child(1){width:7%}
  .rank thead th:nth-child(2){width:25%}.rank thead th:nth-child(3){width:10%}
  .rank thead th:nth-child(4){width:14%}.rank thead th:nth-child(5){width:13%}
  .rank thead th:nth-child(6){width:10%}.rank thead th:nth-child(7){width:8%}
  .rank thead th:nth-child(8){width:13%}
  .rank thead th{white-space:normal;vertical-align:bottom}
  .rank.graded thead th:nth-child(2){width:22%}.rank.graded thead th:nth-child(8){width:9%}
  .rank.graded thead th:nth-child(9){width:13%}.rank.graded thead th:nth-child(4){width:12%}
  .rank.graded thead th:nth-child(5){width:12%}.rank.graded thead th:nth-child(6){width:8%}
  .reasons tbody th{min-width:13em}
  .num{text-align:right;white-space:nowrap}.num.small{white-space:normal}
  .scroll{overflow-x:auto;position:relative}
  .badge{display:inline-block;font-size:.84rem;font-weight:600;line-height:1.5;padding:.05rem .55rem;
  border-radius:99px;white-space:nowrap;color:var(--na);background:var(--na-bg)}
  .badge.pass{color:var(--pass);background:var(--pass-bg)}
  .badge.fail{color:var(--fail);background:var(--fail-bg)}
  .badge.partial{color:var(--partial);background:var(--partial-bg)}
  .badge.undetermined{color:var(--open);background:var(--open-bg)}
  .badge.manual{color:var(--manual);background:var(--manual-bg)}
  .badge.waived{color:var(--waived);background:var(--waived-bg)}
  .bar{display:block;width:100%;height:10px;border-radius:5px;background:var(--soft);min-width:90px;
  margin-top:.45rem}
  .bar .b{stroke:var(--ink);stroke-width:2;vector-effect:non-scaling-stroke}
  .strip{display:block;width:100%;height:20px;border-radius:5px;margin:.6rem 0 .4rem}
  .s-pass{fill:var(--pass)}.s-partial{fill:var(--partial)}.s-fail{fill:var(--fail)}
  .s-undetermined{fill:var(--open)}.s-manual{fill:var(--manual)}.s-waived{fill:var(--waived)}
  .key{display:flex;flex-wrap:wrap;gap:.35rem .6rem;list-style:none;padding:0;margin:.4rem 0;
  font-size:.9rem}
  .filter{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;margin:.4rem 0 1rem}
  .filter[hidden],[data-k][hidden],[data-group][hidden]{display:none}
  .filter label{font-size:.86rem;color:var(--muted)}
  .filter input,.filter select{display:block;font:inherit;font-size:.95rem;color:var(--ink);
  background:var(--bg);border:1px solid var(--muted);border-radius:6px;padding:.35rem .6rem;
  min-height:2.5rem;width:100%}
  .filter button{font:inherit;font-size:.9rem;color:var(--accent);background:none;border:1px solid var(--line);
  border-radius:6px;padding:.35rem .8rem;min-height:2.5rem;cursor:pointer}
  .filter button:hover{border-color:var(--accent)}
  .filter label:first-child{flex:1 1 220px;max-width:420px}
  .filter output{font-size:.88rem;color:var(--muted);padding-bottom:.5rem}
  .heat{width:auto;font-size:.8rem}
  .heat th[scope=row]{position:sticky;left:0;background:var(--surface);z-index:1;padding:.15rem .7rem .15rem 0;
  white-space:nowrap;font-size:.88rem;border-right:1px solid var(--line);max-width:14em;
  overflow:hidden;text-overflow:ellipsis}
  .heat thead th{padding:.2rem 0;vertical-align:bottom;border:0;font-weight:500}
  .heat thead a{color:inherit;text-decoration:none;writing-mode:vertical-rl;transform:rotate(180deg);max-height:9em;
  display:inline-block;line-height:1.75rem;font-size:.78rem}
  .heat td{width:1.75rem;min-width:1.75rem;height:1.75rem;padding:0;text-align:center;
  vertical-align:middle;border:1px solid var(--surface);background:var(--na-bg);color:var(--na)}
  .heat.wide td{width:1.15rem;min-width:1.15rem;font-size:.7rem}
  .heat.wide thead a{line-height:1.15rem;font-size:.66rem}
  .heat td.p,.heat.base-p td:not([class]){background:var(--pass-bg);color:var(--pass)}
  .heat td.p::before,.heat.base-p td:not([class])::before{content:"✓"}
  .heat td.f,.heat.base-f td:not([class]){background:var(--fail-cell);color:var(--fail-ink);font-weight:700}
  .heat td.f::before,.heat.base-f td:not([class])::before{content:"✗"}
  .heat td.h,.heat.base-h td:not([class]){background:var(--partial-bg);color:var(--partial)}
  .heat td.h::before,.heat.base-h td:not([class])::before{content:"◐"}
  .heat td.u,.heat.base-u td:not([class]){background:var(--open-bg);color:var(--open)}
  .heat td.u::before,.heat.base-u td:not([class])::before{content:"?"}
  .heat td.m,.heat.base-m td:not([class]){background:var(--manual-bg);color:var(--manual)}
  .heat td.m::before,.heat.base-m td:not([class])::before{content:"✎"}
  .heat td.w,.heat.base-w td:not([class]){background:var(--waived-bg);color:var(--waived)}
  .heat td.w::before,.heat.base-w td:not([class])::before{content:"○"}
  .heat.live td{cursor:pointer}.heat.live td:hover{outline:2px solid var(--ink);outline-offset:-2px}
  .mono{font:.84rem/1.5 ui-monospace,"SFMono-Regular",Menlo,Consolas,"Noto Sans Mono CJK SC",monospace}
  .small{font-size:.86rem;color:var(--muted)}
  .score{display:flex;flex-wrap:wrap;gap:1rem 2.2rem;align-items:center;margin-bottom:1rem}
  .big{font:700 3.3rem/1.05 var(--serif);font-variant-numeric:tabular-nums}
  .big.pass{color:var(--pass)}.big.fail{color:var(--fail)}.big.undetermined{color:var(--open)}
  .score>div:last-child{flex:1 1 300px}
  .card{content-visibility:auto;contain-intrinsic-size:auto 320px;border:1px solid var(--line);border-left:5px solid var(--na);border-radius:6px;
  padding:1rem 1.15rem;margin:1rem 0;background:var(--surface)}
  .card.fail{border-left-color:var(--fail)}.card.partial{border-left-color:var(--partial)}
  .card.undetermined{border-left-color:var(--open)}.card.manual{border-left-color:var(--manual)}
  .card.waived{border-left-color:var(--waived)}.card.pass{border-left-color:var(--pass)}
  .card:target{outline:3px solid var(--accent);outline-offset:2px}
  .card h3{margin:0 0 .35rem}
  .clause{white-space:nowrap;color:var(--muted);font-weight:600;margin-right:.45em;font-variant-numeric:tabular-nums}
  .tags{display:flex;flex-wrap:wrap;gap:.3rem .7rem;align-items:center;margin:.2rem 0 .7rem;
  font-size:.88rem;color:var(--muted)}
  .tags b{color:var(--ink)}
  dl{margin:0;display:grid;grid-template-columns:6.5em 1fr;gap:.5rem 1rem}
  :lang(en) dl{grid-template-columns:8.5em 1fr}
  dt{color:var(--muted);font-size:.9rem;font-weight:600;padding-top:.06rem}
  dd{margin:0;min-width:0}
  dd.fix{background:var(--soft);border-radius:6px;padding:.45rem .75rem}
  .ev{list-style:none;margin:0;padding:0}
  .ev li{padding:.4rem 0;border-top:1px solid var(--line)}
  .ev li:first-child{border-top:0;padding-top:0}
  .ev a,.ev q,.ev span,.card h3{unicode-bidi:isolate}
  .ev q{display:block;color:var(--ink);border-left:3px solid var(--line);padding-left:.7rem;
  margin:.25rem 0;quotes:none}
  .ev .addr{display:block;color:var(--muted)}.card .ev .x::after{content:attr(href);display:block;color:var(--muted);
  font:.84rem/1.5 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
  .card .ev .x{text-decoration:none}.card .ev .x:hover{text-decoration:underline}
  .ev .miss{display:block;color:var(--partial)}
  .heat thead a:hover{text-decoration:underline}.marks svg{width:22px;height:16px;vertical-align:-3px;margin-right:.3em}
  .defs{position:absolute}
  .chart{display:block;width:100%;max-width:760px;min-width:520px}
  .axis{stroke:var(--line);fill:none}.tick{fill:var(--muted);font:11px var(--sans)}
  .today{stroke:var(--accent);stroke-width:1.5;stroke-dasharray:3 3;fill:none}
  .m-met{stroke:var(--pass);stroke-width:9;stroke-linecap:round;fill:none}
  .m-late{stroke:var(--partial);stroke-width:10;stroke-linecap:butt;fill:none}
  .m-missed{stroke:var(--fail);stroke-width:2.6;stroke-linecap:round;fill:none}
  .m-upcoming{stroke:var(--muted);stroke-width:1.6;fill:none}
  .m-exempt{stroke:var(--muted);stroke-width:2;fill:none}
  details{margin:.35rem 0}
  summary{cursor:pointer;padding:.3rem 0}
  summary .badge{margin-right:.4rem}
  details.row{border-bottom:1px solid var(--line);margin:0}
  details.row>div{padding:.3rem 0 1rem 1.1rem}
  footer{color:var(--muted);font-size:.86rem;padding:8px 0 40px}
  .pager{display:flex;justify-content:space-between;flex-wrap:wrap;gap:.5rem 1rem;font-size:.92rem;
  margin:1rem 0}
  @media (max-width:640px){
  body{font-size:15px}.wrap{padding:0 14px}section{padding:16px 14px;margin:14px 0}
  .opt{display:none}dl,:lang(en) dl{grid-template-columns:1fr;gap:.15rem}dd{margin-bottom:.55rem}
  th,td{padding:.45rem .35rem}.rank thead th:nth-child(n){width:auto}thead th{white-space:normal}.big{font-size:2.6rem}.tiles{grid-template-columns:1fr 1fr}
  .card{padding:.85rem .85rem}
  .pair{grid-template-columns:minmax(0,1fr)}.weeks{min-width:660px}.weeks .line{width:48%}.rank{table-layout:auto}.reasons tbody th,tbody th{min-width:6.6em}.reasons tbody th{min-width:9em}.reasons td.t{min-width:7.5em}
  .weeks th[scope=row],.dims th[scope=row],.heat th[scope=row]{max-width:8.5em}.who td:first-child{width:7em}
  .changes{table-layout:auto}.exhibit{height:70vh}h1 .clause{display:block;font-size:.7em}}
  @media (max-width:420px){th,td{padding:.42rem .22rem}tbody th{min-width:5.2em}:lang(en) tbody th{min-width:7em}thead th{font-size:.78rem}}
  @page{size:A4;margin:16mm 14mm 18mm;@bottom-center{content:counter(page) " / " counter(pages);
  font:9pt sans-serif;color:#555}}
  @media print{
  :root{color-scheme:light;--bg:#fff;--surface:#fff;--ink:#000;--muted:#444;--line:#bbb;--soft:#f2f2f2;
  --accent:#123f70;--seal:#a8201a;--pass:#17653c;--pass-bg:#e2f1e8;--fail:#a8201a;--fail-bg:#fbe5e2;
  --partial:#855000;--partial-bg:#fceed3;--open:#55459a;--open-bg:#ebe8f7;--manual:#0b5c77;
  --manual-bg:#dff0f5;--na:#5f6875;--na-bg:#eceef0;--waived:#4d5b2c;--waived-bg:#edf0df;
  --fail-cell:#b5362c;--fail-ink:#fff;
  --q0:#f7d2cc;--q1:#fbe2cb;--q2:#fcf2cc;--q3:#dfefd3;--q4:#bfe3ca;--w1:#b4cce8;--w2:#6b98cb;--w3:#1d4e89}
  body{font-size:10.5pt;line-height:1.55}
  *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
  .wrap{max-width:none;padding:0}.toc,.filter,.skip,.pager,.crumbs,.noprint,.exhibit{display:none}
  section{border:0;padding:0;margin:14pt 0}.masthead{padding:0 0 8pt}
  h2,h3{break-after:avoid}.card,tr,.tiles,figure,.key{break-inside:avoid}thead{display:table-header-group}
  table{font-size:9.5pt}.tiles{grid-template-columns:repeat(7,1fr);gap:6pt}.tiles .n{font-size:15pt}.tiles li{padding:4pt 6pt}
  .x::after{content:" <" attr(href) ">";font-size:8pt;color:#444;font-weight:400;overflow-wrap:anywhere}
  .stored,.weeks .x::after{display:none}.filter+.small{display:none}
  .card{content-visibility:visible}.clip{display:block}.scroll{overflow:visible}.weeks .line{min-width:0}
  .dims th,.dims td{font-size:8pt;padding:1pt 2pt;min-width:0}.chart{min-width:0}a{color:inherit}
  .heat td{width:1.2rem;min-width:.5rem;height:1.2rem;font-size:.6rem}
  .heat thead a{line-height:1.2rem;font-size:.6rem}.heat th[scope=row]{position:static}
  .heat.wide td{width:auto;min-width:0;font-size:0}.heat.wide thead{display:none}}
  th.level1{font-weight:600}th.level2{font-weight:400;padding-left:1.6em}
  """
