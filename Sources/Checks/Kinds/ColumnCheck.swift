import Findings
import Page
import Patterns
package import Rules
package import Sites
import Texts
import Web
package import YAML

/// A column must exist and, unless said otherwise, hold something.
package enum ColumnCheck: Check {
  /// The keys of a `column` rule.
  package struct Requirement: Sendable {
    /// Any of them will do.
    package var columns: [String]
    package var notBlank: Bool
    /// Only the portal's own columns count, not those of units.
    package var isPortals: Bool
    /// Texts of links off the plan's hosts that will do as well.
    package var links: TitlePatterns
    let keys: [FoldedName]
    /// Names of which one must stand above the column, in normal form.
    let under: [FoldedName]
    /// Other names of the column, in normal form: with these, half of the points.
    let synonyms: [FoldedName]
    /// Titles of the unit's own items of which one must stand in the column.
    package var holds: TitlePatterns
    /// Titles that do not count for `holds` and `of`.
    package var except: TitlePatterns
    /// What must stand together, as names of columns or titles of items.
    package var of: [TitlePatterns]
    /// Parents too broad to hold things together, in normal form.
    let apart: Set<FoldedName>
  }

  /// Whose columns count.
  private enum Owner: String, CaseIterable { case any, portal }

  package static let descriptor = CheckDescriptor(
    kind: "column",
    summary: Wording.text("栏目已设置且不为空", "A column exists and is not blank"),
    keys: [
      .init(
        "columns", .texts, isRequired: true,
        Wording.text("栏目名称，任一即可", "Column names; any one will do")),
      .init(
        "not-blank", .flag, isRequired: false,
        Wording.text("栏目须有内容（默认 true）", "The column must hold something (default true)")),
      .init(
        "under", .texts, isRequired: false,
        Wording.text("栏目须在这些栏目之一下面", "Names of which one must stand above the column")),
      .init(
        "owner", .word(Owner.self), isRequired: false,
        Wording.text("any|portal（默认 any）：portal 只看门户自己的栏目", "any, or the portal's own alone (any)")
      ),
      .init(
        "links", .patterns, isRequired: false,
        Wording.text(
          "指向站外同类栏目的链接文字样式：有链接也算", "Texts of links to such a column elsewhere, which count")),
      .init(
        "holds", .patterns, isRequired: false,
        Wording.text(
          "本单位标题相符的条目须在栏目里；没有这样的条目记不适用",
          "The unit's items with such titles must stand in it; without any: not applicable")),
      .init(
        "synonyms", .texts, isRequired: false,
        Wording.text("同义栏目名：条目在此记一半", "Other names: half of the points (with holds)")),
      .init(
        "except", .patterns, isRequired: false, Wording.text("不计的标题", "Titles that do not count")),
      .init(
        "together", .flag, isRequired: false,
        Wording.text("of 所列的须在一处（默认 false）", "What `of` lists must stand together (false)")),
      .init(
        "of", .patterns, isRequired: false,
        Wording.text("栏目名或标题样式，与 together 同用", "Names or titles, with together")),
      .init(
        "apart", .texts, isRequired: false,
        Wording.text("范围太大、不算一处的上级栏目", "Parents that are too broad")),
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    let notBlank = mapping.bool("not-blank", log: log) ?? true
    let isTogether = mapping.bool("together", log: log) ?? false
    if isTogether != (mapping["of"] != nil) {
      log.add(
        mapping.value.problem(
          Wording.text("“together”和“of”要一起写", "\"together\" and \"of\" go together")))
    }
    let columns = mapping.strings("columns", log: log) ?? []
    return Requirement(
      columns: columns, notBlank: notBlank,
      isPortals: mapping.enumeration("owner", of: Owner.self, log: log) == .portal,
      links: .decode("links", of: mapping, log: log),
      keys: columns.map(FoldedName.init),
      under: (mapping.strings("under", log: log) ?? []).map(FoldedName.init),
      synonyms: (mapping.strings("synonyms", log: log) ?? []).map(FoldedName.init),
      holds: .decode("holds", of: mapping, log: log),
      except: .decode("except", of: mapping, log: log), of: things(mapping, log),
      apart: Set((mapping.strings("apart", log: log) ?? []).map(FoldedName.init)))
  }

  /// One thing a line of `of`.
  private static func things(_ mapping: YAMLMapping, _ log: YAMLProblemLog) -> [TitlePatterns] {
    guard let value = mapping["of"], let lines = value.strings(log: log) else { return [] }
    return lines.compactMap { line in
      do throws(Pattern.Fault) {
        return try TitlePatterns([line])
      } catch {
        log.add(value.problem(Wording.badPattern(error)))
        return nil
      }
    }
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) -> Conclusion {
    let territory = Territory(rule, unit: unit, in: survey)
    if !requirement.of.isEmpty {
      return TogetherSearch(requirement, territory).conclusion(rule)
    }
    if !requirement.holds.isEmpty {
      return HoldingSearch(requirement, territory).conclusion(rule)
    }
    let named =
      requirement.isPortals
      ? territory.portalColumns(named: requirement.keys)
      : territory.columns(named: requirement.keys)
    let found = named.filter { territory.index.column($0).stands(under: requirement.under) }
    let holding = found.filter { isMet($0, requirement, territory) }
    var coverage = territory.coverage(columns: found)
    let sought = Wording.join([
      Wording.text(
        "查找栏目\(Wording.names(requirement.columns))。",
        "Looked for a column \(Wording.englishNames(requirement.columns))."),
      Wording.place(coverage, in: territory),
    ])
    if let best = holding.first {
      let column = territory.index.column(best)
      return Conclusion(
        .pass,
        message: Wording.text(
          "已设置栏目“\(column.name)”，有内容\(max(column.entries.count, 1))条。",
          "The column “\(column.name)” stands there with \(max(column.entries.count, 1)) item(s)."),
        soughtFor: sought, evidence: [territory.cite(best)], coverage: coverage,
        metBy: column.owner?.unit)
    }
    if let (link, record) = linked(requirement, territory) {
      return Conclusion(
        .pass,
        message: Wording.text(
          "已链接到“\(link.text)”。", "There is a link to “\(link.text)”."),
        soughtFor: sought,
        evidence: [territory.cite(record, excerpt: "\(link.text) → \(link.url)")],
        coverage: coverage)
    }
    let question = CoverageQuestion(
      columns: requirement.keys, titles: .none, reach: .columns, rows: .judgedByTitle)
    let gaps = question.gaps(in: territory)
    coverage.gaps = gaps.first
    let misses = found.map { territory.cite($0, nearMiss: reason($0, territory)) }
    let seen = observation(found, requirement, territory)
    guard gaps.isEmpty else {
      return Conclusion(
        .undetermined, message: Wording.join([seen, Wording.gaps(gaps)]), soughtFor: sought,
        evidence: misses, coverage: coverage)
    }
    let name = requirement.columns.first ?? ""
    return Conclusion(
      .fail, message: seen, soughtFor: sought,
      fix: found.isEmpty
        ? Wording.text("设置“\(name)”栏目并发布内容。", "Set up the column “\(name)” and publish in it.")
        : Wording.text(
          "在“\(territory.index.column(found[0]).name)”栏目发布内容。",
          "Publish in the column “\(territory.index.column(found[0]).name)”."),
      evidence: misses, coverage: coverage)
  }

  /// A link off the plan's hosts to such a column elsewhere.
  private static func linked(
    _ requirement: Requirement, _ territory: Territory
  ) -> (Link, PageRecord)? {
    guard !requirement.links.isEmpty else { return nil }
    let hosts = territory.index.sites.flatMap(\.records.hosts)
    for place in territory.allPages {
      let record = territory.record(place)
      if let link = record.facts?.links.first(where: { link in
        requirement.links.fits(TitleText.normalize(link.text))
          && !hosts.contains { $0.covers(link.url) }
      }) {
        return (link, record)
      }
    }
    return nil
  }

  private static func isMet(
    _ place: ColumnPlace, _ requirement: Requirement, _ territory: Territory
  ) -> Bool {
    let column = territory.index.column(place)
    switch column.state {
    case .missing, .unread: return false
    case .blank, .unreadable, .complete, .partial:
      return !requirement.notBlank || holdsSomething(column)
        || territory.branches(named: [FoldedName(column.name)]).contains {
          holdsSomething(territory.index.column($0))
        }
    }
  }

  /// Rows, or a text of its own.
  static func holdsSomething(_ column: Column) -> Bool {
    switch column.state {
    case .missing, .unread, .blank, .unreadable: false
    case .complete, .partial:
      !column.entries.isEmpty || column.body.map { PageContent.holdsSomething($0) } ?? false
    }
  }

  private static func reason(_ place: ColumnPlace, _ territory: Territory) -> Bilingual {
    switch territory.index.column(place).state {
    case .missing: Wording.deadLink
    case .blank, .complete, .partial: Wording.text("栏目为空", "the column is blank")
    case .unreadable:
      Wording.text("列表由脚本生成，无法读取", "a script fills the list; it can't be read")
    case .unread: Wording.text("栏目页未能读取", "the column's page was not read")
    }
  }

  private static func observation(
    _ found: [ColumnPlace], _ requirement: Requirement, _ territory: Territory
  ) -> Bilingual {
    guard let first = found.first else {
      return Wording.text(
        "没有找到栏目\(Wording.names(requirement.columns))。",
        "No column \(Wording.englishNames(requirement.columns)) was found.")
    }
    let name = territory.index.column(first).name
    let why = reason(first, territory)
    return Wording.text("栏目“\(name)”：\(why.zh)。", "Column “\(name)”: \(why.en).")
  }
}
