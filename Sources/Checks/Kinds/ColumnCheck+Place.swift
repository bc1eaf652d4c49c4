import Findings
import Rules
import Sites
import Texts
import Web

extension Column {
  /// Says whether one of the names (in normal form) stands above the column.
  ///
  /// A column whose path no page tells is not held against the unit.
  func stands(under names: [FoldedName]) -> Bool {
    names.isEmpty || path.isEmpty || path.contains { names.contains(FoldedName($0)) }
  }

  /// The column bears one of the names (in normal form).
  func isNamed(_ names: [FoldedName]) -> Bool {
    names.contains(FoldedName(name)) || otherNames.contains { names.contains(FoldedName($0)) }
  }
}

extension ColumnCheck {
  /// Whether the unit's own items stand in the prescribed column.
  struct HoldingSearch {
    private let requirement: Requirement
    private let territory: Territory
    private let items: [Item]

    init(_ requirement: Requirement, _ territory: Territory) {
      self.requirement = requirement
      self.territory = territory
      let search = ItemSearch(
        territory, keys: [], titles: requirement.holds, except: requirement.except)
      items = search.items
    }

    private func columns(of item: Item) -> [ColumnPlace] {
      item.columns.map { ColumnPlace(site: item.site, column: $0) }
    }

    /// The item with the first of its columns that bears one of the names.
    private func first(_ names: [FoldedName], under: [FoldedName]) -> (
      item: Item, place: ColumnPlace
    )? {
      for item in items {
        let place = columns(of: item).first { place in
          let column = territory.index.column(place)
          return column.isNamed(names) && column.stands(under: under)
        }
        if let place { return (item, place) }
      }
      return nil
    }

    func conclusion(_ rule: Rule) -> Conclusion {
      if let hit = first(requirement.keys, under: requirement.under) {
        return conclusion(
          .pass, 1,
          Wording.text(
            "《\(hit.item.title)》在“\(territory.index.column(hit.place).name)”栏目。",
            "“\(hit.item.title)” stands in the column “\(territory.index.column(hit.place).name)”."),
          [territory.cite(hit.item)], GapList())
      }
      let gaps = CoverageQuestion(
        columns: requirement.keys + requirement.synonyms, titles: requirement.holds,
        reach: .anywhere, rows: .judgedByTitle
      ).gaps(in: territory)
      guard let item = items.first else {
        let none = Wording.text(
          "没有找到应放入栏目的内容，由要求公开该内容的条款判定。",
          "There is nothing to stand in the column; the clause that asks for it decides.")
        return gaps.isEmpty
          ? conclusion(.notApplicable, 0, none, [], gaps)
          : conclusion(.undetermined, 0, Wording.join([none, Wording.gaps(gaps)]), [], gaps)
      }
      let wanted = requirement.columns.first ?? ""
      if let near = first(requirement.synonyms + requirement.keys, under: []) {
        let name = territory.index.column(near.place).name
        return conclusion(
          .partial, 0.5,
          Wording.text(
            "《\(near.item.title)》在“\(name)”栏目，名称或位置与规定的“\(wanted)”不同。",
            "“\(near.item.title)” stands in “\(name)”, not in the prescribed “\(wanted)”."),
          [territory.cite(near.item, nearMiss: Wording.text("栏目为“\(name)”", "in “\(name)”"))],
          GapList())
      }
      let names = columns(of: item).map { territory.index.column($0).name }
      let place = names.isEmpty ? "栏目以外" : "“\(names.joined(separator: "、"))”"
      let seen = Wording.text(
        "《\(item.title)》在\(place)，不在“\(wanted)”栏目。",
        "“\(item.title)” does not stand in the column “\(wanted)”.")
      let evidence = items.prefix(3).map { territory.cite($0, nearMiss: seen) }
      return gaps.isEmpty
        ? conclusion(.fail, 0, seen, evidence, gaps)
        : conclusion(
          .undetermined, 0, Wording.join([seen, Wording.gaps(gaps)]), evidence, gaps)
    }

