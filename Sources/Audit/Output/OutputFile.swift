private import Glibc

/// Writes files whole and durably.
enum OutputFile {
  /// Writes a new file and waits until it is on the disk.
  static func write(_ path: String, _ bytes: [UInt8]) throws {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw UsageFault("\(path): 无法写入（\(Errno.text)） / can't be written")
    }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw UsageFault("\(path): 写入失败（\(Errno.text)） / writing failed")
      }
      written += count
    }
    guard fsync(descriptor) == 0 else {
      throw UsageFault("\(path): 写入失败（\(Errno.text)） / writing failed")
    }
  }

  /// Makes the names in a folder durable.
  static func sync(folder: String) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
