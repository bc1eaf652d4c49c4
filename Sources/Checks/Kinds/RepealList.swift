/// What a list of cleaned-up documents says of each that it names.
///
/// Such a list often holds what stays in force beside what is repealed, by a cell of the row (…，废止)
/// or under headings (一、继续有效的文件 … 二、废止的文件 …).
enum RepealList {
  private static let repealed = ["废止", "失效", "停止执行", "撤销"].map { Array($0.utf8) }
  private static let kept = ["继续有效", "现行有效", "保留", "修改", "修订", "有效"].map {
    Array($0.utf8)
  }
  /// Bytes of a row that may stand between a document's name and what became of it.
  private static let rowLength = 150

  /// Says whether the list (in normal form) names a document as repealed, not as one that stays;
  /// where it can be read either way, it stays.
  static func repeals(_ name: [UInt8], in list: [UInt8]) -> Bool {
    var from = 0
    while let place = list.place(of: name, from: from) {
      from = place + name.count
      let row = Array(list[from..<min(list.count, from + rowLength)])
      let before = Array(list[..<place])
      switch (first(in: row), last(in: before)) {
      case (.kept, _): continue
      case (.repealed, .kept) where !hasVerdictColumn(before): continue
      case (.repealed, _): return true
      case (nil, .kept): continue
      case (nil, _): return true
      }
    }
    return false
  }

  private enum Fate { case kept, repealed }

  /// A table whose head has a column for the result: a row's fate stands behind its name.
  private static func hasVerdictColumn(_ text: [UInt8]) -> Bool {
    ["清理结果", "处理意见", "清理意见", "处理结果", "清理结论", "有效性", "备注"].contains {
      text.place(of: Array($0.utf8)) != nil
    }
  }

  private static func first(in text: [UInt8]) -> Fate? {
    func place(_ words: [[UInt8]]) -> Int? { words.compactMap { text.place(of: $0) }.min() }
    return nearer(place(repealed), place(kept)) { $0 < $1 }
  }

  private static func last(in text: [UInt8]) -> Fate? {
    func place(_ words: [[UInt8]]) -> Int? {
      words.compactMap { lastPlace(of: $0, in: text) }.max()
    }
    return nearer(place(repealed), place(kept)) { $0 > $1 }
  }

  private static func lastPlace(of word: [UInt8], in text: [UInt8]) -> Int? {
    var found: Int?
    var from = 0
    while let place = text.place(of: word, from: from) {
      found = place
      from = place + word.count
    }
    return found
  }

  /// The fate whose word stands nearer to the document's name.
  private static func nearer(
    _ gone: Int?, _ stays: Int?, _ isNearer: (Int, Int) -> Bool
  ) -> Fate? {
    guard let gone else { return stays == nil ? nil : .kept }
    return stays.map { isNearer(gone, $0) } ?? true ? .repealed : .kept
  }
}
