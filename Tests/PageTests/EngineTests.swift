import Foundation
import Markup
import Page
import Support
import Testing
import Web

/// The parser behind `Document` can be exchanged: two of them give the same facts.
struct `Engines` {
  private static let first = PageReader(engine: SAXEngine())
  private static let second = PageReader(engine: TreeEngine())

  /// Facts come from the tree alone: where both trees are one, so are the facts.
  ///
  /// They are read and
  /// compared all the same for every tenth page, and wherever the trees differ.
  @Test(.timeLimit(.minutes(10)))
  func `give the same facts on every page of the fixtures`() throws {
    let pages = try FixturePages.all()
    #expect(pages.count > 500)
    for (number, page) in pages.enumerated() {
      let text = CharsetReader.read(page.bytes, contentType: nil).bytes
      let isOne =
        Self.outline(Document(parsing: text, with: SAXEngine()))
        == Self.outline(Document(parsing: text, with: TreeEngine()))
      guard !isOne || number % 10 == 0 else { continue }
      let url = WebURL("http://www.example.gov.cn/\(page.path)")
      let left = Self.first.read(page.bytes, url: url, contentType: nil, fetchedAt: nil)
      let right = Self.second.read(page.bytes, url: url, contentType: nil, fetchedAt: nil)
      #expect(left == right, "\(page.path): \(FactDifference.names(left, right))")
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
    let left = Document(parsing: Array(html.utf8), with: SAXEngine())
    let right = Document(parsing: Array(html.utf8), with: TreeEngine())
    #expect(Self.outline(left) == Self.outline(right))
  }

  @Test func `see an attribute without a value`() {
    for engine in [SAXEngine(), TreeEngine()] as [any MarkupEngine] {
      let page = engine.parse(Array("<option selected>一</option>".utf8))
      let option = page.first(.option, in: page.root)
      #expect(option.map { page.attribute($0, "selected") != nil } == true)
    }
  }

  /// What stands at each node: depth, tag, text, attributes.
  ///
  /// White space outside `html` is left out: libxml2's tree has no place for it.
  private static func outline(_ document: Document) -> [Outlined] {
    var depths = [Int](repeating: 0, count: Int(document.count))
    var out: [Outlined] = []
    for node in 1..<max(1, document.count) {
      let found = document.nodes[Int(node)]
      depths[Int(node)] = depths[Int(found.parent)] + 1
      var text = Array(document.content(node))
      if found.parent == 0, found.kind == .text, text.allSatisfy({ $0 <= 0x20 }) { continue }
      let first = Int(found.firstAttribute)
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

/// The pages of the fixture sites, sorted by path.
enum FixturePages {
  struct Page {
    var path: String
    var bytes: [UInt8]
  }

  static func all() throws -> [Page] {
    let root = Fixtures.folder + "/sites"
    let paths = (FileManager.default.subpaths(atPath: root) ?? []).sorted()
    return try paths.filter { $0.hasSuffix(".html") || $0.hasSuffix(".htm") }.map { path in
      let data = try Data(contentsOf: URL(fileURLWithPath: root + "/" + path))
      return Page(path: path, bytes: Array(data))
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
