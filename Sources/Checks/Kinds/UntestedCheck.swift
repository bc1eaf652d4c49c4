import Findings
package import Rules
package import Sites
package import Texts
package import YAML

/// A clause that nothing on the web can show: it is stated, and never scored.
package enum UntestedCheck: Check {
  /// The keys of an `untested` rule.
  package struct Requirement: Sendable {
    /// Why the web can't show it.
    package var reason: Bilingual
  }

  package static let descriptor = CheckDescriptor(
    kind: "untested",
    summary: Wording.text(
      "网上无从核实：只作说明，不计分", "Nothing on the web can show it: stated, never scored"),
    keys: [
      .init(
        "reason", .bilingual, isRequired: true,
        Wording.text("为什么网上看不出来", "Why the web can't show it"))
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    return mapping.bilingual("reason", log: log).map { Requirement(reason: $0) }
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) -> Conclusion {
    Conclusion(
      .untested,
      message: Wording.text(
        "本条无法从网站核实：\(requirement.reason.zh)",
        "This can't be seen on the web: \(requirement.reason.en)"),
      soughtFor: rule.title, coverage: Coverage(pages: 0, columns: [], gaps: []))
  }
}
