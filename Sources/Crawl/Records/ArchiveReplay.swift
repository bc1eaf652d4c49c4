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
  ///   - reader: names `read` and `readFile` with all that they depend on; with it what they say
  ///     is kept beside the archive, and they are not asked again for what is known. Nil keeps
  ///     nothing.
  ///   - read: the same function that the live crawl was given.
  ///   - readFile: the same for documents.
  /// - Returns: one value for each seed, in their order.
  /// - Throws: `ArchiveError` when the archive can't be opened or read.
  package static func records(
    _ path: String, seeds: [CrawlPlan.Seed], maxBody: Int, software: String,
    reader: String? = nil,
    read: (
      _ body: [UInt8], _ url: WebURL, _ contentType: String?, _ fetchedAt: Timestamp
    ) -> PageFacts,
    readFile: ((_ body: [UInt8], _ name: String) -> AttachmentFacts)? = nil
  ) throws -> [SiteRecords] {
    guard let reader else {
      return try records(
        path, seeds: seeds, maxBody: maxBody, software: software, reading: read, readFile)
    }
    let store = FactsStore(archive: path, reader: reader)
    let key = store.accountKey(seeds, maxBody: maxBody, software: software)
    if let known = key.flatMap(store.records) { return known }
    let records = try records(
      path, seeds: seeds, maxBody: maxBody, software: software,
      reading: { store.page($0, $1, $2, $3, read) },
      readFile.map { readFile in { store.file($0, $1, readFile) } })
    // An archive that somebody writes meanwhile is none of which to keep anything.
    if let key, store.accountKey(seeds, maxBody: maxBody, software: software) == key {
      store.keep(records, key)
    }
    return records
  }

  private static func records(
    _ path: String, seeds: [CrawlPlan.Seed], maxBody: Int, software: String,
    reading read: ReadPage, _ readFile: ReadFile?
  ) throws -> [SiteRecords] {
    // Whatever this plan let the crawl take is held.
    let reader = try ArchiveReader(
      path, blockLimit: max(64 << 20, maxBody + (1 << 20)), checksDigests: true)
    let resolver = RevisitResolver(reader)
    var found: [SiteRecords] = []
    var faults: [ArchiveError] = []
    for seed in seeds {
      var site = SiteReplay(seed: seed, maxBody: maxBody, software: software)
      do {
        try StoredAnswers(reader, seed: seed, resolver: resolver).forEach { answer in
          site.take(answer, limit: maxBody, read: read, readFile: readFile)
        }
      } catch let error as ArchiveError {
        faults.append(error)
        site.isDamaged = true
      }
      found.append(site.records)
    }
    // A damaged file takes nothing from the other sites.
    let present = seeds.count { reader.sites.contains($0.site) }
    if let fault = faults.first, faults.count >= present { throw fault }
    return found
  }
}

/// One site's records on their way out of the archive.
private struct SiteReplay {
  let seed: CrawlPlan.Seed
  var ledger = SiteLedger()
  var summary: CrawlSummary
  /// The account is the last thing that was stored.
  var isFinished = false
  /// The files can't be read to their end.
  var isDamaged = false
  var sequence = 0
  /// Answers and failures that were read so far.
  var answers = 0
  /// They are fewer than the account tells of: records were lost.
  var isShort = false
  var bytes = 0

  init(seed: CrawlPlan.Seed, maxBody: Int, software: String) {
    self.seed = seed
    summary = CrawlSummary(
      site: seed.site, start: seed.start, hosts: seed.hosts, maxBody: maxBody, software: software)
  }

  mutating func take(
    _ answer: StoredAnswer, limit: Int, read: ReadPage, readFile: ReadFile?
  ) {
    if case .summary(let stored, let count) = answer {
      summary = stored
      isFinished = true
      // An older version told nothing.
      isShort = answers < count ?? 0
      return
    }
    if case .conversion(let conversion) = answer {
      guard let original = ledger.reading(of: conversion.url),
        original.capture?.id == conversion.source
      else { return }
      sequence += 1
      ledger.add(original.rendered(conversion, sequence: sequence, read: read))
      return
    }
    answers += 1
    if case .beside = answer { return }
    // More was stored behind an account: a run that went on, and was killed.
    isFinished = false
    sequence += 1
    if case .capture(_, _, let wireBytes, _) = answer { bytes += wireBytes }
    guard
      let reading = PageReading(
        answer, sequence: sequence, limit: limit, read: read, readFile: readFile)
    else {
      return
    }
    if answer.reason == .probe { ledger.addProbe(reading) } else { ledger.add(reading) }
  }

  /// Without an account of its own the run was killed, or is another program's: it is not known
  /// to be complete.
  var records: SiteRecords {
    var summary = summary
    if isShort || isDamaged {
      summary.stopped = SiteRecords.recordsMissing
      return ledger.records(summary)
    }
    guard !isFinished else { return ledger.records(summary) }
    summary.stopped = SiteRecords.unaccounted
    summary.requests = sequence
    summary.bytes = bytes
    return ledger.records(summary)
  }
}

extension StoredAnswer {
  /// Why it was asked for; nil for another program's record and for the crawl's account of a site.
  var reason: Frontier.Reason? {
    switch self {
    case .capture(_, _, _, let note): Frontier.Reason(account: note?.reason)
    case .failure(let note): Frontier.Reason(account: note.note.reason)
    case .summary, .conversion, .beside: nil
    }
  }
}

extension PageReading {
  /// Reads a stored answer; nil for what is no page: a robots.txt, a sitemap, a probe that failed,
  /// the crawl's account of a site.
  init?(
    _ answer: StoredAnswer, sequence: Int, limit: Int, read: ReadPage, readFile: ReadFile?
  ) {
    let reason = answer.reason
    guard reason != .robots, reason != .sitemap else { return nil }
    switch answer {
    case .capture(let capture, _, _, let note):
      let reference = CaptureReference(
        id: capture.id, fetchedAt: capture.fetchedAt, sha256: capture.payloadSHA256)
      self.init(
        capture, reference: reference, note: note, sequence: sequence, limit: limit, read: read,
        readFile: readFile)
    case .failure(let note):
      guard reason != .probe else { return nil }
      self.init(note, sequence: sequence)
    case .summary, .conversion, .beside: return nil
    }
  }
}
