import Dates
import Markup
import Web

/// Hanweb jpage: the rows stand as XML in a script of the column page,
/// `<datastore><nextgroup>…</nextgroup><recordset><record><![CDATA[<li>…</li>]]></record>…`; the rest
/// comes from `dataproxy.jsp` in the same form (facts: cms.md §2).
let hanwebAdapter = CMSAdapter(
  name: "Hanweb jpage", fills: ["jpage/dataproxy.jsp", "dataproxy.jsp", "$.jpage", ".jpage("],
  embedded: HanwebStore.read,
  requests: { page, scripts in
    HanwebRequests.rest(
      shown: 0, total: scripts.number("totalRecord")?.value,
      perPage: scripts.number("perPage")?.value, page, scripts)
  })

/// Reads a `datastore`.
private enum HanwebStore {
  private static let record = Array("<record>".utf8)
  private static let recordEnd = Array("</record>".utf8)
  private static let dataStart = Array("<![CDATA[".utf8)
  private static let dataEnd = Array("]]>".utf8)

  static func read(_ page: ListPage, _ scripts: PageScripts) -> EmbeddedList? {
    guard let script = columnsOwn(scripts.scripts.filter(holdsRecords), page, scripts) else {
      return nil
    }
    let records = texts(script.text, record, recordEnd).map(unwrapped)
    let entries = entries(records, page)
    let program = program(of: script, page, scripts)
    let total = number("totalRecord", program) ?? element("totalrecord", script.text)
    let perPage =
      number("perPage", program) ?? number("perpage", program) ?? number("pageSize", program)
    let rest = rest(
      script.text, shown: records.count, total: total, perPage: perPage, page, scripts)
    return EmbeddedList(
      entries: entries, records: total, perPage: perPage, rest: rest.pages, isWhole: rest.isWhole)
  }

  /// The store of the page's column where a box beside it has one too: that of its number in the
  /// page's address, `/col/col12/`, that of the main part, the one with most rows.
  private static func columnsOwn(
    _ stores: [PageScripts.Script], _ page: ListPage, _ scripts: PageScripts
  ) -> PageScripts.Script? {
    guard stores.count > 1 else { return stores.first }
    let column = page.url.flatMap { columnNumber($0) }
    func weight(_ store: PageScripts.Script) -> (Int, Int, Int) {
      let program = program(of: store, page, scripts)
      let isOfColumn =
        column.map { number in
          [store.text, program ?? []].contains { states("columnid", number, $0) }
        } ?? false
      let isMain = page.regions.part(of: store.node) == .main
      let rows = number("totalRecord", program) ?? element("totalrecord", store.text) ?? 0
      return (isOfColumn ? 1 : 0, isMain ? 1 : 0, rows)
    }
    var best = stores[0]
    for store in stores.dropFirst() where weight(store) > weight(best) { best = store }
    return best
  }

  /// The program that shows a store: it names the element that holds it, or the store's unit; of one
  /// store alone the first that counts rows.
  private static func program(
    of store: PageScripts.Script, _ page: ListPage, _ scripts: PageScripts
  ) -> ArraySlice<UInt8>? {
    let counting = scripts.scripts.filter {
      ByteSearch.find(Array("totalRecord".utf8), in: $0.text) != nil
    }
    guard counting.count > 1 else { return counting.first?.text }
    var node = page.document.parent(of: store.node)
    for _ in 0..<4 where node != 0 {
      if let id = page.document.attribute(node, "id"), !id.isEmpty,
        let named = counting.first(where: { $0.calls(Array(id)) })
      {
        return named.text
      }
      node = page.document.parent(of: node)
    }
    if let place = ByteSearch.find(Array("unitid=".utf8), in: store.text) {
      let unit = store.text[(place + 7)...].prefix { (0x30...0x39).contains($0) }
      if !unit.isEmpty, let named = counting.first(where: { states("unitid", unit, $0.text) }) {
        return named.text
      }
    }
    return (counting.first { $0.node > store.node } ?? counting.first)?.text
  }

  /// `name=12`, `name:12` or `'name':'12'` in a text.
  private static func states(
    _ name: String, _ number: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>
  ) -> Bool {
    var rest = text
    let key = Array(name.utf8)
    while let place = ByteSearch.find(key, in: rest) {
      rest = text[(place + key.count)...]
      let value = rest.prefix(8).drop { [0x3D, 0x3A, 0x27, 0x22, 0x20].contains($0) }
      let digits = text[value.startIndex...].prefix { (0x30...0x39).contains($0) }
      if digits.elementsEqual(number) { return true }
    }
    return false
  }

  /// The digits of the last `col…` in an address.
  private static func columnNumber(_ url: WebURL) -> ArraySlice<UInt8>? {
    for step in url.path.split(separator: "/").reversed() where step.hasPrefix("col") {
      let digits = Array(step.utf8.dropFirst(3).prefix { (0x30...0x39).contains($0) })
      if !digits.isEmpty { return digits[...] }
    }
    return nil
  }

