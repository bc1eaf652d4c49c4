/// Looks whether a head says in one voice how long its body is.
enum HeadFraming {
  /// What is wrong with the lengths of a head, or nil.
  ///
  /// Lengths that differ, or one that is no number, make a message whose end nobody can know
  /// (RFC 9112 §6.3): libcurl takes the last one, or reads on. Chunks overrule any length. A
  /// transfer coding other than chunks was not asked for, and libcurl would hand it on as it is.
  static func fault(in head: [UInt8]) -> String? {
    var known: ArraySlice<UInt8>?
    var isChunked = false
    var isFaulty = false
    var start = 0
    while start < head.count {
      let end = head[start...].firstIndex(of: 10) ?? head.count
      let line = head[start..<end]
      start = end + 1
      // Most lines are told by their first byte.
      guard let first = line.first,
        first | 0x20 == UInt8(ascii: "c") || first | 0x20 == UInt8(ascii: "t")
      else { continue }
      if let coding = value(of: "transfer-encoding", in: line) {
        let words = words(of: coding)
        guard words.allSatisfy({ $0 == chunked || $0 == identity }) else {
          return "a Transfer-Encoding that was not asked for"
        }
        isChunked = isChunked || words.contains(chunked)
      }
      guard let length = value(of: "content-length", in: line) else { continue }
      let digits = length.drop { $0 == 0x30 }
      if length.isEmpty || digits.count > 18 || known.map({ !$0.elementsEqual(digits) }) == true
        || !length.allSatisfy({ (0x30...0x39).contains($0) })
      {
        isFaulty = true
      }
      known = digits
    }
    return isFaulty && !isChunked ? "Content-Length is no number, or two of them" : nil
  }

  private static let chunked = Array("chunked".utf8)
  private static let identity = Array("identity".utf8)

  /// The words of a list in lower case, empty ones left out.
  private static func words(of list: ArraySlice<UInt8>) -> [[UInt8]] {
    list.split(separator: UInt8(ascii: ","))
      .map { part in part.filter { $0 != 32 && $0 != 9 }.map { $0 | 0x20 } }
      .filter { !$0.isEmpty }
  }

  /// The value of a field line without white space around it; nil for a line of another name.
  private static func value(of name: StaticString, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>?
  {
    let count = name.utf8CodeUnitCount
    guard line.count > count, line[line.startIndex + count] == UInt8(ascii: ":") else { return nil }
    let isSame = name.withUTF8Buffer { word in
      for offset in 0..<count
      where unsafe line[line.startIndex + offset] | 0x20 != word[offset] | 0x20 {
        return false
      }
      return true
    }
    guard isSame else { return nil }
    var value = line[(line.startIndex + count + 1)...].drop { $0 == 32 || $0 == 9 }
    while let last = value.last, last == 32 || last == 9 || last == 13 { value.removeLast() }
    return value
  }
}
