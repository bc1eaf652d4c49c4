import Dates
import Markup
import Texts
import Web

/// Reads letters and messages of the public: from a letter's own page, from tables and from rows.
struct LetterReader {
  let document: Document
  let lines: PageLines
  let values: [LabelledValue]
  let tables: [TableFacts]
  let title: String?
  let url: WebURL?
  let base: WebURL?
  let fetchedAt: Timestamp?
  let isOwn: (Int) -> Bool

  private static let most = 500
  /// The longest row of a list, in bytes.
  private static let longestRow = 900

  /// The letters in order; empty on other pages, which are left after one search.
  func read() -> [PublicLetter] {
    guard lines.words.contains(.letter) else { return [] }
    let listed = inTables()
    if !listed.isEmpty { return listed }
    let rows = inRows()
    if rows.count >= 2 { return rows }
    return ownPage().map { [$0] } ?? []
  }

  // MARK: A letter's own page

  private func ownPage() -> PublicLetter? {
    var letter = PublicLetter(title: title ?? "", url: url)
    var isLetter = false
    for value in values where value.value.count <= 300 {
      guard let field = LetterWords.field(of: ByteText.squeezed(value.label)) else { continue }
      let bytes = Array(lines.flow.bytes[value.value])
      switch field {
      case .asked:
        isLetter = true
        letter.askedOn = letter.askedOn ?? date(bytes)
      case .replied:
        isLetter = true
        letter.repliedOn = letter.repliedOn ?? date(bytes)
      case .status:
        if let status = LetterWords.status(in: bytes[...]) {
          letter.status = letter.status ?? status
          letter.statusText = letter.statusText ?? WhiteSpace.folded(bytes[...])
        }
      case .title:
        let text = WhiteSpace.folded(bytes[...])
        if !text.isEmpty { letter.title = text }
      case .agency: letter.agency = letter.agency ?? WhiteSpace.folded(bytes[...])
      }
    }
    guard isLetter, !letter.title.isEmpty else { return nil }
    if letter.status == nil, letter.repliedOn != nil { letter.status = .answered }
    return letter
  }

  private func date(_ bytes: [UInt8]) -> CivilDate? {
    DateReader(at: fetchedAt).dates(in: bytes).first?.date
  }

  // MARK: Tables

  /// Tables whose head names a time of asking or a status beside a title.
  private func inTables() -> [PublicLetter] {
    var out: [PublicLetter] = []
    var addresses: [String: WebURL]?
    for table in tables {
      var fields: [(column: Int, field: LetterWords.Field)] = []
      for cell in table.cells.prefix(while: { $0.row == 0 }) {
        if let field = LetterWords.field(of: ByteText.squeezed(cell.text)) {
          fields.append((cell.column, field))
        }
      }
      let kinds = fields.map(\.field)
      guard kinds.contains(.title), kinds.contains(.asked) || kinds.contains(.replied),
        kinds.contains(.status) || kinds.contains(.replied) || kinds.contains(.agency)
      else { continue }
      let grid = TableGrid(table)
      for row in 1..<max(1, table.rows) where out.count < Self.most {
        guard var letter = letter(in: grid, row, fields) else { continue }
        let known = addresses ?? self.addresses()
        addresses = known
        letter.url = known[letter.title]
        out.append(letter)
      }
    }
    return out
  }

  private func letter(
    in grid: TableGrid, _ row: Int, _ fields: [(column: Int, field: LetterWords.Field)]
  ) -> PublicLetter? {
    var letter = PublicLetter(title: "")
    for (column, field) in fields {
      guard let cell = grid.cell(row: row, column: column), cell.row == row else { continue }
      let bytes = Array(cell.text.utf8)
      switch field {
      case .title: letter.title = WhiteSpace.folded(bytes[...])
      case .asked: letter.askedOn = date(bytes)
      case .replied: letter.repliedOn = date(bytes)
      case .status:
        letter.status = LetterWords.status(in: bytes[...])
        letter.statusText = bytes.isEmpty ? nil : WhiteSpace.folded(bytes[...])
      case .agency: letter.agency = bytes.isEmpty ? nil : WhiteSpace.folded(bytes[...])
      }
    }
    guard !letter.title.isEmpty else { return nil }
    if letter.status == nil, letter.repliedOn != nil { letter.status = .answered }
    return letter
  }

