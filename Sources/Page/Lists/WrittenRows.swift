import Markup
import Web

/// Rows that an inline script holds whole in its literals and writes: `$("#list").html('<li>…</li>')`,
/// `document.write("<li>…</li>")`.
///
/// Looked for only where a page shows no row of its own. A literal that is put together with anything
/// that is none is a template, and left out.
struct WrittenRows {
  let page: ListPage
  let scripts: PageScripts

  /// The longest script that is looked at, in bytes.
  private static let longest = 262_144
  private static let writers = Phrases([
    "document.write", "innerHTML", ".append(", ".prepend(", ".html(", "insertAdjacentHTML",
  ])
  private static let anchor = Array("<a ".utf8)

  /// The dated rows of the longest list; empty when no script writes one.
  func entries() -> [Entry] {
    var markup: [UInt8] = []
    for script in scripts.scripts
    where !script.isData && script.text.count <= Self.longest && Self.writers.occur(in: script.text)
      && ByteSearch.find(Self.anchor, in: ByteSearch.lowered(script.text)) != nil
    {
      markup += Self.literals(ScriptTokens(script.text).tokens)
    }
    guard !markup.isEmpty else { return [] }
    let document = Document(parsing: markup)
    let inner = ListPage(
      document, names: PageNames(document), url: page.base, fetchedAt: page.fetchedAt)
    let finder = RowBlockFinder(inner)
    let lists = finder.blocks().filter { $0.isDated && $0.rows >= 2 }
    guard let list = lists.max(by: { $0.rows < $1.rows }) else { return [] }
    let reader = RowReader(inner)
    let entries = reader.entries(finder.rows(of: list), dateCell: reader.dateCell(of: list))
    return entries.allSatisfy { $0.url != nil && $0.date != nil } ? entries : []
  }

  /// The literals of markup, one after the other; `'…' + '…'` is one, `'…' + name` none.
  private static func literals(_ tokens: [ScriptTokens.Token]) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    while index < tokens.count {
      guard case .string(let first) = tokens[index] else {
        index += 1
        continue
      }
      var text = first
      var isWhole = index == 0 || tokens[index - 1] != .mark("+")
      index += 1
      while index < tokens.count, tokens[index] == .mark("+") {
        index += 1
        guard index < tokens.count, case .string(let more) = tokens[index] else {
          isWhole = false
          break
        }
        text += more
        index += 1
      }
      if isWhole, text.contains(0x3C) { out += text }
    }
    return out
  }
}
