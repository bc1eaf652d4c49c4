import Archive
package import Dates
import Fetch
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
  }

  private let plan: CrawlPlan
  private let folder: String
  private let read: @Sendable ([UInt8], WebURL, String?, Timestamp) -> PageFacts
  private let progress: @Sendable (CrawlProgress) -> Void
  private let events = Mailbox<CrawlEvent>()

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - plan: sites and limits.
  ///   - folder: where the archive's files go; made when it is not there.
  ///   - read: reads one page from decoded bytes, address, `Content-Type` and moment of the fetch;
  ///     called on several threads at once.
  ///   - progress: told about four times a second, and at the end, how far the run is.
  package init(
    plan: CrawlPlan, archive folder: String,
    read:
      @escaping @Sendable (
        _ body: [UInt8], _ url: WebURL, _ contentType: String?, _ fetchedAt: Timestamp
      ) -> PageFacts,
    progress: @escaping @Sendable (CrawlProgress) -> Void = { _ in }
  ) {
    self.plan = plan
    self.folder = folder
    self.read = read
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
    let readerJobs = Mailbox<ReaderJob>()
    let writerJobs = Mailbox<WriterJob>()
    let loop = try TransferLoop(userAgent: plan.userAgent) { [events] transfer in
      events.put(.transferred(transfer))
    }
    let threads = try startThreads(readerJobs, writerJobs)
    var engine = CrawlEngine(
      plan: plan, events: events, readers: readerJobs, writer: writerJobs, loop: loop,
      report: progress)
    engine.run()
    loop.close()
    writerJobs.close()
    threads.writer.join()
    readerJobs.close()
    for thread in threads.readers { thread.join() }
    // The last writes may have failed after the engine had ended.
    for case .broken(let error) in events.takeAll(until: 0) { throw error }
    if let error = engine.failure { throw error }
    return Result(records: engine.records, stopped: engine.stop)
  }

  private func startThreads(
    _ readerJobs: Mailbox<ReaderJob>, _ writerJobs: Mailbox<WriterJob>
  ) throws -> (writer: SystemThread, readers: [SystemThread]) {
    let words = WordFinder([plan.soughtWords])
    let reader = ReaderThread(
      jobs: readerJobs, writer: writerJobs, engine: events, read: read, maxBody: plan.maxBody,
      harvests: plan.sites.map { LinkHarvest(words: words, hosts: $0.hosts) })
    let writer = WriterThread(
      jobs: writerJobs, readers: readerJobs, engine: events, folder: folder,
      sites: plan.sites.map(\.site), software: plan.software,
      startedAt: Timestamp(secondsSince1970: SystemClock.wallSeconds))
    let readers = (0..<SystemClock.processors).compactMap { _ in
      SystemThread { reader.run() }
    }
    guard let writerThread = SystemThread({ writer.run() }), !readers.isEmpty else {
      readerJobs.close()
      writerJobs.close()
      throw TransferError(.noResources, "no threads for the archive and the readers")
    }
    return (writerThread, readers)
  }
}
