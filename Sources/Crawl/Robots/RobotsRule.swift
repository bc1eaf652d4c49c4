import Web

/// One `Allow` or `Disallow` line (RFC 9309 §2.2.2 and §2.2.3).
struct RobotsRule: Sendable, Equatable {
  let isAllow: Bool
  /// The pattern's length in octets, percent-encoding put in normal form.
  let length: Int
  /// The pattern between its `*`, in normal form; the first part stands at the path's beginning.
  private let parts: [[UInt8]]
  /// The same with reserved characters encoded; nil where that changes nothing.
  private let encodedParts: [[UInt8]]?
  /// The pattern ends with `$`: the last part stands at the path's end.
  private let isAnchored: Bool

  /// Nil for an empty pattern, which is no rule, and for one that begins no path.
  init?(pattern: [UInt8], isAllow: Bool) {
    guard let first = pattern.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "*")
    else { return nil }
    self.isAllow = isAllow
    isAnchored = pattern.last == UInt8(ascii: "$")
    let body = isAnchored ? pattern.dropLast() : pattern[...]
    let pieces = body.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    parts = pieces.map { Self.normalized(Array($0)) }
    encodedParts = Self.encodingReserved(parts)
    length = parts.reduce(parts.count - 1) { $0 + $1.count } + (isAnchored ? 1 : 0)
  }

  /// Says whether the pattern matches a path.
  func matches(_ path: RobotsPath) -> Bool {
    if Self.matches(parts, path.normal, isAnchored) { return true }
    // RFC 9309 §2.2.2 encodes reserved characters before it compares; what is written as it is
    // meant matches as it is written too.
    guard encodedParts != nil || path.encoded != nil else { return false }
    return Self.matches(encodedParts ?? parts, path.encoded ?? path.normal, isAnchored)
  }

  private static func matches(_ parts: [[UInt8]], _ path: [UInt8], _ isAnchored: Bool) -> Bool {
    guard let first = parts.first, path.starts(with: first) else { return false }
    if parts.count == 1 { return !isAnchored || path.count == first.count }
    var position = first.count
    // Each part at the first place possible: no later place would leave more room for the rest.
    for part in parts[1..<(parts.count - 1)] {
      guard let found = Self.position(of: part, in: path, from: position) else { return false }
      position = found + part.count
    }
    guard let last = parts.last else { return true }
    if isAnchored {
      return path.count - last.count >= position && path.suffix(last.count).elementsEqual(last)
    }
    return Self.position(of: last, in: path, from: position) != nil
  }

  private static func position(of part: [UInt8], in path: [UInt8], from start: Int) -> Int? {
    guard let first = part.first else { return start }
    var index = start
    while index + part.count <= path.count {
      if path[index] == first, path[index..<(index + part.count)].elementsEqual(part) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// The parts of a pattern or path with reserved characters (RFC 3986 §2.2) percent-encoded, but for
  /// the slashes of its path and the mark of its query; nil when there are none.
  fileprivate static func encodingReserved(_ parts: [[UInt8]]) -> [[UInt8]]? {
    var isQuery = false
    var isChanged = false
    let encoded = parts.map { part in
      var out: [UInt8] = []
      for byte in part {
        let isDelimiter = byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?")
        if isQuery && isDelimiter || ":#[]@!'(),;+&=".utf8.contains(byte) {
          PercentEncoding.encode(byte, into: &out)
          isChanged = true
        } else {
          out.append(byte)
        }
        if byte == UInt8(ascii: "?") { isQuery = true }
      }
      return out
    }
    return isChanged ? encoded : nil
  }

  /// Undoes percent-encoding of unreserved characters, encodes all that is not ASCII, and writes
  /// what stays encoded in upper case (RFC 9309 §2.2.2).
  ///
  /// `*` and `$` are encoded too: here they stand for themselves.
  fileprivate static func normalized(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if let value = PercentEncoding.value(in: bytes, at: index) {
        if PercentEncoding.isUnreserved(value) {
          out.append(value)
        } else {
          PercentEncoding.encode(value, into: &out)
        }
        index += 3
        continue
      }
      let isLiteral = byte == UInt8(ascii: "*") || byte == UInt8(ascii: "$")
      if byte >= 0x80 || isLiteral {
        PercentEncoding.encode(byte, into: &out)
      } else {
        out.append(byte)
      }
      index += 1
    }
    return out
  }
}

/// A path with its query in the form in which rules are compared.
struct RobotsPath: Sendable {
  /// Percent-encoding in normal form, `*` and `$` encoded.
  let normal: [UInt8]
  /// The same with reserved characters encoded; nil where that changes nothing.
  let encoded: [UInt8]?

  /// `target` is `WebURL.target`.
  init(target: String) {
    normal = RobotsRule.normalized(Array(target.utf8))
    encoded = RobotsRule.encodingReserved([normal])?.first
  }
}
