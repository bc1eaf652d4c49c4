import Page
import Sites
import Synchronization
import Web

/// A link that leaves the plan's hosts, with the first page that shows it under its words.
struct OutsideLink: Sendable {
  let page: SurveyIndex.PagePlace
  let link: Link
}

/// The links of an area that leave the plan's hosts, each wording once; found when first asked for.
///
/// A site shows the same few of them on every page: they are looked through once, not for every
/// unit and rule.
final class OutsideLinks: Sendable {
  /// Whose pages.
  enum Owner: Hashable {
    case unit(Int)
    case portal(Int)
  }

  private struct Table {
    var links: [OutsideLink] = []
    var texts = Segment()
  }

  private let known = Mutex<[Owner: Table]>([:])

  /// The first link whose words fit, in the order of the pages; nil without one.
  func first(_ patterns: TitlePatterns, of owner: Owner, in index: SurveyIndex) -> OutsideLink? {
    let table: Table
    if let found = known.withLock({ $0[owner] }) {
      table = found
    } else {
      table = Self.table(owner, index)
      known.withLock { $0[owner] = table }
    }
    return table.texts.search(patterns).first.map { table.links[$0] }
  }

  private static func table(_ owner: Owner, _ index: SurveyIndex) -> Table {
    let pages =
      switch owner {
      case .unit(let unit): index.pagesOfUnit[unit]
      case .portal(let site): index.pagesOfPortal[site]
      }
    let hosts = index.sites.flatMap(\.records.hosts)
    var table = Table()
    var seen: Set<String> = []
    for page in pages {
      guard let read = index.readPages[page.site][page.page] else { continue }
      let leaving = index.sites[page.site].leaving[page.page]
      for link in read.facts.linkList.links(at: leaving) {
        // A platform is off all the plan's hosts: what the plan's sites show is judged itself.
        if hosts.contains(where: { $0.covers(link.url) }) { continue }
        guard seen.insert(link.text).inserted else { continue }
        table.texts.add(table.links.count, title: TitleText.normalize(link.text))
        table.links.append(OutsideLink(page: page, link: link))
      }
    }
    return table
  }
}
