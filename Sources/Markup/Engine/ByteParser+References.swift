extension ByteParser {
  /// A reference in text: `&amp;`, `&#20013;`; what is none stays as it is written.
  mutating func readReference() {
    let (scalar, end) = reference(at: position)
    position = end
    switch scalar {
    case .some(0): return
    case .some(let scalar):
      openParagraph()
      scratch.removeAll(keepingCapacity: true)
      Self.append(scalar, to: &scratch)
      let bytes = scratch
      unsafe bytes.withUnsafeBufferPointer { unsafe builder.text($0) }
    case nil:
      openParagraph()
      unsafe builder.text(slice((end - 1)..<end))
    }
  }

  /// A value with its references resolved; a reference to no character ends it.
  func decoded(_ value: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(value.count)
    var index = value.lowerBound
    var cut: Int?
    while index < value.upperBound {
      guard text[index] == UInt8(ascii: "&") else {
        let end = find(UInt8(ascii: "&"), in: index..<value.upperBound)
        unsafe out.append(contentsOf: slice(index..<end))
        index = end
        continue
      }
      let (scalar, end) = reference(at: index)
      switch scalar {
      case .some(0): cut = cut ?? out.count
      case .some(let scalar): Self.append(scalar, to: &out)
      case nil: out.append(UInt8(ascii: "&"))
      }
      index = end
    }
    return cut.map { Array(out.prefix($0)) } ?? out
  }

  /// The character that the `&` at `start` begins, 0 for a number that is none, nil for no
  /// reference; and where to go on.
  private func reference(at start: Int) -> (scalar: UInt32?, end: Int) {
    func byte(_ place: Int) -> UInt8 { place < text.count ? text[place] : 0 }
    if byte(start + 1) == UInt8(ascii: "#") { return numeric(at: start) }
    let first = byte(start + 1)
    guard Self.isLetter(first) || first == 0x5F || first == 0x3A else { return (nil, start + 1) }
    var end = start + 2
    // No name of the table is longer than eight letters.
    while end < text.count, end - start <= 10,
      Self.isLetter(byte(end)) || (0x30...0x39).contains(byte(end))
    {
      end += 1
    }
    guard byte(end) == UInt8(ascii: ";"),
      let scalar = unsafe EntityNames.codePoint(slice((start + 1)..<end))
    else { return (nil, start + 1) }
    return (scalar, end + 1)
  }

  private func numeric(at start: Int) -> (scalar: UInt32?, end: Int) {
    func byte(_ place: Int) -> UInt8 { place < text.count ? text[place] : 0 }
    let isHex = byte(start + 2) | 0x20 == UInt8(ascii: "x")
    var place = start + (isHex ? 3 : 2)
    var value: UInt32 = 0
    while let digit = Self.digit(byte(place), isHex: isHex) {
      if value < 0x110000 { value = value * (isHex ? 16 : 10) + digit }
      place += 1
    }
    if byte(place) == UInt8(ascii: ";") { place += 1 }
    return (Self.isCharacter(value) ? value : 0, place)
  }

  private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x61...0x66 where isHex: UInt32(byte - 0x57)
    case 0x41...0x46 where isHex: UInt32(byte - 0x37)
    default: nil
    }
  }

  /// XML 1.0 §2.2.
  private static func isCharacter(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
