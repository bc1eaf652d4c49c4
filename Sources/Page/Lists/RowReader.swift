import Dates
import Markup
import Texts
import Web

/// Reads rows: title, address, date.
struct RowReader {
  let page: ListPage
  private var document: Document { page.document }

  init(_ page: ListPage) { self.page = page }

  private struct Anchor {
    var node: NodeIndex
    var text: [UInt8]
    var url: WebURL?
  }

  private struct Row {
    var entry: Entry
    var reading: RowDate.Reading
  }

  /// The entries of a block, rows that are none (pagers, 更多, table heads) left out.
  func entries(_ rows: [RowSpan], dateCell: Int?) -> [Entry] {
    var read = rows.compactMap { self.row($0, dateCell: dateCell) }
    fillYears(&read)
    return read.map(\.entry)
  }

  private func row(_ span: RowSpan, dateCell: Int?) -> Row? {
    let anchors = anchors(in: span.nodes)
    guard let chosen = titleAnchor(anchors) else { return nil }
    let (title, inner) = title(of: chosen)
    guard !title.isEmpty, !RowWords.isNoTitle(title) else { return nil }
    let link = document.span(chosen.node)
    var outside: [ArraySlice<UInt8>] = []
    for node in page.texts(in: span.nodes) where !link.contains(node) {
      outside.append(document.content(node))
    }
    let url = chosen.url ?? document.attribute(span.head, "onclick").flatMap(page.scriptTarget)
    let context = RowDate.Context(
      address: Array((url?.path ?? "").utf8)[...], fetchedAt: page.fetchedAt)
    var reading = RowDate.Reading.none
    if let dateCell, let cell = cell(dateCell, of: span.head) {
      reading = RowDate.read(cell, context)
    }
    if reading == .none { reading = RowDate.read(outside, context) }
    if reading == .none { reading = RowDate.read(inner, context) }
    var entry = Entry(title: String(decoding: title, as: UTF8.self), url: url, date: nil)
    if case .yearless = reading, let whole = timeElement(in: span.nodes) { reading = whole }
    if case .dayOnly(let day) = reading { reading = whole(day, over: span.head, context.address) }
    if case .day(let date) = reading, !RowWords.isPlaceholder(date) { entry.date = date }
    return Row(entry: entry, reading: reading)
  }

  // MARK: The title

  private func anchors(in span: Range<NodeIndex>) -> [Anchor] {
    var out: [Anchor] = []
    for node in span where document.tag(node) == .a && out.count < 8 {
      var text = page.folded(document.span(node))
      if text.isEmpty { text = imageText(node) }
      out.append(Anchor(node: node, text: text, url: page.target(of: node)))
    }
    return out
  }

  /// What stands for the text of a link around a picture.
  func imageText(_ anchor: NodeIndex) -> [UInt8] {
    if let title = document.attribute(anchor, "title"), !title.isEmpty {
      return WhiteSpace.foldedBytes(title)
    }
    let image = document.first(.img, in: anchor)
    let alt = image.flatMap { document.attribute($0, "alt") ?? document.attribute($0, "title") }
    return WhiteSpace.foldedBytes(alt ?? [])
  }

  /// The link that carries the row's title: not a category before it, not 详细 after it.
  private func titleAnchor(_ anchors: [Anchor]) -> Anchor? {
    let fit = anchors.filter { !$0.text.isEmpty && !RowWords.isNoTitle($0.text) }
    guard let first = fit.first else { return nil }
    let letters = ByteSearch.letters(first.text[...])
    let isLabel = RowWords.isBracketed(first.text) || isBracketedOutside(first.node)
    // `嘉奖令` is a title; a short link to a column before a link to a page is a category.
    let isCategory = letters <= 6 && first.url.map { !PageAddress.isDocument($0) } ?? false
    guard isCategory || isLabel,
      let next = fit.dropFirst().first(where: {
        guard $0.url != first.url else { return false }
        let leads = $0.url.map { PageAddress.isDocument($0) } ?? false
        if ByteSearch.letters($0.text[...]) > max(letters, 4) { return isLabel || leads }
        // `[社团风采] 为有暗香来`: the label leads to a column, a short title to its page.
        return isLabel && isCategory && leads && !RowWords.isBracketed($0.text)
      })
    else {
      // A picture's text and the title often lead to the same page: the written one counts.
      let written = fit.first { page.sums.linkText(document.span($0.node)) > 0 }
      return written ?? first
    }
    return next
  }

  /// `[<a>通知</a>]`: the bracket stands before the link.
  private func isBracketedOutside(_ anchor: NodeIndex) -> Bool {
    guard anchor > 0, document.isText(anchor - 1) else { return false }
    return RowWords.opensBracket(ByteSearch.squeezed(document.content(anchor - 1)))
  }

  /// The title in a link, and the link's pieces of text that are no title.
  private func title(of anchor: Anchor) -> ([UInt8], [ArraySlice<UInt8>]) {
    let span = document.span(anchor.node)
    let texts = page.texts(in: span)
    var title = anchor.text
    var rest: [ArraySlice<UInt8>] = []
    if page.sums.linkDates(span) > 0 || page.sums.text(span) > 120 || isCard(span) {
      (title, rest) = cardTitle(anchor.node, texts)
    }
    title = RowWords.trimmed(title)
    if let full = document.attribute(anchor.node, "title") {
      title = RowWords.completed(title, by: full)
    }
    return (title, rest)
  }

  /// The link holds two blocks of text or more, a title and what stands below it.
  private func isCard(_ link: Range<NodeIndex>) -> Bool {
    guard link.count >= 5 else { return false }
    var blocks = 0
    for node in link.dropFirst() where isBlock(node) {
      // The innermost blocks count.
      let inner = document.span(node)
      if page.sums.text(inner) > 1, !inner.dropFirst().contains(where: isBlock) { blocks += 1 }
    }
    return blocks >= 2
  }

