import Dates
import Findings
import Page
package import Rules
package import Sites
import Texts
import Web
package import YAML

/// A unit keeps its columns up: few are blank, few are stale.
package enum UpkeepCheck: Check {
  /// The keys of an `upkeep` rule.
  package struct Requirement: Sendable {
    /// The columns that are looked at, in normal form; empty for all of the unit's.
    let keys: [FoldedName]
    /// Columns that have no cadence (制度, 目录, 机构职能), in normal form.
    let except: Set<FoldedName>
    /// Names, in normal form, of columns below which the columns must stand.
    let under: [FoldedName]
    /// What it means that no such column is there.
    package var absence: Absence
    /// The most blank columns that are borne.
    package var blankMost: Int
    /// Blank columns count as stale ones, and for nothing else.
    package var blankIsStale: Bool
    /// Days without a new item after which a column is stale.
    package var staleDays: Int
    /// Days for columns of some names, in normal form.
    let staleOf: [FoldedName: Int]
    /// The most stale columns, or their most share of those counted.
    package var staleMost: Int?
    package var staleShare: Double
  }

  /// What it means that none of the columns is there.
  package enum Absence: String, Sendable, CaseIterable {
    case fail, undetermined
    case notApplicable = "not-applicable"
  }

  package static let descriptor = CheckDescriptor(
    kind: "upkeep",
    summary: Wording.text("栏目维护：空栏目和长期不更新的栏目不多", "Columns are kept up: few are blank or stale"),
    keys: [
      .init(
        "columns", .texts, isRequired: false,
        Wording.text("所查栏目（默认本单位全部栏目）", "Columns looked at (all of the unit's)")),
      .init(
        "under", .texts, isRequired: false,
        Wording.text("只查这些栏目及其下级栏目", "Only these columns and those below them are looked at")),
      .init(
        "absence", .word(Absence.self), isRequired: false,
        Wording.text(
          "fail|undetermined|not-applicable（默认 fail）：没有所查栏目时的结论",
          "What it means that there is no such column (fail)")),
      .init(
        "except", .texts, isRequired: false,
        Wording.text("不查的栏目（制度、目录等静态栏目）", "Columns left out (those that need no news)")),
      .init(
        "blank-most", .count(0...10_000), isRequired: false,
        Wording.text("容许的空栏目数（默认 1）", "Blank columns borne (1)")),
      .init(
        "blank-is-stale", .flag, isRequired: false,
        Wording.text("空栏目并入超期栏目计算（默认 false）", "Blank columns count as stale ones (false)")),
      .init(
        "stale-days", .count(1...36_500), isRequired: false,
        Wording.text("多少天没有新内容算超期（默认 90）", "Days without an item that make a column stale (90)")),
      .init(
        "stale", .namedCounts(1...36_500), isRequired: false,
        Wording.text("按栏目名另定的天数（工作动态: 30）", "Days for columns by name (工作动态: 30)")),
      .init(
        "stale-most", .count(0...10_000), isRequired: false,
        Wording.text("容许的超期栏目数；不写则按比例", "Stale columns borne; without it the share counts")),
      .init(
        "stale-share", .number(0...1), isRequired: false,
        Wording.text("超期栏目须少于此比例（默认 0.5）", "The share of stale columns must stay below (0.5)")),
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    var staleOf: [FoldedName: Int] = [:]
    if let named = mapping.mapping("stale", log: log) {
      for name in named.keys {
        staleOf[FoldedName(name)] = named.int(name, in: 1...36_500, log: log)
      }
    }
    return Requirement(
      keys: (mapping.strings("columns", log: log) ?? []).map(FoldedName.init),
      except: Set((mapping.strings("except", log: log) ?? []).map(FoldedName.init)),
      under: (mapping.strings("under", log: log) ?? []).map(FoldedName.init),
      absence: mapping.enumeration("absence", of: Absence.self, log: log) ?? .fail,
      blankMost: mapping.int("blank-most", in: 0...10_000, log: log) ?? 1,
      blankIsStale: mapping.bool("blank-is-stale", log: log) ?? false,
      staleDays: mapping.int("stale-days", in: 1...36_500, log: log) ?? 90, staleOf: staleOf,
      staleMost: mapping.int("stale-most", in: 0...10_000, log: log),
      staleShare: mapping.double("stale-share", in: 0...1, log: log) ?? 0.5)
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) -> Conclusion {
    let territory = Territory(rule, unit: unit, in: survey)
    return Verdict(requirement, territory, Inspection(requirement, territory)).conclusion
  }

  /// What was seen of the columns.
  struct Inspection {
    var live: [ColumnPlace] = []
    var blank: [ColumnPlace] = []
    var stale: [ColumnPlace] = []
    /// Columns that could be either: scripts, unread pages, rows without days.
    var unknown: [ColumnPlace] = []

    init(_ requirement: Requirement, _ territory: Territory) {
      let parents = Self.parents(territory)
      let addresses = Set(Self.all(territory).map { territory.index.column($0).url })
      for place in Self.places(requirement, territory) {
        let column = territory.index.column(place)
        switch column.state {
        case .missing: continue
        case .unread, .unreadable: unknown.append(place)
        case .blank where column.names.contains(where: parents.contains): continue
        case .blank: blank.append(place)
        // Rows that are columns: these are judged themselves.
        case .complete where Self.isDirectory(column, addresses): continue
        case .complete, .partial: add(place, column, requirement, territory)
        }
      }
    }

    /// All its rows are columns and none has a day.
    private static func isDirectory(_ column: Column, _ addresses: Set<WebURL>) -> Bool {
      !column.entries.isEmpty && column.newest == nil
        && column.entries.allSatisfy { entry in
          entry.listDate == nil
            && entry.url.map { $0 != column.url && addresses.contains($0) } ?? false
        }
    }

    /// The names, in normal form, of the columns above others: such a page shows those below it
    /// and need hold nothing itself.
    private static func parents(_ territory: Territory) -> Set<FoldedName> {
      var above: Set<FoldedName> = []
      for place in all(territory) {
        let column = territory.index.column(place)
        // A breadcrumb may end with the column itself.
        above.formUnion(Set(column.path.map(FoldedName.init)).subtracting(column.names))
      }
      return above
    }

    /// The unit's columns and, where they count, the portal's.
    private static func all(_ territory: Territory) -> Set<ColumnPlace> {
      var own = Set(territory.members.flatMap { territory.index.columnsOfUnit[$0] })
      if territory.includesPortal {
        for site in territory.sites {
          own.formUnion(territory.index.portalColumns[site].values.joined())
        }
      }
      return own
    }

    private mutating func add(
      _ place: ColumnPlace, _ column: Column, _ requirement: Requirement, _ territory: Territory
    ) {
      // A column that is a text of its own, or a directory, has no cadence.
      guard !column.entries.isEmpty else {
        // Its rows may be where nobody looked; a picture is a text of its own.
        if column.unread.contains(where: { $0.outcome.code != "column.pictures" }) {
          unknown.append(place)
        }
        return
      }
      let asOf = territory.survey.asOf
      let days = column.entries.compactMap(\.listDate).filter { $0 <= asOf }
      guard let newest = days.max() ?? column.newest else {
        unknown.append(place)
        return
      }
      let limit = requirement.staleOf[FoldedName(column.name)] ?? requirement.staleDays
      if asOf - newest <= limit { live.append(place) } else { stale.append(place) }
    }

    private static func places(
      _ requirement: Requirement, _ territory: Territory
    ) -> [ColumnPlace] {
      let all: [ColumnPlace]
      if requirement.keys.isEmpty {
        all = Self.all(territory).sorted()
      } else {
        all = territory.columns(named: requirement.keys)
      }
      let kept = all.filter { place in
        let column = territory.index.column(place)
        // A front page is no column, whatever a breadcrumb calls it.
        return !requirement.except.contains(FoldedName(column.name))
          && !territory.index.sites[place.site].records.start.contains(column.url)
      }
      guard !requirement.under.isEmpty else { return kept }
      func isAmong(_ names: [String]) -> Bool {
        names.contains { requirement.under.contains(FoldedName($0)) }
      }
      let below = kept.filter { isAmong(territory.index.column($0).path) }
      // A column without any below it is looked at itself.
      guard below.isEmpty else { return below }
      return kept.filter { place in
        let column = territory.index.column(place)
        return isAmong([column.name] + column.otherNames)
      }
    }
  }

  /// Draws the conclusion.
  struct Verdict {
    private let requirement: Requirement
    private let territory: Territory
    private let seen: Inspection

    init(_ requirement: Requirement, _ territory: Territory, _ seen: Inspection) {
      self.requirement = requirement
      self.territory = territory
      self.seen = seen
    }

    private var counted: Int { seen.live.count + seen.blank.count + seen.stale.count }

    private func isMet(blank: Int, stale: Int, of all: Int) -> Bool {
      var stale = stale
      if requirement.blankIsStale {
        stale += blank
      } else if blank > requirement.blankMost {
        return false
      }
      if let most = requirement.staleMost { return stale <= most }
      return all > 0 && (stale == 0 || Double(stale) < requirement.staleShare * Double(all))
    }

    var conclusion: Conclusion {
      let gaps = CoverageQuestion(
        columns: requirement.keys + requirement.under, titles: .none, reach: .columns,
        rows: .judgedByTitle
      ).gaps(in: territory)
      let open = seen.unknown.count
      let isMet = isMet(blank: seen.blank.count, stale: seen.stale.count, of: counted)
      // What was not read could be blank, stale or neither: only what holds either way is said.
      let unseen = open + gaps.count
      let worst = self.isMet(
        blank: seen.blank.count + (requirement.blankIsStale ? 0 : unseen),
        stale: seen.stale.count + unseen, of: counted + unseen)
      let best = self.isMet(
        blank: seen.blank.count, stale: seen.stale.count, of: counted + open)
      let status: Status
      if counted + open == 0, gaps.isEmpty, requirement.absence != .fail {
        status = requirement.absence == .undetermined ? .undetermined : .notApplicable
      } else if counted + open == 0, requirement.keys.isEmpty, requirement.under.isEmpty {
        // Not one column of the unit is known: then its columns were not found, they are not missing.
        status = .undetermined
      } else if counted > 0 && isMet && (worst || (open == 0 && gaps.isEmpty)) {
        status = .pass
      } else if !best
        && (gaps.isEmpty || !requirement.blankIsStale && seen.blank.count > requirement.blankMost)
      {
        status = .fail
      } else {
        status = .undetermined
      }
      let coverage = territory.coverage(
        columns: seen.live + seen.blank + seen.stale + seen.unknown,
        gaps: status == .undetermined ? gaps : GapList())
      return Conclusion(
        status, message: message(gaps, status), soughtFor: soughtFor, fix: fix(status),
        evidence: evidence, coverage: coverage,
        faults: max(1, seen.blank.count + seen.stale.count))
    }

    private var soughtFor: Bilingual {
      Wording.text(
        "空栏目不超过\(requirement.blankMost)个；\(requirement.staleDays)天内没有更新的算超期栏目。",
        "At most \(requirement.blankMost) blank column(s); a column without an item for "
          + "\(requirement.staleDays) days is stale.")
    }

    private func message(_ gaps: GapList, _ status: Status) -> Bilingual {
      var parts = [
        Wording.text(
          "查看栏目\(counted)个：空栏目\(seen.blank.count)个，超期\(seen.stale.count)个。",
          "Of \(counted) column(s), \(seen.blank.count) blank and \(seen.stale.count) stale.")
      ]
      if !seen.unknown.isEmpty {
        parts.append(
          Wording.text(
            "另有\(seen.unknown.count)个栏目看不出更新情况。",
            "\(seen.unknown.count) more column(s) can't be judged."))
      }
      if status == .undetermined && !gaps.isEmpty { parts.append(Wording.gaps(gaps)) }
      return Wording.join(parts)
    }

    private func fix(_ status: Status) -> Bilingual? {
      guard status == .fail else { return nil }
      let names = (seen.blank + seen.stale).map { territory.index.column($0).name }
      return Wording.text(
        "补充或更新这些栏目：\(Wording.names(names))；不再使用的栏目请归并。",
        "Fill or update these columns: \(Wording.englishNames(names)); merge those no longer used.")
    }

    private var evidence: [Evidence] {
      let blank = seen.blank.prefix(10).map {
        territory.cite($0, nearMiss: Wording.text("栏目为空", "the column is blank"))
      }
      let stale = seen.stale.prefix(10).map { place -> Evidence in
        let newest = territory.index.column(place).newest.map { "\($0)" } ?? "?"
        return territory.cite(
          place, nearMiss: Wording.text("最新一条为\(newest)", "its newest item is of \(newest)"))
      }
      let live = seen.live.prefix(2).map { territory.cite($0) }
      let open = seen.unknown.prefix(10).map {
        territory.cite($0, nearMiss: Wording.text("看不出更新情况", "when it was renewed can't be told"))
      }
      return live + blank + stale + open
    }
  }
}

extension Column {
  /// All its names in normal form.
  fileprivate var names: [FoldedName] { ([name] + otherNames).map(FoldedName.init) }
}