    private func conclusion(
      _ status: Status, _ share: Double, _ message: Bilingual, _ evidence: [Evidence],
      _ gaps: GapList
    ) -> Conclusion {
      let sought = Wording.text(
        "查找栏目\(Wording.names(requirement.columns))中标题\(requirement.holds.wording)的条目。",
        "Items titled \(requirement.holds.wording) in \(Wording.englishNames(requirement.columns))."
      )
      return Conclusion(
        status, share: share, message: message, soughtFor: sought, evidence: evidence,
        coverage: territory.coverage(
          columns: territory.columns(named: requirement.keys + requirement.synonyms), gaps: gaps))
    }
  }

  /// Whether several things stand in one place: one column, or columns with one parent.
  struct TogetherSearch {
    private let requirement: Requirement
    private let territory: Territory

    init(_ requirement: Requirement, _ territory: Territory) {
      self.requirement = requirement
      self.territory = territory
    }

    /// One thing that the site has, with the places in which it stands.
    private struct Thing {
      var name: String
      var spots: Set<FoldedName>
      var evidence: Evidence
    }

    func conclusion(_ rule: Rule) -> Conclusion {
      let things = requirement.of.compactMap(find)
      let gaps = CoverageQuestion(
        columns: requirement.keys, titles: .none, reach: .columns, rows: .judgedByTitle
      ).gaps(in: territory)
      let names = things.map(\.name).joined(separator: "、")
      let common = things.dropFirst().reduce(things.first?.spots ?? []) {
        $0.intersection($1.spots)
      }
      let status: Status
      let message: Bilingual
      if things.count < 2 {
        status = .undetermined
        message = Wording.text(
          "应集中的\(requirement.of.count)项中只找到\(things.count)项，看不出是否集中。",
          "Of \(requirement.of.count) things, \(things.count) were found: too few to tell.")
      } else if !common.isEmpty {
        status = .pass
        message = Wording.text(
          "已有的\(things.count)项集中在一处：\(names)。", "All \(things.count) stand together.")
      } else {
        status = gaps.isEmpty ? .fail : .undetermined
        message = Wording.text(
          "已有的\(things.count)项不在同一栏目或同一上级栏目：\(names)。",
          "The \(things.count) things found stand in different places.")
      }
      return Conclusion(
        status,
        message: status == .undetermined && !gaps.isEmpty
          ? Wording.join([message, Wording.gaps(gaps)]) : message,
        soughtFor: rule.title + Wording.text("。", "."), evidence: things.map(\.evidence),
        coverage: territory.coverage(columns: [], gaps: gaps))
    }

    private func find(_ patterns: TitlePatterns) -> Thing? {
      var spots: Set<FoldedName> = []
      var evidence: Evidence?
      for place in columns() {
        let column = territory.index.column(place)
        guard patterns.fits(TitleText.normalize(column.name)), ColumnCheck.holdsSomething(column)
        else {
          continue
        }
        spots.formUnion(self.spots(of: place))
        evidence = evidence ?? territory.cite(place)
      }
      for position in territory.items(titled: patterns) {
        let item = territory.index.items[position]
        guard !item.isDead, !requirement.except.fits(item.normal) else { continue }
        for column in item.columns {
          spots.formUnion(self.spots(of: ColumnPlace(site: item.site, column: column)))
        }
        evidence = evidence ?? territory.cite(item)
      }
      guard let evidence else { return nil }
      return Thing(name: evidence.title ?? evidence.url, spots: spots, evidence: evidence)
    }

    private func columns() -> [ColumnPlace] {
      var all = Set(territory.members.flatMap { territory.index.columnsOfUnit[$0] })
      for site in territory.sites {
        all.formUnion(territory.index.portalColumns[site].values.joined())
      }
      return all.sorted()
    }

    /// The column itself and its parent, unless these are too broad.
    private func spots(of place: ColumnPlace) -> Set<FoldedName> {
      let column = territory.index.column(place)
      let own = FoldedName(column.name)
      // The path may end in the column itself.
      let above = column.path.map(FoldedName.init).last { $0 != own }
      let names = [own, above].compactMap { $0 }
      return Set(names.filter { !$0.isEmpty && !requirement.apart.contains($0) })
    }
  }
}
