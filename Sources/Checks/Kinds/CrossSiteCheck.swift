import Findings
import Page
package import Rules
package import Sites
import Texts
import Web
package import YAML

/// The same thing stands in two places: on the portal and in the unit's own pages.
package enum CrossSiteCheck: Check {
  /// The keys of a `cross-site` rule.
  package struct Requirement: Sendable {
    package var columns: [String]
    let keys: [FoldedName]
    package var titles: TitlePatterns
    package var except: TitlePatterns
    /// Labels whose values must agree, in normal form; empty when titles decide.
    let labels: [FoldedName]
    package var fields: [String]
    /// Words of a link from one place to the other; a working one is enough.
    package var links: TitlePatterns
    /// The share of the unit's items that the portal must show too.
    package var share: Double
  }

  package static let descriptor = CheckDescriptor(
    kind: "cross-site",
    summary: Wording.text(
      "门户与单位网站（页面）内容一致或互相链接", "Portal and the unit's own pages agree, or link to one another"),
    keys: [
      .init(
        "columns", .texts, isRequired: false,
        Wording.text("所比条目的栏目", "Columns of the items compared")),
      .init(
        "titles", .patterns, isRequired: false,
        Wording.text("所比条目的标题样式", "Title patterns of the items compared")),
      .init(
        "except", .patterns, isRequired: false,
        Wording.text("不比的标题", "Titles that are not compared")),
      .init(
        "fields", .texts, isRequired: false,
        Wording.text("两处取值须一致的标签", "Labels whose values must agree")),
      .init(
        "links", .patterns, isRequired: false,
        Wording.text("链接文字样式：有可打开的链接即可", "Words of a working link that is enough")),
      .init(
        "share", .number(0...1), isRequired: false,
        Wording.text("两处都有的最低比例（默认 0.5）", "Least share in both places (0.5)")),
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.requireOne(of: "columns", "titles", "fields", "links", log: log)
    let columns = mapping.strings("columns", log: log) ?? []
    let fields = mapping.strings("fields", log: log) ?? []
    return Requirement(
      columns: columns, keys: columns.map(FoldedName.init),
      titles: .decode("titles", of: mapping, log: log),
      except: .decode("except", of: mapping, log: log), labels: fields.map(FoldedName.init),
      fields: fields, links: .decode("links", of: mapping, log: log),
      share: mapping.double("share", in: 0...1, log: log) ?? 0.5)
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) -> Conclusion {
    Comparison(requirement, Territory(rule, unit: unit, in: survey), rule).conclusion
  }

  /// Holds the two places against each other.
  struct Comparison {
    private let requirement: Requirement
    private let territory: Territory
    private let rule: Rule
    private let search: ItemSearch

    init(_ requirement: Requirement, _ territory: Territory, _ rule: Rule) {
      self.requirement = requirement
      self.territory = territory
      self.rule = rule
      search = ItemSearch(
        territory, keys: requirement.keys, titles: requirement.titles, except: requirement.except)
    }

    var conclusion: Conclusion {
      if let linked = link() { return linked }
      if !requirement.labels.isEmpty { return values() }
      if requirement.keys.isEmpty && requirement.titles.isEmpty { return missingLink() }
      return items()
    }

    // MARK: A link is enough

    private func link() -> Conclusion? {
      guard !requirement.links.isEmpty else { return nil }
      for place in territory.withPortal.allPages {
        let record = territory.record(place)
        guard
          let link = record.facts?.links.first(where: { link in
            requirement.links.fits(TitleText.normalize(link.text)) && opens(link.url.string)
          })
        else { continue }
        return Conclusion(
          .pass,
          message: Wording.text(
            "有指向“\(link.text)”的链接。", "There is a link to “\(link.text)”."),
          soughtFor: rule.title,
          evidence: [territory.cite(record, excerpt: "\(link.text) → \(link.url)")],
          coverage: territory.coverage(columns: []))
      }
      return nil
    }

    /// A link off the plan's hosts is taken to open; one of the plan's must not be dead.
    private func opens(_ address: String) -> Bool {
      for site in territory.sites {
        let records = territory.index.sites[site].records
        if let record = records.pages.first(where: { $0.url.string == address }) {
          return record.outcome.isReadable
        }
      }
      return true
    }

    private func missingLink() -> Conclusion {
      let gaps = CoverageQuestion(
        columns: [], titles: requirement.links, reach: .anywhere, rows: .judgedByTitle
      ).gaps(in: territory.withPortal)
      return Conclusion(
        gaps.isEmpty ? .fail : .undetermined,
        message: Wording.join([
          Wording.text(
            "没有找到指向\(requirement.links.wording)的链接。", "No link to \(requirement.links.wording)."),
          gaps.isEmpty ? Wording.text("", "") : Wording.gaps(gaps),
        ]), soughtFor: rule.title, coverage: territory.coverage(columns: [], gaps: gaps))
    }

    // MARK: The same items in both places

    private func items() -> Conclusion {
      let own = search.inPeriod.filter { item in
        item.owner.map { territory.members.contains($0) } ?? false
      }
      let gaps = search.gaps(rows: .judgedByTitle)
      let coverage = territory.coverage(columns: search.columns, gaps: gaps)
      guard !own.isEmpty else {
        return Conclusion(
          gaps.isEmpty ? .notApplicable : .undetermined,
          message: Wording.join([
            Wording.text("本单位审核期内没有可比的条目。", "The unit has no item of the period to compare."),
            gaps.isEmpty ? Wording.text("", "") : Wording.gaps(gaps),
          ]), soughtFor: rule.title, coverage: coverage)
      }
      let portal = portalTitles
      let missing = own.filter { item in
        let core = PolicyName.core(of: item.title)
        return !portal.contains { $0.place(of: core) != nil || $0 == item.normal }
      }
      let both = own.count - missing.count
      let isMet = Double(both) >= requirement.share * Double(own.count)
      let portalGaps = CoverageQuestion(
        columns: requirement.keys, titles: requirement.titles, reach: .anywhere,
        rows: .judgedByTitle
      ).gaps(in: territory.withPortal)
      let status: Status = isMet ? .pass : portalGaps.isEmpty ? .fail : .undetermined
      return Conclusion(
        status,
        message: Wording.join([
          Wording.text(
            "本单位\(own.count)条中，门户也有的\(both)条。",
            "Of the unit's \(own.count) item(s), the portal shows \(both) too."),
          status == .undetermined ? Wording.gaps(portalGaps) : Wording.text("", ""),
        ]), soughtFor: rule.title,
        evidence: missing.prefix(8).map {
          territory.cite($0, nearMiss: Wording.text("门户上没有", "the portal does not show it"))
        }, coverage: coverage)
    }

    private var portalTitles: [[UInt8]] {
      territory.sites.flatMap { site in
        territory.index.portalSegments[site].items.map { territory.index.items[$0].normal }
      }
    }

    // MARK: The same values in both places

    private typealias Value = (text: String, place: SurveyIndex.PagePlace)

    private func values() -> Conclusion {
      let own = values(on: territory.members.flatMap { territory.index.pagesOfUnit[$0] })
      let names = territory.members.map { territory.survey.names[$0] }
      let others = territory.sites.flatMap { territory.index.pagesOfPortal[$0] }.filter { place in
        guard let facts = territory.record(place).facts else { return false }
        let title = TitleText.normalize(facts.title ?? "")
        return names.contains { $0.isNamed(in: title) }
      }
      let portal = values(on: others)
      // Either place may hold what was not read.
      var gaps = search.gaps(rows: .needPage)
      for site in territory.sites {
        gaps.add(territory.index.unread[site].allOutside)
        gaps.add(unreadColumns(of: names, site))
      }
      let coverage = territory.coverage(columns: search.columns, gaps: gaps)
      guard let here = own.first, let there = portal.first else {
        return Conclusion(
          gaps.isEmpty ? .notApplicable : .undetermined,
          message: Wording.text(
            "门户和本单位页面没有都写明\(Wording.names(requirement.fields))，无从比较。",
            "Portal and unit do not both state \(Wording.englishNames(requirement.fields))."),
          soughtFor: rule.title, coverage: coverage)
      }
      let isSame = own.contains { value in portal.contains { Self.agree($0.text, value.text) } }
      return Conclusion(
        isSame ? .pass : .fail,
        message: isSame
          ? Wording.text("两处一致：\(here.text)。", "Both say: \(here.text).")
          : Wording.text(
            "本单位写“\(here.text)”，门户写“\(there.text)”。",
            "The unit says “\(here.text)”, the portal “\(there.text)”."),
        soughtFor: rule.title,
        evidence: [
          territory.cite(territory.record(here.place), excerpt: here.text),
          territory.cite(
            territory.record(there.place), excerpt: there.text,
            nearMiss: isSame ? nil : Wording.text("两处不一致", "the two differ")),
        ], coverage: coverage)
    }

    /// The portal's columns that bear the unit's name and were not read.
    private func unreadColumns(of names: [UnitSpellings], _ site: Int) -> GapList {
      let places = Set(territory.index.portalColumns[site].values.joined()).sorted()
      return GapList(
        places.compactMap { place -> CoverageGap? in
          let column = territory.index.column(place)
          let title = TitleText.normalize(column.name)
          guard column.state == .unread, names.contains(where: { $0.isNamed(in: title) }) else {
            return nil
          }
          return CoverageGap(url: column.url.string, outcome: "column.unread")
        })
    }

    private func values(on places: [SurveyIndex.PagePlace]) -> [Value] {
      places.flatMap { place -> [Value] in
        (territory.record(place).facts?.fields ?? []).compactMap { field in
          guard requirement.labels.contains(FoldedName(field.label)),
            !Placeholder.isPlaceholder(field.value)
          else { return nil }
          return (FoldedName(field.value).text, place)
        }
      }
    }

    /// The same digits, or the one text within the other.
    private static func agree(_ left: String, _ right: String) -> Bool {
      let a = left.utf8.filter { (0x30...0x39).contains($0) }
      let b = right.utf8.filter { (0x30...0x39).contains($0) }
      if a.count >= 7, b.count >= 7 { return a.suffix(7).elementsEqual(b.suffix(7)) }
      return left == right || left.contains(right) || right.contains(left)
    }
  }
}
