import Findings
package import Rules
package import Sites
import Texts
package import YAML

/// Several rules of the pack at once: met when all of them that apply are.
///
/// For clauses that only demand what other clauses spell out (a scheme of timed disclosure and
/// its table). `RuleBook` puts the findings together, so nothing is judged twice.
package enum CompositeCheck: Check {
  /// The keys of a `composite` rule.
  package struct Requirement: Sendable {
    /// Clause ids of the pack.
    package var rules: [String]
  }

  package static let descriptor = CheckDescriptor(
    kind: "composite",
    summary: Wording.text("所列各条中适用的全部合格", "All of the rules named that apply are met"),
    keys: [
      .init(
        "rules", .texts, isRequired: true, Wording.text("本包的条款编号", "Clause ids of the same pack"))
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    return mapping.strings("rules", log: log).map { Requirement(rules: $0) }
  }

  /// What is said where no finding of the rules named is at hand.
  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) -> Conclusion {
    conclusion(of: [], rule)
  }

  /// Puts the findings of one unit under the rules named together.
  static func conclusion(of findings: [Finding], _ rule: Rule) -> Conclusion {
    func named(_ statuses: Set<Status>) -> [Finding] {
      findings.filter { statuses.contains($0.status) }
    }
    let failed = named([.fail, .partial])
    let open = named([.undetermined, .manual])
    let passed = named([.pass])
    var parts = [
      Wording.text(
        "适用\(failed.count + open.count + passed.count)项，合格\(passed.count)项。",
        "Of \(failed.count + open.count + passed.count) that apply, \(passed.count) are met.")
    ]
    if !failed.isEmpty {
      let list = failed.map(\.rule.clause).joined(separator: "、")
      parts.append(Wording.text("不合格：\(list)。", "Not met: \(list)."))
    }
    if !open.isEmpty {
      let list = open.map(\.rule.clause).joined(separator: "、")
      parts.append(Wording.text("未能判定：\(list)。", "Undetermined: \(list)."))
    }
    let status: Status
    if !failed.isEmpty {
      status = .fail
    } else if !open.isEmpty {
      status = .undetermined
    } else {
      status = passed.isEmpty ? .notApplicable : .pass
    }
    let pages = findings.map(\.coverage.pages).max() ?? 0
    return Conclusion(
      status, message: Wording.join(parts), soughtFor: rule.title,
      evidence: Array((failed + open).flatMap { $0.evidence.prefix(1) }.prefix(8)),
      coverage: Coverage(
        pages: pages, columns: [],
        gaps: status == .undetermined ? Array(open.flatMap(\.coverage.gaps).prefix(10)) : []),
      faults: max(1, failed.count))
  }
}
