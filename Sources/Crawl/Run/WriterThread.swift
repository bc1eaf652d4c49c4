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
      let files = try SiteFiles(making: folder)
      let origin = SegmentOrigin(
        sites: plan.sites.map(\.site), start: [], hosts: [], since: use.sincePaths)
      for (index, seed) in plan.sites.enumerated() {
        writers.append(stored[index] == nil ? nil : try writer(seed, origin, files))
      }
      var sequences = stored.map { $0 ?? 0 }
      while let batch = jobs.takeAll() { try perform(batch, writers, &sequences) }
    } catch {
      engine.put(.broken(error))
    }
  }

  /// `origin` tells what the files of all sites have in common.
  private func writer(
    _ seed: CrawlPlan.Seed, _ origin: SegmentOrigin, _ files: SiteFiles
  ) throws(ArchiveError) -> ArchiveWriter {
    var origin = origin
    origin.start = seed.start
    origin.hosts = seed.hosts
    return try ArchiveWriter(
      folder: folder, site: seed.site, software: plan.software, startedAt: startedAt,
      origin: origin, segmentLimit: use.segmentLimit, files: files)
  }

  /// Does the work that has come together: answers of one site that follow one another go to its
  /// file in one piece, sites that are over are finished together.
  private func perform(
    _ batch: [WriterJob], _ writers: [ArchiveWriter?], _ sequences: inout [Int]
  ) throws(ArchiveError) {
    var endings: [ArchiveWriter.Ending] = []
    var answers: [(PreparedCapture, Errand)] = []
    for job in batch {
      if case .store(let prepared, let errand) = job {
        if let (_, before) = answers.last, before.site != errand.site {
          try store(&answers, writers, &sequences)
        }
        answers.append((prepared, errand))
        continue
      }
      try store(&answers, writers, &sequences)
      switch job {
      case .store: break
      case .note(let failure, let errand): try note(failure, errand, writers, &sequences)
      case .finish(let site, let summary):
        if let writer = writers[site] {
          endings.append(.init(writer: writer, summary: summary, answers: sequences[site]))
        }
      }
    }
    try store(&answers, writers, &sequences)
    guard !endings.isEmpty else { return }
    try ArchiveWriter.finish(
      endings, at: Timestamp(secondsSince1970: SystemClock.wallSeconds))
  }

  /// Stores answers of one site, then has them read.
  private func store(
    _ answers: inout [(PreparedCapture, Errand)], _ writers: [ArchiveWriter?],
    _ sequences: inout [Int]
  ) throws(ArchiveError) {
    guard let site = answers.first?.1.site, let writer = writers[site] else {
      answers.removeAll()
      return
    }
    let stored = try writer.append(answers.map(\.0))
    var work: [ReaderJob] = []
    for (place, (prepared, errand)) in zip(stored, answers) {
      sequences[site] += 1
      work.append(.read(prepared.capture, place, sequence: sequences[site], errand))
    }
    readers.put(contentsOf: work)
    answers.removeAll(keepingCapacity: true)
  }

  private func note(
    _ failure: FailureNote, _ errand: Errand, _ writers: [ArchiveWriter?],
    _ sequences: inout [Int]
  ) throws(ArchiveError) {
    try writers[errand.site]?.append(failure)
    sequences[errand.site] += 1
    switch errand.purpose {
    case .robots: engine.put(.robots(RobotsAnswer(failure), errand))
    case .sitemap: engine.put(.sitemap(.none, errand))
    case .probe: engine.put(.probe(nil, errand))
    case .page:
      engine.put(.read(PageReading(failure, sequence: sequences[errand.site]), [], errand))
    }
  }
}
