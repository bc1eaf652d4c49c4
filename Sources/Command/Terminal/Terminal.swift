import Foundation
import Synchronization

/// The two streams: results on stdout, talk on stderr.
///
/// A stream that is closed, full or broken ends no run: what was gathered and written stays. Only a
/// command whose whole result is what it prints says so in its status (`lostWords`).
enum Terminal {
  private static let lost = Mutex<Int32>(0)
  private static let leavesFiles = Mutex(false)

  /// Prints a result.
  static func print(_ text: String) { print(Array(text.utf8)) }

  /// Prints a result's bytes.
  static func print(_ bytes: [UInt8]) {
    let fault = write(bytes, to: STDOUT_FILENO)
    guard fault != 0 else { return }
    if fault == EPIPE, !leavesFiles.withLock({ $0 }) {
      // `mingcha archive list … | head`: the reader has enough, and the command ends as all do.
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    lost.withLock { $0 = fault }
  }

  /// The command's result is files: it goes on when nobody reads what it prints.
  static func outliveReaders() { leavesFiles.withLock { $0 = true } }

  /// Says something that is no result.
  static func say(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

  /// Why something printed was lost, in the system's words; nil when nothing was.
  static var lostWords: String? {
    let number = lost.withLock { $0 }
    return number == 0 ? nil : unsafe String(cString: strerror(number))
  }

  /// Writes all bytes; the system's error number, 0 when all were written.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Foundation.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + done }, bytes.count - done)
      }
      if count > 0 {
        done += count
      } else if errno == EAGAIN {
        usleep(1000)
      } else if errno != EINTR {
        return count == 0 ? EIO : errno
      }
    }
    return 0
  }
}
