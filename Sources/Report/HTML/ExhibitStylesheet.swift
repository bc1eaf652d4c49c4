/// The style sheet of an archived page: plain text on paper, by the reader's setting of light or dark.
///
/// `picture` is the word before a picture's alternative text, one of ours.
func exhibitStylesheet(_ picture: String) -> String {
  """
  :root{color-scheme:light dark;--ink:#1b222c;--muted:#566070;--line:#d5d2c8;--bg:#fff;--mark:#ffe27a;
  --accent:#1d4e89}
  @media (prefers-color-scheme:dark){:root{--ink:#e5e9ef;--muted:#9ba7b6;--line:#39434f;--bg:#191f27;
  --mark:#e9c34a;--accent:#8dbaf3}}
  body{margin:0 auto;max-width:46rem;padding:1rem 1.1rem 4rem;background:var(--bg);color:var(--ink);
  font:15px/1.75 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;
  overflow-wrap:anywhere}
  .archived{color:var(--muted);font-size:.84rem;border-bottom:1px dashed var(--line);padding-bottom:.4rem}
  mark{background:var(--mark);color:#1b1503;padding:.08em .12em;border-radius:2px;scroll-margin:30vh}
  mark:target{outline:2px solid #a8201a}
  .a{color:var(--accent)}
  .pic{color:var(--muted);font-size:.88em;border:1px solid var(--line);border-radius:3px;padding:0 .3em}
  .pic::before{content:"\(picture)"}
  table{border-collapse:collapse;max-width:100%}td,th{border:1px solid var(--line);padding:.2rem .45rem;
  vertical-align:top;text-align:left}
  ul,ol{padding-left:1.4rem}h2{font-size:1.25rem}h3{font-size:1.1rem}h4{font-size:1rem}
  pre{white-space:pre-wrap}hr{border:0;border-top:1px solid var(--line)}
  """ + "\n"
}
