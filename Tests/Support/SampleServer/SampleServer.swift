import Glibc
import Support

/// `sample-district [--port N] FOLDER`: serves the sample district on loopback.
///
/// The first line on stdout is its address. It ends, with status 0, when its stdin closes or on
/// SIGTERM; 2 is a mistake of the caller, 70 a fault of its own.
@main
enum SampleServer {
  static func main() {
    guard let (port, folder) = options(CommandLine.arguments.dropFirst()) else {
      end(2, "usage: sample-district [--port N] FOLDER")
    }
    signal(SIGTERM) { _ in _exit(0) }
    do {
      let district = try SampleDistrict(folder: folder)
      let server = try LoopbackServer(port: port) { district.reply(to: $0) }
      print("\(server.origin)/")
      fflush(nil)
      waitForEndOfInput()
      server.stop()
    } catch {
      end(70, "sample-district: \(error)")
    }
  }

  private static func options(_ words: ArraySlice<String>) -> (port: Int, folder: String)? {
    var port = 0
    var rest = words
    if rest.first == "--port" {
      guard let number = rest.dropFirst().first.flatMap(Int.init), (0...65_535).contains(number)
      else { return nil }
      port = number
      rest = rest.dropFirst(2)
    }
    guard rest.count == 1, let folder = rest.first, !folder.hasPrefix("-") else { return nil }
    return (port, folder.hasSuffix("/") ? String(folder.dropLast()) : folder)
  }

  private static func waitForEndOfInput() {
    var byte: UInt8 = 0
    while true {
      let count = unsafe read(STDIN_FILENO, &byte, 1)
      if count == 0 || (count < 0 && errno != EINTR) { return }
    }
  }

  private static func end(_ status: Int32, _ message: String) -> Never {
    let line = Array("\(message)\n".utf8)
    _ = unsafe line.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
    exit(status)
  }
}
