import Archive
package import Dates
package import Fetch
package import Page
import Synchronization
package import Web

/// Crawls all sites of a plan at once, into an archive, and gives their records.
///
/// One value serves one run. Threads: one for decisions, one for transfers, one that writes the
/// archive, and as many as there are processors that unpack and read pages: the first three are
/// seldom busy.
/// Each response is in the archive before anything reads it.
package final class Crawler: Sendable {
  /// What a run gives.
  package struct Result: Sendable {
    /// One for each site, in the order of the plan.
    package var records: [SiteRecords]
    /// Why the run ended before its end (`interrupted`, `budget.time`); nil when it did not.
    package var stopped: String?
    /// How many answers an earlier run had stored.
    package var takenUp = 0
    /// An earlier run had come to the end of every site: nothing was left to be asked for.
    package var wasComplete = false
  }

  private let plan: CrawlPlan
  private let folder: String
  private let use: ArchiveUse
  private let read: @Sendable ([UInt8], WebURL, String?, Timestamp) -> PageFacts
  private let readFile: (@Sendable ([UInt8], String) -> AttachmentFacts)?
  private let progress: @Sendable (CrawlProgress) -> Void
  private let transfers: MakeTransfers
  private let events = Mailbox<CrawlEvent>()

  /// Makes what makes the requests, given the sink that takes each that is over.
  package typealias MakeTransfers =
    @Sendable (_ sink: @escaping @Sendable (Transfer) -> Void) throws -> any TransferSource

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - plan: sites and limits.
  ///   - folder: where the archive's files go; made when it is not there.
  ///   - use: whether an archive there is gone on with, and which older ones are asked.
  ///   - read: reads one page from decoded bytes, address, `Content-Type` and moment of the fetch;
  ///     called on several threads at once.
  ///   - readFile: reads one document from decoded bytes and its name, likewise; without it
  ///     documents are fetched and not read.
  ///   - progress: told about four times a second, and at the end, how far the run is.
  ///   - transfers: makes the requests; nil for the real ones.
  package init(
    plan: CrawlPlan, archive folder: String, use: ArchiveUse = ArchiveUse(),
    read:
      @escaping @Sendable (
        _ body: [UInt8], _ url: WebURL, _ contentType: String?, _ fetchedAt: Timestamp
      ) -> PageFacts,
    readFile: (@Sendable (_ body: [UInt8], _ name: String) -> AttachmentFacts)? = nil,
    progress: @escaping @Sendable (CrawlProgress) -> Void = { _ in },
    transfers: MakeTransfers? = nil
  ) {
    let (agent, authorities) = (plan.userAgent, plan.authorities)
    self.transfers =
      transfers ?? { sink in
        try TransferLoop(
          userAgent: agent, authorities: authorities, bodyBytes: CrawlEngine.mostBodyBytes,
          sink: sink)
      }
    self.plan = plan
    self.folder = folder
    self.use = use
    self.read = read
    self.readFile = readFile
    self.progress = progress
  }

  /// Stops the run: nothing more is asked for, what came is stored, the archive is closed.
  ///
  /// May be called from any thread, at any time, more than once.
  package func interrupt() { events.put(.interrupt) }

  /// Runs on threads of its own and gives the result; call it once.
  ///
  /// - Throws: `ArchiveError` when the archive can't be written, `TransferError` when the system
  ///   has no threads or memory.
  package func run() async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      let thread = SystemThread {
        continuation.resume(with: Swift.Result { try self.runToEnd() })
      }
      if let thread {
        thread.detach()
      } else {
        continuation.resume(throwing: TransferError(.noResources, "no thread for the crawl"))
      }
    }
  }

  /// The same, on the caller's thread, which it blocks until the end.
  package func runToEnd() throws -> Result {
    let stored =
      try use.resumes
      ? StoredCrawl(folder, plan: plan, sincePaths: use.sincePaths) : nil
    let readerJobs = Mailbox<ReaderJob>()
    let writerJobs = Mailbox<WriterJob>()
    let loop = try transfers { [events] transfer in events.put(.transferred(transfer)) }
    let words = SoughtWords(plan)
    let reader = ReaderThread(
      jobs: readerJobs, writer: writerJobs, engine: events, read: read, readFile: readFile,
      maxBody: plan.maxBody,
      harvests: plan.sites.map {
        LinkHarvest(
          words: words, hosts: $0.hosts, period: plan.period, wantedFiles: plan.wantedFiles)
      })
    var engine = CrawlEngine(
      plan: plan, use: use, events: events, readers: readerJobs, writer: writerJobs, loop: loop,
      report: progress)
    var progress: [Int?] = plan.sites.map { _ in 0 }
    if let stored { progress = try engine.resume(stored, reader: reader) }
    let isComplete = progress.allSatisfy { $0 == nil }
    if !isComplete {
      let threads = try startThreads(reader, writerJobs, stored: progress)
      engine.run()
      loop.close()
      writerJobs.close()
      threads.writer.join()
      readerJobs.close()
      for thread in threads.readers { thread.join() }
    }
    // The last writes may have failed after the engine had ended.
    for case .broken(let error) in events.takeAll(until: 0) { throw error }
    if let error = engine.failure { throw error }
    return Result(
      records: engine.records, stopped: engine.stop, takenUp: engine.takenUp,
      wasComplete: isComplete)
  }

  private func startThreads(
    _ reader: ReaderThread, _ writerJobs: Mailbox<WriterJob>, stored: [Int?]
  ) throws -> (writer: SystemThread, readers: [SystemThread]) {
    let writer = WriterThread(
      jobs: writerJobs, readers: reader.jobs, engine: events, folder: folder, plan: plan,
      use: use, startedAt: Timestamp(secondsSince1970: SystemClock.wallSeconds), stored: stored)
    let readers = (0..<SystemClock.processors).compactMap { _ in
      SystemThread { reader.run() }
    }
    guard let writerThread = SystemThread({ writer.run() }), !readers.isEmpty else {
      reader.jobs.close()
      writerJobs.close()
      throw TransferError(.noResources, "no threads for the archive and the readers")
    }
    return (writerThread, readers)
  }
}
