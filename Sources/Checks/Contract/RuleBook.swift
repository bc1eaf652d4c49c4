import Dates
package import Findings
package import Rules
package import Sites
import Texts
import Web
package import YAML

/// A pack's rules bound to their checks: every requirement decoded, ready to judge.
package struct RuleBook: Sendable {
  package let pack: Pack
  /// In the pack's order.
  package let rules: [BoundRule]

  /// Decodes every rule's keys; throws all problems at once, each with its place.
  package init(_ pack: Pack) throws(YAMLProblems) {
    self.pack = pack
    let log = YAMLProblemLog()
    var rules: [BoundRule] = []
    for rule in pack.rules where rule.standing != .retired {
      if let bound = Self.bind(rule, log) { rules.append(bound) }
    }
    for bound in rules where !bound.composes.isEmpty { Self.check(bound, among: rules, log) }
    try log.check()
    self.rules = rules
  }

  /// Logs the clauses that a composite rule names and no rule of the pack decides.
  ///
  /// Whether a rule is left that could be put together: a clause that another composite rule alone
  /// answers is none, and would silently count for nothing.
  private static func check(_ bound: BoundRule, among rules: [BoundRule], _ log: YAMLProblemLog) {
    guard case .sequence(let named)? = bound.rule.requirement["rules"]?.content else { return }
    let clauses = rules.filter(\.composes.isEmpty).map(\.rule.id.clause)
    for value in named {
      guard let clause = value.text, !clauses.contains(clause) else { continue }
      let near = NearestWord.to(clause, in: clauses)
      log.add(
        value.problem(
          Wording.text(
            "composite 所列的条款“\(clause)”在本包没有可判定的规则\(near.map { "，是否指“\($0)”？" } ?? "")",
            "no rule of this pack decides the clause \"\(clause)\""
              + "\(near.map { "; did you mean \"\($0)\"?" } ?? "")")))
    }
  }

  private static func bind(_ rule: Rule, _ log: YAMLProblemLog) -> BoundRule? {
    guard let kind = allChecks.first(where: { $0.descriptor.kind == rule.kind }) else {
      let kinds = allChecks.map { $0.descriptor.kind }
      let near = NearestWord.to(rule.kind, in: kinds)
      let place = rule.requirement["kind"] ?? rule.requirement.value
      let valid = kinds.joined(separator: ", ")
      log.add(
        place.problem(
          Wording.text(
            "没有检查种类“\(rule.kind)”\(near.map { "，是否指“\($0)”？" } ?? "")（可用：\(valid)）",
            "unknown check kind \"\(rule.kind)\""
              + "\(near.map { "; did you mean \"\($0)\"?" } ?? "") (valid kinds: \(valid))")))
      return nil
    }
    return bind(rule, to: kind, log)
  }

  private static func bind<Kind: Check>(
    _ rule: Rule, to kind: Kind.Type, _ log: YAMLProblemLog
  ) -> BoundRule? {
    BoundRule(rule, to: kind, log: log)
  }

  /// Holds every unit of a survey against every rule: for each unit, in plan order, its findings
  /// in rule order.
  ///
  /// A rule that does not bind a unit is not applicable to it. A rule of scope `any` or
  /// `district` is judged once, and every bound unit gets the result.
  package func judge(_ survey: Survey) -> [[Finding]] {
    var findings = survey.units.map { _ in [Finding]() }
    for bound in rules {
      let members = survey.members(of: bound.rule)
      let isMember = Set(members)
      var shared: Conclusion?
      for (number, unit) in survey.units.enumerated() {
        guard isMember.contains(number) else {
          findings[number].append(Self.unbound(bound.rule, unit))
          continue
        }
        if let since = bound.rule.since, since > survey.asOf {
          findings[number].append(Self.early(bound.rule, unit, since))
          continue
        }
        var conclusion: Conclusion
        switch bound.rule.scope {
        case .each: conclusion = bound.conclude(unit, in: survey)
        case .any, .district:
          conclusion = shared ?? bound.conclude(unit, in: survey)
          shared = conclusion
          Self.attribute(&conclusion, to: unit, in: survey)
        }
        findings[number].append(Self.finding(conclusion, bound.rule, unit))
      }
    }
    compose(&findings, survey)
    return findings
  }

  /// Decides the composite rules from the findings of the rules that they name.
  private func compose(_ findings: inout [[Finding]], _ survey: Survey) {
    for (place, bound) in rules.enumerated() where !bound.composes.isEmpty {
      guard bound.rule.since.map({ $0 <= survey.asOf }) ?? true else { continue }
      let parts = parts(of: bound)
      for number in survey.members(of: bound.rule) {
        findings[number][place] = Self.finding(
          CompositeCheck.conclusion(of: parts.map { findings[number][$0] }, bound.rule), bound.rule,
          survey.units[number])
      }
    }
  }

  /// The positions of the rules that a composite one puts together.
  private func parts(of bound: BoundRule) -> [Int] {
    rules.indices.filter {
      rules[$0].composes.isEmpty && bound.composes.contains(rules[$0].rule.id.clause)
    }
  }

  /// The findings of one unit, in rule order.
  package func judge(_ unit: UnitProfile, in survey: Survey) -> [Finding] {
    rules.map { judge($0, of: unit, in: survey) }
  }

  /// What one of the rules says of one unit.
  package func judge(_ bound: BoundRule, of unit: UnitProfile, in survey: Survey) -> Finding {
    guard let number = survey.number(of: unit), survey.members(of: bound.rule).contains(number)
    else { return Self.unbound(bound.rule, unit) }
    if let since = bound.rule.since, since > survey.asOf {
      return Self.early(bound.rule, unit, since)
    }
    if !bound.composes.isEmpty {
      let findings = parts(of: bound).map { judge(rules[$0], of: unit, in: survey) }
      return Self.finding(CompositeCheck.conclusion(of: findings, bound.rule), bound.rule, unit)
    }
    var conclusion = bound.conclude(unit, in: survey)
    switch bound.rule.scope {
    case .each: break
    case .any, .district: Self.attribute(&conclusion, to: unit, in: survey)
    }
    return Self.finding(conclusion, bound.rule, unit)
  }

  /// Names the unit that meets a shared rule to those that did not publish themselves.
  private static func attribute(
    _ conclusion: inout Conclusion, to unit: UnitProfile, in survey: Survey
  ) {
    guard conclusion.status == .pass, let other = conclusion.metBy, other != unit.id,
      let profile = survey.units.first(where: { $0.id == other })
    else { return }
    conclusion.message =
      conclusion.message
      + Wording.text(
        "（由\(profile.name)发布，本条任一责任单位公开即可。）",
        " (Published by \(profile.name); any one of the responsible units will do.)")
  }

  private static func unbound(_ rule: Rule, _ unit: UnitProfile) -> Finding {
    Finding(
      rule: rule.id, unit: unit.id, status: .notApplicable, share: 0,
      message: Wording.text("本条不适用于\(unit.name)。", "This rule does not bind \(unit.name)."),
      soughtFor: rule.title)
  }

  private static func early(_ rule: Rule, _ unit: UnitProfile, _ since: CivilDate) -> Finding {
    Finding(
      rule: rule.id, unit: unit.id, status: .notApplicable, share: 0,
      message: Wording.text("本条自\(since)起适用。", "This rule applies from \(since) on."),
      soughtFor: rule.title)
  }

  private static func finding(
    _ conclusion: Conclusion, _ rule: Rule, _ unit: UnitProfile
  ) -> Finding {
    let fix: Bilingual?
    switch conclusion.status {
    case .fail, .partial: fix = conclusion.fix ?? rule.fix
    case .pass, .undetermined, .manual, .notApplicable, .waived, .untested: fix = nil
    }
    var finding = Finding(
      rule: rule.id, unit: unit.id, status: conclusion.status,
      share: min(max(conclusion.share, 0), 1), message: conclusion.message,
      soughtFor: conclusion.soughtFor, fix: fix, evidence: conclusion.evidence,
      timeline: conclusion.timeline, coverage: conclusion.coverage)
    finding.faults = max(1, conclusion.faults)
    return finding
  }
}
