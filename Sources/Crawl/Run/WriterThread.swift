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
  let plan: CrawlPlan
  let use: ArchiveUse
  let startedAt: Timestamp
  /// How many answers of each site are stored already; nil for a site that is over.
  let stored: [Int?]

  /// Works until the mailbox is closed, or the archive fails.
  func run() {
    do {
      var writers: [ArchiveWriter?] = []
      for (index, seed) in plan.sites.enumerated() {
        writers.append(stored[index] == nil ? nil : try writer(seed))
      }
      try ArchiveWriter.synchronize(folder: folder)
      var sequences = stored.map { $0 ?? 0 }
      while let job = jobs.take() { try perform(job, &writers, &sequences) }
    } catch {
      engine.put(.broken(error))
    }
  }

  private func writer(_ seed: CrawlPlan.Seed) throws(ArchiveError) -> ArchiveWriter {
    let origin = SegmentOrigin(
      sites: plan.sites.map(\.site), start: seed.start, hosts: seed.hosts, since: use.sincePaths)
    return try ArchiveWriter(
      folder: folder, site: seed.site, software: plan.software, startedAt: startedAt,
      origin: origin, segmentLimit: use.segmentLimit)
  }

  private func perform(
    _ job: WriterJob, _ writers: inout [ArchiveWriter?], _ sequences: inout [Int]
  ) throws(ArchiveError) {
    switch job {
    case .store(let prepared, let errand):
      guard let stored = try writers[errand.site]?.append(prepared) else { return }
      sequences[errand.site] += 1
      readers.put(.read(prepared.capture, stored, sequence: sequences[errand.site], errand))
    case .note(let failure, let errand):
      try writers[errand.site]?.append(failure)
      sequences[errand.site] += 1
      switch errand.purpose {
      case .robots:
        engine.put(.robots(RobotsAnswer(failure), errand))
      case .sitemap: engine.put(.sitemap(.none, errand))
      case .probe: engine.put(.probe(nil, errand))
      case .page:
        engine.put(.read(PageReading(failure, sequence: sequences[errand.site]), [], errand))
      }
    case .finish(let site, let summary):
      let now = Timestamp(secondsSince1970: SystemClock.wallSeconds)
      try writers[site]?.finish(summary: summary, at: now)
    }
  }
}
