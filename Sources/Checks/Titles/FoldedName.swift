/// The name of a column or label in the form of `TitleText`, to be looked up.
///
/// Every rule looks up its names for every unit: the hash of one is worked out once.
package struct FoldedName: Hashable, Sendable {
  /// The normal form.
  package let text: String
  private let code: Int

  package init(_ name: String) { self.init(normal: TitleText.normalize(name)) }

  /// A name that is in normal form.
  init(normal: [UInt8]) {
    text = String(decoding: normal, as: UTF8.self)
    // FNV-1a; a name that was made to meet another one in it costs a comparison, no more.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in normal { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    code = Int(truncatingIfNeeded: hash)
  }

  /// A set of names that are known beforehand.
  static func all(_ names: [String]) -> Set<FoldedName> { Set(names.map(FoldedName.init)) }

  package var isEmpty: Bool { text.isEmpty }

  package static func == (left: Self, right: Self) -> Bool {
    left.code == right.code && left.text == right.text
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
