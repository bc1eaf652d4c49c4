import Dates
import Rules
import Sites
import Web

/// What of a territory counts, when the district's own may count beside the units'.
extension Territory {
  /// The item is a member's, names one, or is the district's own where that counts; what plainly
  /// names another unit or belongs to one is that unit's.
  func counts(_ item: Item) -> Bool {
    if namesMember(item) { return true }
    if scope == .each, foreignUnit(named: item) != nil { return false }
    if isOwn(item) { return true }
    guard includesPortal else { return false }
    guard let owner = item.owner else { return true }
    return index.governments.contains(owner)
  }

  /// Positions of the items of some columns or with a fitting title, ascending.
  ///
  /// With what the portal's columns list of the members' own, and what the portal publishes under a
  /// member's name.
  func positions(
    of columns: [ColumnPlace], keys: [FoldedName], titled titles: TitlePatterns
  ) -> [Int] {
    var found = items(of: columns)
    found += items(titled: titles)
    found += ownItems(of: portalColumns(named: keys))
    if !includesPortal, !titles.isEmpty {
      found += withPortal.items(titled: titles).filter { namesMember(index.items[$0]) }
    }
    return Positions.ascending(found)
  }

  /// Items of some columns or with a fitting title, in the index's order.
  ///
  /// With what the portal shows under a member's name; without dead links, days yet to come and
  /// what does not count.
  func countedItems(
    of columns: [ColumnPlace], keys: [FoldedName], titled titles: TitlePatterns,
    except: TitlePatterns
  ) -> [Item] {
    positions(of: columns, keys: keys, titled: titles).map { index.items[$0] }.filter { item in
      !item.isDead && !except.fits(item.normal) && counts(item)
        && (item.date.map { $0 <= survey.asOf } ?? true)
    }
  }

  /// Says whether a page of the portal plainly names a unit beyond the members.
  func isOfAnotherUnit(titled title: String) -> Bool {
    let normal = TitleText.normalize(title)
    if members.contains(where: { survey.names[$0].isNamed(in: normal) }) { return false }
    return survey.units.indices.contains {
      !members.contains($0) && survey.names[$0].isPlainlyNamed(in: normal)
    }
  }
}
