import Glibc

/// A folder under `/tmp` that is gone, with all that is in it, when the value goes away.
package final class TemporaryFolder: Sendable {
  /// The folder, without a slash at the end.
  package let path: String

  /// Makes a folder whose name nothing else has.
  package init() throws {
    var template = Array("/tmp/mingcha-test-XXXXXX".utf8CString)
    let isMade = unsafe template.withUnsafeMutableBufferPointer {
      unsafe $0.baseAddress.map { unsafe mkdtemp($0) != nil } ?? false
    }
    guard isMade else { throw LoopbackServer.Failure(call: "mkdtemp", number: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// Writes a text file below the folder, with the folders that lead to it.
  package func write(_ name: String, _ text: String) throws {
    var place = path
    for part in name.split(separator: "/").dropLast() {
      place += "/\(part)"
      guard unsafe mkdir(place, 0o755) == 0 || errno == EEXIST else {
        throw LoopbackServer.Failure(call: "mkdir", number: errno)
      }
    }
    let handle = unsafe open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard handle >= 0 else { throw LoopbackServer.Failure(call: "open", number: errno) }
    defer { close(handle) }
    let bytes = Array(text.utf8)
    let count = unsafe bytes.withUnsafeBytes {
      unsafe Glibc.write(handle, $0.baseAddress, $0.count)
    }
    guard count == bytes.count else { throw LoopbackServer.Failure(call: "write", number: errno) }
  }

  /// The names in the folder, sorted.
  package var names: [String] { Self.names(in: path) }

  private static func names(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix(while: { $0 != 0 }), as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ folder: String) {
    for name in names(in: folder) where unsafe unlink("\(folder)/\(name)") != 0 {
      remove("\(folder)/\(name)")
    }
    _ = unsafe rmdir(folder)
  }
}
