import JSON

/// What an interface answered: rows and what it says of the whole list.
struct DataTable {
  var rows: [DataRow] = []
  /// Rows of all pages together, as stated.
  var total: Int?
  /// A number that may be the whole list's or the page's.
  private var count: Int?
  /// Pages, as stated.
  var pages: Int?
  /// Rows a page, as stated.
  var size: Int?
  /// The list's name, where the answer tells it.
  var name: [UInt8]?
  /// Rows as markup within the data.
  var markup: [UInt8]?
  /// A place for rows is there, be it empty.
  var hasRows = false
  /// The answer says of itself that it failed.
  var isFailure = false
  /// The answer says of itself that it is not the list's first page.
  var isLater = false

  /// The most rows that are taken of one answer.
  static let mostRows = 5000
}

extension DataTable {
  private static let places = RowKeys.names([
    "list", "rows", "results", "result", "records", "items", "data", "articles", "docs",
    "resultdocs", "content", "datas", "infolist", "newslist", "datalist", "articlelist", "root",
  ])
  private static let totals = RowKeys.names([
    "total", "totalcount", "totalelements", "totalhits", "totalrecord", "totalrecords", "totalrow",
    "totalrows", "totalnum", "totalsize", "allrow", "allcount", "recordcount", "rowcount",
    "postcount",
  ])
  /// Names that some use for the whole list and others for the page.
  private static let counts = RowKeys.names(["records", "count", "num"])
  private static let pageCounts = RowKeys.names([
    "totalpage", "totalpages", "pagecount", "pagetotal", "allpage", "countpage", "pages",
    "totalpagenum",
  ])
  private static let sizes = RowKeys.names(["pagesize", "perpage", "size", "limit", "rows"])
  private static let names = RowKeys.names([
    "classifyname", "columnname", "channelname", "catname", "name",
  ])
  private static let markups = RowKeys.names(["html", "content", "data", "list", "body", "result"])
  private static let anchor = Array("<a".utf8)

  /// Finds the rows in a JSON value: the array that has most of what a list's row has.
  init(_ root: JSONValue, keys: RowKeys) {
    isFailure = Self.isFailure(root)
    var queue: [(value: JSONValue, name: [UInt8], depth: Int)] = [(root, [], 0)]
    var next = 0
    var best = 0
    var classify: JSONValue?
    var isNull = false
    while next < queue.count, next < 4000 {
      let (value, name, depth) = queue[next]
      next += 1
      if let elements = value.elements {
        take(elements, named: name, isRoot: depth == 0, keys: keys, best: &best)
        guard depth < 5 else { continue }
        for element in elements.prefix(200) where element.kind == .array {
          queue.append((element, [], depth + 1))
        }
        continue
      }
      if depth <= 3 { state(value) }
      value.forEachMember { name, member in
        switch member.kind {
        case .object, .array: if depth < 5 { queue.append((member, name, depth + 1)) }
        case .string:
          if markup == nil, Self.markups.contains(DataRow.folded(name)),
            let text = member.textBytes,
            ByteSearch.find(Self.anchor, in: text) != nil
              || name.elementsEqual("html".utf8)
          {
            markup = text
          }
        case .null: if Self.places.contains(DataRow.folded(name)) { isNull = true }
        case .number, .truth, .falsehood, .name: break
        }
      }
      if let found = value["classify"], classify == nil { classify = found }
    }
    if let classify { name = DataRow(classify).text(Self.names) }
    if !rows.isEmpty { markup = nil }
    if isNull, total ?? count == 0 { hasRows = true }
    if total == nil, let count, count > rows.count { total = count }
    if let stated = total, stated < rows.count { total = nil }
  }

  /// Takes an array for the rows when it has more fitting ones than any before.
  private mutating func take(
    _ elements: [JSONValue], named name: [UInt8], isRoot: Bool, keys: RowKeys, best: inout Int
  ) {
    guard !elements.isEmpty else {
      if isRoot || Self.places.contains(DataRow.folded(name)) { hasRows = true }
      return
    }
    let objects = elements.prefix(Self.mostRows).filter { $0.kind == .object }
    guard objects.count > best else { return }
    let found = objects.map { DataRow($0) }
    let fitting = found.count { keys.fit($0) }
    guard fitting > best, fitting * 2 >= found.count else { return }
    best = fitting
    rows = found
    hasRows = true
  }

  /// What an object says of the whole list; the outermost word counts.
  private mutating func state(_ object: JSONValue) {
    var isFirstFlag: Bool?
    object.forEachMember { name, value in
      let key = DataRow.folded(name)
      if key == Self.first { isFirstFlag = value.flag }
      guard let number = value.number, (0...10_000_000).contains(number) else { return }
      if total == nil, Self.totals.contains(key) { total = number }
      if count == nil, Self.counts.contains(key) { count = number }
      if pages == nil, Self.pageCounts.contains(key) { pages = number }
      if size == nil, Self.sizes.contains(key), number > 0 { size = number }
    }
    if isFirstFlag == false { isLater = true }
  }

  private static let first = Array("first".utf8)
  private static let goodCodes: Set<String> = [
    "0", "200", "ok", "success", "true", "00000", "0000", "",
  ]

  /// `success: false`, `code: 500`, `error: "…"`.
  private static func isFailure(_ root: JSONValue) -> Bool {
    if root["success"]?.flag == false { return true }
    if let error = root["error"], error.flag == true || !(error.textBytes ?? []).isEmpty {
      return true
    }
    for key in ["code", "status", "errcode", "resultCode"] {
      if let code = root[key]?.written,
        !goodCodes.contains(String(decoding: ByteSearch.lowered(code), as: UTF8.self))
      {
        return true
      }
    }
    return false
  }
}
