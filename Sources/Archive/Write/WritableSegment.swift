import Codings
import Texts

/// One file of an archive that is open for appending.
final class WritableSegment {
  let file: SegmentFile
  let name: String
  let index: Int
  /// The file's length in bytes: where the next member begins.
  private(set) var length: Int

  /// Opens or makes the file and cuts off what a kill left of its last exchange.
  init(folder: String, name: String, index: Int) throws(ArchiveError) {
    let file = try SegmentFile(appending: "\(folder)/\(name)")
    self.name = name
    self.index = index
    let size = try file.size()
    length = size == 0 ? 0 : try Self.soundLength(file, size: size)
    if length < size { try file.truncate(to: length) }
    self.file = file
  }

  /// Appends whole members; on failure the file is cut back to what it was.
  func append(_ members: [[UInt8]]) throws(ArchiveError) {
    do throws(ArchiveError) {
      try file.append(members.count == 1 ? members[0] : Self.joined(members))
    } catch {
      // The first failure is the one to tell; a failed cut leaves a torn tail, cut when reopened.
      try? file.truncate(to: length)
      throw error
    }
    length += members.reduce(0) { $0 + $1.count }
  }

  /// Members one behind another; `joined()` would go through them byte by byte.
  private static func joined(_ members: [[UInt8]]) -> [UInt8] {
    var all: [UInt8] = []
    all.reserveCapacity(members.reduce(0) { $0 + $1.count })
    for member in members { all += member }
    return all
  }

  /// The length up to the end of the last whole exchange.
  ///
  /// Reads the whole file, since gzip can't be read backwards: about 3 s for a full one. Data that
  /// are damaged elsewhere than at the tail are not touched but reported.
  private static func soundLength(
    _ file: borrowing SegmentFile, size: Int
  ) throws(ArchiveError) -> Int {
    guard var members = GzipMemberReader() else { return size }
    var scan = TailScan()
    var position = 0
    while true {
      switch members.next() {
      case .memberStart(let offset): scan.begin(at: offset)
      case .bytes(let bytes): scan.take(bytes)
      case .memberEnd(let length): scan.end(length: length)
      case .hungry:
        let chunk = try file.read(at: position, count: 262_144)
        if chunk.isEmpty {
          if scan.members < size, try file.hasRecord(behind: scan.members) {
            throw damaged(file.path, scan.members)
          }
          return scan.sound
        }
        position += chunk.count
        members.feed(chunk)
      case .corrupt(let offset):
        if try file.isZero(from: scan.members) { return scan.sound }
        throw damaged(file.path, offset)
      }
    }
  }

  private static func damaged(_ path: String, _ offset: Int) -> ArchiveError {
    ArchiveError(
      code: .gzip, file: path, offset: offset,
      message: Bilingual(
        zh: "存档在此处损坏，不再追加；请移走该文件后重新采集",
        en: "the archive is damaged here, nothing is appended; move the file away and gather "
          + "again"))
  }
}
