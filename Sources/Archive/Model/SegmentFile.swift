private import CSandbox
import Glibc
import Texts

/// One open file of an archive: the only place that calls the system.
///
/// Interrupted calls are repeated; every other failure is thrown with the system's word for it.
struct SegmentFile: ~Copyable {
  let path: String
  private let descriptor: Int32

  /// Opens a file for reading.
  init(reading path: String) throws(ArchiveError) {
    // A pipe under a file's name must not make us wait.
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    self.path = path
    if descriptor < 0 { throw Self.failure(path, errno) }
    // A device has no end: /dev/zero would be read for ever.
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Self.failure(path, errno) }
    guard [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else {
      throw ArchiveError(
        code: .system, file: path, offset: nil,
        message: Bilingual(
          zh: "这不是普通文件（而是设备、管道或套接字）；请从存档里移走",
          en: "this is a device, a pipe or a socket and no file; take it out of the archive"))
    }
  }

  /// Opens a file for appending, makes it when it is not there, and locks it until it is closed.
  init(appending path: String) throws(ArchiveError) {
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    self.path = path
    if descriptor < 0 { throw Self.failure(path, errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      guard code == EWOULDBLOCK else { throw Self.failure(path, code) }
      throw ArchiveError(
        code: .locked, file: path, offset: nil,
        message: Bilingual(
          zh: "另一个程序正在写这个存档；请等它结束，或换一个 --archive 目录",
          en: "another program is writing this archive; wait for it or give another folder"))
    }
  }

  /// Says whether another descriptor holds the lock of a writer.
  var isLockedByAnother: Bool {
    guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 else { return errno == EWOULDBLOCK }
    flock(descriptor, LOCK_UN)
    return false
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The length in bytes.
  func size() throws(ArchiveError) -> Int {
    let end = lseek(descriptor, 0, SEEK_END)
    guard end >= 0 else { throw Self.failure(path, errno) }
    return end
  }

  /// At most `count` bytes from `offset`; empty at the end of the file.
  func read(at offset: Int, count: Int) throws(ArchiveError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, made in
      if count >= Self.large { unsafe mc_advise_large_pages(buffer.baseAddress, count) }
      var done: Int
      repeat {
        done = unsafe pread(descriptor, buffer.baseAddress, count, offset)
      } while done < 0 && errno == EINTR
      if done < 0 { code = errno }
      made = max(0, done)
    }
    guard code == 0 else { throw Self.failure(path, code) }
    return bytes
  }

  /// From where on bytes are read into large pages: small ones are a fault each.
  private static let large = 8 << 20

  /// All bytes of the file, up to `limit`.
  func all(limit: Int = 1 << 30) throws(ArchiveError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let piece = try read(at: bytes.count, count: min(1 << 20, limit - bytes.count))
      if piece.isEmpty { break }
      bytes += piece
    }
    return bytes
  }

  /// Writes all bytes at the end.
  func append(_ bytes: [UInt8]) throws(ArchiveError) {
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe write(
          descriptor, UnsafeRawBufferPointer(buffer).baseAddress.map { unsafe $0 + done },
          buffer.count - done)
      }
      if written > 0 {
        done += written
      } else if errno != EINTR {
        throw Self.failure(path, errno)
      }
    }
  }

  /// Cuts the file to `length` bytes.
  func truncate(to length: Int) throws(ArchiveError) {
    guard ftruncate(descriptor, length) == 0 else { throw Self.failure(path, errno) }
  }

  /// Makes what was written durable.
  func synchronize() throws(ArchiveError) {
    guard fsync(descriptor) == 0 else { throw Self.failure(path, errno) }
  }

  /// Takes a file away; one that is not there is no error.
  static func remove(_ path: String) throws(ArchiveError) {
    guard unsafe unlink(path) != 0, errno != ENOENT else { return }
    throw failure(path, errno)
  }

  static func failure(_ path: String, _ code: Int32) -> ArchiveError {
    if code == ENOSPC || code == EDQUOT || code == EFBIG {
      return ArchiveError(
        code: .system, file: path, offset: nil,
        message: Bilingual(
          zh: "磁盘空间或文件大小已到上限；请腾出空间，再用原来的命令接着采集（已存的不再请求）",
          en: "no space left, or the limit of a file's size is reached; make room and run the same "
            + "command again (what is stored is not asked for again)"))
    }
    let word = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "errno \(code)"
    return ArchiveError(
      code: .system, file: path, offset: nil,
      message: Bilingual(
        zh: "系统拒绝访问（\(word)）；请检查路径、权限和剩余空间",
        en: "\(word); check the path, its permissions and the space left"))
  }
}

/// When a file was changed last, and its length.
struct FileMark {
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int

  /// Nil when there is no such file.
  init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    size = Int(status.st_size)
    modified = Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec)
  }
}
