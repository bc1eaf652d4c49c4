import Fetch
import Foundation
import Glibc

/// Runs a Chromium once for one page, in a child with limits and a profile of its own.
///
/// The child may use so much processor time, so large files and so much data a process; after its
/// time all of its process group is killed. It has no way to the network but the proxy: names are
/// not looked up, and loopback goes through the proxy too.
struct BrowserProcess {
  let program: String
  /// The proxy's port on 127.0.0.1.
  let port: Int
  var seconds = 45.0

  /// The longest document that is taken, in bytes.
  private static let longest = 8 << 20
  /// `ulimit` of core files, seconds, blocks of 512 bytes, KiB of data.
  private static let script =
    "ulimit -c 0; ulimit -t 120; ulimit -f 131072; ulimit -d 4194304; exec \"$@\""

  /// The page's document as text after its scripts ran; nil when the browser fails or takes too long.
  func document(of address: String) -> [UInt8]? {
    var template = Array("\(NSTemporaryDirectory())/mingcha-render-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { return nil }
    let profile = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: profile) }
    return output(
      of: ["/bin/sh", "-c", Self.script, "sh", program] + arguments(profile, address), profile)
  }

  private func arguments(_ profile: String, _ address: String) -> [String] {
    var list = [
      "--headless=new", "--dump-dom", "--virtual-time-budget=15000", "--user-data-dir=\(profile)",
      "--proxy-server=http://127.0.0.1:\(port)", "--proxy-bypass-list=<-loopback>",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "--disable-quic",
      "--force-webrtc-ip-handling-policy=disable_non_proxied_udp", "--no-first-run",
      "--no-default-browser-check", "--disable-extensions", "--disable-default-apps",
      "--disable-sync", "--disable-background-networking", "--disable-component-update",
      "--disable-domain-reliability", "--disable-client-side-phishing-detection",
      "--disable-breakpad", "--disable-gpu", "--disable-dev-shm-usage", "--mute-audio",
      "--metrics-recording-only", "--password-store=basic", "--use-mock-keychain",
      "--js-flags=--max-old-space-size=512", "--renderer-process-limit=1",
      "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,OptimizationHints,"
        + "MediaRouter,Translate,InterestFeedContentSuggestions,DialMediaRouteProvider",
    ]
    // Chromium refuses to run as root with its sandbox.
    if geteuid() == 0 { list.append("--no-sandbox") }
    return list + [address]
  }

  private func output(of command: [String], _ profile: String) -> [UInt8]? {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { _ = close(ends[0]) }
    let child = start(command, output: ends[1], profile)
    _ = close(ends[1])
    guard let child else { return nil }
    let text = read(ends[0])
    _ = kill(-child, SIGKILL)
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func start(_ command: [String], output: Int32, _ profile: String) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    _ = unsafe posix_spawn_file_actions_init(&actions)
    _ = unsafe posix_spawnattr_init(&attributes)
    defer {
      _ = unsafe posix_spawn_file_actions_destroy(&actions)
      _ = unsafe posix_spawnattr_destroy(&attributes)
    }
    _ = unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    _ = unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    _ = unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    _ = unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    _ = unsafe posix_spawnattr_setpgroup(&attributes, 0)
    let environment = ["PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(profile)", "LANG=C.UTF-8"]
    var words = unsafe command.map { unsafe strdup($0) } + [nil]
    var settings = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer {
      unsafe words.forEach { unsafe free($0) }
      unsafe settings.forEach { unsafe free($0) }
    }
    var child = pid_t()
    let code = unsafe posix_spawn(&child, command[0], &actions, &attributes, &words, &settings)
    return code == 0 ? child : nil
  }

  /// All that comes until the end; nil when time or room is over before.
  private func read(_ descriptor: Int32) -> [UInt8]? {
    let deadline = SystemClock.monotonic + seconds
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while text.count <= Self.longest {
      let left = deadline - SystemClock.monotonic
      guard left > 0 else { return nil }
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&wait, 1, Int32(min(left, 60) * 1000) + 1)
      if ready <= 0 { continue }
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return text }
      if count > 0 { text += buffer[..<count] } else if errno != EINTR { return nil }
    }
    return nil
  }
}
