package import Texts
package import YAML

/// Finds packs by name or path.
///
/// A path is what has a `/` or ends in `.yaml` or `.yml`: a file, or a folder with a `pack.yaml`.
/// A name is looked for as `<folder>/<name>.yaml` and `<folder>/<name>/pack.yaml` in the folders,
/// in their order.
package struct PackFinder: Sendable {
  /// Where a pack lies.
  package struct Location: Sendable, Hashable {
    /// The name by which it was found: that of the file without its ending, or of the folder.
    package let name: String
    /// The pack's file, or its head `pack.yaml`.
    package let path: String
    /// The search folder that served it; nil for a path.
    package let folder: String?
  }

  /// The folders that are searched, first hit wins.
  package let folders: [String]

  package init(folders: [String]) { self.folders = folders }

  /// Says whether a text can be a pack's name: ASCII letters, digits, `-`, `_`, `.`.
  package static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 100 && !text.hasPrefix(".")
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      }
  }

  /// All packs of all folders, by name; of two with one name the first folder's.
  package func all() -> [Location] {
    var found: [Location] = []
    for folder in folders {
      for file in TextFile.names(inFolder: folder) {
        let head = "\(folder)/\(file)/pack.yaml"
        let isFile = file.hasSuffix(".yaml")
        let name = isFile ? String(file.dropLast(5)) : file
        guard isFile || TextFile.exists(at: head), Self.isName(name),
          !found.contains(where: { $0.name == name })
        else { continue }
        found.append(
          Location(name: name, path: isFile ? "\(folder)/\(file)" : head, folder: folder))
      }
    }
    return found.sorted { $0.name < $1.name }
  }

  /// Where the pack of this name or path lies, or what is wrong with the reference.
  ///
  /// The message names the nearest pack and says where was looked; the caller adds the place.
  package func locate(_ reference: String) -> Result<Location, NotFound> {
    let isPath = reference.contains("/") || [".yaml", ".yml"].contains { reference.hasSuffix($0) }
    if isPath {
      return Self.location(at: reference).map { .success($0) }
        ?? .failure(
          NotFound(
            message: Bilingual(
              zh: "“\(reference)”处没有规则包：没有这个文件",
              en: "no rule pack at \"\(reference)\": no such file")))
    }
    let packs = all()
    if let pack = packs.first(where: { $0.name == reference }) { return .success(pack) }
    let names = packs.map(\.name)
    let near = NearestWord.hint(reference, in: names)
    let known = names.joined(separator: ", ")
    let places = folders.joined(separator: ", ")
    return .failure(
      NotFound(
        message: Bilingual(
          zh: "没有名为“\(reference)”的规则包\(near.zh)（现有：\(names.isEmpty ? "无" : known)；"
            + "查找位置：\(folders.isEmpty ? "无" : places)）",
          en: "unknown rule pack \"\(reference)\"\(near.en) "
            + "(packs: \(names.isEmpty ? "none" : known); "
            + "looked in: \(folders.isEmpty ? "no folder" : places))")))
  }

  /// The pack's file at a path, or the head of the folder that is there.
  private static func location(at reference: String) -> Location? {
    let names = reference.split(separator: "/").map { String($0) }
    let file = names.last ?? reference
    if TextFile.exists(at: reference) {
      let name =
        file == "pack.yaml" && names.count > 1
        ? names[names.count - 2] : file.split(separator: ".").dropLast().joined(separator: ".")
      return Location(name: name, path: reference, folder: nil)
    }
    let folder = reference.hasSuffix("/") ? String(reference.dropLast()) : reference
    let head = "\(folder)/pack.yaml"
    return TextFile.exists(at: head) ? Location(name: file, path: head, folder: nil) : nil
  }

  /// Why a reference finds nothing.
  package struct NotFound: Error, Sendable, Hashable, CustomStringConvertible {
    package let message: Bilingual

    /// Both languages, Chinese first.
    package var description: String { "\(message.zh) / \(message.en)" }
  }

  /// Reads the pack at a location; a pack found by name must bear that name.
  package func load(_ location: Location) throws(YAMLProblems) -> Pack {
    let pack = try PackLoader.load(PackSource(headAt: location.path))
    guard location.folder == nil || pack.id == location.name else {
      throw YAMLProblems([
        YAMLProblem(
          file: location.path, line: 1, column: 1,
          message: Bilingual(
            zh: "规则包自称“\(pack.id)”，须与文件名一致",
            en: "the pack calls itself \"\(pack.id)\"; file and pack must have one name"))
      ])
    }
    return pack
  }
}
