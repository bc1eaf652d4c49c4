import Markup
import Texts
import Web

/// Files from which scripts bring a page's menu: `<div class="nav"><script src="/js/menu.js"></script></div>`
/// writes it where it stands, `$('#head').load('/common/header.html')` puts it there.
struct MenuScripts {
  let page: ListPage
  let scripts: PageScripts
  private var document: Document { page.document }

  /// The most files of one page.
  private static let most = 6
  private static let names = Phrases([
    "menu", "nav", "head", "top", "left", "side", "daohang", "lanmu", "channel", "column", "tree",
  ])
  /// What stirs a menu that stands in the page, and what is no menu.
  private static let tools = Phrases([
    "jquery", "totop", "gotop", "gotopage", "backtop", "scroll", "desktop", "slide", "swiper",
    "bootstrap", "ztree", "plugin", "superfish", "headroom", "sidebar", "fix", ".min", "stat",
    "count", "laptop", "stop", "topic",
  ])

  /// The addresses on the page's own host, in its order.
  func files() -> [WebURL] {
    var found: [WebURL] = []
    for node in 0..<NodeIndex(document.count) where document.tag(node) == .script {
      guard found.count < Self.most, let source = document.attribute(node, "src"),
        isNamed(source), standsInPlace(node), let url = WebURL(source, base: page.base),
        page.url.map({ url.isOnHost(of: $0) }) ?? false, !found.contains(url)
      else { continue }
      found.append(url)
    }
    for url in parts() where found.count < Self.most && !found.contains(url) { found.append(url) }
    return found
  }

  private func isNamed(_ source: ArraySlice<UInt8>) -> Bool {
    let file = Self.file(of: source)
    return Self.names.occur(in: file) && !Self.tools.occur(in: file)
  }

  /// The last part of an address's path, in lower case.
  private static func file(of address: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let path = ByteSearch.lowered(address.prefix { $0 != 0x3F && $0 != 0x23 })
    guard path.count <= 300 else { return [] }
    return path.split(separator: 0x2F, omittingEmptySubsequences: true).last ?? []
  }

  private static let loaders = Phrases([".load(", "$.get(", "$.ajax(", "fetch("])
  private static let endings = Phrases([".html", ".htm", ".shtml", ".inc"])

  /// Parts of pages that inline scripts load.
  private func parts() -> [WebURL] {
    var found: [WebURL] = []
    for script in scripts.scripts
    where !script.isData && script.text.count <= 65_536 && Self.loaders.occur(in: script.text)
      && Self.endings.occur(in: script.text)
    {
      for case .string(let text) in ScriptTokens(script.text).tokens where text.count <= 300 {
        // A selector may follow: `header.html #nav`.
        let address = text.prefix { $0 != 0x20 }
        guard Self.endings.end(Self.file(of: address)), isNamed(address),
          let url = WebURL(address, base: page.base),
          page.url.map({ url.isOnHost(of: $0) }) ?? false, url != page.url
        else { continue }
        found.append(url)
      }
    }
    return found
  }

  /// What the script writes appears where it stands: before the page's text, or in an empty box.
  ///
  /// Scripts that only act stand in the head or at the end.
  private func standsInPlace(_ node: NodeIndex) -> Bool {
    guard document.ancestor(of: node, tagged: .head) == nil else { return false }
    let rest = (node + 1)..<NodeIndex(document.count)
    if page.sums.text(rest) >= Self.leastBehind { return true }
    let parent = document.parent(of: node)
    switch document.tag(parent) {
    case .body, .html: return false
    default:
      return page.sums.text(document.span(parent)) == 0
        && page.sums.media(document.span(parent)) == 0
    }
  }

  /// The text behind a script in the middle of its page, in characters.
  private static let leastBehind = 40
}
