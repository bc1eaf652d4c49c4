import Markup

/// What a pager's links say.
enum PagerMark: Equatable {
  case first, previous, next, last
  case number(Int)
}

/// Reads the words of pagers.
enum PagerWords {
  private static let first = Phrases(["首页", "第一页", "首 页", "|<", "<<第一页", "首頁", "first"])
  private static let previous = Phrases([
    "上一页", "上页", "前一页", "<", "<<", "«", "‹", "<上一页", "<<上一页", "prev", "previous", "上一頁", "向前",
  ])
  private static let next = Phrases([
    "下一页", "下页", "后一页", ">", ">>", "»", "›", "下一页>", "下一页>>", "next", "下一頁", "向后",
  ])
  private static let last = Phrases(["尾页", "末页", "最后一页", "最后页", ">|", "末頁", "尾頁", "最末页", "last"])

  /// What no ASCII begins in a pager.
  private static let openings = Phrases([
    "首", "第", "«", "‹", "上", "前", "向", "下", "后", "»", "›", "尾", "末", "最", "\u{FEFF}",
    "←", "→", "＜", "＞",
  ])

  /// A text may be a pager's or the gap between its numbers; false is certain.
  static func mayMark(_ text: UnsafeBufferPointer<UInt8>) -> Bool { unsafe starts.mayBegin(text) }

  private static let starts = Phrases(
    (0x21...0x7E).map { String(UnicodeScalar(UInt8($0))) } + [
      "首", "第", "«", "‹", "上", "前", "向", "下", "后", "»", "›", "尾", "末", "最", "…", "转", "跳", "确",
      "←", "→", "＜", "＞",
    ])

  /// What a link with that text is in a pager; nil when it is nothing of a pager.
  static func mark(_ text: [UInt8]) -> PagerMark? {
    guard let lead = text.first, text.count <= 30,
      lead < 0x80 || openings.mayBegin(text[...])
    else { return nil }
    let word = ByteSearch.lowered(ByteSearch.squeezed(text[...]))
    if let page = number(word) { return .number(page) }
    var bare = word[...]
    while let end = bare.last, [0x5D, 0x5B].contains(end) { bare.removeLast() }
    while let start = bare.first, [0x5D, 0x5B].contains(start) { bare.removeFirst() }
    if first.name(bare) { return .first }
    if previous.name(bare) { return .previous }
    if next.name(bare) { return .next }
    if last.name(bare) { return .last }
    // `下一页 »`, `← 上一页`.
    let plain = withoutArrows(bare)
    if plain.isEmpty || plain.count == bare.count { return nil }
    if previous.name(plain) { return .previous }
    return next.name(plain) ? .next : nil
  }

  private static func withoutArrows(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bare = word
    while let arrow = arrows.first(where: { bare.starts(with: $0) }) {
      bare = bare.dropFirst(arrow.count)
    }
    while let arrow = arrows.first(where: { bare.suffix($0.count).elementsEqual($0) }) {
      bare = bare.dropLast(arrow.count)
    }
    return bare
  }

  private static let arrows = ["«", "»", "‹", "›", "←", "→", "<", ">", "＜", "＞"].map {
    Array($0.utf8)
  }

  /// `3`, `[3]`, `第3页`; 1 to 9999.
  static func number(_ word: [UInt8]) -> Int? {
    var bare = word[...]
    if bare.starts(with: "第".utf8) { bare = bare.dropFirst(3) }
    if bare.suffix(3).elementsEqual("页".utf8) { bare = bare.dropLast(3) }
    if bare.first == 0x5B, bare.last == 0x5D, bare.count > 2 { bare = bare.dropFirst().dropLast() }
    guard (1...4).contains(bare.count), bare.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let page = bare.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return page >= 1 ? page : nil
  }

  /// What a pager's text states: `共12页`, `1/12`, `共1183条 每页20条`.
  struct Statement: Equatable {
    var pages: Int?
    var current: Int?
    var records: Int?
    var perPage: Int?

    /// The number of pages, stated or reckoned from records.
    var total: Int? {
      if let pages { return pages }
      guard let records, let perPage, perPage > 0, records <= 10_000_000 else { return nil }
      return max(1, (records + perPage - 1) / perPage)
    }
  }

  /// Reads a pager's text without white space; nothing is read from longer texts than 600 bytes.
  static func statement(_ text: [UInt8]) -> Statement {
    var out = Statement()
    guard text.count <= 600 else { return out }
    var index = 0
    var previousEnd = 0
    var previousValue: Int?
    /// The number before stands after a slash itself: the two are a day's, not a pager's.
    var isAfterSlash = false
    while index < text.count {
      guard (0x30...0x39).contains(text[index]) else {
        index += 1
        continue
      }
      var value = 0
      let start = index
      while index < text.count, (0x30...0x39).contains(text[index]) {
        value = min(value, 100_000_000) * 10 + Int(text[index] - 0x30)
        index += 1
      }
      let before = text[previousEnd..<start]
      let after = text[index...].prefix(12)
      let isDay = isAfterSlash || after.first == 0x2F
      note(value, before: before, after: after, previous: isDay ? nil : previousValue, in: &out)
      isAfterSlash = before.elementsEqual([0x2F])
      previousEnd = index
      previousValue = value
    }
    if let pages = out.pages, pages < 1 || pages > 100_000 { out.pages = nil }
    return out
  }

  private static let totals = Phrases([
    "共", "总页数：", "总页数:", "总页数", "总共", "共计", "共有", "总页：", "页数：", "分",
  ])
  /// What states rows, whatever follows.
  private static let sums = Phrases([
    "总记录数：", "总记录数:", "总记录数", "记录总数：", "记录总数:", "总条数：", "总条数:", "总记录：", "总记录:",
  ])
  private static let ranks = Phrases([
    "页次：", "页次:", "当前第", "当前页：", "第", "当前页", "页码：", "页码:", "当前是第",
  ])

  private static func note(
    _ value: Int, before: ArraySlice<UInt8>, after: ArraySlice<UInt8>, previous: Int?,
    in out: inout Statement
  ) {
    let isPages = after.starts(with: "页".utf8) || after.starts(with: "頁".utf8)
    if before.elementsEqual([0x2F]), let previous, previous <= value, value <= 100_000 {
      out.current = previous
      out.pages = value
    } else if ends(before, totals), isPages || after.starts(with: "个页面".utf8) {
      out.pages = value
    } else if ends(before, ["总页数", "总页数：", "总页数:", "页数："]) {
      out.pages = value
    } else if ends(before, ["/共"]), isPages {
      out.pages = value
    } else if ends(before, ["每页", "每页显示"]) || after.starts(with: "条/页".utf8) {
      out.perPage = value
    } else if ends(before, sums) {
      out.records = value
    } else if ends(before, totals) || ends(before, ["总数：", "总数:", "总计", "检索到", "查询到", "找到"]),
      after.starts(with: "条".utf8) || after.starts(with: "个记录".utf8)
        || after.starts(with: "记录".utf8) || after.starts(with: "篇".utf8)
    {
      out.records = value
    } else if ends(before, ranks), isPages || after.first == 0x2F {
      out.current = value
    }
  }

  private static func ends(_ text: ArraySlice<UInt8>, _ words: [String]) -> Bool {
    words.contains { text.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private static func ends(_ text: ArraySlice<UInt8>, _ words: Phrases) -> Bool {
    words.end(text)
  }
}
