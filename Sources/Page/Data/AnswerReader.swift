import Dates
import JSON
import Markup
import Web

/// Reads what an interface answered, JSON or XML, as a page of the list that asked for it.
struct AnswerReader {
  let url: WebURL?
  let fetchedAt: Timestamp?

  /// What the bytes of a response are.
  private enum Data {
    case json(JSONValue)
    case xml(XMLTable)
  }

  init(url: WebURL?, fetchedAt: Timestamp?) {
    self.url = url
    self.fetchedAt = fetchedAt
  }

  /// The form of the system whose interface the address names.
  private static func form(of url: WebURL?) -> AnswerForm {
    guard let url else { return .usual }
    return CMSAdapter.first { adapter in
      adapter.answer.flatMap { $0.matches(url) ? $0 : nil }
    } ?? .usual
  }

  /// The facts of an answer; nil when the bytes (UTF-8) are a page, a feed or a site map.
  func read(_ bytes: [UInt8]) -> PageFacts? {
    guard let data = Self.data(bytes) else { return nil }
    let form = Self.form(of: url)
    let table =
      switch data {
      case .json(let root): DataTable(root, keys: form.keys)
      case .xml(let xml): xml.table(form.keys)
      }
    var facts = PageFacts()
    facts.url = url
    facts.isAnswer = true
    if let markup = table.markup { return read(markup: markup, table, form, into: facts) }
    facts.entries = table.rows.compactMap { entry($0, form) }
    finish(&facts, table, form)
    return facts
  }

  /// At least every other row has a day.
  private static func areDated(_ entries: [Entry]) -> Bool {
    entries.count { $0.date != nil } * 2 >= entries.count
  }

  /// The rows of one value that stands within a page; none where they have no days.
  func entries(of value: JSONValue) -> [Entry] {
    let form = AnswerForm.usual
    let found = DataTable(value, keys: form.keys).rows.compactMap { entry($0, form) }
    return Self.areDated(found) ? found : []
  }

  // MARK: What the bytes are

  private static func data(_ bytes: [UInt8]) -> Data? {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
    guard start < bytes.count else { return nil }
    switch bytes[start] {
    case 0x7B, 0x5B: return JSONValue(Array(bytes[start...])).map { .json($0) }
    case 0x3C: return xml(bytes[start...])
    default: return wrapped(bytes, start).map { .json($0) }
    }
  }

  /// XML that is no page: not HTML, no jpage store (read as markup), no feed and no site map.
  private static func xml(_ text: ArraySlice<UInt8>) -> Data? {
    guard text.starts(with: "<?xml".utf8) || isPlainRoot(text) else { return nil }
    let lower = ByteSearch.lowered(text.prefix(2000))
    let foreign = [
      "<html", "<!doctype html", "<datastore", "<recordset", "<rss", "<feed",
      "<urlset", "<sitemapindex", "<rdf:rdf",
    ]
    guard !foreign.contains(where: { ByteSearch.find(Array($0.utf8), in: lower) != nil }) else {
      return nil
    }
    return .xml(XMLTable(Array(text)))
  }

  private static let plainRoots = Phrases([
    "<list>", "<data>", "<root>", "<items>", "<rows>", "<result>", "<response>",
  ])

  private static func isPlainRoot(_ text: ArraySlice<UInt8>) -> Bool {
    plainRoots.begin(ByteSearch.lowered(text.prefix(12)))
  }

  /// `callback({…})`, `var data = […];`.
  private static func wrapped(_ bytes: [UInt8], _ start: Int) -> JSONValue? {
    let head = bytes[start...].prefix(120)
    guard let open = head.firstIndex(where: { $0 == 0x28 || $0 == 0x3D }) else { return nil }
    let name = head[..<open].allSatisfy {
      $0 == 0x20 || $0 == 0x2E || $0 == 0x5F || $0 == 0x24 || (0x30...0x39).contains($0)
        || (0x61...0x7A).contains($0 | 0x20)
    }
    var value = open + 1
    while value < bytes.count, bytes[value] <= 0x20 { value += 1 }
    guard name, value < bytes.count, bytes[value] == 0x7B || bytes[value] == 0x5B else {
      return nil
    }
    return JSONValue.read(bytes, from: value)?.value
  }

  // MARK: Rows

  private func entry(_ row: DataRow, _ form: AnswerForm) -> Entry? {
    let keys = form.keys
    let titles = row.texts(keys.titles).map { DataText.title($0) }.filter { !$0.isEmpty }
    let weak = row.text(keys.weakTitles).map { DataText.title($0) } ?? []
    guard var title = titles.first ?? (weak.isEmpty ? nil : weak) else { return nil }
    if RowWords.isCut(title) {
      // Another of its names may hold the whole title.
      let whole = titles.filter { $0.count > title.count - 3 && !RowWords.isCut($0) }
      title = whole.max { $0.count < $1.count } ?? title
    }
    var entry = Entry(
      title: String(decoding: title, as: UTF8.self), url: address(row, form), date: nil)
    entry.date = row.texts(keys.dates).lazy.compactMap { DataText.day($0) }.first
    entry.fields = keys.fields.compactMap { field in
      guard let text = row.text(field.names), text.count <= 400 else { return nil }
      let value = String(decoding: DataText.title(text), as: UTF8.self)
      return value.isEmpty ? nil : Field(label: field.label, value: value)
    }
    return entry
  }

