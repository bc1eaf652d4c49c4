import Codings
import Texts

/// The unpacked bytes of one file from some place on, with a cursor.
///
/// Holds what lies between the cursor and the farthest byte that was asked for, and one chunk;
/// a record's announced length alone never makes it allocate.
final class SegmentStream {
  /// How the data end.
  enum End {
    /// At the end of the file, between gzip members.
    case sound
    /// At the end of the file, within the gzip member that begins at that offset.
    case torn(member: Int)
    /// The file can't be read further.
    case failed(ArchiveError)
  }

  /// A place in a file: where to begin to read, and how many unpacked bytes to pass over.
  struct Place: Hashable {
    /// In bytes on disk; the start of a gzip member when the file is packed.
    let offset: Int
    /// Unpacked bytes from there; 0 when each record is a member.
    let skip: Int
  }

  private static let chunk = 262_144
  private let file: SegmentFile
  let name: String
  private let isPacked: Bool
  private var members: GzipMemberReader?
  private var buffer: [UInt8] = []
  private var head = 0
  /// The unpacked position of the buffer's first byte, from where reading began.
  private var bufferPosition = 0
  private var filePosition: Int
  private let origin: Int
  /// Where gzip members begin: unpacked position and offset in the file; the first lies at or
  /// before the cursor.
  private var marks: [(position: Int, offset: Int)] = []
  /// Nil while there may be more.
  private(set) var end: End?

  /// Opens a file at an offset; a packed one at the start of a gzip member.
  init(path: String, name: String, at place: Place = Place(offset: 0, skip: 0)) throws(ArchiveError)
  {
    let file = try SegmentFile(reading: path)
    let mark = try file.read(at: 0, count: 2)
    self.name = name
    // A kill may leave but the first byte.
    isPacked = !mark.isEmpty && [0x1F, 0x8B].starts(with: mark)
    self.file = file
    origin = place.offset
    filePosition = place.offset
    if isPacked { members = GzipMemberReader() }
    if place.skip > 0, skip(place.skip) < place.skip { end = end ?? .sound }
  }

  /// The number of bytes that are ready behind the cursor.
  var available: Int { buffer.count - head }

  /// The cursor's distance from where reading began, in unpacked bytes.
  var position: Int { bufferPosition + head }

  /// Where the byte at the cursor is found again.
  var place: Place {
    guard isPacked else { return Place(offset: origin + position, skip: 0) }
    let mark = marks.last { $0.position <= position } ?? (0, origin)
    return Place(offset: mark.offset, skip: position - mark.position)
  }

  /// The unpacked positions after `position` at which gzip members begin, as far as read.
  func memberStarts(after position: Int, before end: Int) -> [Int] {
    marks.map(\.position).filter { $0 > position && $0 < end }
  }

  /// Reads on until `count` bytes are ready; false when the data end before.
  func ensure(_ count: Int) -> Bool {
    while available < count {
      guard end == nil else { return false }
      pull()
    }
    return true
  }

  /// The byte at a distance from the cursor; it must be ready.
  subscript(distance: Int) -> UInt8 { buffer[head + distance] }

  /// The next `count` bytes, which must be ready, without moving.
  func peek(_ count: Int) -> ArraySlice<UInt8> { buffer[head..<(head + count)] }

  /// Moves the cursor over `count` bytes, which must be ready, and gives them.
  func take(_ count: Int) -> [UInt8] {
    let bytes = Array(peek(count))
    advance(count)
    return bytes
  }

  /// Moves the cursor by up to `count` bytes in pieces; gives how far it came.
  ///
  /// `visit` sees each piece.
  @discardableResult
  func skip(_ count: Int, visit: (ArraySlice<UInt8>) -> Void = { _ in }) -> Int {
    var left = count
    while left > 0, ensure(1) {
      let piece = min(left, available)
      visit(peek(piece))
      advance(piece)
      left -= piece
    }
    return count - left
  }

  private func advance(_ count: Int) {
    head += count
    guard head >= Self.chunk || head == buffer.count else { return }
    buffer.removeFirst(head)
    bufferPosition += head
    head = 0
    let passed = marks.firstIndex { $0.position > bufferPosition } ?? marks.count
    if passed > 1 { marks.removeFirst(passed - 1) }
  }

  private func pull() {
    do throws(ArchiveError) {
      if isPacked { try pullPacked() } else { try pullPlain() }
    } catch {
      end = .failed(error)
    }
  }

  private func pullPlain() throws(ArchiveError) {
    let bytes = try file.read(at: filePosition, count: Self.chunk)
    if bytes.isEmpty { end = .sound }
    filePosition += bytes.count
    buffer += bytes
  }

  private func pullPacked() throws(ArchiveError) {
    switch members?.next(limit: Self.chunk) {
    case .memberStart(let offset):
      // A member without content leaves no mark, so that there are never more than bytes.
      let position = bufferPosition + buffer.count
      if marks.last?.position == position { marks.removeLast() }
      marks.append((position, origin + offset))
    case .bytes(let bytes): buffer += bytes
    case .memberEnd: break
    case .hungry:
      let bytes = try file.read(at: filePosition, count: Self.chunk)
      filePosition += bytes.count
      if bytes.isEmpty { try finish() } else { members?.feed(bytes) }
    case .corrupt(let offset):
      guard members?.openMember == nil, try file.isZero(from: origin + offset) else {
        throw damaged(origin + offset)
      }
      end = .torn(member: origin + offset)
    case nil:
      throw ArchiveError(
        code: .gzip, file: name, offset: nil,
        message: Bilingual(zh: "内存不足，无法解压", en: "no memory to unpack the file"))
    }
  }

  private func finish() throws(ArchiveError) {
    guard members?.isBetweenMembers == false else {
      end = .sound
      return
    }
    let start = members?.openMember.map { origin + $0 } ?? filePosition
    if try file.hasRecord(behind: start) { throw damaged(start) }
    end = .torn(member: start)
  }

  private func damaged(_ offset: Int) -> ArchiveError {
    ArchiveError(
      code: .gzip, file: name, offset: offset,
      message: Bilingual(
        zh: "此处的 gzip 数据已损坏；请用备份替换该文件，或重新采集",
        en: "the gzip data are damaged here; restore the file from a copy or gather again"))
  }
}
