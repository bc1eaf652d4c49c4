import Page
import Web

/// Takes from a page's facts the addresses that the crawl should know.
struct LinkHarvest: Sendable {
  let words: WordFinder
  /// Addresses of other hosts are left out at once.
  let hosts: [HostPort]

  /// Candidates in the order of the page, each address once for each reason.
  func candidates(_ reading: PageReading, depth: Int) -> [Frontier.Candidate] {
    var found: [Frontier.Candidate] = []
    func add(_ url: WebURL, _ reason: Frontier.Reason, _ depth: Int) {
      guard hosts.contains(where: { $0.covers(url) }) else { return }
      found.append(.init(url: url, via: reading.url, depth: depth, reason: reason))
    }
    if let target = reading.redirect { add(target, .redirect, depth) }
    guard let facts = reading.facts else { return found }
    // A page's own redirect leads on even where the page has content of its own.
    if let target = facts.redirect, target != reading.redirect { add(target, .redirect, depth) }
    for url in facts.frames { add(url, .frame, depth) }
    for url in facts.nextPages { add(url, FormRequest.isKey(url) ? .form : .pager, depth) }
    for link in facts.links where link.role != .attachment {
      let reason = reason(of: link)
      add(link.url, reason, reason == .pager ? depth : depth + 1)
    }
    for entry in facts.entries {
      if let url = entry.url { add(url, .entry, depth + 1) }
    }
    return found
  }

  private func reason(of link: Link) -> Frontier.Reason {
    switch link.role {
    case .pager: .pager
    case .menu: .menu
    case .breadcrumb: .breadcrumb
    case .more: .more
    case .entry: words.occurs(in: link.text) ? .sought : .entry
    case .body, .other, .attachment: words.occurs(in: link.text) ? .sought : .link
    }
  }
}
