import Markup
import Texts
import Web

/// Links that inline scripts write: `document.write('<li><a href="../zcfg/">'+name+'</a></li>')`.
///
/// Only literals are read. A link's text may be a variable of the same script that is set to a
/// literal.
enum ScriptLinks {
  struct Written {
    var node: NodeIndex
    var url: WebURL
    var text: String
    /// The link stands in a list item: a menu that a script writes.
    var isListed: Bool
  }

  private static let writers = Phrases(["document.write", "innerHTML", ".append(", ".html("])
  private static let anchor = Array("<a ".utf8)
  private static let href = Array("href".utf8)
  /// What one page's scripts may give at most.
  private static let limit = 2000

  static func links(in scripts: PageScripts, _ page: ListPage) -> [Written] {
    var out: [Written] = []
    for script in scripts.scripts where !script.isData {
      out += TreeLinks.links(in: script, page)
      guard writers.occur(in: script.text) else { continue }
      var from = script.text.startIndex
      while out.count < limit,
        let start = ByteSearch.find(anchor, in: script.text, from: from)
      {
        from = start + anchor.count
        guard let (value, end) = reference(script.text[from...].prefix(800)) else { continue }
        guard let url = WebURL(value, base: page.base) else { continue }
        let before = script.text[max(script.text.startIndex, start - 60)..<start]
        out.append(
          Written(
            node: script.node, url: url, text: text(after: end, in: script.text),
            isListed: ByteSearch.find(Array("<li".utf8), in: before) != nil))
      }
    }
    return out
  }

  /// The literal value of the next `href`, and where it ends; nil when it is put together.
  private static func reference(_ text: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Int)? {
    guard let word = ByteSearch.find(href, in: text) else { return nil }
    if let close = text.firstIndex(of: 0x3E), close < word { return nil }
    var index = word + href.count
    while index < text.endIndex, text[index] == 0x20 || text[index] == 0x3D { index += 1 }
    if index < text.endIndex, text[index] == 0x5C { index += 1 }
    guard index < text.endIndex, text[index] == 0x22 || text[index] == 0x27 else { return nil }
    let quote = text[index]
    let start = index + 1
    guard start < text.endIndex, let end = text[start...].firstIndex(of: quote) else { return nil }
    var value = text[start..<end]
    if value.last == 0x5C { value = value.dropLast() }
    let foreign: [UInt8] = [0x22, 0x27, 0x2B, 0x3C, 0x3E, 0x7B, 0x7D, 0x5C, 0x24, 0x20, 0x0A]
    guard !value.isEmpty, !value.contains(where: { foreign.contains($0) }) else { return nil }
    return (value, end + 1)
  }

  /// The words between `>` and `</a>`: a literal, or a variable's.
  private static func text(after place: Int, in script: ArraySlice<UInt8>) -> String {
    let rest = script[place...].prefix(400)
    guard let open = rest.firstIndex(of: 0x3E) else { return "" }
    let inner = rest[(open + 1)...].prefix { $0 != 0x3C }
    let pieces = inner.split(whereSeparator: { $0 == 0x27 || $0 == 0x22 || $0 == 0x2B })
    var out: [UInt8] = []
    for piece in pieces {
      let word = piece.filter { $0 > 0x20 }
      if word.isEmpty { continue }
      if isName(word),
        let value = PageScripts.value(of: String(decoding: word, as: UTF8.self), in: script)
      {
        if case .text(let bytes) = value { out += bytes }
      } else if !isName(word) {
        out += piece
      }
    }
    return WhiteSpace.folded(out[...])
  }

  private static func isName(_ word: [UInt8]) -> Bool {
    word.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x5F || $0 == 0x24
    }
  }
}
