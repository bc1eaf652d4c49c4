extension Tag {
  /// Names of up to eight letters, packed into one word each.
  private static let short: [UInt64: Tag] = {
    var table: [UInt64: Tag] = [:]
    for tag in Tag.allCases where tag != .other {
      let name = Array("\(tag)".utf8)
      if name.count <= 8 { table[pack(name)] = tag }
    }
    return table
  }()

  private static func pack(_ name: [UInt8]) -> UInt64 {
    name.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The tag of a packed name of up to eight letters.
  static func named(packed: UInt64) -> Tag { short[packed] ?? .other }

  /// The tag of a lower-case element name; `.other` for a name outside the table.
  init(name: UnsafeBufferPointer<UInt8>) {
    if name.count <= 8 {
      var packed: UInt64 = 0
      for index in 0..<name.count { packed = packed << 8 | UInt64(unsafe name[index]) }
      self = Self.named(packed: packed)
    } else if unsafe name.elementsEqual("blockquote".utf8) {
      self = .blockquote
    } else if unsafe name.elementsEqual("figcaption".utf8) {
      self = .figcaption
    } else {
      self = .other
    }
  }
}

extension Tag {
  /// Compares the bytes: tags are compared at every step over a page, from other modules too.
  @inlinable @inline(__always)
  public static func == (left: Tag, right: Tag) -> Bool {
    unsafe unsafeBitCast(left, to: UInt8.self) == unsafeBitCast(right, to: UInt8.self)
  }

  /// The same, spelled out: the general operator goes through a table.
  @inlinable @inline(__always)
  public static func != (left: Tag, right: Tag) -> Bool { !(left == right) }
}
