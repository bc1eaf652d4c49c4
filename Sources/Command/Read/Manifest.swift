import Audit
import Foundation

/// One line of a `--manifest`: a page's file and, where it is known, its address.
struct ManifestLine: Decodable {
  let file: String
  let url: String?

  /// Reads a file of JSON lines; paths are relative to the manifest's folder.
  ///
  /// Throws a `UsageFault` that names file and line for a line that is none.
  static func read(_ path: String) throws -> [(path: String, name: String, url: String?)] {
    let text = String(decoding: try InputFile.read(path), as: UTF8.self)
    let folder =
      path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]) + "/" : ""
    var lines: [(path: String, name: String, url: String?)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.allSatisfy(\.isWhitespace) { continue }
      do {
        let row = try JSONDecoder().decode(ManifestLine.self, from: Data(line.utf8))
        lines.append((row.file.hasPrefix("/") ? row.file : folder + row.file, row.file, row.url))
      } catch {
        throw UsageFault(
          "\(path):\(index + 1): 不是清单行；每行应为 JSON 对象 {\"file\": \"…\", \"url\": \"…\"} / "
            + "no manifest line; each line is a JSON object with \"file\" and, optionally, \"url\"")
      }
    }
    return lines
  }
}
