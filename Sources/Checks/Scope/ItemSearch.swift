import Dates
import Findings
import Rules
import Sites
import Texts
import Web

/// Items of some columns, or with a fitting title anywhere in a territory.
struct ItemSearch {
  let territory: Territory
  /// Names of the columns in normal form.
  let keys: [FoldedName]
  let titles: TitlePatterns
  let except: TitlePatterns
  let columns: [ColumnPlace]

  init(_ territory: Territory, keys: [FoldedName], titles: TitlePatterns, except: TitlePatterns) {
    self.territory = territory
    self.keys = keys
    self.titles = titles
    self.except = except
    columns = territory.columns(named: keys)
  }

  /// Positions in the index, ascending; titles that do not count and days yet to come left out.
  ///
  /// For a unit that is judged for itself, what the portal's columns list of its own counts, and
  /// what the portal publishes under its name.
  var positions: [Int] {
    let asOf = territory.survey.asOf
    return territory.positions(of: columns, keys: keys, titled: titles).filter { position in
      let item = territory.index.items[position]
      return !except.fits(item.normal) && (item.date.map { $0 <= asOf } ?? true)
    }
  }

  /// The items at `positions` that are the territory's; dead links and others' items left out.
  var items: [Item] {
    positions.map { territory.index.items[$0] }.filter { !$0.isDead && foreign($0) == nil }
  }

  /// The items dated in the audited period, oldest first.
  var inPeriod: [Item] {
    items.filter { $0.date.map { territory.survey.period.contains($0) } ?? false }
      .sorted { ($0.date?.ordinal ?? 0, $0.url) < ($1.date?.ordinal ?? 0, $1.url) }
  }

  /// Items without a day: they could be of the period.
  var undated: [Item] { items.filter { $0.date == nil } }

  /// Why an item of somebody else does not count; nil when it does.
  func foreign(_ item: Item) -> Bilingual? {
    switch territory.standing(of: item, in: columns) {
    case .own: nil
    case .districts(let reason): territory.includesPortal ? nil : reason
    case .others(let reason): reason
    }
  }

  /// What could hold more of them and was not read.
  func gaps(rows: CoverageQuestion.Rows) -> GapList {
    CoverageQuestion(
      columns: keys, titles: titles, reach: titles.isEmpty ? .columns : .anywhere, rows: rows
    ).gaps(in: territory)
  }
}

extension Territory {
  /// Where an item's title bears the name of its owner or of a member: there it says who
  /// publishes, not what.
  ///
  /// An enterprise is what the news of state firms is about, so that its name counts.
  func nameplates(of item: Item) -> [Range<Int>] {
    var units = members
    if let owner = item.owner, !units.contains(owner) { units.append(owner) }
    return units.filter { survey.units[$0].kind != "enterprise" }.flatMap {
      survey.names[$0].places(in: item.normal)
    }
  }

  /// Says whether an item's title speaks of something, and does not just bear the name of an office
  /// for it.
  func speaks(_ item: Item, of patterns: TitlePatterns) -> Bool {
    patterns.fits(item.normal) && patterns.fits(item.normal, beyond: nameplates(of: item))
  }

  /// Whose an item is for one rule; where it does not count, with the reason.
  enum Ownership {
    case own
    /// The district's: it counts where the portal's does.
    case districts(Bilingual)
    case others(Bilingual)
  }

  /// Whose an item is: what its title says goes before the place where it stands.
  ///
  /// `columns` are those that the rule looks at: what the portal lists there is the district's.
  func standing(of item: Item, in columns: [ColumnPlace]) -> Ownership {
    if namesMember(item) { return .own }
    if scope == .each, let other = foreignUnit(named: item) {
      return .others(Wording.text("标题写的是\(other.name)", "the title names \(other.name)"))
    }
    if isOwn(item) { return .own }
    let owner = item.owner.map { survey.units[$0].name }
    let reason =
      owner.map { Wording.text("属于\($0)", "it belongs to \($0)") }
      ?? Wording.text("不是本单位发布的", "it is not the unit's own")
    return isDistricts(item, columns) ? .districts(reason) : .others(reason)
  }

  /// The item is a member's, or stands in a member's column.
  func isOwn(_ item: Item) -> Bool {
    if let owner = item.owner, members.contains(owner) { return true }
    return item.columns.contains { column in
      let place = ColumnPlace(site: item.site, column: column)
      let number = index.column(place).owner.flatMap { index.unitNumbers[$0.unit] }
      return number.map(members.contains) ?? false
    }
  }

  /// The item is the district's: nobody's, the government's own, or in one of these columns.
  func isDistricts(_ item: Item, _ columns: [ColumnPlace]) -> Bool {
    guard let owner = item.owner else { return true }
    if index.governments.contains(owner) { return true }
    return columns.contains { $0.site == item.site && item.columns.contains($0.column) }
  }
}