  /// The addresses of the page's links by their words; the first of several counts.
  private func addresses() -> [String: WebURL] {
    var out: [String: WebURL] = [:]
    for line in lines.flow.lines where line.linkBytes > 0 {
      for piece in line.pieces {
        let found = lines.flow.pieces[piece]
        guard found.link != 0, found.range.count <= 600 else { continue }
        let words = WhiteSpace.folded(lines.flow.bytes[found.range])
        if out[words] == nil { out[words] = address(found.link) }
      }
    }
    return out
  }

  private func address(_ link: NodeIndex) -> WebURL? {
    WebURL(Array(document.attribute(link, "href") ?? []), base: base)
  }

  // MARK: Rows

  /// Rows of a list that carry a link and a word of status.
  private func inRows() -> [PublicLetter] {
    var out: [PublicLetter] = []
    var last = -1
    for line in lines.flow.lines.indices where line > last && isOwn(line) && out.count < Self.most {
      guard lines.flow.lines[line].linkBytes > 0, let run = row(around: line) else { continue }
      last = run.upperBound - 1
      if let letter = letter(in: run) { out.append(letter) }
    }
    return out
  }

  /// The lines of the item in which a line stands, if a word of status stands in it.
  private func row(around line: Int) -> Range<Int>? {
    var node = lines.flow.lines[line].block
    for _ in 0..<5 where node != 0 {
      let run = lines.flow.lines(in: node, of: document)
      guard let first = run.first, let end = run.last, run.count <= 16 else { return nil }
      let bytes = lines.flow.lines[first].range.lowerBound..<lines.flow.lines[end].range.upperBound
      guard bytes.count <= Self.longestRow else { return nil }
      if LetterWords.status(in: lines.flow.bytes[bytes]) != nil { return run }
      node = document.parent(of: node)
    }
    return nil
  }

  private func letter(in run: Range<Int>) -> PublicLetter? {
    var letter = PublicLetter(title: "")
    var days: [CivilDate] = []
    for line in run {
      for piece in lines.flow.lines[line].pieces {
        let found = lines.flow.pieces[piece]
        let text = WhiteSpace.folded(lines.flow.bytes[found.range])
        if found.link != 0, text.utf8.count > letter.title.utf8.count,
          LetterWords.status(in: lines.flow.bytes[found.range]) == nil
        {
          letter.title = text
          letter.url = address(found.link)
        } else if letter.status == nil, found.range.count <= 60,
          let status = LetterWords.status(in: lines.flow.bytes[found.range])
        {
          letter.status = status
          letter.statusText = text
        }
      }
      for label in lines.labels(of: line) {
        let value = Array(lines.flow.bytes[label.value])
        switch LetterWords.field(of: ByteText.squeezed(label.label)) {
        case .asked: letter.askedOn = letter.askedOn ?? date(value)
        case .replied: letter.repliedOn = letter.repliedOn ?? date(value)
        case .agency: letter.agency = letter.agency ?? WhiteSpace.folded(value[...])
        case .status, .title, nil: break
        }
      }
      days += lines.dates(of: line).map(\.date)
    }
    guard letter.title.utf8.count >= 6, letter.status != nil else { return nil }
    letter.askedOn = letter.askedOn ?? days.first
    // A second day behind the first is that of the reply.
    if letter.repliedOn == nil, letter.status == .answered, days.count == 2, days[1] >= days[0] {
      letter.repliedOn = days[1]
    }
    return letter
  }

}
