package import Dates
package import Texts

/// Readers of single values: each logs the exact place, what was seen and what is valid.
///
/// Scalars are read from their text, quoted or not: `3.10` stays "3.10" as a string, and
/// `"2021-12-31"` is a date as much as `2021-12-31`.
extension YAMLValue {
  /// The text of a scalar, or nil for anything else.
  package var text: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// Logs that something else was expected here, in one wording for both languages.
  package func reject(expected: String, log: YAMLProblemLog) {
    reject(expected: Bilingual(zh: expected, en: expected), log: log)
  }

  /// Logs that something else was expected here, in the form `expected …, not …`.
  package func reject(expected: Bilingual, log: YAMLProblemLog) {
    log.add(
      problem(
        Bilingual(
          zh: "应为\(expected.zh)，实为\(seen.zh)", en: "expected \(expected.en), not \(seen.en)")))
  }

  /// A text that is not empty.
  package func string(log: YAMLProblemLog) -> String? {
    guard let text, !text.allSatisfy(\.isWhitespace) else {
      reject(expected: Bilingual(zh: "文字", en: "a text"), log: log)
      return nil
    }
    return text
  }

  /// A list of texts; a single text stands for a list of one.
  package func strings(log: YAMLProblemLog) -> [String]? {
    switch content {
    case .sequence(let items):
      let texts = items.compactMap { $0.string(log: log) }
      return texts.count == items.count ? texts : nil
    case .scalar:
      return string(log: log).map { [$0] }
    case .null, .mapping:
      reject(expected: Bilingual(zh: "文字列表", en: "a list of texts"), log: log)
      return nil
    }
  }

  /// A whole number within `range`.
  package func int(in range: ClosedRange<Int>, log: YAMLProblemLog) -> Int? {
    guard let text, let number = Int(text), range.contains(number) else {
      reject(expected: Self.words(range), log: log)
      return nil
    }
    return number
  }

  private static func words(_ range: ClosedRange<Int>) -> Bilingual {
    let (low, high) = (range.lowerBound, range.upperBound)
    return high == .max
      ? Bilingual(zh: "不小于\(low)的整数", en: "a whole number of at least \(low)")
      : Bilingual(zh: "\(low)到\(high)之间的整数", en: "a whole number from \(low) to \(high)")
  }

  /// A number such as `5` or `0.5` within `range`; no exponents, no infinities.
  package func double(in range: ClosedRange<Double>, log: YAMLProblemLog) -> Double? {
    let isPlain = text?.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
    guard let text, isPlain == true, let number = Double(text), range.contains(number) else {
      let low = Self.plain(range.lowerBound)
      let high = Self.plain(range.upperBound)
      reject(
        expected: range.upperBound < 1e15
          ? Bilingual(zh: "\(low)到\(high)之间的数", en: "a number from \(low) to \(high)")
          : Bilingual(zh: "不小于\(low)的数", en: "a number from \(low) up"), log: log)
      return nil
    }
    return number
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }

  /// `true` or `false`.
  package func bool(log: YAMLProblemLog) -> Bool? {
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default:
      reject(expected: Bilingual(zh: "true 或 false", en: "true or false"), log: log)
      return nil
    }
  }

  /// A day, `YYYY-MM-DD`.
  package func date(log: YAMLProblemLog) -> CivilDate? {
    if let date = text.flatMap({ CivilDate($0) }) { return date }
    let looksRight = text.map { Self.hasDateShape($0) } ?? false
    log.add(
      problem(
        looksRight
          ? Bilingual(
            zh: "日历上没有\(seen.zh)这一天，请写实有的日期（YYYY-MM-DD）",
            en: "\(seen.en) is no day of the calendar; write a real day as YYYY-MM-DD")
          : Bilingual(
            zh: "应为YYYY-MM-DD形式的日期（如2021-12-31），实为\(seen.zh)",
            en: "expected a day written YYYY-MM-DD (such as 2021-12-31), not \(seen.en)")))
    return nil
  }

  private static func hasDateShape(_ text: String) -> Bool {
    let shape = text.utf8.map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
    return shape == Array("0000-00-00".utf8)
  }

  /// One word of a closed set; an unknown word is answered with the nearest one.
  package func enumeration<Word>(of type: Word.Type, log: YAMLProblemLog) -> Word?
  where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    if let word = text.flatMap({ Word(rawValue: $0) }) { return word }
    let valid = Word.allCases.map(\.rawValue)
    let near = NearestWord.hint(text ?? "", in: valid)
    let list = valid.joined(separator: ", ")
    log.add(
      problem(
        Bilingual(
          zh: "应为 \(list) 之一，实为\(seen.zh)\(near.zh)",
          en: "expected one of \(list), not \(seen.en)\(near.en)")))
    return nil
  }

  /// A list.
  package func list(log: YAMLProblemLog) -> [YAMLValue]? {
    if case .sequence(let items) = content { return items }
    reject(expected: Bilingual(zh: "列表", en: "a list"), log: log)
    return nil
  }

  /// A mapping.
  package func mapping(log: YAMLProblemLog) -> YAMLMapping? {
    if let mapping = YAMLMapping(self) { return mapping }
    reject(expected: Bilingual(zh: "键值表（键: 值）", en: "a mapping (key: value)"), log: log)
    return nil
  }

  /// `{zh: …, en: …}`, or one text that serves for both languages.
  package func bilingual(log: YAMLProblemLog) -> Bilingual? {
    if case .scalar = content { return string(log: log).map { Bilingual(zh: $0, en: $0) } }
    guard let mapping = YAMLMapping(self) else {
      reject(
        expected: Bilingual(zh: "文字或 {zh: …, en: …}", en: "a text or {zh: …, en: …}"), log: log)
      return nil
    }
    mapping.allow(only: ["zh", "en"], log: log)
    mapping.require(["zh", "en"], log: log)
    let chinese = mapping.string("zh", log: log)
    let english = mapping.string("en", log: log)
    guard let chinese, let english else { return nil }
    return Bilingual(zh: chinese, en: english)
  }

  /// A number of bytes, at most 1 GB: `10MB`, `512KB`, `4096`; K, M and G are powers of 1024.
  package func size(log: YAMLProblemLog) -> Int? {
    if let bytes = text.flatMap(Self.bytes) { return bytes }
    reject(
      expected: Bilingual(
        zh: "大于0、不超过1GB的容量，如 512KB、10MB",
        en: "a size such as 512KB or 10MB, above 0 and at most 1GB"), log: log)
    return nil
  }

  private static func bytes(_ text: String) -> Int? {
    let letters = text.utf8.filter { $0 != 0x20 }
    let digits = letters.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, let number = Int(String(decoding: digits, as: UTF8.self)) else {
      return nil
    }
    let unit = String(decoding: letters.dropFirst(digits.count), as: UTF8.self).uppercased()
    let factors = [
      "": 1, "B": 1, "K": 1024, "KB": 1024, "KIB": 1024, "M": 1_048_576, "MB": 1_048_576,
      "MIB": 1_048_576, "G": 1_073_741_824, "GB": 1_073_741_824, "GIB": 1_073_741_824,
    ]
    guard let factor = factors[unit] else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: factor)
    return overflow || bytes <= 0 || bytes > 1 << 30 ? nil : bytes
  }
}
