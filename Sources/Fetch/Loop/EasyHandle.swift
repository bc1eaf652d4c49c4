import CCurl
import Web

/// One libcurl easy handle: used for one transfer after the other, on the loop's thread.
@safe final class EasyHandle {
  /// libcurl's own name for it; the loop finds the transfer by it.
  let raw: UnsafeMutableRawPointer
  private var fields: UnsafeMutablePointer<curl_slist>?
  private let errorText: UnsafeMutablePointer<CChar>
  /// What libcurl's callbacks collect for; nil between two transfers.
  private(set) var transfer: ActiveTransfer?
  /// What the handle is set up for; nil before its first transfer.
  private var setup: Setup?
  /// The cookie jar that it uses.
  private var jar: UnsafeMutableRawPointer?
  /// libcurl tells what it does (see `tell`).
  private var isTelling = false

  /// What most requests of a run have in common: set once, kept while nothing of it changes.
  private struct Setup: Equatable {
    let settings: LoopSettings
    let fields: [String]
    let limits: TransferLimits
    let acceptsInvalidTLS: Bool
  }

  init?() {
    guard let raw = unsafe curl_easy_init() else { return nil }
    unsafe self.raw = raw
    unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
  }

  deinit {
    unsafe curl_easy_cleanup(raw)
    unsafe curl_slist_free_all(fields)
    unsafe errorText.deallocate()
  }

  /// The words with which libcurl explained the last failure.
  var failureText: String { unsafe String(cString: errorText) }

  /// Which setting libcurl refused last, and with which words.
  private(set) var refusal = ""

  /// Makes the handle ready for a transfer; false when libcurl refuses a setting (see `refusal`).
  func prepare(
    _ transfer: ActiveTransfer, settings: LoopSettings, jar: UnsafeMutableRawPointer?
  ) -> Bool {
    let request = transfer.request
    self.transfer = transfer
    unsafe errorText.pointee = 0
    let wanted = Setup(
      settings: settings, fields: request.fields, limits: request.limits,
      acceptsInvalidTLS: request.acceptsInvalidTLS)
    // A posted form is set up for itself.
    if setup != wanted || request.form != nil {
      guard begin(request, wanted) else { return false }
    }
    // The beginning of a handshake is told as soon as it is known.
    tell(request.url.scheme == .https)
    return unsafe setJar(jar)
      && isTaken(mc_setopt_string(raw, CURLOPT_URL, request.url.string), CURLOPT_URL)
  }

  /// Has libcurl tell what it sends, or not.
  ///
  /// It puts what it does into many words while it tells: so it is only asked to while the request
  /// goes out, which the archive keeps as it was sent.
  func tell(_ isWanted: Bool) {
    guard isWanted != isTelling else { return }
    isTelling = isWanted
    _ = unsafe mc_setopt_long(raw, CURLOPT_VERBOSE, isWanted ? 1 : 0)
  }

  private func setJar(_ wanted: UnsafeMutableRawPointer?) -> Bool {
    guard unsafe wanted != jar else { return true }
    unsafe jar = unsafe wanted
    return unsafe isTaken(mc_setopt_pointer(raw, CURLOPT_SHARE, wanted), CURLOPT_SHARE)
  }

  /// Whether libcurl took the setting; if not, keeps which it was.
  private func isTaken(_ code: CURLcode, _ option: CURLoption) -> Bool {
    guard code != CURLE_OK else { return true }
    refusal = unsafe "option \(option.rawValue): \(String(cString: curl_easy_strerror(code)))"
    return false
  }

