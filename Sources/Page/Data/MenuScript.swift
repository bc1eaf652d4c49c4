package import Dates
import Markup
package import Web

/// Reads the file of a script that writes a menu: its links, and nothing else.
///
/// Literals alone are read, as with scripts within a page.
package enum MenuScript {
  /// The longest file that is read, in bytes.
  private static let longest = 400_000
  /// How many links one file may give.
  private static let most = 2000

  /// The links that the script writes.
  ///
  /// `url` is the script's own address. What it writes stands on `page`, against which the links are
  /// resolved. Pure; a file that writes no link gives facts without one.
  package static func read(
    _ body: [UInt8], url: WebURL, contentType: String?, on page: WebURL?, fetchedAt: Timestamp?
  ) -> PageFacts {
    var facts = PageFacts()
    facts.url = url
    facts.isAnswer = true
    let text = CharsetReader.read(Array(body.prefix(longest)), contentType: contentType)
    facts.encoding = text.charset.rawValue
    facts.isTruncated = body.count > longest
    let run = ScriptRun(text.bytes[...])
    let markup =
      Array("<!DOCTYPE html><html><body><div class=\"nav\">".utf8) + run.written
      + Array("</div><script>".utf8) + text.bytes + Array("</script></body></html>".utf8)
    let lists = ListReader.read(Document(parsing: markup), url: page ?? url, fetchedAt: fetchedAt)
    var seen: Set<WebURL> = []
    facts.links = lists.links.prefix(most).filter { seen.insert($0.url).inserted }
      .map { Link(url: $0.url, text: $0.text, role: .menu) }
    facts.blindLinks = lists.blindLinks
    return facts
  }

  /// Whether the bytes may be a script: a page answered in its place is none.
  package static func isScript(_ body: [UInt8]) -> Bool {
    let start = body.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = body[start...].first { $0 > 0x20 }
    return first != 0x3C && first != nil && !body.prefix(512).contains(0)
  }
}
