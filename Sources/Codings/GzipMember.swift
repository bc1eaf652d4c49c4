/// Writes one gzip member (RFC 1952): a whole run of bytes.
///
/// Modification time 0, no name: the same bytes give the same member.
package enum GzipMember {
  /// How hard to look for what repeats.
  package enum Effort: Sendable {
    /// For text.
    case text
    /// For what is packed already, or short: tables made for it would not pay.
    case packed
  }

  /// The member of `bytes`; nil when there is no memory for it, or from 2 GiB on.
  ///
  /// Cost: some 700 MB a second on text (docs/decisions/0010-isal-for-packing.md).
  package static func pack(_ bytes: [UInt8], effort: Effort = .text) -> [UInt8]? {
    guard bytes.count < Int(Int32.max), let packer = MemberPacker.borrow() else { return nil }
    defer { packer.giveBack() }
    return packer.pack(bytes, effort)
  }
}
