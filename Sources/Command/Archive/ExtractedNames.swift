import Audit
import Codings
import Foundation
import Web

/// File names for addresses: `<host>/<path>`, never outside their folder, never two for one.
struct ExtractedNames {
  /// The longest name of a file or folder, in bytes.
  private static let longest = 180
  /// The longest whole name.
  private static let longestPath = 1200

  private let folders: Set<String>
  private let counts: [String: Int]

  init(_ urls: [WebURL]) {
    var folders: Set<String> = []
    var counts: [String: Int] = [:]
    for url in urls {
      let name = Self.plain(url)
      // A file system that folds case must not fold two pages into one.
      counts[name.lowercased(), default: 0] += 1
      var parts = name.split(separator: "/").dropLast()
      while !parts.isEmpty {
        folders.insert(parts.joined(separator: "/").lowercased())
        parts.removeLast()
      }
    }
    self.folders = folders
    self.counts = counts
  }

  /// The name of an address; one that is a folder's too, or another address's, gets a mark.
  func name(of url: WebURL) -> String {
    let name = Self.plain(url)
    let folded = name.lowercased()
    if !folders.contains(folded), counts[folded] == 1 { return name }
    return "\(name)~\(Self.mark(url.string))"
  }

  private static func plain(_ url: WebURL) -> String {
    var parts = [url.hostPort.description]
    let segments = url.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      if segment.isEmpty, !isLast { continue }
      parts.append(segment.isEmpty ? "index.html" : String(segment))
    }
    if let query = url.query { parts[parts.count - 1] += "?" + query }
    let name = parts.map(safe).joined(separator: "/")
    guard name.utf8.count > longestPath else { return name }
    return safe(parts[0]) + "/long~" + mark(url.string)
  }

  /// A name of one step: no slash, no control character, no leading dot, of bounded length.
  private static func safe(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || "-_.~%=+,@!".utf8.contains(byte)
      let isLeadingDot = byte == UInt8(ascii: ".") && out.isEmpty
      out.append(isPlain && !isLeadingDot ? byte : UInt8(ascii: "_"))
    }
    guard out.count > longest else { return String(decoding: out, as: UTF8.self) }
    return String(decoding: out.prefix(longest - 20), as: UTF8.self) + "~" + mark(text)
  }

  private static func mark(_ text: String) -> String {
    String(SHA256.hex(Array(text.utf8)).prefix(12))
  }
}

/// The folder into which bodies are written: nothing in it is ever replaced or followed.
struct ExtractFolder {
  private let path: String

  init(_ path: String) throws {
    try OutputFolder.makeFolders(path)
    self.path = path
  }

  /// Writes a new file; folders of its name are made.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    let target = "\(path)/\(name)"
    try OutputFolder.makeFolders(OutputFolder.split(target).parent)
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: target), options: .withoutOverwriting)
    } catch {
      throw UsageFault("\(target): 无法写入 / can't be written: \(error.localizedDescription)")
    }
  }
}
