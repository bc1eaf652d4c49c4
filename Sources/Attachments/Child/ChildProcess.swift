private import CSandbox
import Glibc

/// Runs one program on one input and collects what it prints, within limits.
///
/// The program gets an environment of three words, nothing but its three streams, and no shell.
struct ChildProcess {
  /// How it ended.
  enum Ending: Equatable {
    case exited(Int32)
    /// Killed by a signal: `SIGXCPU` and its like.
    case signalled(Int32)
    case timedOut
    case tooMuchOutput
    case notStarted
  }

  /// What came of a run.
  struct Outcome {
    var output: [UInt8] = []
    var errors: [UInt8] = []
    var ending: Ending
  }

  /// The program's file.
  var program: String
  var arguments: [String]
  /// The folder in which it runs.
  var folder = "/"
  /// Seconds on the clock, after which it is killed.
  var seconds: Double
  var mostOutput: Int
  /// It and all that it starts are killed together.
  var leadsGroup = false

  private static let mostErrors = 16 << 10

  /// Runs it with `input` as its standard input.
  func run(input: Int32) -> Outcome {
    guard let output = Pipe(), let errors = Pipe() else { return Outcome(ending: .notStarted) }
    guard let id = spawn(input: input, output: output.write, errors: errors.write) else {
      output.close()
      errors.close()
      return Outcome(ending: .notStarted)
    }
    output.closeWriting()
    errors.closeWriting()
    defer {
      output.closeReading()
      errors.closeReading()
    }
    var outcome = Outcome(ending: .exited(0))
    let cut = collect(output.read, errors.read, &outcome)
    if cut != nil { _ = kill(leadsGroup ? -id : id, SIGKILL) }
    let status = Self.wait(for: id)
    // What it left behind ends with it.
    if leadsGroup { _ = kill(-id, SIGKILL) }
    outcome.ending = cut ?? status
    return outcome
  }

  private func spawn(input: Int32, output: Int32, errors: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors, 2)
    _ = unsafe posix_spawn_file_actions_addchdir_np(&actions, folder)
    _ = unsafe posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    if leadsGroup {
      flags |= POSIX_SPAWN_SETPGROUP
      unsafe posix_spawnattr_setpgroup(&attributes, 0)
    }
    unsafe posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: Int(flags)))
    let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=\(folder)"]
    var id = pid_t()
    let code = unsafe Self.withPointers([program] + arguments) { arguments in
      unsafe Self.withPointers(environment) { environment in
        unsafe posix_spawn(&id, program, &actions, &attributes, arguments, environment)
      }
    }
    return code == 0 ? id : nil
  }

  /// Lends the words as C has them: pointers with a nil at the end.
  private static func withPointers(
    _ words: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32
  ) -> Int32 {
    var pointers: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
    return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return -1 }
      return unsafe body(base)
    }
  }

  /// Reads both streams to their ends; says what cut it short.
  private func collect(_ output: Int32, _ errors: Int32, _ outcome: inout Outcome) -> Ending? {
    let end = Self.now + seconds
    var open = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    while open[0].fd >= 0 || open[1].fd >= 0 {
      let left = end - Self.now
      guard left > 0 else { return .timedOut }
      let ready = unsafe poll(&open, 2, Int32(min(left * 1000 + 1, 60_000)))
      if ready < 0, errno != EINTR { return .timedOut }
      guard ready > 0 else { continue }
      for stream in open.indices where open[stream].revents != 0 {
        let bytes = Self.read(open[stream].fd)
        if bytes.isEmpty {
          open[stream].fd = -1
        } else if stream == 0 {
          guard outcome.output.count + bytes.count <= mostOutput else { return .tooMuchOutput }
          outcome.output += bytes
        } else if outcome.errors.count < Self.mostErrors {
          outcome.errors += bytes
        }
      }
    }
    return nil
  }

  private static func read(_ file: Int32) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
      var got = unsafe Glibc.read(file, buffer.baseAddress, buffer.count)
      while got < 0, errno == EINTR {
        got = unsafe Glibc.read(file, buffer.baseAddress, buffer.count)
      }
      count = max(0, got)
    }
  }

  private static func wait(for id: pid_t) -> Ending {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0 {
      guard errno == EINTR else { return .notStarted }
    }
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }

  private static var now: Double {
    var moment = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &moment)
    return Double(moment.tv_sec) + Double(moment.tv_nsec) / 1e9
  }
}

/// Two ends of a pipe that no other program inherits.
private struct Pipe {
  let read: Int32
  let write: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe2(&ends, Int32(O_CLOEXEC)) == 0 else { return nil }
    read = ends[0]
    write = ends[1]
  }

  func closeReading() { _ = Glibc.close(read) }
  func closeWriting() { _ = Glibc.close(write) }

  func close() {
    closeReading()
    closeWriting()
  }
}
