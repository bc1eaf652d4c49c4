import Codings
import Dates

/// A mail as it goes over the wire: headers and a text in UTF-8, base 64 (RFC 5322, 2045, 2047).
struct MailMessage {
  var from: String
  var recipients: [String]
  var subject: String
  var text: String
  var now: Timestamp

  /// The bytes, lines ended by CR LF.
  var bytes: [UInt8] {
    let host = from.split(separator: "@").last.map { String($0) } ?? "localhost"
    let mark = RandomUUID.urn().split(separator: ":").last.map { String($0) } ?? ""
    let head = [
      "Date: \(Self.date(now))",
      "From: <\(from)>",
      "To: " + recipients.map { "<\($0)>" }.joined(separator: ",\r\n "),
      "Message-ID: <\(mark)@\(host)>",
      "Subject: " + Self.encoded(subject),
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      // RFC 3834: no absence notice answers it.
      "Auto-Submitted: auto-generated",
    ]
    let body = Self.lines(Base64.text(Array(text.replacing("\n", with: "\r\n").utf8)), of: 76)
    return Array((head + [""] + body).joined(separator: "\r\n").utf8) + [13, 10]
  }

  /// A header's text as encoded words (RFC 2047), none over 75 characters, no sign cut in two.
  static func encoded(_ text: String) -> String {
    // 45 bytes are 60 characters, with `=?UTF-8?B?` and `?=` 72.
    let most = 45
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || scalar.value == 0x7F
      let bytes = Array(String(isControl ? " " : scalar).utf8)
      if (words.last?.count ?? 0) + bytes.count > most { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?UTF-8?B?\(Base64.text($0))?=" }.joined(separator: "\r\n ")
  }

  /// `Sun, 22 Nov 2026 11:05:00 +0800`.
  static func date(_ now: Timestamp) -> String {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let day = now.beijingDay
    let local = Timestamp(secondsSince1970: now.secondsSince1970 &+ 8 * 3600).description
    let clock = local.dropFirst(11).prefix(8)
    return
      "\(days[day.weekday - 1]), \(day.day) \(months[day.month - 1]) \(day.year) \(clock) +0800"
  }

  private static func lines(_ text: String, of width: Int) -> [String] {
    let bytes = Array(text.utf8)
    return stride(from: 0, to: bytes.count, by: width).map {
      String(decoding: bytes[$0..<min($0 + width, bytes.count)], as: UTF8.self)
    }
  }
}
