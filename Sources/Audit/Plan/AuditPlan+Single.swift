import Dates
import Rules
import Texts
import Web
package import YAML

extension AuditPlan {
  /// The plan of `mingcha audit URL --unit NAME --rules PACK…`.
  ///
  /// One site `site` that begins at `address`, one department `unit`, all else as a plan that
  /// leaves it out. What is wrong with an argument carries the argument's name as its file.
  package static func single(
    address: String, unit name: String, context: PlanContext
  ) throws(YAMLProblems) -> AuditPlan {
    let log = YAMLProblemLog()
    func refuse(_ argument: String, _ message: Bilingual) {
      log.add(YAMLProblem(file: argument, line: 0, column: 0, message: message))
    }
    let hasScheme = address.contains("://")
    let url = hasScheme ? WebURL(address) : nil
    if url == nil {
      let fault = AddressText.fault(address, hasScheme: hasScheme)
      refuse(
        "URL",
        Bilingual(zh: "\(fault.zh)，实为“\(address)”", en: "\(fault.en), not \"\(address)\""))
    }
    if UnitName.normalised(name).isEmpty {
      refuse("--unit", Bilingual(zh: "请写单位名称", en: "expected the unit's name"))
    }
    let packs = context.overridingPacks(log: log) ?? []
    if context.rules == nil {
      refuse("--rules", Bilingual(zh: "请至少写一个规则包", en: "name at least one rule pack"))
    }
    let asOf = context.asOf ?? context.today
    let period = context.usualPeriod(upTo: asOf)
    try log.check()
    guard let url, let period else { throw YAMLProblems([]) }
    let site = PlanSite(id: SiteID("site"), start: [url], hosts: [url.hostPort])
    let unit = PlanUnit(
      id: UnitID("unit"), name: name, aliases: [], kind: .department, site: site.id, scope: [])
    return AuditPlan(
      title: name, asOf: asOf, period: period, packs: packs, failUnder: usualBar,
      limits: PlanLimits(), sites: [site], units: [unit], waivers: [])
  }
}
