import Dates
import Rules
import Texts
import Web
import YAML

/// Reads the `waivers` of a plan.
struct WaiverDecoder {
  let units: [String]
  let packs: [Pack]
  /// Nil when the plan's day is wrong: no waiver is then held against it.
  let asOf: CivilDate?
  /// Whether the caller named packs in place of the plan's: rules of others are then not looked up.
  let isOverridden: Bool
  let log: YAMLProblemLog

  func decode(_ map: YAMLMapping) -> [PlanWaiver] {
    (map.mappings("waivers", log: log) ?? []).compactMap(waiver)
  }

  private func waiver(_ item: YAMLMapping) -> PlanWaiver? {
    item.allow(only: ["unit", "rule", "until", "reason", "by"], log: log)
    item.require(["unit", "rule", "until", "reason"], log: log)
    let unit = unit(item)
    let rule = rule(item)
    let until = item.date("until", log: log)
    let reason = item.string("reason", log: log)
    let by = item.string("by", log: log)
    if let until, let asOf, until < asOf, let value = item["until"] {
      log.add(
        value.problem(
          Bilingual(
            zh: "豁免已于\(until)到期，早于基准日\(asOf)，请删除或延期",
            en: "this waiver ended on \(until), before the as-of day \(asOf); remove or extend it"))
      )
    }
    guard let unit, let rule, let until, let reason else { return nil }
    return PlanWaiver(unit: UnitID(unit), rule: rule, until: until, reason: reason, by: by)
  }

  private func unit(_ item: YAMLMapping) -> String? {
    guard let value = item["unit"], let text = value.string(log: log) else { return nil }
    if units.contains(text) { return text }
    let near = NearestWord.hint(text, in: units)
    log.add(
      value.problem(
        Bilingual(
          zh: "没有编号为“\(text)”的单位\(near.zh)（这里写单位的id）",
          en: "unknown unit \"\(text)\"\(near.en) (write a unit's id)")))
    return nil
  }

  private func rule(_ item: YAMLMapping) -> RuleID? {
    guard let value = item["rule"], let text = value.string(log: log) else { return nil }
    guard let rule = RuleID(text) else {
      value.reject(
        expected: Bilingual(
          zh: "规则编号，如shanting-2021/A.19", en: "a rule such as shanting-2021/A.19"), log: log)
      return nil
    }
    guard let pack = packs.first(where: { $0.id == rule.pack }) else {
      if isOverridden { return rule }
      // A pack that could not be loaded is complained of where it is named.
      let near = NearestWord.hint(rule.pack, in: packs.map(\.id))
      if !packs.isEmpty {
        log.add(
          value.problem(
            Bilingual(
              zh: "规则“\(text)”不属于本计划的任何规则包\(near.zh)",
              en: "rule \"\(text)\" is of no pack of this plan\(near.en)")))
      }
      return nil
    }
    let isKnown = pack.rules.contains {
      $0.id == rule || (rule.name == nil && $0.id.clause == rule.clause)
    }
    if isKnown { return rule }
    let near = NearestWord.hint(text, in: pack.rules.map(\.id.description))
    log.add(
      value.problem(
        Bilingual(
          zh: "规则包“\(pack.id)”没有规则“\(text)”\(near.zh)",
          en: "pack \"\(pack.id)\" has no rule \"\(text)\"\(near.en)")))
    return nil
  }
}
