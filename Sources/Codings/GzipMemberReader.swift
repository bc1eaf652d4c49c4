/// Reads a run of gzip members that comes in chunks, and tells where each begins and ends.
///
/// A value that is fed and asked; it does no input or output itself. Memory: the chunk that was
/// fed and what one `next` gives.
package struct GzipMemberReader: ~Copyable {
  /// What `next` found.
  package enum Event: Sendable, Equatable {
    /// A member begins, at that offset in all that was fed.
    case memberStart(offset: Int)
    /// Unpacked bytes, never empty.
    case bytes([UInt8])
    /// The member is whole and its checksum agrees; its packed length.
    case memberEnd(length: Int)
    /// Everything that was fed is used up: feed more. At the end of the file the run is sound
    /// when `isBetweenMembers`, torn otherwise.
    case hungry
    /// What stands at that offset is no gzip data, or the member around it is damaged.
    case corrupt(offset: Int)
  }

  private let inflater: Inflater
  private var input: [UInt8] = []
  private var position = 0
  /// The offset of the first byte of `input` in all that was fed.
  private var inputOffset = 0
  private var memberStart: Int?
  /// The member's end was met together with its last bytes.
  private var hasEnded = false
  private var isDamaged = false

  /// Nil when there is no memory.
  package init?() {
    guard let inflater = Inflater(.gzip) else { return nil }
    self.inflater = inflater
  }

  /// Says whether the bytes so far end where a member ends.
  package var isBetweenMembers: Bool { memberStart == nil && position == input.count }

  /// Where the member that is being read begins; nil between members.
  package var openMember: Int? { memberStart }

  /// Gives the next bytes of the file, after `hungry`.
  package mutating func feed(_ bytes: [UInt8]) {
    inputOffset += position
    input = Array(input[position...]) + bytes
    position = 0
  }

  /// The next event; `limit` bounds the bytes that one event gives.
  package mutating func next(limit: Int = 262_144) -> Event {
    let here = inputOffset + position
    if isDamaged { return .corrupt(offset: memberStart ?? here) }
    guard let start = memberStart else { return begin(at: here) }
    if hasEnded { return end(start) }
    var out: [UInt8] = []
    let step = inflater.inflate(input, from: position, into: &out, room: max(1, limit))
    position += step.used
    if !out.isEmpty {
      hasEnded = step.status == .ended
      isDamaged = step.status == .corrupt
      return .bytes(out)
    }
    switch step.status {
    case .ended: return end(start)
    case .hungry: return .hungry
    case .full, .corrupt:
      isDamaged = true
      return .corrupt(offset: start)
    }
  }

  private mutating func begin(at offset: Int) -> Event {
    let rest = input[position...]
    guard rest.count >= 3 else {
      let begins = [0x1F, 0x8B, 0x08].starts(with: rest)
      if !begins { isDamaged = true }
      return begins ? .hungry : .corrupt(offset: offset)
    }
    guard rest.starts(with: [0x1F, 0x8B, 0x08]), inflater.reset() else {
      isDamaged = true
      return .corrupt(offset: offset)
    }
    memberStart = offset
    return .memberStart(offset: offset)
  }

  private mutating func end(_ start: Int) -> Event {
    memberStart = nil
    hasEnded = false
    return .memberEnd(length: inputOffset + position - start)
  }
}
