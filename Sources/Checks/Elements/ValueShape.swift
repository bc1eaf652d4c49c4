import Page
import Patterns

/// Whether a labelled value looks like what its label says.
enum ValueShape {
  static func fits(_ shape: ElementsCheck.Shape, _ value: String) -> Bool {
    switch shape {
    case .address: isAddress(value)
    case .hours: clockTimes(value) >= 2
    case .telephone, .fax: isTelephone(value)
    case .value: TitleText.normalize(value).count >= 6 && !Placeholder.isPlaceholder(value)
    case .text, .leaders, .sections: !Placeholder.isPlaceholder(value)
    }
  }

  // MARK: Address

  private static let place = try? Pattern(
    "路|街|巷|大道|号|楼|村|院|大厦|广场|园区|镇|乡|室|层|小区|社区|中段|路口|以[东西南北]|[东西南北]侧|米")

  /// At least five characters with a word of place in them, and no address of the net.
  private static func isAddress(_ value: String) -> Bool {
    let normal = TitleText.normalize(String(value.prefix(300)))
    guard normal.count(where: { $0 & 0xC0 != 0x80 }) >= 5,
      normal.place(of: Array("http".utf8)) == nil,
      normal.place(of: [0x40]) == nil
    else { return false }
    return place?.firstRange(in: normal) != nil
  }

  // MARK: Telephone

  private static let telephones: [Pattern] = [
    // With or without area code: 0632-8811234, (0632) 8811234, 8811234.
    "(?<![0-9])(?:\\(?0[1-9][0-9]{1,2}\\)?[-–— ]{0,3})?[2-9][0-9]{6,7}(?![0-9])",
    // Mobile numbers.
    "(?<![0-9])1[3-9][0-9]{9}(?![0-9])",
    "(?<![0-9])[48]00[- ]?[0-9]{3,4}[- ]?[0-9]{3,4}(?![0-9])",
    // Public hotlines: 12345, 12333.
    "(?<![0-9])12[0-9]{3}(?![0-9])",
  ].compactMap { try? Pattern($0) }

  private static func isTelephone(_ value: String) -> Bool {
    let text = spaced(value)
    return telephones.contains { $0.firstRange(in: text) != nil }
  }

  /// Full-width characters made plain, white space kept as single bytes.
  private static func spaced(_ value: String) -> [UInt8] {
    var scalars: [Unicode.Scalar] = []
    for scalar in value.unicodeScalars.prefix(300) {
      scalars.append(TitleText.fold(scalar) ?? " ")
    }
    return TitleText.encode(scalars)
  }

  // MARK: Fax

  private static let none = try? Pattern("^(?:暂?无|没有|未设|不设|未开通|未配备|暂未开通)(?:传真(?:机|号码)?)?[。.]?$")
  private static let noFax = try? Pattern("(?:暂?无|没有|未设|不设|未开通|未配备)传真")

  /// A plain word that there is none, which is an answer too (传真：无).
  static func saysNone(_ value: String) -> Bool {
    none?.firstMatch(in: TitleText.normalize(String(value.prefix(60)))) != nil
  }

  /// The line that says that the office has no fax.
  static func noFaxLine(_ text: String) -> String? {
    TextLines.all(of: text, most: 2000).map { TextLines.head(of: $0, bytes: 900) }.first { line in
      noFax?.firstMatch(in: TitleText.normalize(line)) != nil
    }
  }

  // MARK: Hours

  private static let clock = try? Pattern(
    "(?:(?<![0-9])(?:[01]?[0-9]|2[0-3])(?:[:.∶][0-5][0-9](?![0-9])|[时点](?:[0-5]?[0-9]分?|半|整)?)"
      + "|[一二三四五六七八九十两]{1,3}[时点](?:[一二三四五六七八九十]{1,3}分?|半|整)?)")

  /// How many clock times a value shows; `0:00` alone is a filler.
  static func clockTimes(_ value: String) -> Int {
    let text = TitleText.normalize(String(value.prefix(400)))
    var count = 0
    var start = 0
    while count < 4, let range = clock?.firstRange(in: text, from: start), !range.isEmpty {
      let isZero = text[range].allSatisfy { !(0x31...0x39).contains($0) && $0 < 0x80 }
      if !isZero { count += 1 }
      start = range.upperBound
    }
    return count
  }

  private static let hourWords = try? Pattern(
    "上午|下午|工作日|周[一二三四五六日末至]|星期|每[天日]|全天|办公时间|工作时间|作息时间|上班时间|开放|开馆|法定节假日|夏季|冬季")

  /// The first line that speaks of office hours and shows two clock times.
  static func hoursLine(_ text: String) -> String? {
    for line in TextLines.all(of: text, most: 2000) {
      let short = TextLines.head(of: line, bytes: 900)
      guard let hourWords, hourWords.firstMatch(in: TitleText.normalize(short)) != nil,
        clockTimes(short) >= 2
      else { continue }
      return short
    }
    return nil
  }
}
