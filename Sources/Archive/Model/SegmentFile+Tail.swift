import Codings

extension SegmentFile {
  /// Says whether a whole beginning of a packed record lies somewhere behind `offset`.
  ///
  /// A damaged gzip member can swallow all that follows up to the end of the file, and then looks
  /// like one that a kill cut short. The difference is that records follow it.
  func hasRecord(behind offset: Int) throws(ArchiveError) -> Bool {
    let mark: [UInt8] = [0x1F, 0x8B, 0x08]
    var position = offset + 1
    while true {
      let chunk = try read(at: position, count: 262_144)
      guard chunk.count >= mark.count else { return false }
      for index in 0...(chunk.count - mark.count) where chunk[index] == mark[0] {
        if chunk[index...].starts(with: mark), try isRecord(at: position + index) { return true }
      }
      position += chunk.count - mark.count + 1
    }
  }

  /// Says whether only zero bytes follow, as a power cut leaves them.
  func isZero(from start: Int) throws(ArchiveError) -> Bool {
    var position = start
    while true {
      let chunk = try read(at: position, count: 262_144)
      if chunk.isEmpty { return true }
      guard chunk.allSatisfy({ $0 == 0 }) else { return false }
      position += chunk.count
    }
  }

  func isRecord(at offset: Int) throws(ArchiveError) -> Bool {
    guard var member = GzipMemberReader() else { return false }
    member.feed(try read(at: offset, count: 512))
    guard case .memberStart = member.next(), case .bytes(let text) = member.next(limit: 8) else {
      return false
    }
    return text.starts(with: Array("WARC/1.".utf8))
  }
}
