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
      "\(path): 另一次运行正在写入这个目录，请等它结束或换一个目录 / "
        + "another run is writing to this folder; wait for it or name another"
    }
  }

  /// What to do while another process has the lock.
  package enum Patience: Sendable { case refuse, wait }

  private let path: String
  private let descriptor: Int32

  /// Takes the lock at `path`, which is made when it is not there.
  ///
  /// Throws `Held` when another process has it and `patience` is `refuse`, `UsageFault` when the
  /// file can't be made.
  package init(_ path: String, _ patience: Patience = .refuse) throws {
    self.path = path
    while true {
      let opened = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard opened >= 0 else {
        throw UsageFault(
          "\(path): 无法建立锁文件（\(Errno.text)） / the lock file can't be made")
      }
      let isHeld = Self.lock(opened, patience)
      // Who removes an output takes its lock file away: only one that still has its name counts.
      if isHeld, Self.names(path, opened) {
        descriptor = opened
        return
      }
      close(opened)
      if !isHeld { throw Held(path: path) }
    }
  }

  deinit { close(descriptor) }

  /// The lock of an output: a hidden file beside it.
  package static func path(of output: String) -> String {
    let (parent, name) = OutputFolder.split(output)
    return "\(parent)/.\(name).lock"
  }

  /// Takes the lock file away; to be called by who removes the output.
  func unlinkFile() { unsafe unlink(path) }

  private static func lock(_ descriptor: Int32, _ patience: Patience) -> Bool {
    while flock(descriptor, patience == .wait ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }

  private static func names(_ path: String, _ descriptor: Int32) -> Bool {
    var named = stat()
    var opened = stat()
    guard unsafe stat(path, &named) == 0, unsafe fstat(descriptor, &opened) == 0 else {
      return false
    }
    return named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
  }
}

/// The C library's last error.
enum Errno {
  /// `No such file or directory`.
  static var text: String { unsafe String(cString: strerror(errno)) }
}
