import JSON

/// One row of a list as an interface gives it: names and values, in order.
struct DataRow {
  /// Names in lower case without `_` and `-`; values as text.
  private(set) var values: [(name: [UInt8], text: [UInt8])] = []

  /// The most values of a row that are looked at.
  private static let most = 200

  mutating func add(_ name: some Sequence<UInt8>, _ text: [UInt8]) {
    guard values.count < Self.most, !text.isEmpty, !Self.blanks.contains(text) else { return }
    values.append((Self.folded(name), text))
  }

  private static let blanks: Set<[UInt8]> = Set(
    ["null", "undefined", "NULL", "None"].map { Array($0.utf8) })

  /// A name as rows are asked for it.
  static func folded(_ name: some Sequence<UInt8>) -> [UInt8] {
    ByteSearch.lowered(name.filter { $0 != 0x5F && $0 != 0x2D })
  }

  /// The value of the first of these names (folded) that the row has.
  func text(_ names: [[UInt8]]) -> [UInt8]? {
    for name in names {
      if let found = values.first(where: { $0.name == name }) { return found.text }
    }
    return nil
  }

  /// Every value that stands under one of these names, in the order of the names.
  func texts(_ names: [[UInt8]]) -> [[UInt8]] {
    names.flatMap { name in values.filter { $0.name == name }.map(\.text) }
  }

  /// The members of an object: its own, then those of the objects within it, and what lists of
  /// `{key, value}` name.
  init(_ object: JSONValue) {
    var inner: [JSONValue] = []
    object.forEachMember { name, value in
      if let text = value.written {
        self.add(name, text)
      } else if value.kind == .object || value.kind == .array, inner.count < 40 {
        inner.append(value)
      }
    }
    for value in inner { addInner(value, depth: 0) }
  }

  init() {}

  private mutating func addInner(_ value: JSONValue, depth: Int) {
    guard depth < 3, values.count < Self.most else { return }
    if let elements = value.elements {
      for element in elements.prefix(40) {
        if let name = element["key"]?.textBytes {
          if let text = element["value"]?.written { add(name, text) }
        } else {
          addInner(element, depth: depth + 1)
        }
      }
      return
    }
    var inner: [JSONValue] = []
    value.forEachMember { name, value in
      if let text = value.written {
        self.add(name, text)
      } else if value.kind == .array, inner.count < 40 {
        inner.append(value)
      }
    }
    for value in inner { addInner(value, depth: depth + 1) }
  }
}

/// The names under which interfaces give the parts of a row, surest first.
struct RowKeys: Sendable {
  /// Names of a title that nothing else bears.
  var titles: [[UInt8]]
  /// Names that may be a title's: taken where address and date stand beside.
  var weakTitles: [[UInt8]]
  var addresses: [[UInt8]]
  /// Names of the day of publishing, then of other days on which the row came to be.
  var dates: [[UInt8]]
  var identities: [[UInt8]]
  /// What is kept of a row beside: our label and the names for it.
  var fields: [(label: String, names: [[UInt8]])]

  /// The names that are common to most systems; a family's own come before them.
  static func usual(titles: [String] = [], addresses: [String] = [], dates: [String] = [])
    -> RowKeys
  {
    RowKeys(
      titles: names(titles + usualTitles), weakTitles: names(["name", "text", "label", "mc"]),
      addresses: names(addresses + usualAddresses), dates: names(dates + usualDates),
      identities: names([
        "infoid", "iid", "articleid", "docid", "manuscriptid", "contentid", "newsid", "id",
      ]),
      fields: [
        (
          "文号",
          names([
            "documentnumber", "cwjbh", "refno", "wh", "fwzh", "fileno", "zcwh", "issue", "wenhao",
          ])
        ),
        (
          "发布机构",
          names([
            "publisher", "publishunit", "pubunit", "fbjg", "fwjg", "publishorg", "puborg", "source",
            "orgname", "deptname",
          ])
        ),
        ("索引号", names(["identifier", "indexnumber", "csyh", "syh", "suoyinhao"])),
        ("成文日期", names(["writedate", "cfwrqformat", "cwrq", "writtendate"])),
        ("有效性", names(["validity", "yxx", "timeliness", "isabolished", "isexpired"])),
      ])
  }

  private static let usualTitles = [
    "title", "infotitle", "articletitle", "doctitle", "newstitle", "showtitle", "fulltitle",
    "vctitle", "subject", "headline", "bt", "biaoti", "btitle", "ftitle", "topic", "caption",
  ]
  private static let usualAddresses = [
    "url", "link", "linkurl", "href", "docpuburl", "puburl", "visiturl", "staticurl", "infourl",
    "pageurl", "htmlurl", "detailurl", "articleurl", "arturl", "posturl", "newsurl", "contenturl",
    "shareurl", "domainurl", "urls", "path", "guid",
  ]
  private static let usualDates = [
    "publishedtimestr", "publishedtimeformat", "displaypublishtime", "publishtime", "publishdate",
    "publishedtime", "pubdate", "pubtime", "fbsj", "fbrq", "releasedate", "releasetime",
    "docreltime", "docreldate", "docpubtime", "createdat", "createdate", "createtime", "crtime",
    "deploytime", "showtime", "showdate", "addtime", "inputtime", "updatetime", "date", "time",
    "rq", "sj", "writedate",
  ]

  static func names(_ words: [String]) -> [[UInt8]] { words.map { DataRow.folded($0.utf8) } }

  /// The row can be a row of a list: it has a title, and what such a row leads to or is of.
  func fit(_ row: DataRow) -> Bool {
    let hasAddress = row.text(addresses) != nil
    let hasDate = row.text(dates) != nil
    if row.text(titles) != nil { return hasAddress || hasDate || row.text(identities) != nil }
    return row.text(weakTitles) != nil && hasAddress && hasDate
  }
}
