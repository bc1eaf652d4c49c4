package import Dates
package import Web

/// Recognises addresses that a site can make without end.
package struct TrapGuard: Sendable {
  /// The longest address that is asked for, in bytes.
  package static let longestAddress = 2048
  /// The most segments of a path.
  package static let mostSegments = 24
  /// How many queries of one path are asked for, pagers aside.
  package static let mostQueries = 300
  /// How many queries of one path are asked for when pagers or names that the rules seek name them,
  /// or when each is one number and nothing else: the columns of old systems (`list.asp?id=7`).
  package static let mostPagerQueries = 2000
  /// How many queries of one path are asked for when rows of lists name them: old systems show all
  /// that a county ever published under one `show.asp?id=`.
  package static let mostRowQueries = 20_000

  /// The years that a calendar may show: those of the period and one more at each end.
  private let years: ClosedRange<Int>?
  private var queries: [String: Queries] = [:]

  /// How many queries of one path are known, by what named them: systems of one entry
  /// (`index.php?m=…`) have rows, pagers and columns under the same path.
  private struct Queries {
    var rows = 0
    var columns = 0
    var others = 0
  }

  /// `period` is what the audit looks at; nil leaves calendars alone.
  package init(period: DateSpan?) {
    years = period.map { ($0.from.year - 1)...($0.to.year + 1) }
  }

  /// The outcome's code when the address is a trap, or nil; counts the queries of its path.
  ///
  /// `isPager` also for a column that the rules name.
  package mutating func trap(_ url: WebURL, isPager: Bool, isEntry: Bool) -> String? {
    if url.string.utf8.count > Self.longestAddress { return "trap.length" }
    if Self.repeatsItself(url) { return "trap.repetition" }
    guard let query = url.query else { return nil }
    if !isEntry, isFarCalendar(query) { return "trap.calendar" }
    return isOneTooMany(query, url.origin + url.path, isPager, isEntry) ? "trap.query" : nil
  }

  private mutating func isOneTooMany(
    _ query: String, _ path: String, _ isPager: Bool, _ isEntry: Bool
  ) -> Bool {
    if isEntry {
      queries[path, default: Queries()].rows += 1
      return queries[path, default: Queries()].rows > Self.mostRowQueries
    }
    if isPager || Self.isNumber(query) {
      queries[path, default: Queries()].columns += 1
      return queries[path, default: Queries()].columns > Self.mostPagerQueries
    }
    queries[path, default: Queries()].others += 1
    return queries[path, default: Queries()].others > Self.mostQueries
  }

  /// One parameter whose value is a short number.
  private static func isNumber(_ query: String) -> Bool {
    let halves = query.utf8.split(separator: 0x3D, omittingEmptySubsequences: false)
    return halves.count == 2 && (1...6).contains(halves[1].count)
      && halves[1].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// One name four times in a path (`/a/b/a/b/a/b/a/b/`), or a path that is too deep.
  static func repeatsItself(_ url: WebURL) -> Bool {
    let bytes = url.string.utf8.span
    var segments: [Range<Int>] = []
    var start = url.pathRange.lowerBound
    for place in url.pathRange where bytes[place] == UInt8(ascii: "/") {
      if place > start { segments.append(start..<place) }
      start = place + 1
    }
    if start < url.pathRange.upperBound { segments.append(start..<url.pathRange.upperBound) }
    if segments.count > mostSegments { return true }
    guard segments.count >= 4 else { return false }
    // The first of four has three behind it.
    return segments.indices.dropLast(3).contains { first in
      let word = bytes.extracting(segments[first])
      var same = 1
      for other in segments[(first + 1)...] where other.count == word.count {
        if isSame(word, bytes.extracting(other)) { same += 1 }
      }
      return same >= 4 && !isNumber(word)
    }
  }

  private static func isSame(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    for place in left.indices where left[place] != right[place] { return false }
    return true
  }

  private static func isNumber(_ word: Span<UInt8>) -> Bool {
    for place in word.indices where !(0x30...0x39).contains(word[place]) { return false }
    return true
  }

  private static let calendarNames: Set<String> = [
    "date", "day", "month", "year", "ym", "yearmonth", "ymd", "rq", "riqi", "nian", "yue",
  ]

  private func isFarCalendar(_ query: String) -> Bool {
    guard let years else { return false }
    return query.split(separator: "&").contains { parameter in
      let halves = parameter.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, Self.calendarNames.contains(halves[0].lowercased()) else {
        return false
      }
      let digits = halves[1].prefix(4)
      guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let year = Int(digits), (1000...9999).contains(year)
      else { return false }
      return !years.contains(year)
    }
  }
}
