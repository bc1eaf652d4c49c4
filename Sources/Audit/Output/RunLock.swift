private import Glibc

/// Holds an output for one run: a second run on the same output ends with exit status 4.
///
/// The lock is `flock(2)` on a file beside the output, so that the kernel frees it when the
/// process dies, however it dies.
package final class RunLock {
  /// Another run holds the lock.
  package struct Held: Error, CustomStringConvertible {
    package let path: String
    package var description: String {
      "\(path): 另一次审核正在写入这个输出，请等它结束或换一个 --out / "
        + "another run holds this output; wait for it or name another --out"
    }
  }

  private let descriptor: Int32

  /// Takes the lock at `path`, which is made when it is not there.
  ///
  /// Throws `Held` at once when another process has it, `UsageFault` when the file can't be made.
  package init(_ path: String) throws {
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw UsageFault(
        "\(path): 无法建立锁文件（\(Errno.text)） / the lock file can't be made")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw Held(path: path)
    }
  }

  deinit { close(descriptor) }
}

/// The C library's last error.
enum Errno {
  /// `No such file or directory`.
  static var text: String { unsafe String(cString: strerror(errno)) }
}
