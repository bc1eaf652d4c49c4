import Checks
package import Crawl
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
    var crawl = CrawlPlan(sites: seeds, userAgent: Self.userAgent, software: Self.tool)
    crawl.maxPages = limits.maxPages
    crawl.maxDepth = limits.maxDepth
    crawl.rate = limits.rate
    crawl.connections = limits.connections
    crawl.respectsRobots = limits.robots == .respect
    crawl.timeoutSeconds = limits.timeout
    crawl.maxBody = limits.maxBody
    crawl.allowedAddresses = limits.allowAddresses
    crawl.authorities = limits.authorities
    crawl.period = plan.period
    crawl.soughtWords = soughtWords
    return crawl
  }

  /// How the crawler names itself: program and purpose, so that a web team knows who asks.
  static var userAgent: String {
    let product = tool.split(separator: " ").joined(separator: "/")
    return "Mozilla/5.0 (compatible; \(product); government disclosure audit)"
  }

  /// The names of columns that the rules look for, and the units' names; sorted, each once.
  var soughtWords: [String] {
    var words: Set<String> = []
    for rule in books.flatMap(\.pack.rules) { Self.collect(rule.requirement.value, into: &words) }
    for unit in plan.units { words.formUnion([unit.name] + unit.aliases) }
    return words.filter { $0.count >= 2 }.sorted()
  }

  /// Every list of names under a key that ends in `columns`.
  private static func collect(_ value: YAMLValue, into words: inout Set<String>) {
    switch value.content {
    case .null, .scalar: return
    case .sequence(let items): for item in items { collect(item, into: &words) }
    case .mapping(let entries):
      for (key, value) in entries {
        guard case .scalar(let name, _) = key.content else { continue }
        guard name.hasSuffix("columns"), case .sequence(let items) = value.content else {
          collect(value, into: &words)
          continue
        }
        for case .scalar(let word, _) in items.map(\.content) { words.insert(word) }
      }
    }
  }
}
