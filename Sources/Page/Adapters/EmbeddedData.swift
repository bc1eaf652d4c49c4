import JSON
import Markup

/// A list that stands in a script of the page as an array of objects:
/// `var list = [{"title":"…","url":"…","date":"…"}]`, `<script type="application/json">`.
struct EmbeddedData {
  let page: ListPage
  let scripts: PageScripts

  /// Arrays that are looked at in one page.
  private static let most = 20

  /// The rows of the largest such array; empty when there is none.
  func entries() -> [Entry] {
    var best: [Entry] = []
    var tries = 0
    for script in scripts.scripts {
      let text = Array(script.text)
      var from = 0
      while tries < Self.most, let open = text[from...].firstIndex(of: 0x5B) {
        from = open + 1
        guard Self.holdsObject(text, open), Self.isValue(text, open) else { continue }
        tries += 1
        guard let (value, end) = JSONValue.read(text, from: open) else { continue }
        from = end
        let reader = AnswerReader(url: page.base, fetchedAt: nil)
        let found = reader.entries(of: value)
        if found.count > best.count { best = found }
      }
    }
    return best
  }

  /// `[` and then `{`.
  private static func holdsObject(_ text: [UInt8], _ open: Int) -> Bool {
    text[(open + 1)...].prefix(40).first { $0 > 0x20 } == 0x7B
  }

  /// After `=`, `:`, `(` or nothing.
  private static func isValue(_ text: [UInt8], _ open: Int) -> Bool {
    guard let before = text[..<open].suffix(40).last(where: { $0 > 0x20 }) else { return true }
    return before == 0x3D || before == 0x3A || before == 0x28
  }
}