  /// `<recordset>`, or records alone in a script of data.
  private static func holdsRecords(_ script: PageScripts.Script) -> Bool {
    ByteSearch.find(Array("<recordset>".utf8), in: script.text) != nil
      || script.isData
        && ByteSearch.find(Array("<record><![CDATA[".utf8), in: script.text) != nil
  }

  private static func entries(_ records: [ArraySlice<UInt8>], _ page: ListPage) -> [Entry] {
    var markup: [UInt8] = []
    for record in records.prefix(2000) {
      markup += Array("<section>".utf8) + record + Array("</section>".utf8)
    }
    let document = Document(parsing: markup)
    let inner = ListPage(
      document, names: PageNames(document), url: page.base, fetchedAt: page.fetchedAt)
    let rows = inner.document.all(.section, in: inner.document.root).map {
      RowSpan(head: $0, nodes: inner.document.span($0))
    }
    return RowReader(inner).entries(rows, dateCell: nil)
  }

  private static func texts(
    _ text: ArraySlice<UInt8>, _ start: [UInt8], _ end: [UInt8]
  ) -> [ArraySlice<UInt8>] {
    var out: [ArraySlice<UInt8>] = []
    var from = text.startIndex
    while let open = ByteSearch.find(start, in: text, from: from),
      let close = ByteSearch.find(end, in: text, from: open)
    {
      out.append(text[(open + start.count)..<close])
      from = close + end.count
    }
    return out
  }

  /// The content of a CDATA section; the text itself without one.
  private static func unwrapped(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let open = ByteSearch.find(dataStart, in: text),
      let close = ByteSearch.find(dataEnd, in: text, from: open)
    else { return text }
    return text[(open + dataStart.count)..<close]
  }

  private static func number(_ name: String, _ text: ArraySlice<UInt8>?) -> Int? {
    guard let text, case .number(let value)? = PageScripts.value(of: name, in: text) else {
      return nil
    }
    return value
  }

  private static func element(_ name: String, _ text: ArraySlice<UInt8>) -> Int? {
    let found = texts(text, Array("<\(name)>".utf8), Array("</\(name)>".utf8)).first
    return found.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  /// The proxy's addresses for the rows that the page lacks, a group of rows each.
  ///
  /// `nextgroup` holds the address of the next group; its `page` number counts the groups. Without
  /// a total only that one is known.
  private static func rest(
    _ store: ArraySlice<UInt8>, shown: Int, total: Int?, perPage: Int?, _ page: ListPage,
    _ scripts: PageScripts
  ) -> (pages: [WebURL], isWhole: Bool) {
    let following = HanwebRequests.following(page.url, total: total)
    if !following.isEmpty { return (following, true) }
    guard let group = texts(store, Array("<nextgroup>".utf8), Array("</nextgroup>".utf8)).first,
      let href = page.quoted(in: unwrapped(group)).first
    else {
      // An answer was asked for by the numbers of its rows; a page may have a script that asks.
      guard page.url?.path.hasSuffix("dataproxy.jsp") != true else { return ([], false) }
      let pages = HanwebRequests.rest(
        shown: shown, total: total, perPage: perPage, page, scripts)
      return (pages, total != nil && !pages.isEmpty)
    }
    let plain = String(decoding: href, as: UTF8.self).split(separator: "&amp;")
      .joined(separator: "&")
    guard let next = WebURL(Array(plain.utf8), base: page.base), !FormRequest.isKey(next) else {
      return ([], false)
    }
    // An answer knows the group after its own, and not how many came before.
    let isAnswer = page.url?.path.hasSuffix("dataproxy.jsp") ?? false
    guard let total, shown > 0, !isAnswer else { return ([next], false) }
    guard total > shown else { return ([], true) }
    let groups = min((total - shown + shown - 1) / shown, PagerSeries.limit)
    guard groups > 1, let (before, number, after) = pageNumber(next.string) else {
      return ([next], groups == 1)
    }
    return ((0..<groups).compactMap { WebURL("\(before)\(number + $0)\(after)") }, true)
  }

  /// The address cut around its `page=` number.
  private static func pageNumber(_ address: String) -> (String, Int, String)? {
    let bytes = Array(address.utf8)
    for mark in ["?page=", "&page="] {
      guard let hit = ByteSearch.find(Array(mark.utf8), in: bytes) else { continue }
      let start = hit + mark.utf8.count
      let end = bytes[start...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.count
      guard end > start, end - start <= 6,
        let number = Int(String(decoding: bytes[start..<end], as: UTF8.self))
      else { return nil }
      return (
        String(decoding: bytes[..<start], as: UTF8.self), number,
        String(decoding: bytes[end...], as: UTF8.self)
      )
    }
    return nil
  }
}