  private func isBlock(_ node: NodeIndex) -> Bool {
    switch document.tag(node) {
    case .p, .div, .h1, .h2, .h3, .h4, .h5, .h6, .li, .dt, .dd: true
    default: false
    }
  }

  /// In a card that is one link the title is its heading, or its first text that is no day.
  private func cardTitle(
    _ anchor: NodeIndex, _ texts: [NodeIndex]
  ) -> ([UInt8], [ArraySlice<UInt8>]) {
    let heading = document.descendants(of: anchor).first { node in
      switch document.tag(node) {
      case .h1, .h2, .h3, .h4, .h5, .h6, .dt: page.sums.text(document.span(node)) > 1
      default: document.isElement(node) && RowWords.namesTitle(document.attribute(node, "class"))
      }
    }
    let rest: [ArraySlice<UInt8>]
    let title: [UInt8]
    if let heading {
      let span = document.span(heading)
      let (text, date) = RowWords.splitDay(page.folded(span))
      title = text
      rest = texts.filter { !span.contains($0) }.map { document.content($0) } + [date[...]]
    } else if texts.count == 1, let only = texts.first {
      let (text, date) = RowWords.splitDay(WhiteSpace.foldedBytes(document.content(only)))
      return (text, date.isEmpty ? [] : [date[...]])
    } else {
      let words = texts.filter {
        !RowDate.fills(document.content($0)) && page.sums.text($0..<$0 + 1) > 1
      }
      // A short first text may be a category: the first real one counts.
      let first = words.first { page.sums.text($0..<$0 + 1) > 4 } ?? words.first
      // Text of one paragraph may be cut over several inline elements.
      let block = first.map { paragraph(around: $0, within: anchor) }
      title = block.map { page.folded($0) } ?? []
      rest = texts.filter { !(block?.contains($0) ?? false) }.map { document.content($0) }
    }
    return (title, rest)
  }

  /// The block element around a text within its link; the text's inline parents count with it.
  private func paragraph(around text: NodeIndex, within anchor: NodeIndex) -> Range<NodeIndex> {
    var node = text
    while document.parent(of: node) != anchor, node != 0, !isBlock(node) {
      let parent = document.parent(of: node)
      if page.sums.linkDates(document.span(parent)) > 0 { break }
      node = parent
    }
    return document.span(node)
  }

  // MARK: The date

  /// The texts of the cell with that index in a table row.
  private func cell(_ index: Int, of row: NodeIndex) -> [ArraySlice<UInt8>]? {
    let cells = document.children(of: row).filter {
      document.tag($0) == .td || document.tag($0) == .th
    }
    guard cells.indices.contains(index) else { return nil }
    return page.texts(in: document.span(cells[index])).map { document.content($0) }
  }

  /// The day in a `time` element's attribute, where its text leaves out the year.
  private func timeElement(in span: Range<NodeIndex>) -> RowDate.Reading? {
    for node in span {
      guard let stamp = document.attribute(node, "datetime"), stamp.count <= 40,
        let date = DateReader().dates(in: Array(stamp)).first?.date
      else { continue }
      return .day(date)
    }
    return nil
  }

  /// Which column of a table its head names as the day of publishing.
  func dateCell(of block: RowBlock) -> Int? {
    guard block.head == .tr else { return nil }
    let table = document.ancestor(of: block.first, tagged: .table) ?? block.first
    let inner = document.tag(block.first) == .table ? block.first : table
    for row in document.descendants(of: inner) where document.tag(row) == .tr {
      let cells = document.children(of: row).filter {
        document.tag($0) == .td || document.tag($0) == .th
      }
      guard cells.count >= 2, page.sums.text(document.span(row)) <= 60 else { return nil }
      let labels = cells.map { ByteSearch.squeezed(page.folded(document.span($0))[...]) }
      return labels.firstIndex { RowWords.publishingHeads.begin($0) }
        ?? labels.firstIndex { RowWords.dayHeads.begin($0) }
    }
    return nil
  }

  /// The day of the month that the heading over the rows names, else of the row's address.
  private func whole(
    _ day: Int, over row: NodeIndex, _ address: ArraySlice<UInt8>
  ) -> RowDate.Reading {
    if let (year, month) = month(over: row) {
      return CivilDate(year: year, month: month, day: day).map { .day($0) } ?? .none
    }
    return RowYear.wholeDay(in: address).flatMap { $0.day == day ? .day($0) : nil } ?? .none
  }

  /// The month that the nearest text before the row's list is.
  private func month(over row: NodeIndex) -> (year: Int, month: Int)? {
    var node = document.parent(of: row) - 1
    let last = max(0, node - 40)
    while node > last {
      defer { node -= 1 }
      guard document.isText(node), !page.sums.silent[Int(node)] else { continue }
      let text = ByteSearch.squeezed(document.content(node))
      if !text.isEmpty { return RowDate.yearMonth(text) }
    }
    return nil
  }

  /// Gives a row without a year the year of its neighbours when both agree and the order holds.
  private func fillYears(_ rows: inout [Row]) {
    for index in rows.indices {
      guard case .yearless(let month, let day) = rows[index].reading,
        let above = rows[..<index].last(where: { $0.entry.date != nil })?.entry.date,
        let below = rows[(index + 1)...].first(where: { $0.entry.date != nil })?.entry.date,
        above.year == below.year,
        let date = CivilDate(year: above.year, month: month, day: day),
        below <= date, date <= above
      else { continue }
      rows[index].entry.date = date
    }
  }
}
