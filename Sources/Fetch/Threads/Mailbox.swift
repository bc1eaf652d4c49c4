import CCurl
import Glibc

/// A queue between threads: any thread puts in, waiting threads take out in that order.
///
/// It has no bound of its own: the caller bounds what is under way (see `Crawler`).
@safe package final class Mailbox<Item: Sendable>: Sendable {
  @safe private struct State {
    var lock = unsafe pthread_mutex_t()
    var filled = pthread_cond_t()
    var items: [Item] = []
    /// The index of the oldest item.
    var first = 0
    var isClosed = false
    /// How many threads wait for items, and how many of them were told that there are some.
    var waiting = 0
    var called = 0
  }

  // Allocated once, freed in deinit; whoever touches it holds `lock`.
  private nonisolated(unsafe) let state: UnsafeMutablePointer<State>

  package init() {
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: State())
    _ = unsafe pthread_mutex_init(&state.pointee.lock, nil)
    var attributes = pthread_condattr_t()
    _ = unsafe pthread_condattr_init(&attributes)
    _ = unsafe pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    _ = unsafe pthread_cond_init(&state.pointee.filled, &attributes)
    _ = unsafe pthread_condattr_destroy(&attributes)
  }

  deinit {
    _ = unsafe pthread_cond_destroy(&state.pointee.filled)
    _ = unsafe pthread_mutex_destroy(&state.pointee.lock)
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// Puts an item in; it is dropped when the mailbox is closed.
  package func put(_ item: Item) {
    unsafe pthread_mutex_lock(&state.pointee.lock)
    if unsafe !state.pointee.isClosed { unsafe state.pointee.items.append(item) }
    unlock(calling: 1)
  }

  /// Puts several items in, in their order; they are dropped when the mailbox is closed.
  package func put(contentsOf items: [Item]) {
    guard !items.isEmpty else { return }
    unsafe pthread_mutex_lock(&state.pointee.lock)
    if unsafe !state.pointee.isClosed { unsafe state.pointee.items.append(contentsOf: items) }
    unlock(calling: items.count)
  }

  /// Lets go of the lock, then calls as many waiting threads as there are items for: one that is
  /// called while the lock is held would only wait for that.
  private func unlock(calling count: Int) {
    let called = unsafe min(count, state.pointee.waiting - state.pointee.called)
    if called > 0 { unsafe state.pointee.called += called }
    unsafe pthread_mutex_unlock(&state.pointee.lock)
    guard called > 0 else { return }
    for _ in 0..<called { _ = unsafe pthread_cond_signal(&state.pointee.filled) }
  }

  /// Lets the takers finish what is in, then gives them nil.
  package func close() {
    unsafe pthread_mutex_lock(&state.pointee.lock)
    unsafe state.pointee.isClosed = true
    _ = unsafe pthread_cond_broadcast(&state.pointee.filled)
    unsafe pthread_mutex_unlock(&state.pointee.lock)
  }

  /// Waits for an item; nil once the mailbox is closed and empty.
  package func take() -> Item? { take {} }

  /// Waits for an item, and does something before it waits; nil once the mailbox is closed and
  /// empty.
  ///
  /// A thread that has more to do may so hold back what it has made, and hand it over at once.
  package func take(beforeWaiting body: () -> Void) -> Item? {
    unsafe pthread_mutex_lock(&state.pointee.lock)
    if isEmpty {
      unsafe pthread_mutex_unlock(&state.pointee.lock)
      body()
      unsafe pthread_mutex_lock(&state.pointee.lock)
    }
    defer { unsafe pthread_mutex_unlock(&state.pointee.lock) }
    guard waitForItems() else { return nil }
    let item = unsafe state.pointee.items[state.pointee.first]
    unsafe state.pointee.first += 1
    dropTaken()
    return item
  }

  /// Waits for items and takes all that are in; nil once the mailbox is closed and empty.
  package func takeAll() -> [Item]? {
    unsafe pthread_mutex_lock(&state.pointee.lock)
    defer { unsafe pthread_mutex_unlock(&state.pointee.lock) }
    return waitForItems() ? takeItems() : nil
  }

  /// Nothing is in; the caller holds the lock.
  private var isEmpty: Bool { unsafe state.pointee.first == state.pointee.items.count }

  /// Waits for something, as long as the mailbox is open; says whether something is in.
  ///
  /// The caller holds the lock.
  private func waitForItems() -> Bool {
    while isEmpty {
      if unsafe state.pointee.isClosed { return false }
      unsafe state.pointee.waiting += 1
      _ = unsafe pthread_cond_wait(&state.pointee.filled, &state.pointee.lock)
      stopWaiting()
    }
    return true
  }

  /// Counts a thread that waits no longer; the caller holds the lock.
  ///
  /// Called, timed out, or woken for nothing comes to the same: it looks for items itself.
  private func stopWaiting() {
    unsafe state.pointee.waiting -= 1
    unsafe state.pointee.called = max(0, state.pointee.called - 1)
  }

  /// Takes everything that is in; when it is empty, waits for something until `deadline`
  /// (`SystemClock.monotonic`).
  package func takeAll(until deadline: Double) -> [Item] {
    var moment = timespec()
    let seconds = max(0, min(deadline, 1e15))
    moment.tv_sec = Int(seconds)
    moment.tv_nsec = Int((seconds - seconds.rounded(.down)) * 1e9)
    unsafe pthread_mutex_lock(&state.pointee.lock)
    defer { unsafe pthread_mutex_unlock(&state.pointee.lock) }
    while isEmpty {
      if unsafe state.pointee.isClosed { return [] }
      unsafe state.pointee.waiting += 1
      let code = unsafe pthread_cond_timedwait(
        &state.pointee.filled, &state.pointee.lock, &moment)
      stopWaiting()
      if code != 0 { break }
    }
    return takeItems()
  }

  /// Takes all items with their memory; the caller holds the lock.
  private func takeItems() -> [Item] {
    var items: [Item] = []
    unsafe swap(&items, &state.pointee.items)
    if unsafe state.pointee.first > 0 { unsafe items.removeFirst(state.pointee.first) }
    unsafe state.pointee.first = 0
    return items
  }

  /// Frees the room of items that were taken; the caller holds the lock.
  private func dropTaken() {
    if isEmpty {
      unsafe state.pointee.items.removeAll(keepingCapacity: state.pointee.items.capacity < 1024)
      unsafe state.pointee.first = 0
    } else if unsafe state.pointee.first >= 64 {
      unsafe state.pointee.items.removeFirst(state.pointee.first)
      unsafe state.pointee.first = 0
    }
  }
}
