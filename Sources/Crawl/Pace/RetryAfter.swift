import Dates

/// Reads the field `Retry-After` (RFC 9110 §10.2.3): seconds, or an HTTP date.
enum RetryAfter {
  /// Seconds from `now` (seconds since 1970); nil when the value is neither, 0 when it is past.
  static func seconds(_ value: String, now: Int64) -> Double? {
    let text = value.trimmed
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return Double(text)
    }
    guard let moment = HTTPDate.seconds(text) else { return nil }
    let (wait, isHuge) = moment.subtractingReportingOverflow(now)
    return isHuge ? nil : Double(max(0, wait))
  }
}

/// Reads the dates of HTTP in all three forms (RFC 9110 §5.6.7), and those of RSS.
enum HTTPDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Seconds since 1970; nil when the text is none of the forms:
  /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
  static func seconds(_ text: String) -> Int64? {
    let words = text.split { $0 == " " || $0 == "-" }.map(String.init)
    let parts: (day: String, month: String, year: String, time: String)
    switch words.count {
    case 6 where words[5] == "GMT" && words[0].hasSuffix(","):
      parts = (words[1], words[2], words[3], words[4])
    case 5: parts = (words[2], words[1], words[4], words[3])
    default: return nil
    }
    guard let day = day(parts.day, parts.month, parts.year), parts.time.utf8.count == 8 else {
      return nil
    }
    return Timestamp("\(day)T\(parts.time)Z")?.secondsSince1970
  }

  /// The day of `Fri, 05 Mar 2021 08:00:00 +0800` as it is written there; nil for anything else.
  static func day(_ text: String) -> CivilDate? {
    var words = text.split(separator: " ").map(String.init)
    if words.first?.hasSuffix(",") == true { words.removeFirst() }
    return words.count >= 3 ? day(words[0], words[1], words[2]) : nil
  }

  private static func day(_ day: String, _ month: String, _ year: String) -> CivilDate? {
    guard let day = Int(day), let number = Int(year), year.utf8.count == 4 || year.utf8.count == 2,
      let month = months.firstIndex(of: month.lowercased())
    else { return nil }
    // RFC 9110: two digits that seem to lie more than 50 years ahead mean the past.
    let full = year.utf8.count == 4 ? number : number + (number < 77 ? 2000 : 1900)
    return CivilDate(year: full, month: month + 1, day: day)
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    var view = self[startIndex...]
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}
