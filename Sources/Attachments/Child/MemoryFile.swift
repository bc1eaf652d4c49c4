private import CSandbox
import Glibc

/// Bytes as a file without a name: what a child gets as its standard input.
struct MemoryFile: ~Copyable {
  let descriptor: Int32

  /// Nil when the system has no room for it.
  init?(_ bytes: [UInt8]) {
    let file = mc_memory_file()
    guard file >= 0 else { return nil }
    var isWritten = true
    unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let part = unsafe UnsafeRawBufferPointer(rebasing: unsafe buffer[offset...])
        let count = unsafe write(file, part.baseAddress, part.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          isWritten = false
          return
        }
        offset += count
      }
    }
    guard isWritten, lseek(file, 0, SEEK_SET) == 0 else {
      _ = close(file)
      return nil
    }
    descriptor = file
  }

  deinit { _ = close(descriptor) }

  /// All bytes of an open file, or nil when there are more than `most`.
  static func bytes(of file: Int32, most: Int) -> [UInt8]? {
    var found: [UInt8] = []
    while found.count <= most {
      let part = unsafe [UInt8](unsafeUninitializedCapacity: 256 << 10) { buffer, count in
        var got = unsafe read(file, buffer.baseAddress, buffer.count)
        while got < 0, errno == EINTR { got = unsafe read(file, buffer.baseAddress, buffer.count) }
        count = max(0, got)
      }
      if part.isEmpty { return found }
      found += part
    }
    return nil
  }
}
