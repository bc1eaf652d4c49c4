import Sites
import Texts
import Web

/// Which columns of a site stand beneath which: 工作动态 > 2021年下半年.
///
/// The way to a column tells (its breadcrumb), and its address: `/gzdt/2021/` lies in `/gzdt/`.
struct ColumnBranches {
  private let columns: [Column]
  private var ofFolder: [String: [Int]] = [:]

  /// How many folders up a column is looked for.
  private static let deepest = 6

  init(_ columns: [Column]) {
    self.columns = columns
    for (position, column) in columns.enumerated() where Self.isFolder(column.url) {
      ofFolder[column.url.folder, default: []].append(position)
    }
  }

  /// The names of the columns above one.
  func trunks(of position: Int) -> [String] {
    let column = columns[position]
    var names: [String] = []
    func add(_ name: String) {
      if !name.isEmpty, name != column.name, !names.contains(name) { names.append(name) }
    }
    // The first step is the front page, the last the column itself.
    if column.path.count >= 3 { column.path.dropFirst().dropLast().forEach(add) }
    var folder = column.url.folder
    if Self.isFolder(column.url) { folder = Self.above(folder) ?? "" }
    for _ in 0..<Self.deepest {
      guard !folder.isEmpty else { break }
      for trunk in ofFolder[folder] ?? [] where columns[trunk].owner?.unit == column.owner?.unit {
        add(columns[trunk].name)
      }
      guard let above = Self.above(folder) else { break }
      folder = above
    }
    return names
  }

  /// The address is a folder's own page, and not the host's.
  private static func isFolder(_ url: WebURL) -> Bool {
    guard url.query == nil, url.folder != url.origin + "/" else { return false }
    let name = url.path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return name.isEmpty || name.hasPrefix("index.") || name.hasPrefix("default.")
  }

  /// The folder that holds a folder; nil for the host's own.
  static func above(_ folder: String) -> String? {
    let bytes = Array(folder.utf8.dropLast())
    guard let slash = bytes.lastIndex(of: 0x2F), slash > 0, bytes[slash - 1] != 0x2F else {
      return nil
    }
    return String(decoding: bytes[...slash], as: UTF8.self)
  }
}
