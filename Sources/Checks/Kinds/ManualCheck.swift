import Dates
import Findings
package import Rules
package import Sites
package import Texts
package import YAML

/// A clause for a person to judge: the candidates are found and laid before them.
package enum ManualCheck: Check {
  /// The keys of a `manual` rule.
  package struct Requirement: Sendable {
    package var columns: [String]
    let keys: [FoldedName]
    package var titles: TitlePatterns
    package var except: TitlePatterns
    /// Words of which a title in one of the columns must hold one; empty for all items.
    package var words: TitlePatterns
    /// What the person has to decide.
    package var question: Bilingual
    /// What the unit can hand in as proof; nil when the web suffices.
    package var attest: Bilingual?
    /// The most candidates that are shown.
    package var most: Int
  }

  package static let descriptor = CheckDescriptor(
    kind: "manual",
    summary: Wording.text(
      "由人判断：列出候选条目和要回答的问题", "For a person to judge: candidates and the question"),
    keys: [
      .init(
        "question", .bilingual, isRequired: true,
        Wording.text("评估人员要回答的问题", "What the evaluator has to answer")),
      .init(
        "columns", .texts, isRequired: false, Wording.text("找候选条目的栏目", "Columns with candidates")),
      .init(
        "titles", .patterns, isRequired: false,
        Wording.text("候选条目的标题样式（任何位置）", "Title patterns of candidates, wherever they stand")),
      .init(
        "text", .patterns, isRequired: false,
        Wording.text("栏目中标题含这些词之一的才列为候选", "Words of which a title in the columns must hold one")),
      .init(
        "except", .patterns, isRequired: false, Wording.text("不列的标题", "Titles that are left out")),
      .init(
        "attest", .bilingual, isRequired: false,
        Wording.text("单位可以提交的佐证材料", "What the unit may hand in as proof")),
      .init(
        "most", .count(1...50), isRequired: false,
        Wording.text("最多列几条（默认 5）", "Candidates shown (5)")),
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    let columns = mapping.strings("columns", log: log) ?? []
    let titles = TitlePatterns.decode("titles", of: mapping, log: log)
    let except = TitlePatterns.decode("except", of: mapping, log: log)
    let words = TitlePatterns.decode("text", of: mapping, log: log)
    let attest = mapping.bilingual("attest", log: log)
    let most = mapping.int("most", in: 1...50, log: log) ?? 5
    guard let question = mapping.bilingual("question", log: log) else { return nil }
    return Requirement(
      columns: columns, keys: columns.map(FoldedName.init), titles: titles, except: except,
      words: words, question: question, attest: attest, most: most)
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) -> Conclusion {
    let territory = Territory(rule, unit: unit, in: survey)
    let columns = territory.columns(named: requirement.keys)
    let candidates = candidates(requirement, columns, territory)
    let question = CoverageQuestion(
      columns: requirement.keys, titles: requirement.titles,
      reach: requirement.titles.isEmpty ? .columns : .anywhere, rows: .judgedByTitle)
    let gaps = question.gaps(in: territory)
    let coverage = territory.coverage(columns: columns, gaps: gaps)
    var parts = [
      Wording.text(
        "需人工判断：\(requirement.question.zh)", "For a person: \(requirement.question.en)")
    ]
    parts.append(
      candidates.isEmpty
        ? Wording.text("没有找到候选条目。", "No candidate was found.")
        : Wording.text(
          "找到候选条目\(candidates.count)条，见证据。", "\(candidates.count) candidate(s), see the evidence."))
    if !gaps.isEmpty {
      parts.append(
        Wording.text(
          "另有\(gaps.count)处未能读取，候选可能不全。",
          "\(gaps.count) address(es) were not read: there may be more."))
    }
    if let attest = requirement.attest {
      parts.append(
        Wording.text("单位可提交佐证：\(attest.zh)", "The unit may hand in: \(attest.en)"))
    }
    return Conclusion(
      .manual, message: Wording.join(parts),
      soughtFor: Wording.join([
        rule.title + Wording.text("。", "."), Wording.place(coverage, in: territory),
      ]),
      evidence: evidence(candidates, columns, requirement, territory), coverage: coverage)
  }

  /// Newest first; those of the audited period before older ones.
  private static func candidates(
    _ requirement: Requirement, _ columns: [ColumnPlace], _ territory: Territory
  ) -> [Item] {
    var positions = Set(territory.items(titled: requirement.titles))
    for position in territory.items(of: columns) {
      let item = territory.index.items[position]
      if requirement.words.isEmpty || requirement.words.fits(item.normal) {
        positions.insert(position)
      }
    }
    let survey = territory.survey
    var ranked: [(rank: Int, item: Item)] = []
    for position in positions.sorted() {
      let item = territory.index.items[position]
      if item.isDead || requirement.except.fits(item.normal) { continue }
      if let date = item.date, date > survey.asOf { continue }
      ranked.append((rank(item, survey), item))
    }
    // Rows without an address share their column's: their place in the list decides.
    return ranked.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.rank != b.rank { return a.rank > b.rank }
      return a.item.url == b.item.url ? left.offset < right.offset : a.item.url < b.item.url
    }.map(\.element.item)
  }

  private static func rank(_ item: Item, _ survey: Survey) -> Int {
    guard let date = item.date else { return -1 }
    return survey.period.contains(date) ? date.ordinal &+ 10_000_000 : date.ordinal
  }

  private static func evidence(
    _ candidates: [Item], _ columns: [ColumnPlace], _ requirement: Requirement,
    _ territory: Territory
  ) -> [Evidence] {
    if candidates.isEmpty { return columns.prefix(requirement.most).map { territory.cite($0) } }
    return candidates.prefix(requirement.most).map { territory.cite($0) }
  }
}
