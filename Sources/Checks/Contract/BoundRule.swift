import Dates
import Findings
package import Rules
package import Sites
import Texts
import Web
import YAML

/// A rule with its check, its keys decoded.
package struct BoundRule: Sendable {
  package let rule: Rule
  /// What the rule seeks may be older than the year before the audited period.
  package let looksBack: Bool
  /// Whose documents it has to see.
  package let attachments: [AttachmentNeed]
  /// The clauses whose findings a composite rule puts together; empty for every other rule.
  let composes: Set<String>
  private let decide: @Sendable (Rule, UnitProfile, Survey) -> Conclusion

  /// Binds a rule to a check kind; logs every problem of its keys and returns nil when there is
  /// one.
  init?<Kind: Check>(_ rule: Rule, to kind: Kind.Type, log: YAMLProblemLog) {
    let before = log.problems.count
    let requirement = Kind.decode(rule.requirement.without(["kind"]), log: log)
    guard let requirement, log.problems.count == before else { return nil }
    self.rule = rule
    looksBack = Kind.looksBack(requirement)
    attachments = Kind.attachments(requirement)
    composes = Set((requirement as? CompositeCheck.Requirement)?.rules ?? [])
    decide = { Self.decide(kind, requirement, $0, $1, $2) }
  }

  /// Holds a unit against the rule; a calendar that ends too early makes it undetermined.
  package func conclude(_ unit: UnitProfile, in survey: Survey) -> Conclusion {
    decide(rule, unit, survey)
  }

  private static func decide<Kind: Check>(
    _ kind: Kind.Type, _ requirement: Kind.Requirement, _ rule: Rule, _ unit: UnitProfile,
    _ survey: Survey
  ) -> Conclusion {
    do {
      return try Kind.conclude(requirement, rule: rule, unit: unit, in: survey)
    } catch {
      return Conclusion(
        .undetermined,
        message: Wording.text(
          "\(error)。", "The work calendar does not reach far enough: \(error)."),
        soughtFor: rule.title, coverage: Coverage(pages: 0, columns: [], gaps: []))
    }
  }
}
