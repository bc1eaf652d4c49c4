import Checks
import Dates
import Notify
import Rules
import Texts
import Web
package import YAML

extension AuditPlan {
  /// Reads a plan's YAML; `file` is the name that problems carry.
  ///
  /// Every fault is named at once with file, line and column: keys that are not known, wrong
  /// types, days that do not exist, names that resolve to nothing, packs that are not right.
  package static func read(
    _ bytes: [UInt8], file: String, context: PlanContext
  ) throws(YAMLProblems) -> AuditPlan {
    let root = try YAMLDocument.read(bytes, file: file)
    let log = YAMLProblemLog()
    let plan = root.mapping(log: log).flatMap {
      PlanDecoder(map: $0, context: context, log: log).plan()
    }
    try log.check()
    guard let plan else {
      throw YAMLProblems([root.problem(Bilingual(zh: "这不是审核计划", en: "this is no plan"))])
    }
    return plan
  }
}

/// Reads the top of a plan; sites, units and waivers have readers of their own.
struct PlanDecoder {
  let map: YAMLMapping
  let context: PlanContext
  let log: YAMLProblemLog

  static let keys = [
    "plan", "as-of", "period", "rules", "fail-under", "crawl", "sites", "units", "waivers",
    "parameters", "office", "repair-by", "notify",
  ]

  func plan() -> AuditPlan? {
    map.allow(only: Self.keys, log: log)
    let needsRules = context.rules == nil
    map.require(["plan"] + (needsRules ? ["rules"] : []) + ["sites", "units"], log: log)
    let title = map.string("plan", log: log)
    let written = map.date("as-of", log: log)
    let asOf = context.asOf ?? written ?? context.today
    // A day that is wrong is complained of once, not by all that depends on it.
    let isDayWrong = context.asOf == nil && written == nil && map["as-of"] != nil
    let known = isDayWrong ? nil : asOf
    let period = period(asOf: known) ?? context.usualPeriod(upTo: asOf)
    let packs = parametrised(packs())
    let failUnder = map.double("fail-under", in: 0...100, log: log)
    let limits = limits()
    let sites = SiteDecoder(log: log).decode(map)
    let units = UnitDecoder(sites: sites, log: log).decode(map)
    let waivers = WaiverDecoder(
      units: units.ids, packs: packs.map(\.pack), asOf: known, isOverridden: !needsRules, log: log
    ).decode(map)
    let office = line(
      map["office"],
      expected: Bilingual(
        zh: "发文机关名称，一行，不超过200字节", en: "the office's name on one line of at most 200 bytes"))
    let repairBy = repairBy(asOf: known)
    let channels = NotifyDecoder(log: log, authorities: authorities).decode(map)
    guard let title, let period else { return nil }
    var plan = AuditPlan(
      title: title, asOf: asOf, period: period, packs: packs,
      failUnder: failUnder ?? AuditPlan.usualBar, limits: limits, sites: sites.all,
      units: units.all, waivers: waivers)
    plan.office = office
    plan.repairBy = repairBy
    plan.notify = channels
    return plan
  }

  /// The day by which faults are to be put right; it can't lie before the day of judging.
  private func repairBy(asOf: CivilDate?) -> CivilDate? {
    guard let value = map["repair-by"], let day = map.date("repair-by", log: log) else {
      return nil
    }
    guard let asOf, day < asOf else { return day }
    log.add(
      value.problem(
        Bilingual(
          zh: "整改期限（\(day)）早于基准日（\(asOf)）",
          en: "the day to repair by (\(day)) is before the as-of day (\(asOf))")))
    return nil
  }

  /// The period that the plan names; nil when it names none or a wrong one.
  private func period(asOf: CivilDate?) -> DateSpan? {
    guard let value = map["period"], let period = value.mapping(log: log) else { return nil }
    period.allow(only: ["from", "to"], log: log)
    period.require(["from", "to"], log: log)
    let from = period.date("from", log: log)
    let to = period.date("to", log: log)
    guard let from, let to else { return nil }
    guard from <= to else {
      log.add(
        value.problem(
          Bilingual(
            zh: "审核期结束（\(to)）早于开始（\(from)），请对调",
            en: "the period ends (\(to)) before it begins (\(from)); swap the days")))
      return nil
    }
    if let asOf, from > asOf {
      log.add(
        value.problem(
          Bilingual(
            zh: "审核期开始（\(from)）晚于基准日（\(asOf)），没有到期事项",
            en: "the period begins (\(from)) after the as-of day (\(asOf)): nothing is due")))
    }
    return DateSpan(from: from, to: to)
  }

  private func packs() -> [PlanPack] {
    let written = map.list("rules", log: log)
    if let packs = context.overridingPacks(log: log) { return packs }
    guard let written else { return [] }
    if written.isEmpty {
      map["rules"]?.reject(
        expected: Bilingual(
          zh: "至少一个规则包，如 [shanting-2021]", en: "at least one rule pack, such as [shanting-2021]"),
        log: log)
    }
    let references = written.compactMap { value in
      value.string(log: log).map {
        (text: $0, problem: { (message: Bilingual) in value.problem(message) })
      }
    }
    return context.packs(references, log: log)
  }

  /// The packs with `parameters: {<pack>: {effective: …, clauses: […]}}` applied.
  private func parametrised(_ packs: [PlanPack]) -> [PlanPack] {
    guard let parameters = map.mapping("parameters", log: log) else { return packs }
    var packs = packs
    let ids = packs.map(\.pack.id)
    // A pack that is not in use because the caller named others keeps its parameters unread.
    if context.rules == nil { parameters.allow(only: ids, log: log) }
    for index in packs.indices {
      guard let own = parameters.mapping(packs[index].pack.id, log: log) else { continue }
      own.allow(only: ["effective", "clauses"], log: log)
      if let effective = own.date("effective", log: log) { packs[index].pack.effective = effective }
      if let clauses = own.list("clauses", log: log), let place = own["clauses"] {
        narrow(&packs[index].pack, to: clauses, at: place)
      }
    }
    return packs
  }

