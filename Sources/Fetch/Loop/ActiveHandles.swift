import CCurl

/// The handles of a loop: those in use, those that wait for use, and the cookie jars.
///
/// Used by the loop's thread alone.
@safe struct ActiveHandles {
  private let multi: UnsafeMutableRawPointer
  private let settings: LoopSettings
  private let sink: @Sendable (Transfer) -> Void
  private var running: [UnsafeMutableRawPointer: (handle: EasyHandle, transfer: ActiveTransfer)] =
    unsafe [:]
  private var idle: [EasyHandle] = []
  private var jars: [Int: UnsafeMutableRawPointer] = unsafe [:]
  private let budget: BodyBudget?
  private var nextNumber = 0

  /// When the phases of the transfers are looked at next.
  private var nextSweep = 0.0

  /// Seconds between two looks at the phases.
  private static let sweepInterval = 0.1
  /// How many handles are kept for later use.
  private static let mostIdle = 256

  init(
    multi: UnsafeMutableRawPointer, settings: LoopSettings, bodyBytes: Int?,
    sink: @escaping @Sendable (Transfer) -> Void
  ) {
    unsafe self.multi = multi
    budget = bodyBytes.map { BodyBudget(sum: $0) }
    self.settings = settings
    self.sink = sink
  }

  /// Starts one request; a request that can't be started ends at once.
  mutating func start(_ request: Request) {
    guard let handle = idle.popLast() ?? EasyHandle() else {
      refuse(request, "curl_easy_init failed")
      return
    }
    let transfer = ActiveTransfer(request, number: nextNumber, budget: budget)
    nextNumber += 1
    guard
      unsafe handle.prepare(
        transfer, settings: settings, jar: jar(request.jar))
    else {
      refuse(request, "libcurl refuses a setting of \(request.url): \(handle.refusal)")
      return
    }
    guard unsafe curl_multi_add_handle(multi, handle.raw) == CURLM_OK else {
      refuse(request, "curl_multi_add_handle failed")
      return
    }
    unsafe running[handle.raw] = (handle, transfer)
  }

  /// Puts cookies into a jar; a line that libcurl does not take is left out.
  mutating func putCookies(_ lines: [String], jar number: Int) {
    guard let jar = unsafe jar(number), let handle = unsafe curl_easy_init() else { return }
    defer { unsafe curl_easy_cleanup(handle) }
    _ = unsafe mc_setopt_pointer(handle, CURLOPT_SHARE, jar)
    _ = unsafe mc_setopt_string(handle, CURLOPT_COOKIEFILE, "")
    for line in lines { _ = unsafe mc_setopt_string(handle, CURLOPT_COOKIELIST, line) }
  }

  /// Moves all transfers on and hands over those that are over.
  mutating func advance() {
    resume()
    var count: Int32 = 0
    _ = unsafe curl_multi_perform(multi, &count)
    stopClocks()
    drain()
    sweep()
  }

  /// Waits for the next event.
  func wait() {
    let longest: Int32 = unsafe running.isEmpty ? 1000 : 100
    _ = unsafe curl_multi_poll(multi, nil, 0, longest, nil)
  }

  /// Ends the transfers of which a phase has lasted too long.
  private mutating func sweep() {
    let now = SystemClock.monotonic
    guard now >= nextSweep else { return }
    nextSweep = now + Self.sweepInterval
    let late = unsafe running.values.compactMap { handle, transfer in
      transfer.pausedAt != nil
        ? nil
        : transfer.clock.overrun(transfer.request.limits, now: now).map { (handle, transfer, $0) }
    }
    for (handle, transfer, kind) in late {
      _ = unsafe running.removeValue(forKey: handle.raw)
      _ = unsafe curl_multi_remove_handle(multi, handle.raw)
      // What has come of a body is kept.
      let error =
        transfer.headIsComplete
        ? nil : TransferError(kind, PhaseClock.detail(kind, transfer.request.limits))
      finish(handle, transfer, CURLE_OPERATION_TIMEDOUT, error: error)
    }
  }

