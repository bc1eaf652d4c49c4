extension WebURL {
  /// The longest address that is read at all, in bytes.
  package static let longest = 8192

  /// Reads an absolute address.
  package init?(_ text: String) {
    self.init(Array(text.utf8), base: nil)
  }

  /// Reads a reference as it stands in a page (`href`, `src`, `Location`), against `base`.
  ///
  /// White space around it and line breaks inside it are dropped and `\` counts as `/`, as
  /// browsers do. Against a base `http:x` is read as browsers do, too: relative when the base has
  /// that scheme, else `http://x`; and any number of slashes may stand before a host. Without a
  /// base both are faults of whoever wrote the address. Nil for other schemes (`javascript:`, `mailto:`, `file:` …), for an empty
  /// reference, for a mere fragment, for an address with user or password, and for anything
  /// longer than `longest`.
  package init?(_ reference: [UInt8], base: WebURL?) { self.init(reference[...], base: base) }

  /// The same, of a text as it lies in a page.
  package init?(_ reference: ArraySlice<UInt8>, base: WebURL?) {
    let read = unsafe reference.withUnsafeBufferPointer { unsafe Self.reading($0, base: base) }
    guard let read else { return nil }
    self = read
  }

  /// The same, of bytes that are lent.
  ///
  /// No initializer: those own what they are given, and the base would be copied for each link.
  package static func reading(
    _ reference: UnsafeBufferPointer<UInt8>, base: WebURL?
  ) -> WebURL? {
    guard reference.count <= longest else { return nil }
    if let base, let plain = unsafe base.joined(plain: reference) { return plain }
    if let plain = unsafe WebURL(plainAbsolute: reference) { return plain }
    // Percent-encoding may make it longer than what is read back.
    guard let made = unsafe WebURL(cleaned: clean(Array(reference)), base: base),
      made.string.utf8.count <= longest
    else { return nil }
    return made
  }

  private init?(cleaned bytes: [UInt8], base: WebURL?) {
    guard let first = bytes.first, first != UInt8(ascii: "#") else { return nil }
    let slashes: [UInt8] = [0x2F, 0x2F]
    if let colon = Self.schemeEnd(bytes) {
      guard let scheme = Scheme(rawValue: Self.lower(bytes[..<colon])) else { return nil }
      let rest = bytes[(colon + 1)...]
      if rest.starts(with: slashes) {
        self.init(scheme: scheme, afterSlashes: Self.authority(rest, base: base))
      } else if let base, base.scheme == scheme {
        guard !rest.isEmpty else { return nil }
        self.init(relative: Array(rest), to: base)
      } else if base != nil {
        self.init(scheme: scheme, afterSlashes: Self.authority(rest, base: base))
      } else {
        return nil
      }
      return
    }
    guard let base else { return nil }
    if bytes.starts(with: slashes) {
      self.init(scheme: base.scheme, afterSlashes: Self.authority(bytes[...], base: base))
      return
    }
    self.init(relative: bytes, to: base)
  }

  /// What follows the slashes before a host: two of them, with a base any number.
  private static func authority(_ bytes: ArraySlice<UInt8>, base: WebURL?) -> ArraySlice<UInt8> {
    base == nil ? bytes.dropFirst(2) : bytes.drop { $0 == UInt8(ascii: "/") }
  }

  private init(relative bytes: [UInt8], to base: WebURL) {
    let basePath = base.pathBytes
    let (path, query) = Self.split(bytes[...])
    var target: [UInt8]
    if path.isEmpty {
      target = Array(basePath)
    } else if path.first == UInt8(ascii: "/") {
      target = Self.resolveDots(Self.encode(path))
    } else {
      let slash = basePath.lastIndex(of: UInt8(ascii: "/")) ?? basePath.startIndex
      target = Self.resolveDots(Array(basePath[...slash]) + Self.encode(path))
    }
    if target.isEmpty { target = [UInt8(ascii: "/")] }
    if let query { target += [UInt8(ascii: "?")] + Self.encode(query) }
    self.init(base, target: target)
  }

  private init?(scheme: Scheme, afterSlashes rest: ArraySlice<UInt8>) {
    let end = rest.firstIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") })
    let authority = rest[..<(end ?? rest.endIndex)]
    guard let (host, written) = Authority.read(authority) else { return nil }
    let port = written ?? scheme.defaultPort
    let (path, query) = Self.split(rest[authority.endIndex...])
    var target = Self.resolveDots(Self.encode(path))
    if target.isEmpty { target = [UInt8(ascii: "/")] }
    if let query { target += [UInt8(ascii: "?")] + Self.encode(query) }
    self.init(
      scheme: scheme, authority: port == scheme.defaultPort ? host : "\(host):\(port)",
      host: host.utf8.count, port: port, target: String(decoding: target, as: UTF8.self))
  }

  /// Trims, drops tab and line breaks, turns `\` before the query into `/`, cuts the fragment.
  private static func clean(_ reference: [UInt8]) -> [UInt8] {
    var start = 0
    var end = reference.count
    while start < end, reference[start] <= 0x20 { start += 1 }
    while end > start, reference[end - 1] <= 0x20 { end -= 1 }
    let isClean = !reference[start..<end].contains { byte in
      byte < 0x20 || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\\")
    }
    if isClean {
      return start == 0 && end == reference.count ? reference : Array(reference[start..<end])
    }
    var out: [UInt8] = []
    out.reserveCapacity(end - start)
    var inQuery = false
    for byte in reference[start..<end] {
      switch byte {
      case 0x09, 0x0A, 0x0D: continue
      case UInt8(ascii: "#") where !out.isEmpty: return out
      case UInt8(ascii: "\\") where !inQuery: out.append(UInt8(ascii: "/"))
      default:
        if byte == UInt8(ascii: "?") { inQuery = true }
        out.append(byte)
      }
    }
    return out
  }

  /// The index of the colon that ends a scheme, or nil when the reference has none.
  private static func schemeEnd(_ bytes: [UInt8]) -> Int? {
    guard let first = bytes.first, isLetter(first) else { return nil }
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: ":") { return index }
      let plain = isLetter(byte) || (0x30...0x39).contains(byte)
      if !plain && byte != 0x2B && byte != 0x2D && byte != 0x2E { return nil }
    }
    return nil
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  static func lower(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private static func split(
    _ bytes: ArraySlice<UInt8>
  ) -> (path: ArraySlice<UInt8>, query: ArraySlice<UInt8>?) {
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "?")) else { return (bytes, nil) }
    return (bytes[..<mark], bytes[(mark + 1)...])
  }

  /// Percent-encodes what may not stand in a path or query; keeps what is encoded already.
  private static func encode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(where: mustBeEncoded) else { return Array(bytes) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 32)
    for byte in bytes {
      if mustBeEncoded(byte) {
        PercentEncoding.encode(byte, into: &out)
      } else {
        out.append(byte)
      }
    }
    return out
  }

  private static func mustBeEncoded(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F..., 0x22, 0x3C, 0x3E, 0x5E, 0x60, 0x7B, 0x7C, 0x7D: true
    default: false
    }
  }

  /// Removes `.` and `..` segments (RFC 3986 §5.2.4); never climbs above the root.
  private static func resolveDots(_ path: [UInt8]) -> [UInt8] {
    guard mayHoldDots(path) else { return path }
    var kept: [ArraySlice<UInt8>] = []
    let segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() where index > 0 {
      let last = index == segments.count - 1
      if isDot(segment) {
        if last { kept.append([]) }
      } else if isDotDot(segment) {
        if !kept.isEmpty { kept.removeLast() }
        if last { kept.append([]) }
      } else {
        kept.append(segment)
      }
    }
    var out: [UInt8] = []
    out.reserveCapacity(path.count)
    for segment in kept {
      out.append(UInt8(ascii: "/"))
      out += segment
    }
    return out
  }

  /// A segment that begins with a dot, or anything that may be one percent-encoded.
  private static func mayHoldDots(_ path: [UInt8]) -> Bool {
    var previous: UInt8 = 0
    for byte in path {
      if byte == UInt8(ascii: "%") || byte == UInt8(ascii: ".") && previous == UInt8(ascii: "/") {
        return true
      }
      previous = byte
    }
    return false
  }

  private static func isDot(_ segment: ArraySlice<UInt8>) -> Bool {
    segment.count == 1 ? segment.first == 0x2E : segment.count == 3 && lower(segment) == "%2e"
  }

  private static func isDotDot(_ segment: ArraySlice<UInt8>) -> Bool {
    if segment.elementsEqual([0x2E, 0x2E]) { return true }
    guard segment.count > 2, segment.count <= 6, segment.contains(UInt8(ascii: "%")) else {
      return false
    }
    return ["%2e%2e", ".%2e", "%2e."].contains(lower(segment))
  }
}