  /// Leaves only the rules of some clauses: `A.4`, or `A.*` for all that begin so.
  ///
  /// A rule that is put together from others needs them: without them it would judge less than its
  /// clause says.
  private func narrow(_ pack: inout Pack, to clauses: [YAMLValue], at place: YAMLValue) {
    var kept: Set<RuleID> = []
    for value in clauses {
      guard let word = value.string(log: log) else { continue }
      let found = pack.rules.map(\.id).filter { id in
        word.hasSuffix("*") ? id.clause.hasPrefix(word.dropLast()) : id.clause == word
      }
      if found.isEmpty {
        let near = NearestWord.hint(word, in: pack.rules.map(\.id.clause))
        log.add(
          value.problem(
            Bilingual(
              zh: "\(pack.id)没有条款“\(word)”\(near.zh)",
              en: "\(pack.id) has no clause \"\(word)\"\(near.en)")))
      }
      kept.formUnion(found)
    }
    let names = Set(kept.map(\.clause))
    for rule in pack.rules
    where kept.contains(rule.id) && rule.kind == CompositeCheck.descriptor.kind {
      guard case .sequence(let parts)? = rule.requirement["rules"]?.content else { continue }
      let missing = parts.compactMap(\.text).filter { !names.contains($0) }
      if missing.isEmpty { continue }
      log.add(
        place.problem(
          Bilingual(
            zh: "条款“\(rule.id.clause)”由其他条款合成，clauses 还须列出："
              + missing.joined(separator: "、"),
            en:
              "the clause \"\(rule.id.clause)\" is put together from others; clauses must also name "
              + missing.joined(separator: ", "))))
    }
    if !kept.isEmpty { pack.rules.removeAll { !kept.contains($0.id) } }
  }

  private func limits() -> PlanLimits {
    var limits = PlanLimits()
    guard let crawl = map.mapping("crawl", log: log) else { return limits }
    crawl.allow(
      only: [
        "max-pages", "max-attachments", "max-depth", "rate", "connections", "robots", "timeout",
        "max-body", "allow-addresses", "contact", "ca-file",
      ], log: log)
    limits.contact = contact(crawl)
    limits.maxPages = crawl.int("max-pages", in: 1...10_000_000, log: log) ?? limits.maxPages
    limits.maxAttachments =
      crawl.int("max-attachments", in: 0...100_000, log: log) ?? limits.maxAttachments
    limits.maxDepth = crawl.int("max-depth", in: 0...10_000, log: log) ?? limits.maxDepth
    limits.rate = crawl.double("rate", in: 0.01...10_000, log: log) ?? limits.rate
    limits.connections = crawl.int("connections", in: 1...256, log: log) ?? limits.connections
    limits.robots =
      crawl.enumeration("robots", of: PlanLimits.Robots.self, log: log) ?? limits.robots
    limits.timeout = crawl.double("timeout", in: 0.1...86_400, log: log) ?? limits.timeout
    limits.maxBody = crawl.size("max-body", log: log) ?? limits.maxBody
    if let ranges = crawl.list("allow-addresses", log: log) {
      limits.allowAddresses = ranges.compactMap { AddressText.range($0, log: log) }
    }
    limits.authorities = authorities(crawl["ca-file"])
    return limits
  }

  /// Whom to ask about the requests; it goes out with every one.
  ///
  /// A name alone reaches nobody: an address or a number has to be among it.
  private func contact(_ crawl: YAMLMapping) -> String? {
    let expected = Bilingual(
      zh: "一行联系方式（含网址、邮箱或电话，不超过200字节）",
      en: "a contact on one line (with a web address, e-mail or telephone; at most 200 bytes)")
    guard let text = line(crawl["contact"], expected: expected) else { return nil }
    let isReachable =
      text.contains("@") || text.contains("://") || text.contains("www.")
      || text.utf8.count { (0x30...0x39).contains($0) } >= 5
    if !isReachable { crawl["contact"]?.reject(expected: expected, log: log) }
    return isReachable ? text : nil
  }

  /// One line of at most 200 bytes without signs that can't be seen.
  private func line(_ value: YAMLValue?, expected: Bilingual) -> String? {
    guard let value, let text = value.string(log: log) else { return nil }
    let isLine = text.unicodeScalars.allSatisfy {
      !$0.properties.isDefaultIgnorableCodePoint && $0.value >= 0x20 && $0.value != 0x7F
        && !(0x80...0x9F).contains($0.value) && $0.value != 0x2028 && $0.value != 0x2029
    }
    guard isLine, !text.isEmpty, text.utf8.count <= 200 else {
      value.reject(expected: expected, log: log)
      return nil
    }
    return text
  }

  /// The path of a PEM file that can be read and holds a certificate.
  private func authorities(_ value: YAMLValue?) -> String? {
    guard let value, let path = value.string(log: log) else { return nil }
    do throws(YAMLProblems) {
      let text = String(decoding: try TextFile.bytes(at: path), as: UTF8.self)
      if text.contains("-----BEGIN CERTIFICATE-----") { return path }
      log.add(
        value.problem(
          Bilingual(
            zh: "“\(path)”里没有PEM格式的证书", en: "\"\(path)\" holds no certificate in PEM form")))
    } catch {
      for problem in error.all {
        log.add(
          value.problem(
            Bilingual(
              zh: "“\(path)”\(problem.message.zh)", en: "\"\(path)\" \(problem.message.en)")))
      }
    }
    return nil
  }
}
