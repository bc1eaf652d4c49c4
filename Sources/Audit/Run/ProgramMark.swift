import Glibc

/// What tells one build of this program from another.
enum ProgramMark {
  /// Length and time of the program's own file; empty where the system does not show it.
  static let own: String = {
    var status = stat()
    guard unsafe stat("/proc/self/exe", &status) == 0 else { return "" }
    return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }()
}
