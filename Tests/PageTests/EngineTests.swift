import Foundation
import Markup
import Page
import Support
import Testing
import Web

/// The parser behind `Document` can be exchanged: all of them give the same facts.
struct `Engines` {
  private static let bytes = PageReader(engine: ByteEngine())
  private static let sax = PageReader(engine: SAXEngine())
  private static let tree = PageReader(engine: TreeEngine())

  /// Facts come from the tree alone: where the trees are one, so are the facts.
  ///
  /// They are read and compared all the same for every tenth page, and wherever the trees differ.
  @Test(.timeLimit(.minutes(10)))
  func `give the same facts on every page of the fixtures`() throws {
    let pages = try FixturePages.all()
    #expect(pages.count > 650)
    for (number, page) in pages.enumerated() {
      let text = CharsetReader.read(page.bytes, contentType: nil).bytes
      let first = Document(parsing: text, with: ByteEngine())
      let second = Document(parsing: text, with: SAXEngine())
      let isOne = Self.outline(first) == Self.outline(Document(parsing: text, with: TreeEngine()))
      #expect(Self.isSame(first, second), "\(page.path)")
      guard !isOne || number % 10 == 0 else { continue }
      let url = WebURL("http://www.example.gov.cn/\(page.path)")
      let expected = Self.bytes.read(page.bytes, url: url, contentType: nil, fetchedAt: nil)
      for reader in [Self.sax, Self.tree] {
        let facts = reader.read(page.bytes, url: url, contentType: nil, fetchedAt: nil)
        #expect(facts == expected, "\(page.path): \(FactDifference.names(facts, expected))")
      }
    }
  }

  @Test(arguments: [
    "", "<p", "<p>一<p>二", "<div><span>一</div>二</span>", "<a href=x>一<a href=y>二",
    "<table><td>一<tr><td>二",
    "&nbsp;&amp;&#20013;&copy;&bogus;", "<script>if(a<b){document.write('<p>')}</script>一",
    "<!-- 注 -->一<!--",
    "<title>题</title><body title='&lt;x&gt;' hidden>一",
    "<input value=''><br/><img src=a.jpg>", "<ul><li>一<li>二</ul>",
  ])
  func `build the same tree`(_ html: String) {
    let bytes = Array(html.utf8)
    let first = Document(parsing: bytes, with: ByteEngine())
    #expect(Self.isSame(first, Document(parsing: bytes, with: SAXEngine())))
    #expect(Self.outline(first) == Self.outline(Document(parsing: bytes, with: TreeEngine())))
  }

  @Test func `see an attribute without a value`() {
    for engine in [ByteEngine(), SAXEngine(), TreeEngine()] as [any MarkupEngine] {
      let page = engine.parse(Array("<option selected>一</option>".utf8))
      let option = page.first(.option, in: page.root)
      #expect(option.map { page.attribute($0, "selected") != nil } == true)
    }
  }

  @Test func `cut a tag of thousands of attributes and say so`() {
    let many = (0..<6000).map { "a\($0)=1" }.joined(separator: " ")
    for engine in [ByteEngine(), SAXEngine(), TreeEngine()] as [any MarkupEngine] {
      let page = engine.parse(Array("<p>一</p><div \(many)>二</div>".utf8))
      #expect(page.isTruncated)
      #expect(page.first(.p, in: page.root) != nil && page.first(.div, in: page.root) == nil)
    }
  }

  /// The two documents hold the same nodes, attributes and bytes.
  private static func isSame(_ left: Document, _ right: Document) -> Bool {
    left.count == right.count && left.isTruncated == right.isTruncated
      && outline(left, all: true) == outline(right, all: true)
      && zip(left.nodes, right.nodes).allSatisfy { $0.parent == $1.parent && $0.end == $1.end }
  }

  /// What stands at each node: depth, tag, text, attributes.
  ///
  /// Unless `all` is asked for, white space outside `html` is left out: libxml2's tree has no place
  /// for it.
  private static func outline(_ document: Document, all: Bool = false) -> [Outlined] {
    var depths = [Int](repeating: 0, count: Int(document.count))
    var out: [Outlined] = []
    for node in 1..<max(1, document.count) {
      let found = document.nodes[Int(node)]
      depths[Int(node)] = depths[Int(found.parent)] + 1
      var text = Array(document.content(node)) + document.name(of: node)
      if !all, found.parent == 0, found.kind == .text, text.allSatisfy({ $0 <= 0x20 }) { continue }
      let first = found.firstAttribute
      for attribute in document.attributes[first..<(first + Int(found.attributeCount))] {
        text += [0] + document.slice(attribute.name) + [0] + document.slice(attribute.value)
      }
      out.append(
        Outlined(kind: found.kind, tag: found.tag, depth: depths[Int(node)], text: text))
    }
    return out
  }

  private struct Outlined: Equatable {
    var kind: Document.Kind
    var tag: Markup.Tag
    var depth: Int
    var text: [UInt8]
  }
}

/// The pages of the fixture sites and the labelled ones, sorted by path.
enum FixturePages {
  struct Page {
    var path: String
    var bytes: [UInt8]
  }

  static func all() throws -> [Page] {
    try ["sites", "pages"].flatMap { part in
      let root = Fixtures.folder + "/" + part
      let paths = (FileManager.default.subpaths(atPath: root) ?? []).sorted()
      return try paths.filter { $0.hasSuffix(".html") || $0.hasSuffix(".htm") }.map { path in
        let data = try Data(contentsOf: URL(fileURLWithPath: root + "/" + path))
        return Page(path: path, bytes: Array(data))
      }
    }
  }
}

/// Which fields of two pages' facts differ: for a message.
enum FactDifference {
  static func names(_ left: PageFacts, _ right: PageFacts) -> [String] {
    zip(Mirror(reflecting: left).children, Mirror(reflecting: right).children).compactMap {
      "\($0.value)" == "\($1.value)" ? nil : $0.label
    }
  }
}
