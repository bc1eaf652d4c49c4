import Dates
import Findings
import Patterns
package import Rules
package import Sites
import Texts
package import YAML

/// Titles must follow a prescribed form.
package enum NamingCheck: Check {
  /// The keys of a `naming` rule.
  package struct Requirement: Sendable {
    package var columns: [String]
    let keys: [FoldedName]
    package var titles: TitlePatterns
    package var except: TitlePatterns
    /// Any of them will do.
    package var forms: [TitleForm]
    /// The year that the titles must name, relative to the audited one; then their day is free.
    package var year: NamedYear?

    /// The forms as the pack writes them.
    var wording: String { forms.map { "“\($0.source)”" }.joined(separator: "或") }
  }

  /// The year that a title names.
  package enum NamedYear: String, Sendable, CaseIterable { case previous, current }

  package static let descriptor = CheckDescriptor(
    kind: "naming",
    summary: Wording.text("标题符合规定的形式", "Titles follow the prescribed form"),
    keys: [
      .init(
        "form", .patterns, isRequired: true,
        Wording.text("规定的标题形式；几种写法任一即可", "The form of the whole title; any one of several")),
      .init(
        "year", .word(NamedYear.self), isRequired: false,
        Wording.text(
          "previous|current：只看写明此年的标题，发布日不限", "Only titles that name this year, whatever their day")
      ),
      .init(
        "columns", .texts, isRequired: false,
        Wording.text("其条目须符合的栏目", "Columns whose items must conform")),
      .init(
        "titles", .patterns, isRequired: false, Wording.text("须符合的标题", "Titles that must conform")),
      .init("except", .patterns, isRequired: false, Wording.text("不计的标题", "Titles that need not")),
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    let columns = mapping.strings("columns", log: log) ?? []
    mapping.requireOne(of: "columns", "titles", log: log)
    let titles = TitlePatterns.decode("titles", of: mapping, log: log)
    let except = TitlePatterns.decode("except", of: mapping, log: log)
    let year = mapping.enumeration("year", of: NamedYear.self, log: log)
    let sources: [String]?
    switch mapping["form"]?.content {
    case .sequence: sources = mapping.strings("form", log: log)
    default: sources = mapping.string("form", log: log).map { [$0] }
    }
    guard let sources, !sources.isEmpty else { return nil }
    do throws(Pattern.Fault) {
      var forms: [TitleForm] = []
      for source in sources { forms.append(try TitleForm(source)) }
      return Requirement(
        columns: columns, keys: columns.map(FoldedName.init), titles: titles, except: except,
        forms: forms, year: year)
    } catch {
      log.add((mapping["form"] ?? mapping.value).problem(Wording.badPattern(error)))
      return nil
    }
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) -> Conclusion {
    let territory = Territory(rule, unit: unit, in: survey)
    let columns = territory.columns(named: requirement.keys)
    let items = subjects(requirement, columns, territory)
    var coverage = territory.coverage(columns: columns)
    let sought = Wording.join([
      Wording.text(
        "标题应为\(requirement.wording)。", "Titles must read \(requirement.wording)."),
      Wording.place(coverage, in: territory),
    ])
    let names = territory.members.map { survey.names[$0] }
    let judged = items.map { item in
      let faults = requirement.forms.map { $0.faults(in: item.normal, names: names) }
      return (item, faults.min { $0.count < $1.count } ?? [])
    }
    let wrong = judged.filter { !$0.1.isEmpty }
    let right = judged.filter(\.1.isEmpty)
    if judged.isEmpty {
      let question = CoverageQuestion(
        columns: requirement.keys, titles: requirement.titles,
        reach: requirement.titles.isEmpty ? .columns : .anywhere, rows: .judgedByTitle)
      let gaps = question.gaps(in: territory)
      coverage.gaps = gaps.first
      let none = Wording.text("期内没有需核对标题的内容。", "There was no title to look at in the period.")
      return Conclusion(
        gaps.isEmpty ? .notApplicable : .undetermined,
        message: gaps.isEmpty ? none : Wording.join([none, Wording.gaps(gaps)]), soughtFor: sought,
        coverage: coverage)
    }
    guard let worst = wrong.first else {
      return Conclusion(
        .pass,
        message: Wording.text(
          "\(right.count)条标题均符合规定形式。", "All \(right.count) title(s) follow the form."),
        soughtFor: sought, evidence: right.prefix(3).map { territory.cite($0.0) },
        coverage: coverage, metBy: right.first.flatMap { territory.ownerID(of: $0.0) })
    }
    let evidence = wrong.prefix(10).map { item, faults in
      territory.cite(item, nearMiss: Wording.list(faults))
    }
    return Conclusion(
      right.isEmpty ? .fail : .partial, share: Double(right.count) / Double(judged.count),
      message: Wording.text(
        "\(judged.count)条标题中\(right.count)条符合，\(wrong.count)条不符合，"
          + "如《\(worst.0.title)》：\(Wording.list(worst.1).zh)。",
        "Of \(judged.count) title(s), \(right.count) follow the form and \(wrong.count) do not, "
          + "such as “\(worst.0.title)”: \(Wording.list(worst.1).en)."),
      soughtFor: sought,
      fix: Wording.text(
        "把不符合的标题改为\(requirement.wording)的形式。",
        "Change the titles to the form \(requirement.wording)."),
      evidence: Array(evidence), coverage: coverage)
  }

  /// The item is not plainly another unit's.
  private static func isMembers(_ item: Item, _ territory: Territory) -> Bool {
    territory.scope != .each || territory.namesMember(item)
      || territory.foreignUnit(named: item) == nil
  }

  /// What must conform: dated in the audited period or undated, and really there.
  private static func subjects(
    _ requirement: Requirement, _ columns: [ColumnPlace], _ territory: Territory
  ) -> [Item] {
    let survey = territory.survey
    var positions =
      requirement.titles.isEmpty
      ? territory.items(of: columns) : territory.items(titled: requirement.titles)
    if requirement.year != nil, !territory.includesPortal {
      // What the portal publishes under the unit's name.
      let elsewhere = territory.withPortal.items(titled: requirement.titles)
      positions += elsewhere.filter { territory.namesMember(territory.index.items[$0]) }
      positions = Set(positions).sorted()
    }
    return positions.map { territory.index.items[$0] }.filter { item in
      if item.isDead || item.hasUnknownTitle || TitleText.isCut(item.normal) { return false }
      if requirement.except.fits(item.normal) { return false }
      if let year = requirement.year {
        guard item.date.map({ $0 <= survey.asOf }) ?? true else { return false }
        let sought = survey.period.to.year - (year == .previous ? 1 : 0)
        return isMembers(item, territory) && item.years.contains(sought)
      }
      return item.date.map { survey.period.contains($0) && $0 <= survey.asOf } ?? true
    }
  }
}