  /// Sets everything but address and cookie jar; false when libcurl refuses a setting.
  private func begin(_ request: Request, _ wanted: Setup) -> Bool {
    unsafe curl_easy_reset(raw)
    setup = nil
    isTelling = false
    _ = unsafe mc_setopt_pointer(raw, CURLOPT_SHARE, nil)
    unsafe jar = nil
    unsafe curl_slist_free_all(fields)
    unsafe fields = nil
    for line in EasyHandle.standingFields + request.fields {
      guard let longer = unsafe curl_slist_append(fields, line) else {
        return isTaken(CURLE_OUT_OF_MEMORY, CURLOPT_HTTPHEADER)
      }
      unsafe fields = unsafe longer
    }
    guard setPointers(), setTexts(request, wanted.settings), setNumbers(request) else {
      return false
    }
    guard request.form == nil else { return setForm(request) }
    setup = wanted
    return true
  }

  /// Lifts the limit of time.
  func stopClock() {
    // The next transfer has to be given its limit again.
    setup = nil
    _ = unsafe mc_setopt_long(raw, CURLOPT_TIMEOUT_MS, 0)
  }

  /// Goes on after a pause; the seconds spent in pauses are added to the limit.
  func resume(afterPauses seconds: Double, of limits: TransferLimits) {
    let total = limits.totalMilliseconds + Int(min(seconds, 1e6) * 1000)
    _ = unsafe mc_setopt_long(raw, CURLOPT_TIMEOUT_MS, total)
    _ = unsafe curl_easy_pause(raw, CURLPAUSE_CONT)
  }

  /// Lets go of the transfer that is over.
  func release() { transfer = nil }

  /// What every request says of itself; bodies are decoded by the reader, not by libcurl.
  private static let standingFields = [
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language: zh-CN,zh;q=0.9,en;q=0.5",
    "Accept-Encoding: gzip, br",
  ]

  private func setPointers() -> Bool {
    // The handle outlives what libcurl does with it: `deinit` ends that first.
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    let codes = unsafe [
      (mc_setopt_write(raw, CURLOPT_WRITEFUNCTION, Callbacks.body), CURLOPT_WRITEFUNCTION),
      (mc_setopt_pointer(raw, CURLOPT_WRITEDATA, context), CURLOPT_WRITEDATA),
      (mc_setopt_write(raw, CURLOPT_HEADERFUNCTION, Callbacks.head), CURLOPT_HEADERFUNCTION),
      (mc_setopt_pointer(raw, CURLOPT_HEADERDATA, context), CURLOPT_HEADERDATA),
      (mc_setopt_open(raw, Callbacks.open), CURLOPT_OPENSOCKETFUNCTION),
      (mc_setopt_pointer(raw, CURLOPT_OPENSOCKETDATA, context), CURLOPT_OPENSOCKETDATA),
      (mc_setopt_ready(raw, Callbacks.ready), CURLOPT_PREREQFUNCTION),
      (mc_setopt_pointer(raw, CURLOPT_PREREQDATA, context), CURLOPT_PREREQDATA),
      (mc_setopt_debug(raw, Callbacks.debug), CURLOPT_DEBUGFUNCTION),
      (mc_setopt_pointer(raw, CURLOPT_DEBUGDATA, context), CURLOPT_DEBUGDATA),
      (mc_setopt_pointer(raw, CURLOPT_ERRORBUFFER, errorText), CURLOPT_ERRORBUFFER),
      (mc_setopt_pointer(raw, CURLOPT_HTTPHEADER, fields), CURLOPT_HTTPHEADER),
    ]
    return codes.allSatisfy { isTaken($0.0, $0.1) }
  }

  private func setTexts(_ request: Request, _ settings: LoopSettings) -> Bool {
    var texts: [(CURLoption, String)] = [
      (CURLOPT_USERAGENT, settings.userAgent),
      (CURLOPT_PROTOCOLS_STR, "http,https"),
      (CURLOPT_NOPROXY, "*"),
      (CURLOPT_PROXY, ""),
      // An empty name turns the cookie engine on and reads no file.
      (CURLOPT_COOKIEFILE, ""),
    ]
    // The system's folder of authorities stays in force beside the file.
    if let file = settings.authorities { texts.append((CURLOPT_CAINFO, file)) }
    if request.acceptsInvalidTLS {
      texts.append((CURLOPT_SSL_CIPHER_LIST, "DEFAULT@SECLEVEL=0"))
    }
    return texts.allSatisfy { unsafe isTaken(mc_setopt_string(raw, $0.0, $0.1), $0.0) }
  }

