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
    for script in scripts.scripts where holdsRecords(script) {
      let records = texts(script.text, record, recordEnd).map(unwrapped)
      let entries = entries(records, page)
      let program = scripts.scripts.first { text in
        ByteSearch.find(Array("totalRecord".utf8), in: text.text) != nil
      }?.text
      let total =
        number("totalRecord", program) ?? element("totalrecord", script.text)
      let perPage =
        number("perPage", program) ?? number("perpage", program) ?? number("pageSize", program)
      let rest = rest(
        script.text, shown: records.count, total: total, perPage: perPage, page, scripts)
      return EmbeddedList(
        entries: entries, records: total, perPage: perPage, rest: rest.pages, isWhole: rest.isWhole)
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
