import Checks
package import Crawl
import Dates
import Page
import Rules
import Web
import YAML

extension AuditRun {
  /// The sites as a crawl and a replay see them.
  var seeds: [CrawlPlan.Seed] {
    plan.sites.map { site in
      var seed = CrawlPlan.Seed(site: site.id, start: site.start, hosts: site.hosts)
      seed.acceptsInvalidTLS = site.tls == .acceptInvalid
      return seed
    }
  }

  /// What the crawler is to do: the plan's sites and limits, and what the rules look for.
  package func crawlPlan() -> CrawlPlan {
    let limits = plan.limits
    var crawl = CrawlPlan(
      sites: seeds, userAgent: Self.userAgent(contact: limits.contact), software: Self.tool)
    crawl.maxPages = limits.maxPages
    crawl.maxDepth = limits.maxDepth
    crawl.maxAttachments = limits.maxAttachments
    let wishes = AttachmentWishes(books)
    crawl.wantedFiles = { wishes.addresses($0) }
    crawl.rate = limits.rate
    crawl.connections = limits.connections
    crawl.respectsRobots = limits.robots == .respect
    crawl.timeoutSeconds = limits.timeout
    crawl.maxBody = limits.maxBody
    crawl.allowedAddresses = limits.allowAddresses
    crawl.authorities = limits.authorities
    crawl.period = plan.period
    crawl.soughtWords = soughtWords
    crawl.soughtTitle = soughtTitle
    crawl.freshColumns = freshColumns
    // A year before the period: what a rule may still compare with.
    crawl.horizon = CivilDate(ordinal: plan.period.from.ordinal - 366)
    crawl.looksBack = looksBack
    crawl.readsSitemaps = true
    crawl.probesMissing = true
    return crawl
  }

  /// How the crawler names itself: program, purpose and contact, so that a web team knows who asks
  /// and whom to call.
  static func userAgent(contact: String? = nil) -> String {
    let product = tool.split(separator: " ").joined(separator: "/")
    let whom = contact.map { "; +" + plain($0) } ?? ""
    return "Mozilla/5.0 (compatible; \(product); government disclosure audit\(whom))"
  }

  /// A text as it may stand in a comment of a header field (RFC 9110 §5.6.5): ASCII without
  /// parentheses, quotes and backslashes; all else is percent-encoded.
  private static func plain(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      if byte >= 0x20, byte < 0x7F, !"()\\\";%".utf8.contains(byte) {
        out.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The columns whose rows count by their date alone; sorted, each once.
  private var freshColumns: [String] {
    var columns: Set<String> = []
    for rule in books.flatMap(\.rules) where !rule.looksBack {
      var titles: Set<String> = []
      Self.collect(rule.rule.requirement.value, ["titles"], into: &titles)
      if titles.isEmpty {
        Self.collect(rule.rule.requirement.value, ["columns"], into: &columns)
      }
    }
    return columns.sorted()
  }

  /// Says which of the rules' title patterns a text fits, in a person's words.
  private var soughtTitle: @Sendable (String) -> String? {
    var sources: Set<String> = []
    for rule in books.flatMap(\.pack.rules) {
      Self.collect(rule.requirement.value, ["titles", "statement"], into: &sources)
    }
    guard let patterns = try? TitlePatterns(sources.sorted()) else { return { _ in nil } }
    return { patterns.nameOfFit(TitleText.normalize($0)) }
  }

  /// Says whether a rule may ask for what is older than `horizon` in columns of some names.
  private var looksBack: @Sendable ([String]) -> Bool {
    var keys: Set<String> = []
    for rule in books.flatMap(\.rules) where rule.looksBack {
      let requirement = rule.rule.requirement.value
      var titles: Set<String> = []
      Self.collect(requirement, ["titles"], into: &titles)
      // A document counts wherever it stands.
      if !titles.isEmpty { return { _ in true } }
      Self.collect(requirement, ["columns"], into: &keys)
    }
    let sought = Set(keys.map { FoldedName($0).text })
    return { names in
      names.map { FoldedName($0).text }.contains { name in
        sought.contains { name.contains($0) || $0.contains(name) }
      }
    }
  }

  /// The names of columns that the rules look for, and the units' names; sorted, each once.
  var soughtWords: [String] {
    var words: Set<String> = []
    for rule in books.flatMap(\.pack.rules) {
      Self.collect(rule.requirement.value, ["columns"], into: &words)
    }
    for unit in plan.units { words.formUnion([unit.name] + unit.aliases) }
    return words.filter { $0.count >= 2 }.sorted()
  }

  /// Every text in a list under a key with one of the endings.
  private static func collect(
    _ value: YAMLValue, _ endings: [String], into words: inout Set<String>
  ) {
    switch value.content {
    case .null, .scalar: return
    case .sequence(let items): for item in items { collect(item, endings, into: &words) }
    case .mapping(let entries):
      for (key, value) in entries {
        guard case .scalar(let name, _) = key.content else { continue }
        let isNamed = endings.contains { name.hasSuffix($0) }
        guard isNamed, case .sequence(let items) = value.content else {
          collect(value, endings, into: &words)
          continue
        }
        for case .scalar(let word, _) in items.map(\.content) { words.insert(word) }
      }
    }
  }
}
