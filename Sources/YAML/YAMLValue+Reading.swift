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

  /// Logs that something else was expected here, in the form `expected …, not …`.
  package func reject(expected: String, log: YAMLProblemLog) {
    log.add(problem("expected \(expected), not \(seen)"))
  }

  /// A text that is not empty.
  package func string(log: YAMLProblemLog) -> String? {
    guard let text, !text.allSatisfy(\.isWhitespace) else {
      reject(expected: "a text", log: log)
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
      reject(expected: "a list of texts", log: log)
      return nil
    }
  }

  /// A whole number within `range`.
  package func int(in range: ClosedRange<Int>, log: YAMLProblemLog) -> Int? {
    guard let text, let number = Int(text), range.contains(number) else {
      reject(expected: "a whole number \(Self.words(range))", log: log)
      return nil
    }
    return number
  }

  private static func words(_ range: ClosedRange<Int>) -> String {
    range.upperBound == .max
      ? "of at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
  }

  /// A number such as `5` or `0.5` within `range`; no exponents, no infinities.
  package func double(in range: ClosedRange<Double>, log: YAMLProblemLog) -> Double? {
    let isPlain = text?.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
    guard let text, isPlain == true, let number = Double(text), range.contains(number) else {
      let upper = range.upperBound < 1e15 ? " to \(Self.plain(range.upperBound))" : " up"
      reject(expected: "a number from \(Self.plain(range.lowerBound))\(upper)", log: log)
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
      reject(expected: "true or false", log: log)
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
          ? "\(seen) is no day of the calendar; write a real day as YYYY-MM-DD"
          : "expected a day written YYYY-MM-DD (such as 2021-12-31), not \(seen)"))
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
    log.add(problem("expected one of \(list), not \(seen)\(near)"))
    return nil
  }

  /// A list.
  package func list(log: YAMLProblemLog) -> [YAMLValue]? {
    if case .sequence(let items) = content { return items }
    reject(expected: "a list", log: log)
    return nil
  }

  /// A mapping.
  package func mapping(log: YAMLProblemLog) -> YAMLMapping? {
    if let mapping = YAMLMapping(self) { return mapping }
    reject(expected: "a mapping (key: value)", log: log)
    return nil
  }

  /// `{zh: …, en: …}`, or one text that serves for both languages.
  package func bilingual(log: YAMLProblemLog) -> Bilingual? {
    if case .scalar = content { return string(log: log).map { Bilingual(zh: $0, en: $0) } }
    guard let mapping = YAMLMapping(self) else {
      reject(expected: "a text or {zh: …, en: …}", log: log)
      return nil
    }
    mapping.allow(only: ["zh", "en"], log: log)
    mapping.require(["zh", "en"], log: log)
    let chinese = mapping.string("zh", log: log)
    let english = mapping.string("en", log: log)
    guard let chinese, let english else { return nil }
    return Bilingual(zh: chinese, en: english)
  }

  /// A number of bytes: `10MB`, `512KB`, `4096`; K, M and G are powers of 1024.
  package func size(log: YAMLProblemLog) -> Int? {
    if let bytes = text.flatMap(Self.bytes) { return bytes }
    reject(expected: "a size such as 512KB, 10MB or 1GB, above 0", log: log)
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
    return overflow || bytes <= 0 ? nil : bytes
  }
}
