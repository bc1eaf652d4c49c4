import Dates
import Markup

/// Reads the one date of a list row from its texts outside the title.
enum RowDate {
  /// What may fill in or settle a row's date.
  struct Context {
    /// The row's address, which often carries the day.
    var address: ArraySlice<UInt8> = []
    /// The day on which the page was fetched; nil leaves 今天 and 昨天 unread.
    var fetchedOn: CivilDate?
  }

  /// A row's date, or what is known of it.
  enum Reading: Equatable {
    case none
    case day(CivilDate)
    /// No year stands in the row or its address.
    case yearless(month: Int, day: Int)
  }

  /// The text holds a day or a part of one, so it may be a row's date.
  static func marks(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 200 else { return false }
    if !RowDateScan.hits(in: text).isEmpty { return true }
    guard text.count <= 40 else { return false }
    let short = ByteSearch.squeezed(text)
    return relativeWords.begin(short) || isMonthOnly(short)
  }

  private static let relativeWords = Phrases(["今天", "昨天", "前天", "刚刚"])
  private static let good = Phrases(["发布", "公开日", "公开时间", "上传", "更新", "时间", "日期"])
  private static let bad = Phrases([
    "截止", "截至", "有效期", "成文", "生成", "印发", "实施", "施行", "失效", "结束", "开始", "生效", "签发", "发文",
    "制发", "起始", "答复", "回复", "办结",
  ])

  /// Reads `texts`, the row's pieces of text outside its title, in document order.
  static func read(_ texts: [ArraySlice<UInt8>], _ context: Context) -> Reading {
    let pieces = texts.filter { $0.count <= 400 }
    if let whole = wholeDay(pieces) { return .day(whole) }
    if let boxes = boxes(pieces) { return settle(boxes, context) }
    let joined = pieces.flatMap { ByteSearch.squeezed($0) }
    if joined.count <= 400, let hit = RowDateScan.hits(in: joined[...]).first(where: \.isWhole),
      let date = date(hit)
    {
      return .day(date)
    }
    for piece in pieces {
      if let hit = RowDateScan.hits(in: piece).first(where: { $0.year == nil }) {
        return settle(hit, context)
      }
    }
    return relative(pieces, context)
  }

  /// The whole day that is labelled as publishing, else the last one with no other label.
  private static func wholeDay(_ pieces: [ArraySlice<UInt8>]) -> CivilDate? {
    var best: (rank: Int, date: CivilDate)?
    var label: [UInt8] = []
    for piece in pieces {
      var from = piece.startIndex
      for hit in RowDateScan.hits(in: piece) {
        label += ByteSearch.squeezed(piece[from..<hit.start])
        from = hit.end
        if let date = date(hit) {
          let rank = bad.occur(in: label) ? 0 : good.occur(in: label) ? 2 : 1
          // Among equals the first labelled wins; of two bare days the later column.
          if best == nil || rank > best?.rank ?? 0 || (rank == 1 && best?.rank == 1) {
            best = (rank, date)
          }
        }
        label = []
      }
      label += ByteSearch.squeezed(piece[from...])
      if label.count > 60 { label.removeFirst(label.count - 60) }
    }
    guard let best, best.rank > 0 else { return nil }
    return best.date
  }

  private static func date(_ hit: RowDateHit) -> CivilDate? {
    guard let year = hit.year, let day = hit.day else { return nil }
    return CivilDate(year: year, month: hit.month, day: day)
  }

  /// Two-box dates: `08` beside `2021-01`, `03-05` beside `2021`, `08` beside `1月`.
  private static func boxes(_ pieces: [ArraySlice<UInt8>]) -> RowDateHit? {
    let squeezed = pieces.map { ByteSearch.squeezed($0) }
    for (index, piece) in pieces.enumerated() {
      let neighbours = [index - 1, index + 1].filter { squeezed.indices.contains($0) }
      if let hit = RowDateScan.hits(in: piece).first(where: { !$0.isWhole }) {
        for other in neighbours {
          if hit.day == nil, let day = bareNumber(squeezed[other], digits: 1...2, unit: "日"),
            (1...31).contains(day)
          {
            return RowDateHit(
              year: hit.year, month: hit.month, day: day, start: hit.start, end: hit.end)
          }
          if hit.year == nil, let year = bareNumber(squeezed[other], digits: 4...4, unit: "年"),
            (1980...2100).contains(year)
          {
            return RowDateHit(
              year: year, month: hit.month, day: hit.day, start: hit.start, end: hit.end)
          }
        }
      } else if isMonthOnly(squeezed[index]),
        let month = bareNumber(squeezed[index], digits: 1...2, unit: "月")
      {
        for other in neighbours {
          if let day = bareNumber(squeezed[other], digits: 1...2, unit: "日") {
            return RowDateHit(year: nil, month: month, day: day, start: 0, end: 0)
          }
        }
      }
    }
    return nil
  }

  /// `3月`, `03月`.
  private static func isMonthOnly(_ text: [UInt8]) -> Bool {
    guard text.suffix(3).elementsEqual("月".utf8), text.count <= 5,
      let month = bareNumber(text, digits: 1...2, unit: "月")
    else { return false }
    return (1...12).contains(month)
  }

  /// A text that is a number alone, with or without its unit.
  private static func bareNumber(
    _ text: [UInt8], digits: ClosedRange<Int>, unit: String
  ) -> Int? {
    var bytes = text[...]
    let mark = Array(unit.utf8)
    if bytes.count > mark.count, bytes.suffix(mark.count).elementsEqual(mark) {
      bytes.removeLast(mark.count)
    }
    guard digits.contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func settle(_ hit: RowDateHit, _ context: Context) -> Reading {
    guard let day = hit.day else { return .none }
    if let year = hit.year {
      return CivilDate(year: year, month: hit.month, day: day).map { .day($0) } ?? .none
    }
    if let date = AddressDate.complete(month: hit.month, day: day, from: context.address) {
      return .day(date)
    }
    return .yearless(month: hit.month, day: day)
  }

  private static func relative(_ pieces: [ArraySlice<UInt8>], _ context: Context) -> Reading {
    guard let today = context.fetchedOn else { return .none }
    for piece in pieces where piece.count <= 40 {
      let text = ByteSearch.squeezed(piece)
      if Phrases(["今天", "刚刚"]).begin(text) { return .day(today) }
      if Phrases(["昨天"]).begin(text) { return .day(today + -1) }
      if Phrases(["前天"]).begin(text) { return .day(today + -2) }
    }
    return .none
  }
}
