import Archive
import Dates
import Fetch
import Web

/// The work of the archive's thread: it alone writes, and numbers what it has written.
struct WriterThread: Sendable {
  let jobs: Mailbox<WriterJob>
  let readers: Mailbox<ReaderJob>
  let engine: Mailbox<CrawlEvent>
  let folder: String
  let sites: [SiteID]
  let software: String
  let startedAt: Timestamp

  /// Works until the mailbox is closed, or the archive fails.
  func run() {
    do {
      var writers = try sites.map { site throws(ArchiveError) in
        try ArchiveWriter(folder: folder, site: site, software: software, startedAt: startedAt)
      }
      var sequences = sites.map { _ in 0 }
      while let job = jobs.take() { try perform(job, &writers, &sequences) }
    } catch {
      engine.put(.broken(error))
    }
  }

  private func perform(
    _ job: WriterJob, _ writers: inout [ArchiveWriter], _ sequences: inout [Int]
  ) throws(ArchiveError) {
    switch job {
    case .store(let prepared, let errand):
      let stored = try writers[errand.site].append(prepared)
      sequences[errand.site] += 1
      readers.put(.read(prepared.capture, stored, sequence: sequences[errand.site], errand))
    case .note(let failure, let errand):
      try writers[errand.site].append(failure)
      sequences[errand.site] += 1
      switch errand.purpose {
      case .robots:
        // Its own code says more than that robots.txt could not be had: a dead name, a bad
        // certificate.
        let detail = "robots.txt" + (failure.detail.map { ": \($0)" } ?? "")
        engine.put(.robots(.unreachable(code: failure.code, detail: detail), errand))
      case .sitemap: engine.put(.sitemap(.none, errand))
      case .probe: engine.put(.probe(nil, errand))
      case .page:
        engine.put(.read(PageReading(failure, sequence: sequences[errand.site]), [], errand))
      }
    case .finish(let site, let summary):
      let now = Timestamp(secondsSince1970: SystemClock.wallSeconds)
      try writers[site].finish(summary: summary, at: now)
    }
  }
}
