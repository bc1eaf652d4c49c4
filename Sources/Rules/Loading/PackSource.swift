import Codings
import YAML

/// The files that one pack is made of, read from disk.
///
/// A pack is a file `<name>.yaml`, or a folder `<name>/` with `pack.yaml` (the head) and further
/// `*.yaml` files that hold rules or examples. The vocabulary is that beside the pack.
struct PackSource: Sendable {
  /// One file's name and bytes.
  struct File: Sendable {
    var path: String
    var bytes: [UInt8]
  }

  /// The head, with the pack's name and roster.
  var head: File
  /// Further files of the pack, in name order.
  var parts: [File] = []
  /// The shared words, in name order.
  var vocabulary: [File] = []

  /// Reads all files of the pack whose head is at `path`.
  init(headAt path: String) throws(YAMLProblems) {
    head = try Self.read(path)
    let folder = Self.parent(of: path)
    var shelf = folder
    if path.split(separator: "/").last == "pack.yaml" {
      for name in TextFile.names(inFolder: folder)
      where name.hasSuffix(".yaml") && name != "pack.yaml" {
        parts.append(try Self.read("\(folder)/\(name)"))
      }
      shelf = Self.parent(of: folder)
    }
    for name in TextFile.names(inFolder: "\(shelf)/vocabulary") where name.hasSuffix(".yaml") {
      vocabulary.append(try Self.read("\(shelf)/vocabulary/\(name)"))
    }
  }

  /// A pack in one text, without a vocabulary.
  init(bytes: [UInt8], file: String) { head = File(path: file, bytes: bytes) }

  /// SHA-256 over all that the pack is made of: of one file its own digest.
  var sha256: String {
    let others = parts + vocabulary
    guard !others.isEmpty else { return SHA256.hex(head.bytes) }
    var text: [UInt8] = []
    for file in [head] + others {
      text += Array("\(Self.name(of: file.path)) \(SHA256.hex(file.bytes))\n".utf8)
    }
    return SHA256.hex(text)
  }

  private static func read(_ path: String) throws(YAMLProblems) -> File {
    File(path: path, bytes: try TextFile.bytes(at: path))
  }

  private static func name(of path: String) -> Substring {
    path.split(separator: "/").last ?? Substring(path)
  }

  /// The folder that holds a path; `.` for a bare name.
  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
