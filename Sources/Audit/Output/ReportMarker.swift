/// The hidden file of a report's folder that lists what the program put there.
///
/// It tells our folders from others, and what may be replaced from what a person laid beside it.
enum ReportMarker {
  static let name = ".mingcha-report"
  private static let schema = "mingcha.report/1"

  /// The marker's text for files by their paths below the report's folder.
  static func text(_ paths: [String]) -> String {
    let names = Set(paths.map { String($0.prefix { $0 != "/" }) })
    return ([schema] + names.sorted()).joined(separator: "\n") + "\n"
  }

  /// The first names of our paths in a report's folder; nil when it has no marker.
  static func names(in folder: String) -> [String]? {
    guard let bytes = InputFile.beginning(of: "\(folder)/\(name)", most: 1 << 20) else {
      return nil
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0) }
    return lines.first == schema ? Array(lines.dropFirst()) : nil
  }

  /// Throws `UsageFault` when `path` is a file, or a folder of somebody else's.
  static func refuseForeign(_ path: String) throws {
    switch InputFile.kind(of: path) {
    case .nothing:
      guard FileTree.isLink(path) else { return }
      throw UsageFault(
        "\(path): 是失效的链接，请删除或换一个 --out / is a link to nothing; remove it or name "
          + "another --out")
    case .file:
      throw UsageFault("\(path): 是文件，--out 需要文件夹 / is a file; --out takes a folder")
    case .folder:
      if names(in: path) != nil || AuditHead.read(folder: path) != nil { return }
      if FolderListing.names(path).isEmpty { return }
      throw UsageFault(
        "\(path): 文件夹里有别的文件，不会覆盖；请换一个 --out / "
          + "holds other files and will not be replaced; name another --out")
    }
  }

  /// What lies in a report that is to be replaced and is not the program's to remove: the archive,
  /// when the new report brings none, and what a person put there.
  static func strangers(in folder: String, beside new: String) -> [String] {
    let present = FolderListing.names(folder)
    let coming = Set(FolderListing.names(new) + [name])
    guard let own = names(in: folder) else {
      return present.filter { $0 == "archive" && !coming.contains($0) }
    }
    return present.filter { !own.contains($0) && !coming.contains($0) }
  }
}
