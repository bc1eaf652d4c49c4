package import Checks
package import Dates
package import Findings
import Page
package import Rules
import Sites
import Texts
import Web
package import YAML

/// What a rule said of one example in one markup.
package struct ExampleResult: Sendable {
  package let rule: RuleID
  /// Where the example stands: file:line:column.
  package let place: String
  package let markup: ExampleMarkup
  package let expected: Status
  package let finding: Finding

  /// The rule said what the example asks for.
  package var isMet: Bool { finding.status == expected }
}

/// Tries a pack's rules on its own examples.
package struct ExampleRun: Sendable {
  package let book: RuleBook
  package let drafts: [ExampleDraft]
  private let calendar: WorkCalendar

  /// Reads all examples of the pack; throws every problem of theirs at once.
  package init(_ book: RuleBook, calendar: WorkCalendar) throws(YAMLProblems) {
    self.book = book
    self.calendar = calendar
    let log = YAMLProblemLog()
    var drafts: [ExampleDraft] = []
    for example in book.pack.examples {
      guard let rule = book.pack.rules.first(where: { $0.id == example.rule }) else { continue }
      let decoder = ExampleDecoder(rule: rule, pack: book.pack, log: log)
      if let draft = decoder.decode(example) { drafts.append(draft) }
    }
    try log.check()
    self.drafts = drafts
  }

  /// Holds the example's district against its rule; nil when the pack has no such rule.
  package func run(_ draft: ExampleDraft, _ markup: ExampleMarkup) -> ExampleResult? {
    guard let bound = book.rules.first(where: { $0.rule.id == draft.rule }) else { return nil }
    var site = ExampleSite(draft, markup) { body, url, moment in
      PageReader().read(body, url: url, contentType: "text/html; charset=utf-8", fetchedAt: moment)
    }
    let records = site.build()
    let units = site.units
    let index = SurveyIndex(sites: [Site(folding: records, units: units)], units: units)
    let survey = Survey(
      asOf: draft.asOf, period: draft.period, calendar: calendar, index: index, pack: book.pack)
    return ExampleResult(
      rule: draft.rule, place: draft.place, markup: markup, expected: draft.expected,
      finding: book.judge(bound, of: units[0], in: survey))
  }
}
