import Testing

// `ByteEngine` hands odd text to libxml2: only here its own parser is asked without that way out.
@testable import Markup

struct `Byte parser` {
  /// Everything a document holds, in words that can be compared.
  private func shape(_ document: Document) -> [String] {
    (0..<document.count).map { index in
      let node = document.nodes[Int(index)]
      let first = node.firstAttribute
      let attributes = document.attributes[first..<(first + Int(node.attributeCount))].map {
        "\(String(decoding: document.slice($0.name), as: UTF8.self))="
          + String(decoding: document.slice($0.value), as: UTF8.self)
      }
      let content =
        String(decoding: document.slice(node.content), as: UTF8.self)
        + String(decoding: document.name(of: index), as: UTF8.self)
      return "\(node.kind) \(node.tag) \(node.parent)..\(node.end) \(attributes) \(content)"
    }
  }

  private func expectSame(_ html: String) throws {
    let bytes = Array(html.utf8)
    let fast = try #require(
      ByteParser.parse(bytes, upTo: bytes.count, mostAttributes: 4000), "\(html)")
    let slow = SAXEngine.parse(bytes, upTo: bytes.count)
    #expect(shape(fast) == shape(slow), "\(html)")
  }

  @Test(arguments: [
    "", " ", "text", "  text <b>bold</b>", "<p>one<p>two", "<ul><li>a<li>b</ul>c",
    "<table><tr><td>1<td>2<tr><td>3</table>", "<a href=x>1<a href=y>2</a>3",
    "<html><head><title>t</title></head><body><p>x</body></html> tail",
    "<head></head>between<body>x</body>", "<title>t</title>text", "<body><body class=a>x</body>y",
    "<html lang=zh><html lang=en>x</html>y</html>", "<div><head><p>x</head></div>",
    "</p>x</div>", "<div></span></div>", "<div><span></div>x</span>", "<td>x</tr></td>y",
    "<b><p>x</b>y</p>", "<br/>x<br></br>", "<div/>x", "<img src=a><input type=text/>",
    "<frameset><frame src=a></frameset>", "<noframes>x</noframes>",
    "<option>a<option>b", "<dl><dt>a<dd>b<dt>c</dl>", "<custom-tag a=1>x</custom-tag>",
    "<o:p>x</o:p>", "<a.b>x</a.b>", "<_x>y</_x>", "<:x>y", "< b>x", "<1>x", "<>x", "x<", "x</",
    "</ x>y", "</>y", "<b", "<b ", "<b a", "<b a=", "<b a='", "<b a=\"x", "<b a=x", "</b",
  ])
  func `build the same tree`(html: String) throws { try expectSame(html) }

  @Test(arguments: [
    "<a HREF='X' Href=y>", "<a a=1 b='2' c=\"3\" d>", "<a a = 1 b= '2'>", "<a =x>", "<a a==b>",
    "<a a=b/>x", "<a a=b/ >x", "<a / a=1>", "<a 'x' b=1>", "<a a='1'b='2'>", "<a \u{4E2D}=1 b=2>",
    "<a a=\u{4E2D}>", "<a a=''>", "<a a=\n'x\ny'>", "<a a=x>y", "<a a='>' b>y",
    "<a a='&amp;&lt;&nbsp;&copy'>", "<a a=&amp;b>", "<a a='?x=1&y=2&copy=3&reg;'>",
    "<a a='&#20013;&#x4E2D;&#X4e2d'>", "<a a='x&#0;y'>", "<a a='&'>", "<a a='&;'>", "<a a='&#'>",
    "<a a='&#xZ'>", "<a a='&#1114112;z'>", "<a a='&frac12;&thetasym;&apos;'>",
  ])
  func `read the same attributes`(html: String) throws { try expectSame(html) }

  @Test(arguments: [
    "x&amp;y", "x&amp", "x&", "&", "&;", "&unknown;", "&nbsp\u{4E2D}", "&\u{4E2D};", "&#65;&#x42;",
    "&#65 x", "&#;", "&#x;", "&#abc", "&#0;", "&#55296;", "&#99999999999;", "<head>&amp;",
    "<head> &nbsp; <title>x</title>", "&lt;b&gt;", "&Aacute;&aacute;&AACUTE;", "a&b=c&d",
  ])
  func `resolve the same references`(html: String) throws { try expectSame(html) }

  @Test(arguments: [
    "<!doctype html>x", "<!DOCTYPE html PUBLIC \"-//W3C//DTD>\" 'x>'>y",
    "<!DOCTYPE html SYSTEM 'a'>y",
    "<!DOCTYPE>x", "<!DOCTYPE html x y>z", "<p><!doctype html>x", "<!-- a --><p>x", "<!-->x",
    "<!--->x", "<!---->x", "<!-- a -- b -->x", "<!-- a --!>x", "<!--a->x-->y", "<!-- no end",
    "<!-", "<!x>y", "<![if a]>x<![endif]>", "<![CDATA[x]]>y", "<?xml version='1.0'?><p>x",
    "<?xml:namespace prefix = o />x", "<??>x", "<? x>y", "<p><?php a > b ?>x",
    "<script>a<b</script>x", "<script>a</b>c</script>x", "<script></scriptx>a</SCRIPT >x",
    "<script>x", "<script/>x", "<script><noscript>x", "<style>a{}</style>x", "<style><p></style>x",
    "<script><!-- </script> --></script>x", "<textarea><b>x</textarea>",
  ])
  func `pass over the same declarations and scripts`(html: String) throws {
    try expectSame(html)
  }

  @Test func `look at long blanks in the head in the same pieces`() throws {
    for count in [998, 999, 1000, 1001, 1999, 2000, 2500] {
      try expectSame("<head>" + String(repeating: " ", count: count) + "<title>x</title>")
      try expectSame("<head>" + String(repeating: "\u{3000}", count: count / 3) + "x<b>y")
      try expectSame(String(repeating: "\n", count: count) + "&amp;x")
    }
  }

  @Test func `end the same elements before each start tag and end tag`() throws {
    let rules = ElementRules.shared
    let names = (0..<rules.count).map { number in
      String(decoding: unsafe Array(rules.name(ElementRules.Name(number))), as: UTF8.self)
    }
    for outer in names {
      for inner in names {
        try expectSame("<div><\(outer)>1<\(inner)>2</\(outer)>3</\(inner)>4</div>5")
      }
    }
  }

  @Test(arguments: ["a\u{1}b", "<p title='\u{7}'>", "\u{FFFE}", "<?\u{4E2D}?>x"])
  func `leave to libxml2 what is its own`(html: String) {
    let bytes = Array(html.utf8)
    #expect(ByteParser.parse(bytes, upTo: bytes.count, mostAttributes: 4000) == nil)
    #expect(shape(Document(parsing: bytes)) == shape(SAXEngine.parse(bytes, upTo: bytes.count)))
  }

  @Test func `leave a strange character to libxml2 wherever it stands`() {
    for strange in ["\u{1}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"] {
      for blanks in 0..<20 {
        for tail in ["", "<p>x", "<p>所有正文都在这里，一共二十个字。</p>"] {
          let bytes = Array((String(repeating: "\n", count: blanks) + strange + tail).utf8)
          #expect(ByteParser.parse(bytes, upTo: bytes.count, mostAttributes: 4000) == nil)
        }
      }
    }
    let plain = Array("<p>\t\r\n\u{7F}，\u{FFFD}\u{FFC0}\u{EFFF}正文".utf8)
    #expect(ByteParser.parse(plain, upTo: plain.count, mostAttributes: 4000) != nil)
  }

  @Test func `leave broken UTF-8 to libxml2`() {
    let bytes: [UInt8] = Array("<p>x".utf8) + [0xE4, 0xB8]
    #expect(shape(Document(parsing: bytes)) == shape(SAXEngine.parse(bytes, upTo: bytes.count)))
  }
}
