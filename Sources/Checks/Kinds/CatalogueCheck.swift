import Findings
import Page
package import Rules
package import Sites
package import Texts
package import YAML

/// The columns of the site follow its catalogue: what the catalogue names has a column.
package enum CatalogueCheck: Check {
  /// A subject that a catalogue may name, and the columns that answer to it.
  package struct Subject: Sendable {
    package var name: Bilingual
    /// Words by which the catalogue names it.
    package var words: TitlePatterns
    package var columns: [String]
    let keys: [FoldedName]
  }

  /// The keys of a `catalogue` rule.
  package struct Requirement: Sendable {
    package var columns: [String]
    let keys: [FoldedName]
    package var titles: TitlePatterns
    package var except: TitlePatterns
    package var subjects: [Subject]
    /// How many of the subjects the catalogue must name to be one that can be read.
    package var least: Int
    /// The share of the named subjects without a column from which on it fails.
    package var share: Double
  }

  private static let subjectKeys: [PackKey] = [
    PackKey("name", .bilingual, isRequired: true, "事项名称", "The subject's name"),
    PackKey("words", .patterns, isRequired: true, "目录怎样写到它", "How catalogues name it"),
    PackKey("columns", .texts, isRequired: true, "对应栏目", "The columns that answer to it"),
  ]

  package static let descriptor = CheckDescriptor(
    kind: "catalogue",
    summary: Wording.text(
      "目录里的事项在网站上有对应栏目", "What the catalogue names has a column on the site"),
    keys: [
      .init(
        "columns", .texts, isRequired: false, Wording.text("目录所在栏目", "Columns of the catalogue")),
      .init(
        "titles", .patterns, isRequired: false, Wording.text("目录的标题样式", "Titles of the catalogue")),
      .init(
        "except", .patterns, isRequired: false,
        Wording.text("不是目录的标题", "Titles that are no catalogue")),
      .init(
        "subjects", .entries(subjectKeys), isRequired: true,
        Wording.text(
          "目录可能写到的事项：name, words, columns", "Subjects of catalogues: name, words, columns")),
      .init(
        "least", .count(1...100), isRequired: false,
        Wording.text("目录至少写到几项才判定（默认 3）", "Subjects a catalogue must name to be judged (3)")),
      .init(
        "share", .number(0...1), isRequired: false,
        Wording.text("没有栏目的事项达到几成即不合格（默认 0.5）", "Share without column that fails (0.5)")),
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    mapping.requireOne(of: "columns", "titles", log: log)
    let columns = mapping.strings("columns", log: log) ?? []
    let subjects = (mapping.mappings("subjects", log: log) ?? []).compactMap { subject($0, log) }
    return Requirement(
      columns: columns, keys: columns.map(FoldedName.init),
      titles: .decode("titles", of: mapping, log: log),
      except: .decode("except", of: mapping, log: log), subjects: subjects,
      least: mapping.int("least", in: 1...100, log: log) ?? 3,
      share: mapping.double("share", in: 0...1, log: log) ?? 0.5)
  }

  private static func subject(_ mapping: YAMLMapping, _ log: YAMLProblemLog) -> Subject? {
    mapping.allow(only: subjectKeys.names, log: log)
    mapping.require(subjectKeys.requiredNames, log: log)
    let columns = mapping.strings("columns", log: log) ?? []
    let words = TitlePatterns.decode("words", of: mapping, log: log)
    guard let name = mapping.bilingual("name", log: log) else { return nil }
    return Subject(name: name, words: words, columns: columns, keys: columns.map(FoldedName.init))
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) -> Conclusion {
    CatalogueMatch(requirement, Territory(rule, unit: unit, in: survey), rule).conclusion
  }
}

/// Holds the catalogue against the columns.
struct CatalogueMatch {
  private let requirement: CatalogueCheck.Requirement
  private let territory: Territory
  private let rule: Rule
  private let catalogue: [Item]
  private let named: [CatalogueCheck.Subject]
  private let without: [CatalogueCheck.Subject]

  init(
    _ requirement: CatalogueCheck.Requirement, _ territory: Territory, _ rule: Rule
  ) {
    self.requirement = requirement
    self.territory = territory
    self.rule = rule
    let columns = territory.columns(named: requirement.keys)
    catalogue = territory.countedItems(
      of: columns, keys: requirement.keys, titled: requirement.titles,
      except: requirement.except)
    var texts = catalogue.compactMap { territory.page(of: $0)?.facts }.map(Self.text)
    texts += columns.compactMap { territory.index.column($0).body }.map(Self.text)
    named = requirement.subjects.filter { subject in
      texts.contains { subject.words.fits($0) }
    }
    without = named.filter { territory.columns(named: $0.keys).isEmpty }
  }

  private static func text(_ facts: PageFacts) -> [UInt8] {
    TitleText.normalize(facts.text) + facts.headings.flatMap(TitleText.normalize)
  }

  var conclusion: Conclusion {
    let gaps = CoverageQuestion(
      columns: without.flatMap(\.keys), titles: .none, reach: .columns, rows: .judgedByTitle
    ).gaps(in: territory)
    let status = status(gaps)
    return Conclusion(
      status, message: message(status, gaps),
      soughtFor: Wording.text(
        "\(rule.title.zh)：目录写到的事项逐项对照栏目。",
        "\(rule.title.en): each subject of the catalogue is held against the columns."),
      evidence: catalogue.prefix(3).map { territory.cite($0) },
      coverage: territory.coverage(
        columns: [], gaps: status == .undetermined ? gaps : GapList()),
      faults: max(1, without.count))
  }

  private func status(_ gaps: GapList) -> Status {
    guard named.count >= requirement.least else { return .undetermined }
    if without.isEmpty { return .pass }
    // A few unmatched names may be columns of other names.
    guard Double(without.count) >= requirement.share * Double(named.count) else {
      return .undetermined
    }
    return gaps.isEmpty ? .fail : .undetermined
  }

  private func message(_ status: Status, _ gaps: GapList) -> Bilingual {
    guard named.count >= requirement.least else {
      return Wording.text(
        "没有找到可以读出事项的公开目录，无从对照。", "No catalogue was found whose subjects can be read.")
    }
    let names = Wording.list(without.map(\.name))
    var parts = [
      Wording.text(
        "目录写到\(named.count)项，有栏目的\(named.count - without.count)项"
          + (without.isEmpty ? "。" : "；没有对应栏目：\(names.zh)。"),
        "The catalogue names \(named.count) subject(s), \(named.count - without.count) with a column"
          + (without.isEmpty ? "." : "; without: \(names.en)."))
    ]
    if status == .undetermined {
      parts.append(
        gaps.isEmpty
          ? Wording.text("个别事项可能用了别的栏目名，需人工核对。", "Some may stand under other names.")
          : Wording.gaps(gaps))
    }
    return Wording.join(parts)
  }
}
