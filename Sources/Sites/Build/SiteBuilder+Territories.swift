import Page
import Web

/// The addresses that are one unit's own.
struct Territory {
  let unit: UnitID
  let reason: Attribution.Reason
  let host: String
  /// A path prefix that ends at a segment's end.
  let prefix: String
  /// Only this very address counts: its folder is shared with others.
  let isExact: Bool

  func holds(_ url: WebURL) -> Bool {
    guard url.hasHost(host) else { return false }
    return isExact ? url.hasTarget(prefix) : url.isBelow(prefix)
  }
}

extension SiteBuilder {
  /// Settles which addresses belong to which unit: the plan's scopes, else the link in a
  /// directory of units that bears the unit's name, or a whole site under the unit's name.
  mutating func findTerritories() {
    for unit in units {
      for scope in unit.scope {
        territories.append(
          Territory(
            unit: unit.id, reason: .scope, host: scope.host, prefix: scope.path, isExact: false))
      }
    }
    if let sole = soleUnit {
      for host in Set(records.start.map(\.host)).sorted() {
        territories.append(
          Territory(unit: sole, reason: .directory, host: host, prefix: "/", isExact: false))
      }
    }
    let roots = directoryRoots()
    let folders = roots.map { Self.folder($0.url) }
    for (index, root) in roots.enumerated() {
      let folder = folders[index]
      let isShared =
        folder == "/"
        || roots.indices.contains { other in
          roots[other].unit != root.unit && roots[other].url.isOnHost(of: root.url)
            && folders[other].hasPrefix(folder)
        }
      territories.append(
        Territory(
          unit: root.unit, reason: .directory, host: root.url.host,
          prefix: isShared ? root.url.target : folder, isExact: isShared))
    }
    // The longest prefix decides; a scope of the plan before a finding of ours.
    territories.sort {
      if $0.reason != $1.reason { return $0.reason < $1.reason }
      if $0.prefix.utf8.count != $1.prefix.utf8.count {
        return $0.prefix.utf8.count > $1.prefix.utf8.count
      }
      return ($0.host, $0.prefix, $0.unit) < ($1.host, $1.prefix, $1.unit)
    }
  }

  /// The unit whose site this is: no other has it in the plan, and its front page bears the name.
  private var soleUnit: UnitID? {
    guard units.count == 1, let unit = units.first, unit.scope.isEmpty else { return nil }
    let isNamed = records.start.contains { start in
      guard let read = position(of: start).flatMap({ readPage($0) }) else { return false }
      return [read.facts.title, read.facts.siteName].compactMap { $0 }.contains { text in
        (names.unit(named: text) ?? names.unit(inTitle: text)) == unit.id
      }
    }
    return isNamed ? unit.id : nil
  }

  /// The page behind each unit's name in a directory, for units without a scope.
  private func directoryRoots() -> [(unit: UnitID, url: WebURL)] {
    let seeking = Set(units.filter { $0.scope.isEmpty }.map(\.id))
    guard !seeking.isEmpty else { return [] }
    var votes: [UnitID: [WebURL: Int]] = [:]
    for page in records.pages {
      guard let read = page.page else { continue }
      var named: [(UnitID, WebURL)] = []
      for link in read.facts.links where link.role != .breadcrumb && link.role != .attachment {
        guard link.text.utf8.count <= 120, records.hosts.contains(where: { $0.covers(link.url) }),
          let unit = names.unit(named: link.text)
        else { continue }
        named.append((unit, link.url))
      }
      // A page that names several units is a directory and weighs more than a stray link.
      let weight = Set(named.map(\.0)).count >= 2 ? 3 : 1
      for (unit, url) in named where seeking.contains(unit) {
        votes[unit, default: [:]][url, default: 0] += weight
      }
    }
    return units.compactMap { unit in
      votes[unit.id]?.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { (unit.id, $0.key) }
    }
  }

  /// The folder that a column's page stands for; the path itself for a page with a query.
  private static func folder(_ url: WebURL) -> String {
    if url.query != nil { return url.path }
    let path = url.path
    guard let slash = path.lastIndex(of: "/") else { return "/" }
    let file = path[path.index(after: slash)...].lowercased()
    let isIndex = ["index", "default", "list", "main", "home"].contains { file.hasPrefix($0) }
    if file.isEmpty || isIndex { return String(path[...slash]) }
    return path
  }
}
