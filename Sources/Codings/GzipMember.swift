/// Writes gzip members (RFC 1952): each a whole run of bytes.
///
/// Modification time 0, no name: the same bytes give the same member.
package enum GzipMember {
  /// How hard to look for what repeats.
  package enum Effort: Sendable {
    /// For text.
    case text
    /// For what is packed already: stored as it is, under its checksum.
    case packed
  }

  /// The bytes of one member.
  package struct Run: Sendable {
    let bytes: [UInt8]
    /// Which of them.
    let range: Range<Int>
    let effort: Effort

    package init(_ bytes: [UInt8], effort: Effort = .text) {
      self.init(bytes, bytes.indices, effort: effort)
    }

    /// A part of some bytes.
    package init(_ bytes: [UInt8], _ range: Range<Int>, effort: Effort = .text) {
      self.bytes = bytes
      self.range = range
      self.effort = effort
    }
  }

  /// The member of `bytes`; nil when there is no memory for it, or from 2 GiB on.
  ///
  /// Cost: some 1.1 GB a second on text (docs/decisions/0015-one-digest-a-body.md).
  package static func pack(_ bytes: [UInt8], effort: Effort = .text) -> [UInt8]? {
    members(of: [Run(bytes, effort: effort)])?.bytes
  }

  /// A member for each run, one behind another, and where each ends; nil as above.
  package static func members(of runs: [Run]) -> (bytes: [UInt8], ends: [Int])? {
    guard runs.allSatisfy({ $0.range.count < Int(Int32.max) }), let packer = MemberPacker.borrow()
    else { return nil }
    defer { packer.giveBack() }
    return packer.pack(runs)
  }
}
