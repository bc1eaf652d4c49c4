import Archive
package import Dates
package import Page
package import Web

/// Builds the records of a crawl from its archive, without one request to the network.
package enum ArchiveReplay {
  /// Reads a site's archive, or that of all sites.
  ///
  /// - Parameters:
  ///   - path: the archive's folder, or one WARC file.
  ///   - seeds: the plan's sites; they name start and hosts where the archive has no account of
  ///     its own (other programs' files, a run that was killed).
  ///   - maxBody: the most decoded bytes read of a response, as the crawl was told.
  ///   - software: name and version of this program.
  ///   - read: the same function that the live crawl was given.
  /// - Returns: one value for each seed, in their order.
  /// - Throws: `ArchiveError` when the archive can't be opened or read.
  package static func records(
    _ path: String, seeds: [CrawlPlan.Seed], maxBody: Int, software: String,
    read: (
      _ body: [UInt8], _ url: WebURL, _ contentType: String?, _ fetchedAt: Timestamp
    ) -> PageFacts
  ) throws -> [SiteRecords] {
    let reader = try ArchiveReader(path)
    var found: [SiteRecords] = []
    for seed in seeds {
      var site = SiteReplay(seed: seed, maxBody: maxBody, software: software)
      // Files of other programs bear no site's name: they are searched for this site's hosts.
      let own = reader.sites.contains(seed.site) ? seed.site : nil
      try reader.forEach(site: own) { entry in
        guard own != nil || entry.site == nil else { return }
        site.take(entry.record, limit: maxBody, read: read)
      }
      found.append(site.records)
    }
    return found
  }
}

/// One site's records on their way out of the archive.
private struct SiteReplay {
  let seed: CrawlPlan.Seed
  var ledger = SiteLedger()
  var summary: CrawlSummary
  var hasSummary = false
  var sequence = 0
  var bytes = 0

  init(seed: CrawlPlan.Seed, maxBody: Int, software: String) {
    self.seed = seed
    summary = CrawlSummary(
      site: seed.site, start: seed.start, hosts: seed.hosts, maxBody: maxBody, software: software)
  }

  mutating func take(_ record: ArchiveRecord, limit: Int, read: ReadPage) {
    switch record {
    case .response(let capture, let note):
      guard seed.hosts.contains(where: { $0.covers(capture.url) }) else { return }
      sequence += 1
      bytes += capture.body.count
      guard note?.reason != Frontier.Reason.robots.rawValue else { return }
      let reference = CaptureReference(
        id: capture.id, fetchedAt: capture.fetchedAt, sha256: capture.payloadSHA256)
      ledger.add(
        PageReading(
          capture, reference: reference, note: note, sequence: sequence, limit: limit, read: read))
    case .failure(let note):
      guard seed.hosts.contains(where: { $0.covers(note.url) }) else { return }
      sequence += 1
      guard note.note.reason != Frontier.Reason.robots.rawValue else { return }
      ledger.add(PageReading(note, sequence: sequence))
    case .summary(_, let json):
      guard let stored = CrawlSummary(json: json) else { return }
      summary = stored
      hasSummary = true
    case .conversion(let conversion):
      guard let original = ledger.reading(of: conversion.url),
        original.capture?.id == conversion.source
      else { return }
      sequence += 1
      ledger.add(original.rendered(conversion, sequence: sequence, read: read))
    case .info, .request, .revisit, .other, .unreadable, .torn: return
    }
  }

  /// Without an account of its own the run was killed, or is another program's: it is not known
  /// to be complete.
  var records: SiteRecords {
    guard !hasSummary else { return ledger.records(summary) }
    var summary = summary
    summary.stopped = "interrupted"
    summary.requests = sequence
    summary.bytes = bytes
    return ledger.records(summary)
  }
}
