import Dates
import Findings
import Page
import Rules
import Sites
import Texts
import Web
import YAML

extension PublicationCheck {
  /// Pages that say whether the matter concerns a unit at all: its list of powers, its report.
  package struct Witness: Sendable {
    /// What it means that there is no such page.
    package enum Missing: String, Sendable, CaseIterable {
      case undetermined
      case notApplicable = "not-applicable"
    }

    package var columns: [String]
    let keys: [FoldedName]
    package var titles: TitlePatterns
    /// Patterns of which title or text must hold one.
    package var text: TitlePatterns
    /// Only pages of the audited year count.
    package var isOfPeriod: Bool
    package var missing: Missing

    static let keyList: [PackKey] = [
      PackKey("columns", .texts, "所在栏目", "Columns of the pages"),
      PackKey("titles", .patterns, "页面标题样式", "Titles of the pages"),
      PackKey("text", .patterns, isRequired: true, "标题或正文须含其一的样式", "What title or text must hold"),
      PackKey("dated", .word(Dating.self), "period：只看审核期的（默认 any）", "Of when they must be (any)"),
      PackKey(
        "missing", .word(Missing.self), "没有这样的页面时（默认 undetermined）",
        "What it means that there is none"),
    ]

    static func decode(
      _ key: String, of mapping: YAMLMapping, _ log: YAMLProblemLog
    ) -> Witness? {
      guard let map = mapping.mapping(key, log: log) else { return nil }
      map.allow(only: keyList.names, log: log)
      map.require(keyList.requiredNames, log: log)
      map.requireOne(of: "columns", "titles", log: log)
      let columns = map.strings("columns", log: log) ?? []
      let dated = map.enumeration("dated", of: Dating.self, log: log) ?? .any
      return Witness(
        columns: columns, keys: columns.map(FoldedName.init),
        titles: .decode("titles", of: map, log: log), text: .decode("text", of: map, log: log),
        isOfPeriod: dated == .period,
        missing: map.enumeration("missing", of: Missing.self, log: log) ?? .undetermined)
    }

    /// Asks the pages within reach.
    func testimony(in reach: Territory) -> Testimony {
      var isSure = true
      var isSeen = false
      let positions = reach.positions(
        of: reach.columns(named: keys), keys: keys, titled: titles)
      for position in positions {
        let item = reach.index.items[position]
        guard !item.isDead, isTimely(item, reach.survey) else { continue }
        if text.fits(item.normal) { return .named(item) }
        guard let page = reach.page(of: item) else {
          if item.isUnread { isSure = false }
          continue
        }
        isSeen = true
        let files = reach.files(of: item, page.facts)
        if reach.words(of: item)?.fits(text) ?? false || namesInField(page.facts)
          || files.read.contains(where: { names($0.facts) })
        {
          return .named(item)
        }
        if PageContent.doubt(page.facts, files) != nil { isSure = false }
      }
      for place in reach.columns(named: keys) where !isOfPeriod {
        let column = reach.index.column(place)
        guard column.entries.isEmpty, let body = column.body else { continue }
        isSeen = true
        if text.fits(TitleText.normalize(body.text)) { return .namedByColumn }
        if PageContent.doubt(body) != nil { isSure = false }
      }
      let question = CoverageQuestion(
        columns: keys, titles: titles, reach: .columns, rows: .needPage)
      guard isSure, question.gaps(in: reach).isEmpty else { return .unknown }
      if isSeen { return .notNamed }
      return missing == .notApplicable ? .notNamed : .unknown
    }

    /// A page or document names the matter in its text or in a field's value.
    private func names(_ facts: PageFacts) -> Bool {
      text.fits(TitleText.normalize(facts.text)) || namesInField(facts)
    }

    private func namesInField(_ facts: PageFacts) -> Bool {
      facts.fields.contains { text.fits(TitleText.normalize($0.value)) }
    }

    private func isTimely(_ item: Item, _ survey: Survey) -> Bool {
      if let date = item.date, date > survey.asOf { return false }
      guard isOfPeriod else { return true }
      let named = item.years
      if !named.isEmpty { return named.contains(survey.period.to.year) }
      return item.date.map { survey.period.contains($0) } ?? false
    }
  }

  /// What the pages of a `Witness` say.
  enum Testimony {
    /// The matter is named there.
    case named(Item)
    /// It is named on a column's own page.
    case namedByColumn
    /// All were read and none names it.
    case notNamed
    /// There is none that could be read.
    case unknown

    var isNamed: Bool {
      switch self {
      case .named, .namedByColumn: true
      case .notNamed, .unknown: false
      }
    }
  }
}
