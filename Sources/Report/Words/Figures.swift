import Dates
import JSON
import Texts

/// Numbers and dates as a reader of one language writes them.
enum Figures {
  /// A decimal without float noise: at most four places, no trailing zeros; `0` when not finite.
  static func decimal(_ value: Double) -> String { JSONWriter.decimal(value) }

  /// Points as documents print them: at most two places.
  static func points(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e11 else { return "0" }
    return decimal((value * 100).rounded() / 100)
  }

  /// A percentage with one place, `81.5%`; a dash when there is none.
  static func percent(_ value: Double?) -> String {
    guard let value, value.isFinite, value.magnitude < 1e11 else { return "—" }
    let rounded = (value * 10).rounded() / 10
    let text = decimal(rounded)
    return (text.utf8.contains(UInt8(ascii: ".")) ? text : text + ".0") + "%"
  }

  /// A whole number with thousands apart: `12,345`.
  static func count(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// A day in full: `2021年12月31日`, `31 December 2021`.
  static func day(_ date: CivilDate, _ language: Language) -> String {
    switch language {
    case .chinese: "\(date.year)年\(date.month)月\(date.day)日"
    case .english: "\(date.day) \(months[date.month - 1]) \(date.year)"
    }
  }

  /// The day in Beijing of a moment, in full.
  static func day(of moment: Timestamp, _ language: Language) -> String {
    let text = String(Self.moment(moment).prefix(10))
    return CivilDate(text).map { day($0, language) } ?? text
  }

  /// Two days as a span.
  static func span(_ span: DateSpan, _ language: Language) -> String {
    switch language {
    case .chinese: "\(day(span.from, language))至\(day(span.to, language))"
    case .english: "\(day(span.from, language)) to \(day(span.to, language))"
    }
  }

  /// A moment in Beijing time, to the minute: `2021-12-31 18:05`.
  static func moment(_ moment: Timestamp) -> String {
    let local = Timestamp(secondsSince1970: moment.secondsSince1970 &+ 8 * 3600).description
    return String(local.prefix(10)) + " " + String(local.dropFirst(11).prefix(5))
  }

  /// A moment that came as text, in Beijing time; as it stands when it is no RFC 3339 in UTC.
  static func moment(text: String) -> String {
    Timestamp(text).map { moment($0) } ?? text
  }

  /// Bytes in the unit that fits: `1.2 MB`.
  static func bytes(_ count: Int) -> String {
    let units = ["B", "kB", "MB", "GB", "TB"]
    var value = Double(count)
    var index = 0
    while value >= 1000, index < units.count - 1 {
      value /= 1000
      index += 1
    }
    return decimal((value * 10).rounded() / 10) + " " + units[index]
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
