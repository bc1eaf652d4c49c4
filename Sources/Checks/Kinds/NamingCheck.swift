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
    let keys: [String]
    package var titles: TitlePatterns
    package var except: TitlePatterns
    package var form: TitleForm
  }

  package static let descriptor = CheckDescriptor(
    kind: "naming",
    summary: Wording.text("标题符合规定的形式", "Titles follow the prescribed form"),
    keys: [
      .init("form", isRequired: true, Wording.text("规定的标题形式", "The form of the whole title")),
      .init(
        "columns", isRequired: false, Wording.text("其条目须符合的栏目", "Columns whose items must conform")),
      .init("titles", isRequired: false, Wording.text("须符合的标题", "Titles that must conform")),
      .init("except", isRequired: false, Wording.text("不计的标题", "Titles that need not")),
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    let columns = mapping.strings("columns", log: log) ?? []
    if mapping["columns"] == nil && mapping["titles"] == nil {
      log.add(mapping.value.problem(Wording.needs("columns", "titles")))
    }
    let titles = TitlePatterns.decode("titles", of: mapping, log: log)
    let except = TitlePatterns.decode("except", of: mapping, log: log)
    guard let source = mapping.string("form", log: log) else { return nil }
    do throws(Pattern.Fault) {
      return Requirement(
        columns: columns, keys: columns.map(TitleText.key), titles: titles, except: except,
        form: try TitleForm(source))
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
        "标题应为“\(requirement.form.source)”。", "Titles must read “\(requirement.form.source)”."),
      Wording.place(coverage, in: territory),
    ])
    let names = territory.members.map { survey.names[$0] }
    let judged = items.map { ($0, requirement.form.faults(in: $0.normal, names: names)) }
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
        "把不符合的标题改为“\(requirement.form.source)”的形式。",
        "Change the titles to the form “\(requirement.form.source)”."),
      evidence: Array(evidence), coverage: coverage)
  }

  /// What must conform: dated in the audited period or undated, and really there.
  private static func subjects(
    _ requirement: Requirement, _ columns: [ColumnPlace], _ territory: Territory
  ) -> [Item] {
    let survey = territory.survey
    let positions =
      requirement.titles.isEmpty
      ? territory.items(of: columns) : territory.items(titled: requirement.titles)
    return positions.map { territory.index.items[$0] }.filter { item in
      if item.isDead || item.hasUnknownTitle || TitleText.isCut(item.normal) { return false }
      if requirement.except.fits(item.normal) { return false }
      return item.date.map { survey.period.contains($0) && $0 <= survey.asOf } ?? true
    }
  }
}
