import Foundation
import Page
import Testing

/// Archived pages made harmless: what comes out is built from an allow list.
struct `Archived page as markup` {
  private func markup(_ page: String, _ excerpts: [String] = []) -> (text: String, marks: [Int?]) {
    let made = ExhibitMarkup(Array(page.utf8), contentType: "text/html", excerpts: excerpts)
    return (String(decoding: made.bytes, as: UTF8.self), made.marks)
  }

  /// Everything that stands in tags must be one of these, whatever the page held.
  private static let names: Set<String> = [
    "p", "div", "span", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption",
    "thead", "tfoot", "tr", "td", "th", "strong", "em", "sub", "sup", "code", "del", "u", "q",
    "small", "blockquote", "pre", "br", "hr", "mark",
  ]

  private func expectHarmless(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else {
        Issue.record("a tag does not end", sourceLocation: sourceLocation)
        return
      }
      let tag = rest[..<end]
      rest = rest[end...]
      let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
      #expect(Self.names.contains(name), "<\(tag)>", sourceLocation: sourceLocation)
      if tag.hasPrefix("/") { continue }
      let attributes = tag.dropFirst(name.count).trimmingCharacters(in: .whitespaces)
      let isKnown =
        attributes.isEmpty
        || attributes.wholeMatch(of: /(class="(a|pic)")?( ?title="[^"<>]*")?/) != nil
        || attributes.wholeMatch(of: /( ?(col|row)span="[0-9]+")+/) != nil
        || attributes.wholeMatch(of: /id="x[0-9]+"/) != nil
      #expect(isKnown, "<\(tag)>", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [
    "<script>alert(1)</script>好", "<p onclick=alert(1) style='background:url(http://x/)'>好</p>",
    "<a href='javascript:alert(1)'>好</a>", "<a href=\"data:text/html,<script>x</script>\">好</a>",
    "<img src=x onerror=alert(1) alt='好'>", "<svg onload=alert(1)><script>x</script></svg>好",
    "<svg><a xlink:href='javascript:x'><text>坏</text></a></svg>好",
    "<math><mtext><mglyph><style><img src=x onerror=x></style></mglyph></mtext></math>好",
    "<meta http-equiv=refresh content='0;url=http://x/'>好", "<base href='http://x/'>好",
    "<iframe srcdoc='<script>x</script>'></iframe>好", "<iframe src=http://x/></iframe>好",
    "<form action=http://x/><input name=a value=b><button formaction=http://x/>好</button></form>",
    "<object data=http://x/><embed src=http://x/></object>好",
    "<link rel=stylesheet href=http://x/><style>@import 'http://x/'; *{background:url(//x)}</style>好",
    "<video src=http://x/ poster=http://x/><source src=http://x/></video>好",
    "<template><script>x</script></template>好",
    "<noscript><p title='</noscript><img src=x>'></noscript>好",
    "<table background=http://x/><tr><td background=//x>好</td></tr></table>",
    "<p title='\"><script>x</script>'>好</p>", "<a href='\"><script>alert(1)</script>'>好</a>",
    "<plaintext>好", "<xmp><script>x</script></xmp>好", "<!--><script>x</script>-->好",
    "<![CDATA[<script>x</script>]]>好", "<p id=x1 name=x class=archived>好</p>",
    "<span style='position:fixed;inset:0'>好</span>", "<dialog open>坏</dialog>好",
    "<textarea><script>x</script></textarea>好", "<select><option>坏</option></select>好",
    "<isindex action=http://x/ prompt=x>好", "<marquee onstart=alert(1)>好</marquee>",
    "<body onload=alert(1) background=http://x/>好", "<td colspan='99999999999999999999'>好</td>",
    "<p>好\u{0}\u{1}\u{202E}</p>", "<a href=http://x/ target=_top ping=http://x/>好</a>",
  ])
  func `holds only elements and attributes of the allow list`(page: String) {
    let text = markup(page, ["好"]).text
    expectHarmless(text)
    #expect(text.contains("好"), "\(text)")
    #expect(!text.contains("alert") || text.contains("title=\""), "\(text)")
  }

  @Test func `marks an excerpt that runs over elements and white space`() {
    let made = markup(
      "<div><h1>区财政局</h1><p>一般公共预算 <b>收入</b>\n 完成&nbsp;4120万元，同比增长。</p></div>",
      ["公共预算收入 完成4120万元"])
    #expect(made.marks == [1])
    #expect(
      made.text
        == "<div><h2>区财政局</h2><p>一般<mark id=\"x1\">公共预算 </mark><strong><mark>收入</mark></strong>"
        + "\n <mark>完成\u{A0}4120万元</mark>，同比增长。</p></div>")
    expectHarmless(made.text)
  }

  @Test func `marks the pieces of an excerpt that was put together`() {
    let made = markup(
      "<p>联系电话：0999-5550100</p><p>办公地址：云门路1号</p><p>别的</p>",
      ["联系电话：0999-5550100；办公地址：云门路1号", "没有的文字在这里", "云门路1号"])
    #expect(made.marks == [1, nil, 2])
    #expect(made.text.contains("<mark id=\"x2\">"))
    expectHarmless(made.text)
  }

  @Test func `keeps lists, tables and where a link led`() {
    let made = markup(
      "<ul><li><a href='/a?b=1&amp;c=2'>通知</a></li></ul><table><tr><td colspan=2>甲</td></tr></table>"
    )
    #expect(
      made.text
        == "<ul><li><span class=\"a\" title=\"/a?b=1&amp;c=2\">通知</span></li></ul>"
        + "<table><tr><td colspan=\"2\">甲</td></tr></table>")
  }

  @Test func `reads a page in its own charset`() {
    let gbk: [UInt8] = [0x3C, 0x70, 0x3E, 0xB2, 0xC6, 0xD5, 0xFE, 0xBE, 0xD6]
    let made = ExhibitMarkup(gbk, contentType: "text/html; charset=gbk", excerpts: ["财政局"])
    #expect(String(decoding: made.bytes, as: UTF8.self) == "<p><mark id=\"x1\">财政局</mark></p>")
  }

  @Test func `shows the part around the excerpt of a page that is very long`() {
    let rows = (0..<20_000).map { "<p>第\($0)行的文字内容</p>" }.joined()
    let made = ExhibitMarkup(
      Array("<body><div>\(rows)</div></body>".utf8), contentType: "text/html",
      excerpts: ["第18000行的文字内容"])
    #expect(made.isCut)
    #expect(made.marks == [1])
    #expect(made.bytes.count <= ExhibitMarkup.longest + 1000)
    let text = String(decoding: made.bytes, as: UTF8.self)
    #expect(text.contains("<mark id=\"x1\">第18000行的文字内容</mark>"))
    #expect(text.hasSuffix("</div>"))
  }

  @Test func `bears empty pages, deep nesting and bytes of any kind`() {
    #expect(markup("").text.isEmpty)
    let deep = String(repeating: "<div>", count: 5000) + "好"
    let made = markup(deep, ["好"])
    expectHarmless(made.text)
    let bytes = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 131 &+ $0 / 7) }
    let odd = ExhibitMarkup(bytes, contentType: nil, excerpts: ["\u{FFFD}", "", " "])
    #expect(odd.marks.count == 3)
  }
}
