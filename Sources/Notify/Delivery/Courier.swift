import CCurl
import Texts

/// One message on its way to one place.
struct Parcel {
  /// What is done with the bytes.
  enum Way {
    /// POST over HTTP; lines of the head are added.
    case post(fields: [String])
    /// SMTP.
    case mail(from: String, recipients: [String], mustTurnToTLS: Bool)
  }

  var address: String
  var way: Way
  var bytes: [UInt8]
  var user: String?
  var password: String?
  var authorities: String?
}

/// What the other side said.
struct Answer {
  /// The HTTP status; of SMTP the last code.
  var status: Int
  /// At most 64 KiB.
  var body: [UInt8]
}

/// Why a message did not arrive.
struct DeliveryFault: Error {
  let message: Bilingual
  /// Nothing reached the other side: it may be tried again without a message arriving twice.
  var isBeforeSending = false
}

/// Sends one message over libcurl and waits for the answer.
///
/// Goes only to the host of the address: no redirects, no proxy. TLS is verified.
@safe final class Courier {
  private let raw: UnsafeMutableRawPointer
  private let errorText: UnsafeMutablePointer<CChar>
  private var list: UnsafeMutablePointer<curl_slist>?
  private var outgoing: [UInt8] = []
  private var sent = 0
  private var incoming: [UInt8] = []
  private static let mostBytes = 64 << 10

  private init?() {
    guard let raw = unsafe curl_easy_init() else { return nil }
    unsafe self.raw = raw
    unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
  }

  deinit {
    unsafe curl_easy_cleanup(raw)
    unsafe curl_slist_free_all(list)
    unsafe errorText.deallocate()
  }

  /// Sends the parcel; at most 30 seconds pass.
  static func send(_ parcel: Parcel) throws(DeliveryFault) -> Answer {
    guard let courier = Courier(), courier.prepare(parcel) else {
      throw DeliveryFault(
        message: Bilingual(
          zh: "libcurl 不接受设置（缺少协议？）", en: "libcurl refuses a setting (a protocol is missing?)"))
    }
    return try courier.run()
  }

  private func run() throws(DeliveryFault) -> Answer {
    let code = unsafe curl_easy_perform(raw)
    var status = 0
    _ = unsafe mc_getinfo_long(raw, CURLINFO_RESPONSE_CODE, &status)
    guard code == CURLE_OK else {
      var words = unsafe String(cString: errorText)
      if words.isEmpty { words = unsafe String(cString: curl_easy_strerror(code)) }
      let early: [CURLcode] = [
        CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR,
      ]
      throw DeliveryFault(
        message: Bilingual(zh: words, en: words), isBeforeSending: early.contains(code))
    }
    return Answer(status: status, body: incoming)
  }

  private func prepare(_ parcel: Parcel) -> Bool {
    outgoing = parcel.bytes
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    let isMail = if case .mail = parcel.way { true } else { false }
    var texts: [(CURLoption, String)] = [
      (CURLOPT_URL, parcel.address), (CURLOPT_USERAGENT, "mingcha"), (CURLOPT_NOPROXY, "*"),
      (CURLOPT_PROXY, ""), (CURLOPT_PROTOCOLS_STR, isMail ? "smtp,smtps" : "http,https"),
    ]
    if let user = parcel.user { texts.append((CURLOPT_USERNAME, user)) }
    if let password = parcel.password { texts.append((CURLOPT_PASSWORD, password)) }
    if let file = parcel.authorities { texts.append((CURLOPT_CAINFO, file)) }
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_NOSIGNAL, 1), (CURLOPT_CONNECTTIMEOUT_MS, 10_000),
      (CURLOPT_TIMEOUT_MS, 30_000), (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
      (CURLOPT_HTTP09_ALLOWED, 0),
    ]
    let pointers = unsafe [
      mc_setopt_write(raw, CURLOPT_WRITEFUNCTION, Self.take),
      mc_setopt_pointer(raw, CURLOPT_WRITEDATA, context),
      mc_setopt_write(raw, CURLOPT_READFUNCTION, Self.give),
      mc_setopt_pointer(raw, CURLOPT_READDATA, context),
      mc_setopt_pointer(raw, CURLOPT_ERRORBUFFER, errorText),
    ]
    return pointers.allSatisfy { $0 == CURLE_OK }
      && texts.allSatisfy { set($0.0, $0.1) } && numbers.allSatisfy { set($0.0, $0.1) }
      && prepare(parcel.way)
  }

  private func prepare(_ way: Parcel.Way) -> Bool {
    switch way {
    case .post(let fields):
      // Without `Expect`, libcurl would wait a second for servers that don't know it.
      return set(CURLOPT_HTTPHEADER, fields + ["Expect:"])
        && set(CURLOPT_POST, 1) && set(CURLOPT_POSTFIELDSIZE, outgoing.count)
    case .mail(let from, let recipients, let mustTurnToTLS):
      let level = mustTurnToTLS ? CURLUSESSL_ALL : CURLUSESSL_NONE
      return set(CURLOPT_MAIL_RCPT, recipients.map { "<\($0)>" })
        && set(CURLOPT_MAIL_FROM, "<\(from)>") && set(CURLOPT_UPLOAD, 1)
        && set(CURLOPT_USE_SSL, Int(level.rawValue))
    }
  }

  private func set(_ option: CURLoption, _ text: String) -> Bool {
    unsafe mc_setopt_string(raw, option, text) == CURLE_OK
  }

  private func set(_ option: CURLoption, _ number: Int) -> Bool {
    unsafe mc_setopt_long(raw, option, number) == CURLE_OK
  }

  /// The one list of a parcel; it lives as long as the handle.
  private func set(_ option: CURLoption, _ lines: [String]) -> Bool {
    for line in lines {
      guard let longer = unsafe curl_slist_append(list, line) else { return false }
      unsafe list = unsafe longer
    }
    return unsafe mc_setopt_pointer(raw, option, list) == CURLE_OK
  }

  private static let take: mc_write_callback = { bytes, size, count, context in
    guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
    let courier = unsafe Unmanaged<Courier>.fromOpaque(context).takeUnretainedValue()
    let length = size &* count
    guard courier.incoming.count + length <= mostBytes else { return 0 }
    unsafe courier.incoming.append(
      contentsOf: UnsafeRawBufferPointer(start: bytes, count: length))
    return length
  }

  private static let give: mc_write_callback = { bytes, size, count, context in
    guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
    let courier = unsafe Unmanaged<Courier>.fromOpaque(context).takeUnretainedValue()
    let length = min(size &* count, courier.outgoing.count - courier.sent)
    let room = unsafe UnsafeMutableRawBufferPointer(start: bytes, count: length)
    unsafe room.copyBytes(from: courier.outgoing[courier.sent..<(courier.sent + length)])
    courier.sent += length
    return length
  }
}