  private func address(_ row: DataRow, _ form: AnswerForm) -> WebURL? {
    for text in row.texts(form.keys.addresses) {
      if let found = DataText.address(text, base: url), !FormRequest.isKey(found) { return found }
    }
    guard let url, let before = form.detail?(url),
      let number = row.text(form.keys.identities), number.count <= 64
    else { return nil }
    return WebURL(Array((before + FormRequest.encoded(number)).utf8), base: url)
  }

  /// Rows that the data hold as markup.
  private func read(
    markup: [UInt8], _ table: DataTable, _ form: AnswerForm, into start: PageFacts
  ) -> PageFacts {
    var facts = start
    let document = Document(parsing: markup)
    let lists = ListReader.read(document, url: url, fetchedAt: fetchedAt)
    facts.entries = lists.entries
    var table = table
    table.rows = []
    table.hasRows =
      lists.state == .empty || lists.state == .none && table.total == 0
      || table.total == nil && Self.countsNothing(document)
    table.total = table.total ?? Self.attribute("count", document)
    table.size = table.size ?? Self.attribute("rows", document)
    table.pages = table.pages ?? lists.statedPages
    if let total = table.total, total < facts.entries.count { table.total = nil }
    finish(&facts, table, form)
    return facts
  }

  /// The number in an attribute of a pager's element: `<table count="432" rows="15">`.
  private static func attribute(_ name: StaticString, _ document: Document) -> Int? {
    for node in 0..<document.count where document.isElement(node) {
      switch document.tag(node) {
      case .td, .th, .textarea: continue
      default: break
      }
      if let value = document.attribute(node, name), (1...8).contains(value.count),
        let number = Int(String(decoding: value, as: UTF8.self)), number > 0
      {
        return number
      }
    }
    return nil
  }

  /// A pager's element that counts no rows: `<div class="pagination" count="0" rows="15">`.
  private static func countsNothing(_ document: Document) -> Bool {
    (0..<document.count).contains { node in
      guard document.isElement(node),
        let count = document.attribute(node, "count"), count.elementsEqual([0x30])
      else { return false }
      return document.attribute(node, "rows") != nil || document.attribute(node, "pageno") != nil
        || document.attribute(node, "class").map {
          ByteSearch.find(Array("pag".utf8), in: ByteSearch.lowered($0)) != nil
        } ?? false
    }
  }

  // MARK: The list

  private func finish(_ facts: inout PageFacts, _ table: DataTable, _ form: AnswerForm) {
    if !facts.entries.isEmpty {
      // Rows without days may be a menu: of an interface that we don't know they prove no list.
      let isList = !form.paths.isEmpty || Self.areDated(facts.entries)
      facts.listState = isList ? .readable : .unreadable
    } else {
      // An interface that we don't know may answer nothing because it was asked in a wrong way.
      // Behind the first page that is the list's end.
      let isKnown = !form.paths.isEmpty || isLater(table)
      let isSure = table.hasRows && !table.isFailure && isKnown
      facts.listState = isSure && (table.total ?? 0) == 0 ? .empty : .unreadable
    }
    facts.kind = .column
    facts.column = table.name.map { String(decoding: DataText.title($0), as: UTF8.self) }
    facts.statedEntries = table.total
    facts.statedPages = pages(table, form, facts.entries.count)
    if !isLater(table), let slot = url.flatMap({ PageSlot($0) }), let pages = facts.statedPages,
      pages > 1
    {
      let last = min(pages, PagerSeries.limit) - 1
      facts.nextPages = (1...max(1, last)).compactMap { slot.url(slot.number + $0) }
      facts.requests = facts.nextPages
    } else if table.total == nil, table.pages == nil {
      goOn(&facts, form)
    }
    facts.links = facts.entries.compactMap { entry in
      entry.url.map { Link(url: $0, text: entry.title, role: .entry) }
    }
  }

  /// Pages of a list without a total that are asked for, one after the other.
  private static let mostPages = 60

  /// Names the page after a full one of a list that states neither its rows nor its pages.
  private func goOn(_ facts: inout PageFacts, _ form: AnswerForm) {
    guard !facts.entries.isEmpty, let url, let slot = PageSlot(url) else { return }
    if !form.isSizeOurs, let size = PageSlot.size(in: url), facts.entries.count < size { return }
    guard slot.number < Self.mostPages else {
      facts.isTruncated = true
      return
    }
    facts.nextPages = [slot.url(slot.number + 1)].compactMap { $0 }
    facts.requests = facts.nextPages
  }

  /// Not the list's first page: an empty one is then its end.
  private func isLater(_ table: DataTable) -> Bool {
    table.isLater || (url.flatMap { PageSlot($0) }?.number ?? 1) > 1
  }

  /// The number of pages: as stated, else by the rows of the first page.
  private func pages(_ table: DataTable, _ form: AnswerForm, _ shown: Int) -> Int? {
    if let pages = table.pages, pages > 0 { return pages }
    guard let total = table.total, total > 0 else { return nil }
    let first = isLater(table) ? nil : shown
    guard let size = first ?? table.size ?? form.size, size > 0 else { return nil }
    return (min(total, 10_000_000) + size - 1) / size
  }
}
