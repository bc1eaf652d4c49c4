private import CCurl

/// Reads the part of an address between `//` and the path.
enum Authority {
  /// Host in normal form and the port that was written; nil for user info, a bad port, no host.
  ///
  /// Plain names are read here; every odd one (brackets, percent, digits only, other scripts) is
  /// put to libcurl's URL API, which settles the many spellings of an IPv4 address.
  static func read(_ bytes: ArraySlice<UInt8>) -> (host: String, port: Int?)? {
    guard !bytes.isEmpty, bytes.count <= 300, !bytes.contains(UInt8(ascii: "@")) else {
      return nil
    }
    if let plain = readPlain(bytes) { return plain }
    return readOdd(bytes)
  }

  private static func readPlain(_ bytes: ArraySlice<UInt8>) -> (host: String, port: Int?)? {
    let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    let name = bytes[..<(colon ?? bytes.endIndex)]
    guard let first = name.first, let last = name.last, last != 0x2E else { return nil }
    guard WebURL.isLetter(first) || isDotted(name) else { return nil }
    let isPlain = name.allSatisfy { byte in
      WebURL.isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
        || byte == 0x5F
    }
    guard isPlain else { return nil }
    let host = WebURL.lower(name)
    guard let colon else { return (host, nil) }
    let digits = bytes[(colon + 1)...]
    if digits.isEmpty { return (host, nil) }
    guard let port = readPort(digits) else { return nil }
    return (host, port)
  }

  /// An IPv4 address in its usual spelling: four numbers up to 255, without leading zeros.
  private static func isDotted(_ name: ArraySlice<UInt8>) -> Bool {
    guard name.count <= 15 else { return false }
    var groups = 1
    var value = 0
    var digits = 0
    for byte in name {
      switch byte {
      case UInt8(ascii: "."):
        guard digits > 0 else { return false }
        groups += 1
        (value, digits) = (0, 0)
      case 0x30...0x39:
        guard digits == 0 || value > 0 else { return false }
        value = value * 10 + Int(byte - 0x30)
        digits += 1
        guard value <= 255 else { return false }
      default: return false
      }
    }
    return groups == 4 && digits > 0
  }

  private static func readPort(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count <= 5, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = Int(String(decoding: digits, as: UTF8.self)), (1...65535).contains(port)
    else { return nil }
    return port
  }

  private static func readOdd(_ bytes: ArraySlice<UInt8>) -> (host: String, port: Int?)? {
    guard !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return nil }
    guard let ascii = ascii(bytes), let handle = unsafe curl_url() else { return nil }
    defer { unsafe curl_url_cleanup(handle) }
    let text = "http://\(ascii)/"
    guard unsafe curl_url_set(handle, CURLUPART_URL, text, 0) == CURLUE_OK,
      let host = unsafe part(handle, CURLUPART_HOST), !host.isEmpty
    else { return nil }
    guard let digits = unsafe part(handle, CURLUPART_PORT) else {
      return (WebURL.lower(Array(host.utf8)[...]), nil)
    }
    guard let port = readPort(Array(digits.utf8)[...]) else { return nil }
    return (WebURL.lower(Array(host.utf8)[...]), port)
  }

  /// Host and port with the host in ASCII; what stands in brackets is left as it is.
  private static func ascii(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.first == UInt8(ascii: "[") { return String(decoding: bytes, as: UTF8.self) }
    let colon = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
    return HostName.ascii(bytes[..<colon]).map {
      $0 + String(decoding: bytes[colon...], as: UTF8.self)
    }
  }

  private static func part(_ handle: OpaquePointer, _ which: CURLUPart) -> String? {
    var raw: UnsafeMutablePointer<CChar>?
    guard unsafe curl_url_get(handle, which, &raw, 0) == CURLUE_OK, let found = unsafe raw else {
      return nil
    }
    defer { unsafe curl_free(found) }
    return unsafe String(cString: found)
  }
}
