import Crawl
import Web

/// Fills a frontier with addresses as a large site has them.
struct FrontierFill {
  private let count: Int

  init(_ count: String) { self.count = max(1, Int(count) ?? 1_000_000) }

  func run() -> Tally {
    var frontier = Frontier(
      hosts: [HostPort(host: "www.hedong.example.cn", port: nil)], maxPages: count, maxDepth: 100,
      period: nil)
    var tally = Tally()
    for number in 0..<count {
      let month = 201_001 + number / 12_000 % 12
      let text =
        "http://www.hedong.example.cn/zwgk/c\(number % 400)/\(month)/t\(month)15_\(10_000_000 + number).html"
      guard let url = WebURL(text) else { continue }
      tally.bytes += text.utf8.count
      let candidate = Frontier.Candidate(url: url, via: url, depth: 3, reason: .entry)
      if frontier.add(candidate) != .queued { tally.failures += 1 }
    }
    tally.pages = frontier.known
    return tally
  }
}
