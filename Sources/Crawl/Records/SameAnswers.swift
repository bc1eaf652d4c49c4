import Page
import Web

/// Marks the readings of a site that say the same as others: answers for pages that are not there,
/// and one page under two addresses.
struct SameAnswers {
  let start: [WebURL]
  /// What hosts answered for pages that can't be there.
  let probes: [PageReading]

  /// Marks all readings of a site, whatever their order.
  func mark(_ readings: inout [WebURL: PageReading]) {
    markMissing(&readings)
    markTwins(&readings)
  }

  // MARK: Missing

  /// Pages that look like the answer to a probe are not there.
  ///
  /// Where a start page looks so too, the host gives one shell for everything, and nothing is said.
  private func markMissing(_ readings: inout [WebURL: PageReading]) {
    let signs = probes.compactMap(SoftMissing.init(probe:)).filter { sign in
      !start.contains { url in readings[CanonicalURL.canonical(url)].map(sign.matches) ?? false }
    }
    guard !signs.isEmpty else { return }
    let missing = readings.filter { item in signs.contains { $0.matches(item.value) } }.map(\.key)
    for url in missing {
      readings[url]?.outcome = SoftMissing.outcome
      readings[url]?.facts = nil
      readings[url]?.redirect = nil
    }
  }

  // MARK: Twins

  /// Two spellings of one address that give the same bytes are one page: the shorter one's.
  ///
  /// Only spellings are folded (`/a/` and `/a/index.html`, http and https): pages that many other
  /// addresses give alike may be a notice that hides what each of them holds.
  private func markTwins(_ readings: inout [WebURL: PageReading]) {
    var groups: [Spelling: [WebURL]] = [:]
    for (url, reading) in readings {
      guard reading.outcome == .ok, !reading.isHop, reading.redirect == nil, reading.facts != nil,
        let digest = reading.capture?.sha256
      else { continue }
      groups[Spelling(url, digest), default: []].append(url)
    }
    for group in groups.values where group.count > 1 {
      let sorted = group.sorted { ($0.string.utf8.count, $0) < ($1.string.utf8.count, $1) }
      for url in sorted.dropFirst() {
        readings[url]?.redirect = sorted[0]
        readings[url]?.detail = "= \(sorted[0])"
      }
    }
  }

  /// An address without what only spells it otherwise, with the bytes that it gave.
  private struct Spelling: Hashable {
    let address: String
    let digest: String

    init(_ url: WebURL, _ digest: String) {
      var path = Substring(url.path)
      if let slash = path.lastIndex(of: "/") {
        let file = path[path.index(after: slash)...].lowercased()
        if ["index", "default"].contains(where: { file.hasPrefix($0 + ".") }) {
          path = path[...slash]
        }
      }
      if path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
      let port = url.port == url.scheme.defaultPort ? "" : ":\(url.port)"
      address = "\(url.host)\(port)\(path)?\(url.query ?? "")"
      self.digest = digest
    }
  }
}
