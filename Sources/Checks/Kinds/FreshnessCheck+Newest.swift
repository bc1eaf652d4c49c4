import Dates
import Findings
import Rules
import Sites
import Texts
import YAML

extension FreshnessCheck {
  /// A thing that must be renewed: its newest version may not be old (`newest-within`).
  package struct Newest: Sendable {
    /// Whose version counts for a unit that is judged for itself.
    package enum Publisher: String, Sendable, CaseIterable { case unit, district }

    package var columns: [String]
    let keys: [FoldedName]
    package var titles: TitlePatterns
    package var except: TitlePatterns
    /// Days before the audited day within which the newest version is fresh.
    package var within: Int
    /// Days after which it is stale; in between nothing is said.
    package var stale: Int
    package var publisher: Publisher
  }

  static let newestKeys: [PackKey] = [
    .init(
      "newest-within", .count(1...36_500), isRequired: false,
      Wording.text(
        "天数：不看周期，只看最新一版是否在此天数内（没有则不适用，由另一条判定）",
        "Days: no cadence; the newest version must be no older (none at all: not applicable)")),
    .init(
      "stale-after", .count(1...36_500), isRequired: false,
      Wording.text(
        "天数：最新一版早于此才算不合格，其间不判定（默认同 newest-within）",
        "Days after which it fails; in between it is undetermined (as newest-within)")),
    .init(
      "publisher", .word(Newest.Publisher.self), isRequired: false,
      Wording.text(
        "unit|district（默认 unit，与 newest-within 同用）：区级的是否也算",
        "Whether the district's counts for each unit, with newest-within (unit)")),
  ]

  static func newest(_ mapping: YAMLMapping, _ log: YAMLProblemLog) -> Newest? {
    let columns = mapping.strings("columns", log: log) ?? []
    mapping.requireOne(of: "columns", "titles", log: log)
    guard let within = mapping.int("newest-within", in: 1...36_500, log: log) else { return nil }
    return Newest(
      columns: columns, keys: columns.map(FoldedName.init),
      titles: .decode("titles", of: mapping, log: log),
      except: .decode("except", of: mapping, log: log), within: within,
      stale: max(within, mapping.int("stale-after", in: 1...36_500, log: log) ?? within),
      publisher: mapping.enumeration("publisher", of: Newest.Publisher.self, log: log) ?? .unit)
  }

  /// Finds the newest version and says how old it is.
  struct NewestSearch {
    private let requirement: Newest
    private let reach: Territory
    private let rule: Rule
    private let columns: [ColumnPlace]
    private let dated: [Item]
    private let undated: [Item]

    init(_ requirement: Newest, _ territory: Territory, _ rule: Rule) {
      self.requirement = requirement
      self.rule = rule
      reach = requirement.publisher == .district ? territory.withPortal : territory
      columns = reach.branches(named: requirement.keys)
      let items = reach.countedItems(
        of: columns, keys: requirement.keys, titled: requirement.titles,
        except: requirement.except)
      dated = items.filter { $0.date != nil }.sorted {
        ($1.date?.ordinal ?? 0, $0.url) < ($0.date?.ordinal ?? 0, $1.url)
      }
      undated = items.filter { $0.date == nil }
    }

    /// The version of the audited year by its title, else the newest by its day.
    private var best: Item? {
      let year = reach.survey.period.to.year
      return (dated + undated).first { TitlePeriod.years(in: $0.normal).contains(year) }
        ?? dated.first
    }

    private func isFresh(_ item: Item) -> Bool {
      if item.years.contains(reach.survey.period.to.year) { return true }
      guard let date = item.date else { return false }
      return reach.survey.period.contains(date) || reach.survey.asOf - date <= requirement.within
    }

    var conclusion: Conclusion {
      let gaps = CoverageQuestion(
        columns: requirement.keys, titles: requirement.titles,
        reach: requirement.titles.isEmpty ? .columns : .anywhere, rows: .judgedByTitle,
        descends: true
      ).gaps(in: reach)
      let status = status(gaps)
      return Conclusion(
        status, message: message(status, gaps),
        soughtFor: Wording.text(
          "\(rule.title.zh)：最新一版应在审核期内或\(requirement.within)天内。",
          "\(rule.title.en): the newest version is of the period or at most "
            + "\(requirement.within) days old."),
        evidence: (dated.prefix(3) + undated.prefix(2)).map { item in
          reach.cite(
            item,
            nearMiss: isFresh(item)
              ? nil
              : item.date == nil
                ? Wording.text("没有日期", "it bears no day") : Wording.text("不是新版", "it is not new"))
        },
        coverage: reach.coverage(
          columns: columns, gaps: status == .undetermined ? gaps : GapList()),
        metBy: best.flatMap { reach.ownerID(of: $0) })
    }

    private func status(_ gaps: GapList) -> Status {
      if let best, isFresh(best) { return .pass }
      guard undated.isEmpty, gaps.isEmpty else { return .undetermined }
      // A text of its own without a day is a version of unknown age.
      let isText = columns.contains { place in
        let column = reach.index.column(place)
        return column.entries.isEmpty
          && (column.body.map { PageContent.holdsSomething($0) } ?? false)
      }
      if isText { return .undetermined }
      guard let date = dated.first?.date else { return .notApplicable }
      return reach.survey.asOf - date > requirement.stale ? .fail : .undetermined
    }

    private func message(_ status: Status, _ gaps: GapList) -> Bilingual {
      guard let newest = best ?? undated.first else {
        return Wording.join([
          Wording.text(
            "没有找到\(rule.title.zh)所指的内容；有没有由另一条判定。",
            "Nothing of the kind was found; whether it is there is another rule's question."),
          gaps.isEmpty ? Wording.text("", "") : Wording.gaps(gaps),
        ])
      }
      let day = newest.date.map { "\($0)" }
      var parts = [
        Wording.text(
          "最新一版为《\(newest.title)》（\(day ?? "没有日期")）。",
          "The newest version is “\(newest.title)” (\(day ?? "no day")).")
      ]
      if status == .fail {
        parts.append(
          Wording.text(
            "已超过\(requirement.stale)天没有更新。", "It is more than \(requirement.stale) days old.")
        )
      }
      if status == .undetermined {
        parts.append(
          gaps.isEmpty
            ? Wording.text(
              "早于审核期而未超过期限，或没有日期，不作判定。", "It is older than the period, not stale, or undated.")
            : Wording.gaps(gaps))
      }
      return Wording.join(parts)
    }
  }
}
