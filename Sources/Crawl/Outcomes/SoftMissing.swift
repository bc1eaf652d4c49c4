import Page
import Web

/// What a host answers, with a good status, for a page that can't be there (a soft 404).
///
/// Learnt from one address that nobody can have made. Pages that look the same say the same.
struct SoftMissing: Sendable {
  /// The outcome of a page that looks like the answer to the probe.
  static let outcome = OutcomeTable.outcome("notFound.probe")

  private let host: HostPort
  private let digest: String
  private let title: String
  private let words: [UInt8]
  private let rows: [String]

  /// Nil when the host says plainly that such a page is not there, or answers otherwise.
  init?(probe: PageReading) {
    guard probe.outcome == .ok, !probe.isHop, probe.redirect == nil, let facts = probe.facts,
      let capture = probe.capture
    else { return nil }
    host = probe.url.hostPort
    digest = capture.sha256
    title = facts.title ?? ""
    words = Self.constant(facts.text)
    rows = facts.entries.map(\.title)
  }

  /// Says whether a page is what the host answers when there is nothing.
  ///
  /// The same bytes are; else the page must have nothing of its own (no row that the answer has
  /// not, no date, no attachment), with the same title and the same words, the address, numbers and
  /// times in them aside.
  func matches(_ reading: PageReading) -> Bool {
    guard reading.outcome == .ok, !reading.isHop, host.covers(reading.url),
      let facts = reading.facts
    else { return false }
    if reading.capture?.sha256 == digest { return true }
    guard facts.entries.count == rows.count, facts.publishedOn == nil,
      facts.documentNumber == nil, facts.attachments.isEmpty, (facts.title ?? "") == title,
      !(title.isEmpty && words.isEmpty), facts.entries.elementsEqual(rows, by: { $0.title == $1 })
    else { return false }
    return Self.constant(facts.text) == words
  }

  /// A text without white space and without runs of ASCII that hold a digit or a slash.
  private static func constant(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    var run: [UInt8] = []
    func flush() {
      let varies = run.contains { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "/") }
      if !varies { out += run }
      run = []
    }
    for byte in text.utf8 {
      if byte <= 0x20 {
        flush()
      } else if byte < 0x80 {
        run.append(byte)
      } else {
        flush()
        out.append(byte)
      }
    }
    flush()
    return out
  }
}