  /// Bodies that were handed over are let go of.
  func released(_ bytes: Int) { budget?.released(bytes) }

  /// Some transfer waits for room.
  var hasPaused: Bool { budget?.hasPaused ?? false }

  /// Time in a pause is nobody's fault: the limit of paused transfers is lifted until they go on.
  private func stopClocks() {
    guard let budget, budget.hasPaused else { return }
    for unsafe(handle, transfer) in unsafe running.values where transfer.pausedAt != nil {
      handle.stopClock()
    }
  }

  /// Lets paused transfers go on for which there is room again; the pause costs them no time.
  private mutating func resume() {
    guard let budget, budget.hasPaused else { return }
    let numbers = Set(budget.resumable())
    guard !numbers.isEmpty else { return }
    let paused = unsafe running.values.filter { numbers.contains($0.transfer.number) }
      .sorted { $0.transfer.number < $1.transfer.number }
    for (handle, transfer) in paused {
      if let moment = transfer.pausedAt {
        transfer.pause += max(0, SystemClock.monotonic - moment)
        transfer.pausedAt = nil
        transfer.clock.resumed()
      }
      handle.resume(afterPauses: transfer.pause, of: transfer.request.limits)
    }
  }

  /// Ends everything that runs.
  mutating func cancelAll() {
    let handles = unsafe running.values.map(\.handle)
    for handle in handles {
      guard let transfer = unsafe running.removeValue(forKey: handle.raw)?.transfer else {
        continue
      }
      _ = unsafe curl_multi_remove_handle(multi, handle.raw)
      handle.release()
      budget?.ended(number: transfer.number, count: transfer.body.count, kept: false)
      sink(Core.cancelled(transfer.request))
    }
  }

  /// Frees handles and jars; nothing runs any more.
  mutating func free() {
    cancelAll()
    idle.removeAll()
    for number in unsafe jars.keys.sorted() {
      if let share = unsafe jars[number] { _ = unsafe curl_share_cleanup(share) }
    }
    unsafe jars = [:]
  }

  private mutating func drain() {
    var left: Int32 = 0
    while let message = unsafe curl_multi_info_read(multi, &left) {
      guard unsafe message.pointee.msg == CURLMSG_DONE,
        let raw = unsafe message.pointee.easy_handle
      else { continue }
      let code = unsafe mc_message_result(message)
      _ = unsafe curl_multi_remove_handle(multi, raw)
      guard let (handle, transfer) = unsafe running.removeValue(forKey: raw) else { continue }
      finish(handle, transfer, code)
    }
  }

  private mutating func finish(
    _ handle: EasyHandle, _ transfer: ActiveTransfer, _ code: CURLcode,
    error: TransferError? = nil
  ) {
    let verdict = TransferVerdict(code: code, transfer: transfer, handle: handle)
    let done = Transfer(
      request: transfer.request, requestHead: transfer.requestHead,
      result: error.map { .failure($0) } ?? verdict.result,
      remoteAddress: handle.remoteAddress, timing: verdict.timing, startedAt: transfer.startedAt)
    var isKept = false
    if case .success = done.result { isKept = true }
    budget?.ended(number: transfer.number, count: transfer.body.count, kept: isKept)
    handle.release()
    if idle.count < Self.mostIdle { idle.append(handle) }
    sink(done)
  }

  private func refuse(_ request: Request, _ why: String) {
    sink(
      Transfer(
        request: request, requestHead: [], result: .failure(TransferError(.noResources, why)),
        remoteAddress: nil, timing: TransferTiming(), startedAt: SystemClock.wallSeconds))
  }

  /// The cookie jar of that number, made when it is first asked for.
  private mutating func jar(_ number: Int) -> UnsafeMutableRawPointer? {
    if let known = unsafe jars[number] { return unsafe known }
    guard let made = unsafe curl_share_init() else { return nil }
    // All handles of all jars live on this thread, so the share needs no lock functions.
    _ = unsafe mc_share_data(made, CURL_LOCK_DATA_COOKIE)
    unsafe jars[number] = unsafe made
    return unsafe made
  }
}
