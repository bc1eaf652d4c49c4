import Page
import Sites
import Web

/// Tells to which unit an address belongs that no page describes.
///
/// The plan's scopes decide. A unit without scope owns the folders below which every known column
/// is its own; a folder that units share, or that holds columns of the portal, is nobody's.
struct OwnFolders: Sendable {
  private var scopes: [(prefix: [UInt8], unit: Int)] = []
  /// The unit that alone has columns below a folder; -1 for a shared one.
  private var folders: [String: Int] = [:]

  init(site: Site, units: [UnitProfile], unitNumbers: [UnitID: Int]) {
    for (number, unit) in units.enumerated() where unit.site == site.records.site {
      for scope in unit.scope { scopes.append((Array(scope.string.utf8), number)) }
    }
    scopes.sort { $0.prefix.count > $1.prefix.count }
    for column in site.columns {
      let owner = Self.firmOwner(column.owner).flatMap { unitNumbers[$0] } ?? -1
      for folder in Self.chain(column.url.folder) {
        if let known = folders[folder], known != owner {
          folders[folder] = -1
        } else {
          folders[folder] = owner
        }
      }
    }
  }

  private static func firmOwner(_ owner: Attribution?) -> UnitID? {
    guard let owner else { return nil }
    switch owner.reason {
    case .scope, .directory, .column: return owner.unit
    case .publisher, .title: return nil
    }
  }

  /// The unit's number, or nil when the address is nobody's own.
  func unit(of url: WebURL) -> Int? {
    let bytes = Array(url.string.utf8)
    for (prefix, unit) in scopes where bytes.starts(with: prefix) {
      let isBoundary =
        prefix.last == UInt8(ascii: "/") || bytes.count == prefix.count
        || bytes[prefix.count] == UInt8(ascii: "/") || bytes[prefix.count] == UInt8(ascii: "?")
      if isBoundary { return unit }
    }
    for folder in Self.chain(url.folder) {
      guard let owner = folders[folder] else { continue }
      return owner >= 0 ? owner : nil
    }
    return nil
  }

  /// A folder and those above it, innermost first, down to the site's root; at most 32.
  private static func chain(_ folder: String) -> [String] {
    var found: [String] = []
    var bytes = Array(folder.utf8)[...]
    while found.count < 32, bytes.count > 8 {
      found.append(String(decoding: bytes, as: UTF8.self))
      guard let slash = bytes.dropLast().lastIndex(of: UInt8(ascii: "/")), slash > 7 else { break }
      bytes = bytes[...slash]
    }
    return found
  }
}
