import Dates

/// Reads the field `Retry-After` (RFC 9110 §10.2.3): seconds, or an HTTP date.
enum RetryAfter {
  /// Seconds from `now` (seconds since 1970); nil when the value is neither, 0 when it is past.
  static func seconds(_ value: String, now: Int64) -> Double? {
    let text = value.trimmed
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return Double(text)
    }
    guard let moment = date(text) else { return nil }
    return Double(max(0, moment - now))
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`; the two obsolete forms of HTTP dates are not read.
  private static func date(_ text: String) -> Int64? {
    let words = text.split(separator: " ")
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    guard words.count == 6, words[5] == "GMT", words[0].hasSuffix(","),
      let day = Int(words[1]), (1...31).contains(day),
      let month = months.firstIndex(of: String(words[2])),
      words[3].count == 4, words[4].count == 8
    else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return Timestamp("\(words[3])-\(two(month + 1))-\(two(day))T\(words[4])Z")?.secondsSince1970
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