  private func setNumbers(_ request: Request) -> Bool {
    let limits = request.limits
    var numbers: [(CURLoption, Int)] = [
      (CURLOPT_FOLLOWLOCATION, 0),
      (CURLOPT_NOSIGNAL, 1),
      (CURLOPT_PATH_AS_IS, 1),
      (CURLOPT_HTTP09_ALLOWED, 0),
      (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS)),
      (CURLOPT_HTTP_CONTENT_DECODING, 0),
      // All that comes before the request; the phases by themselves are watched by the loop.
      (
        CURLOPT_CONNECTTIMEOUT_MS,
        limits.nameMilliseconds + limits.connectMilliseconds + limits.handshakeMilliseconds
      ),
      (CURLOPT_TIMEOUT_MS, limits.totalMilliseconds),
      // A name keeps the address that it had first: no change under way (DNS rebinding).
      (CURLOPT_DNS_CACHE_TIMEOUT, -1),
      // A name that is given up is forgotten by libcurl's thread for it; without this the loop
      // would stand still until the system's resolver had given up too.
      (CURLOPT_QUICK_EXIT, 1),
    ]
    if request.acceptsInvalidTLS {
      numbers += [
        (CURLOPT_SSL_VERIFYPEER, 0), (CURLOPT_SSL_VERIFYHOST, 0),
        (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_0)),
      ]
    }
    // Most pages come in one piece; libcurl's own 16 KiB cut them in two. A handle that still has the
    // buffer of a transfer that broke off refuses another size, and serves as well with the one it has.
    _ = unsafe mc_setopt_long(raw, CURLOPT_BUFFERSIZE, 32 << 10)
    return numbers.allSatisfy { unsafe isTaken(mc_setopt_long(raw, $0.0, $0.1), $0.0) }
  }

  /// Makes it a POST where the request has a form; libcurl keeps a copy of the bytes.
  private func setForm(_ request: Request) -> Bool {
    guard let form = request.form else { return true }
    var bytes = form + [0]
    let count = unsafe mc_setopt_off(raw, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(form.count))
    return unsafe isTaken(count, CURLOPT_POSTFIELDSIZE_LARGE)
      && bytes.withUnsafeMutableBytes {
        unsafe isTaken(
          mc_setopt_pointer(raw, CURLOPT_COPYPOSTFIELDS, $0.baseAddress), CURLOPT_COPYPOSTFIELDS)
      }
  }

  /// How long libcurl says that the body will be, in bytes; nil when the server does not say.
  var announcedLength: Int? {
    let length = largeNumber(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)
    return length >= 0 ? length : nil
  }

  /// A number that libcurl knows about the last transfer; 0 when it has none.
  func number(_ info: CURLINFO) -> Int {
    var value = 0
    return unsafe mc_getinfo_long(raw, info, &value) == CURLE_OK ? value : 0
  }

  /// A time (in microseconds) or a length (in bytes) that libcurl knows about the last transfer; 0
  /// when it has none.
  func largeNumber(_ info: CURLINFO) -> Int {
    var value: curl_off_t = 0
    return unsafe mc_getinfo_off(raw, info, &value) == CURLE_OK ? Int(value) : 0
  }

  /// The peer's address as text, or nil when no connection stood.
  var remoteAddress: String? {
    var value: UnsafeMutablePointer<CChar>?
    guard unsafe mc_getinfo_string(raw, CURLINFO_PRIMARY_IP, &value) == CURLE_OK,
      let found = unsafe value
    else { return nil }
    let text = unsafe String(cString: found)
    return text.isEmpty ? nil : text
  }
}
