import Texts

extension WebURL {
  /// Reads a reference of the kind that nearly all links are, without a copy of it.
  ///
  /// That is a path on the base's own site, with letters, digits and the usual marks only. Nil for
  /// any other: it is to be read by the whole rules, which give the same for what is read here.
  func joined(plain reference: UnsafeBufferPointer<UInt8>) -> WebURL? {
    let view = plainParts
    let made = unsafe string.utf8.span.withUnsafeBufferPointer { own in
      unsafe Self.plain(reference, own, view)
    }
    guard let made else { return nil }
    // Of the base's own bytes a part may be kept.
    return withText(
      made.text, query: made.query, mayHoldMark: mayHoldMark ? nil : false,
      hash: made.hash)
  }

  /// Reads an absolute address of the usual kind: a name in lower case, no port, a plain path.
  ///
  /// Nil for any other, which is to be read by the whole rules; these give the same for what is
  /// read here.
  init?(plainAbsolute text: UnsafeBufferPointer<UInt8>) {
    guard let scheme = unsafe Self.plainScheme(text) else { return nil }
    let start = scheme.length
    guard let end = unsafe Self.plainNameEnd(text, from: start),
      text.count < Self.longest
    else { return nil }
    let isBare = end == text.count
    guard let mark = isBare ? end + 1 : unsafe Self.plainEnd(of: text, from: end) else {
      return nil
    }
    let count = isBare ? text.count + 1 : text.count
    var hash: UInt64 = 0
    let whole = unsafe String(unsafeUninitializedCapacity: count) { out in
      unsafe Self.copy(text, 0..<text.count, to: out, at: 0)
      if isBare { unsafe out[end] = 0x2F }
      hash = unsafe KeyedHash.of(UnsafeBufferPointer(rebasing: out[..<count]))
      return count
    }
    self.init(plain: whole, hash: hash, scheme: scheme, path: end, query: mark)
  }

  private static func plainScheme(_ text: UnsafeBufferPointer<UInt8>) -> Scheme? {
    guard text.count > 8, unsafe text[0] == 0x68, unsafe text[1] == 0x74,
      unsafe text[2] == 0x74, unsafe text[3] == 0x70
    else { return nil }
    let colon = unsafe text[4] == 0x73 ? 5 : 4
    guard unsafe text[colon] == 0x3A, unsafe text[colon + 1] == 0x2F,
      unsafe text[colon + 2] == 0x2F
    else { return nil }
    return colon == 5 ? .https : .http
  }

  /// Where a name of `Authority.plainName` in lower case ends: at the path's slash or the text's
  /// end.
  private static func plainNameEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var label = 0
    var lastBeginsWithLetter = false
    var index = start
    while index < text.count {
      let byte = unsafe text[index]
      if byte == 0x2F { break }
      if byte == 0x2E {
        guard label > 0 else { return nil }
        label = 0
      } else {
        let isLetter = (0x61...0x7A).contains(byte)
        if label == 0 { lastBeginsWithLetter = isLetter }
        label += 1
        guard label <= 63, isLetter || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
        else { return nil }
      }
      index += 1
    }
    guard index > start, unsafe (0x61...0x7A).contains(text[start]), label > 0,
      lastBeginsWithLetter, index - start <= Authority.longestName
    else { return nil }
    return index
  }

  /// The text of the address with its hash, and where its query begins or it ends.
  private static func plain(
    _ reference: UnsafeBufferPointer<UInt8>, _ own: UnsafeBufferPointer<UInt8>,
    _ base: (path: Int, query: Int)
  ) -> (text: String, query: Int, hash: UInt64)? {
    guard reference.count > 0, reference.count <= longest else { return nil }
    var start = 0
    // An address of the same origin: what follows is a path from the root.
    if reference.count > base.path, unsafe reference[base.path] == 0x2F,
      unsafe isEqual(reference, own, base.path)
    {
      start = base.path
    }
    var kept = base.path
    if unsafe reference[start] == 0x2F {
      if start + 1 < reference.count, unsafe reference[start + 1] == 0x2F { return nil }
    } else {
      kept = base.query
      while kept > base.path, unsafe own[kept - 1] != 0x2F { kept -= 1 }
      unsafe climb(reference, own, &start, &kept, root: base.path + 1)
      guard start < reference.count, unsafe reference[start] != 0x3F else { return nil }
    }
    guard let mark = unsafe plainEnd(of: reference, from: start) else { return nil }
    let count = kept + reference.count - start
    guard count <= longest else { return nil }
    var hash: UInt64 = 0
    let text = unsafe String(unsafeUninitializedCapacity: count) { out in
      unsafe copy(own, 0..<kept, to: out, at: 0)
      unsafe copy(reference, start..<reference.count, to: out, at: kept)
      // While its bytes are at hand.
      hash = unsafe KeyedHash.of(UnsafeBufferPointer(rebasing: out[..<count]))
      return count
    }
    return (text, kept + mark - start, hash)
  }

  private static func copy(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    to out: UnsafeMutableBufferPointer<UInt8>, at place: Int
  ) {
    guard let from = bytes.baseAddress, let to = out.baseAddress else { return }
    unsafe (to + place).update(from: from + range.lowerBound, count: range.count)
  }

  private static func isEqual(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, _ count: Int
  ) -> Bool {
    guard right.count >= count else { return false }
    for index in 0..<count where unsafe left[index] != right[index] { return false }
    return true
  }

  /// Takes `./` and `../` off the beginning; no step leads above the root.
  private static func climb(
    _ reference: UnsafeBufferPointer<UInt8>, _ own: UnsafeBufferPointer<UInt8>,
    _ start: inout Int, _ kept: inout Int, root: Int
  ) {
    while start + 1 < reference.count, unsafe reference[start] == 0x2E {
      if unsafe reference[start + 1] == 0x2F {
        start += 2
      } else if start + 2 < reference.count,
        unsafe reference[start + 1] == 0x2E && reference[start + 2] == 0x2F
      {
        start += 3
        guard kept > root else { continue }
        kept -= 1
        while kept > root, unsafe own[kept - 1] != 0x2F { kept -= 1 }
      } else {
        return
      }
    }
  }

  /// Where the query begins, or the reference's end; nil where it holds what is not plain.
  private static func plainEnd(of reference: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var mark = reference.count
    var previous: UInt8 = 0x2F
    for index in start..<reference.count {
      let byte = unsafe reference[index]
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x5F, 0x2D, 0x2F, 0x3D, 0x26: break
      // A segment that begins with a dot may climb.
      case 0x2E: if previous == 0x2F, mark == reference.count { return nil }
      case 0x3F: mark = min(mark, index)
      default: return nil
      }
      previous = byte
    }
    return mark
  }
}
