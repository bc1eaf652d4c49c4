import Markup
import Web

/// Rows that an inline script holds whole in its literals and writes: `$("#list").html('<li>…</li>')`,
/// `document.write("<li>…</li>")`.
///
/// So are the rows that a script each writes from variables of its own (`ScriptRun` follows it).
/// Looked for only where a page shows no row of its own, and no script on it asks for data: what is
/// written then may be a box beside the list that is still to come. A literal that is put together with
/// anything that is none is a template, and left out.
struct WrittenRows {
  let page: ListPage
  let scripts: PageScripts

  /// The longest script that is looked at, in bytes.
  private static let longest = 262_144
  private static let writers = Phrases([
    "document.write", "innerHTML", ".append(", ".prepend(", ".html(", "insertAdjacentHTML",
  ])
  private static let anchor = Array("<a ".utf8)
  /// What a script says that asks the server for rows.
  private static let loaders = Phrases([
    "ajax", "fetch(", "XMLHttpRequest", ".get(", ".post(", "getJSON", "axios", ".load(", "datacall",
    "loadData",
  ])

  /// The dated rows of the longest list; empty when no script writes one.
  func entries() -> [Entry] {
    guard !asksForMore else { return [] }
    var markup: [UInt8] = []
    var rows: [UInt8] = []
    for script in scripts.scripts
    where !script.isData && script.text.count <= Self.longest && Self.writers.occur(in: script.text)
      && ByteSearch.find(Self.anchor, in: ByteSearch.lowered(script.text)) != nil
    {
      markup += Self.literals(ScriptTokens(script.text).tokens)
      rows += Self.row(script.text)
    }
    let found = entries(in: markup)
    return found.isEmpty ? entries(in: rows) : found
  }

  /// What a script writes from its variables, where that is one row: `var u='…';
  /// document.write('<a href="'+u+'">'+n+'</a>')` within each item of a list.
  private static func row(_ script: ArraySlice<UInt8>) -> [UInt8] {
    guard script.count <= ScriptRun.longest else { return [] }
    let written = ScriptRun(script).written
    guard let link = ByteSearch.find(anchor, in: ByteSearch.lowered(written[...])) else {
      return []
    }
    let rest = written[(link + anchor.count)...]
    guard ByteSearch.find(anchor, in: ByteSearch.lowered(rest)) == nil else { return [] }
    return Array("<li>".utf8) + written + Array("</li>".utf8)
  }

  private func entries(in markup: [UInt8]) -> [Entry] {
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

  private var asksForMore: Bool {
    scripts.scripts.contains { Self.loaders.occur(in: $0.text) }
      || allAdapters.contains { scripts.mention($0.fills) }
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
