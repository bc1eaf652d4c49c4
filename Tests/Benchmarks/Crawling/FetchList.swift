import Archive
import Dates
import Fetch
import Foundation
import Synchronization
import Web

/// Fetches a list of addresses, and stores the responses when a folder is named.
///
/// The same parts as in a crawl: the transfer loop, threads that pack, one thread that writes.
final class FetchList: Sendable {
  /// How many responses may wait to be stored before nothing more is asked for.
  private static let mostWaiting = 64

  private struct State {
    var next = 0
    var inFlight = 0
    var waiting = 0
    var tally = Tally()
    var isOver: Bool { inFlight == 0 && waiting == 0 }
  }

  private let urls: [WebURL]
  private let most: Int
  private let state = Mutex(State())
  private let packing = Mailbox<(Transfer, Response)>()
  private let writing = Mailbox<PreparedCapture>()
  private let ended = Mailbox<Int>()

  init(_ prefix: String, _ inFlight: String) {
    var urls: [WebURL] = []
    while let path = readLine() {
      if let url = WebURL(prefix + path) { urls.append(url) }
    }
    self.urls = urls
    most = max(1, Int(inFlight) ?? 32)
  }

  func run(into folder: String?) throws -> Tally {
    let loop = Mutex<TransferLoop?>(nil)
    let made = try TransferLoop(userAgent: "mingcha-benchmark") { [self] transfer in
      take(transfer, stores: folder != nil)
      loop.withLock { $0 }.map { advance($0) }
    }
    loop.withLock { $0 = made }
    var threads: [SystemThread?] = []
    if let folder {
      for _ in 0..<SystemClock.processors { threads.append(SystemThread { self.pack() }) }
      let writer = try ArchiveWriter(
        folder: folder, site: SiteID("site"), software: "mingcha-benchmark",
        startedAt: Timestamp(secondsSince1970: 0))
      write(writer, made)
    } else {
      advance(made)
    }
    _ = ended.take()
    packing.close()
    for thread in threads { thread?.join() }
    made.close()
    loop.withLock { $0 = nil }
    return state.withLock { $0.tally }
  }

  /// Starts what may be started; says so when everything is done.
  private func advance(_ loop: TransferLoop) {
    let (batch, isOver) = state.withLock { state in
      let room = min(
        most - state.inFlight, Self.mostWaiting - state.waiting, urls.count - state.next)
      let batch = state.next..<(state.next + max(0, room))
      state.next = batch.upperBound
      state.inFlight += batch.count
      return (batch, state.isOver && state.next == urls.count)
    }
    for index in batch { loop.submit(Request(id: index, url: urls[index]) { _ in true }) }
    if isOver { ended.put(0) }
  }

  private func take(_ transfer: Transfer, stores: Bool) {
    let response = try? transfer.result.get()
    state.withLock { state in
      state.inFlight -= 1
      guard let response, response.status == 200 else {
        state.tally.failures += 1
        return
      }
      state.tally.pages += 1
      state.tally.bytes += response.body.count
      if stores { state.waiting += 1 }
    }
    if stores, let response, response.status == 200 { packing.put((transfer, response)) }
  }

  private func pack() {
    // As in a crawl: while there is more to pack, some of it goes to the writer together.
    var done: [PreparedCapture] = []
    func handOver() {
      writing.put(contentsOf: done)
      done.removeAll(keepingCapacity: true)
    }
    while let (transfer, response) = packing.take(beforeWaiting: handOver) {
      let capture = Capture(
        id: .random(), url: transfer.request.url,
        fetchedAt: Timestamp(secondsSince1970: transfer.startedAt),
        requestHead: transfer.requestHead, responseHead: response.head, body: response.body,
        remoteAddress: transfer.remoteAddress)
      let note = CaptureNote(via: nil, depth: 1, reason: "link")
      done.append(PreparedCapture(capture, note: note))
      if done.count >= 6 { handOver() }
    }
  }

  /// Writes on a thread of its own until the list is done.
  private func write(_ writer: ArchiveWriter, _ loop: TransferLoop) {
    advance(loop)
    while !state.withLock({ $0.isOver && $0.next == urls.count }) {
      // As in a crawl: what has come together goes to the file in one piece.
      let batch = writing.takeAll(until: SystemClock.monotonic + 0.05)
      let isStored = (try? writer.append(batch)) != nil
      state.withLock { state in
        state.waiting -= batch.count
        if !isStored { state.tally.failures += batch.count }
      }
      advance(loop)
    }
    ended.put(0)
  }
}
