import Archive
import Dates
import Web

/// What one archive record says of a site's crawl.
enum StoredAnswer {
  /// A response, or a revisit with the body of its original; `wireBytes` came over the network and
  /// `answer` is what the server said this time.
  case capture(Capture, answer: Capture, wireBytes: Int, note: CaptureNote?)
  case failure(FailureNote)
  /// The account, and how many answers were stored when it was written.
  case summary(CrawlSummary, answers: Int?)
  /// A page as a browser showed it.
  case conversion(Conversion)
  /// An answer of this site's crawl that is not about the plan's hosts.
  case beside
}

/// The records of one site in the order in which they were stored.
struct StoredAnswers {
  let reader: ArchiveReader
  let seed: CrawlPlan.Seed
  let resolver: RevisitResolver

  init(_ reader: ArchiveReader, seed: CrawlPlan.Seed, resolver: RevisitResolver) {
    self.reader = reader
    self.seed = seed
    self.resolver = resolver
  }

  /// Calls `body` for each record that is about the site.
  func forEach(_ body: (StoredAnswer) throws -> Void) throws {
    // Files of other programs bear no site's name: they are searched for this site's hosts.
    let own = reader.sites.contains(seed.site) ? seed.site : nil
    try reader.forEach(site: own) { entry in
      guard own != nil || entry.site == nil else { return }
      if let answer = answer(entry.record, isOwn: own != nil) { try body(answer) }
    }
  }

  private func answer(_ record: ArchiveRecord, isOwn: Bool) -> StoredAnswer? {
    let beside: StoredAnswer? = isOwn ? .beside : nil
    switch record {
    case .response(let capture, let note):
      guard covers(capture.url) else { return beside }
      return .capture(capture, answer: capture, wireBytes: capture.body.count, note: note)
    case .revisit(let revisit, let note):
      guard covers(revisit.answer.url) else { return beside }
      return resolved(revisit, note)
    case .failure(let note): return covers(note.url) ? .failure(note) : beside
    case .summary(_, let json, let answers):
      return CrawlSummary(json: json).map { .summary($0, answers: answers) }
    case .conversion(let conversion): return covers(conversion.url) ? .conversion(conversion) : nil
    case .unreadable(let header, _): return isOwn ? damaged(header) : nil
    case .info, .request, .other, .torn: return nil
    }
  }

  /// An answer that was altered, or is none any more: its page was asked for, and is not known.
  ///
  /// Nil where not even the address is left: the count of answers tells of it.
  private func damaged(_ header: RecordHeader) -> StoredAnswer? {
    guard let url = header.value("WARC-Target-URI").flatMap({ WebURL($0) }), covers(url) else {
      return nil
    }
    let date = header.value("WARC-Date").flatMap { Timestamp($0) }
    return .failure(
      FailureNote(
        url: url, code: Self.damagedCode, detail: nil,
        note: CaptureNote(via: nil, depth: 0, reason: ""),
        at: date ?? Timestamp(secondsSince1970: 0)))
  }

  /// The outcome of a page whose record in the archive is damaged.
  static let damagedCode = "archive.damaged"

  private func covers(_ url: WebURL) -> Bool { seed.hosts.contains { $0.covers(url) } }

  /// A page whose body is lost is an outcome of its own, never absent.
  private func resolved(_ revisit: Revisit, _ note: CaptureNote?) -> StoredAnswer {
    do throws(RevisitResolver.Missing) {
      let capture = try resolver.capture(revisit)
      let wire = revisit.profile == .notModified ? 0 : capture.body.count
      return .capture(capture, answer: revisit.answer, wireBytes: wire, note: note)
    } catch {
      return .failure(
        FailureNote(
          url: revisit.answer.url, code: "archive.originalMissing",
          detail: error.sought.isEmpty ? nil : error.sought.joined(separator: ", "),
          note: note ?? CaptureNote(via: nil, depth: 0, reason: ""),
          at: revisit.answer.fetchedAt))
    }
  }
}
