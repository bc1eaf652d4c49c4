import Crawl
import Page
import Score
import Sites
import Texts
import Web

/// Gives account of how one site was gathered, in the words of the contract.
struct SiteAccount {
  let site: Site
  let plan: AuditPlan

  /// What became of the pages, what troubled the site, and whether all that was known was read.
  var result: SiteResult {
    let records = site.records
    return SiteResult(
      id: records.site, status: status.rawValue, complete: isComplete,
      pages: asked.count, requests: records.requests, bytes: records.bytes, outcomes: outcomes,
      problems: problems, stopped: records.stopped, liberties: liberties)
  }

  /// The addresses that were really asked for; those over the budget are told by `problems`.
  private var asked: [PageRecord] {
    site.records.pages.filter { !Self.isOverBudget($0.outcome) && $0.outcome != .beforePeriod }
  }

  private static func isOverBudget(_ outcome: Outcome) -> Bool {
    outcome.code.hasPrefix("budget.") || outcome.code == "interrupted"
  }

  private var isComplete: Bool {
    site.records.stopped == nil && site.unread.allSatisfy { $0.outcome == .beforePeriod }
      && site.records.pages.contains { $0.outcome.family == .fetched }
  }

  /// `pages` by family; all seven words.
  private var outcomes: [String: Int] {
    var counts: [String: Int] = [:]
    for family in Outcome.Family.allCases { counts[family.rawValue] = 0 }
    for page in asked { counts[page.outcome.family.rawValue, default: 0] += 1 }
    return counts
  }

  /// The start page decides; then whether a part of the site is missing.
  private var status: Outcome.Family {
    let starts = Set(site.records.start.map(\.string))
    let first = site.records.pages.filter {
      starts.contains($0.url.string) || starts.contains($0.finalURL.string)
    }
    let isRead = first.contains { $0.facts != nil }
    guard isRead, site.records.pages.contains(where: { $0.outcome.family == .fetched }) else {
      let family = first.map(\.outcome.family).first { $0 != .fetched && $0 != .notFound }
      return family ?? .error
    }
    let counts = outcomes
    let read = counts["fetched", default: 0]
    for family in [Outcome.Family.blocked, .unreachable]
    where counts[family.rawValue, default: 0] > read {
      return family
    }
    let isCut = site.records.stopped != nil || counts["truncated", default: 0] > 0
    return isCut || site.records.pages.contains { Self.isOverBudget($0.outcome) }
      ? .truncated : .fetched
  }

  /// Each kind of trouble once, with the first address that shows it, most frequent first.
  private var problems: [SiteProblem] {
    var groups: [String: [PageRecord]] = [:]
    let documents = site.records.attachments.map { record in
      PageRecord(
        url: record.url, finalURL: record.finalURL, outcome: record.outcome, status: nil,
        facts: nil, capture: nil, via: record.via, detail: record.detail)
    }
    for page in site.records.pages + documents where page.outcome.family != .fetched {
      groups[page.outcome.code, default: []].append(page)
    }
    var found = groups.values.compactMap { pages in pages.first.map { ($0, pages.count) } }
      .sorted { ($1.1, $0.0.outcome.code) < ($0.1, $1.0.outcome.code) }
      .map { page, count in problem(page, count: count) }
    if site.records.pages.isEmpty { found.append(Self.empty(site.records)) }
    return found
  }

  private func problem(_ page: PageRecord, count: Int) -> SiteProblem {
    let advice = OutcomeTable.entry(page.outcome.code)?.advice
    let detail = page.detail ?? page.status.map { "HTTP \($0)" } ?? ""
    let isLeftOut = Self.isOverBudget(page.outcome) || page.outcome == .beforePeriod
    return SiteProblem(
      outcome: page.outcome.code, count: count, url: page.url.string,
      detail: (isLeftOut ? unfinished(page.outcome) : nil) ?? Bilingual(zh: detail, en: detail),
      advice: advice ?? Bilingual(zh: "请检查该地址。", en: "Check this address."))
  }

  /// How many columns are named one by one.
  private static let mostNamed = 20

  /// The columns that were not read to their end because of an outcome; nil when there are none.
  private func unfinished(_ outcome: Outcome) -> Bilingual? {
    var names: [String] = []
    for column in site.columns where column.unread.contains(where: { $0.outcome == outcome }) {
      let name = column.name.isEmpty ? column.url.string : column.name
      let owner = column.owner.flatMap { owner in plan.units.first { $0.id == owner.unit }?.name }
      let full = owner.map { "\($0) · \(name)" } ?? name
      if !names.contains(full) { names.append(full) }
    }
    guard !names.isEmpty else { return nil }
    let rest = names.count - Self.mostNamed
    let listed = names.prefix(Self.mostNamed)
    return Bilingual(
      zh: "未读完的栏目：" + listed.joined(separator: "、") + (rest > 0 ? "等\(names.count)个" : ""),
      en: "columns not read to their end: " + listed.joined(separator: ", ")
        + (rest > 0 ? " and \(rest) more" : ""))
  }

  private static func empty(_ records: SiteRecords) -> SiteProblem {
    SiteProblem(
      outcome: "archive.noRecords", count: 1, url: records.start.first?.string ?? "",
      detail: Bilingual(zh: "存档里没有这个站点的记录", en: "the archive has no record of this site"),
      advice: Bilingual(
        zh: "请确认 --archive 指的是这份方案采集的存档。",
        en: "Make sure that --archive names the archive that was gathered by this plan."))
  }

  /// What the plan allowed beyond the usual, repeated for the reader.
  private var liberties: [String] {
    var found: [String] = []
    if plan.limits.robots == .ignore { found.append("robots: ignore") }
    if plan.sites.contains(where: { $0.id == site.records.site && $0.tls == .acceptInvalid }) {
      found.append("tls: accept-invalid")
    }
    if let file = plan.limits.authorities { found.append("ca-file: \(file)") }
    if !plan.limits.allowAddresses.isEmpty {
      let ranges = plan.limits.allowAddresses.map(\.description).sorted()
      found.append("allow-addresses: " + ranges.joined(separator: " "))
    }
    return found
  }
}
