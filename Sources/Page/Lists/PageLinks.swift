import Markup
import Texts
package import Web

/// Collects every link of a page with its role.
struct PageLinks {
  let page: ListPage
  let scripts: PageScripts
  let main: MainList
  let blocks: [RowBlock]
  let pagers: [Pager]
  /// The rows of the main list; those of a list that stands in a script have no node.
  let entries: [Entry]
  /// Other pages of the list, as the pager reader found them.
  let nextPages: [WebURL]
  private var document: Document { page.document }

  /// The most words of links that lead nowhere without a script, and their length in bytes.
  private static let mostBlind = 60
  private static let blindWords = 6...90

  /// The links in document order, each address once per role, and the words of those that only a
  /// script follows, each once.
  func links() -> (found: [Link], blind: [String]) {
    var blind: [String] = []
    var found = LinkTable()
    let pagerNodes = Set(pagers.flatMap(\.links))
    let menus = menuSpans()
    var nextMenu = 0
    let written = ScriptLinks.links(in: scripts, page)
    var nextWritten = 0
    let document = page.document
    // One array's memory for the texts of all links.
    var text: [UInt8] = []
    for node in 0..<document.count where document.isElement(node) {
      switch document.tag(node) {
      case .a, .area:
        guard let url = page.target(of: node) else {
          noteBlind(node, pagerNodes, &text, &blind)
          continue
        }
        while nextMenu < menus.count, menus[nextMenu].upperBound <= node { nextMenu += 1 }
        let inMenu = nextMenu < menus.count && menus[nextMenu].contains(node)
        read(textOf: node, into: &text)
        let role = role(of: node, url, text, isPager: pagerNodes.contains(node), isMenu: inMenu)
        if let slot = found.slot(for: url, role) {
          found.put(Link(url: url, text: UTF8Check.string(text), role: role), at: slot)
        }
      case .option:
        if let url = optionTarget(node) {
          found.add(url, nextPages.contains(url) ? .pager : .other) { document.text(of: node) }
        }
      case .script:
        while nextWritten < written.count, written[nextWritten].node <= node {
          let link = written[nextWritten]
          found.add(link.url, scriptRole(link)) { link.text }
          nextWritten += 1
        }
      default:
        guard document.hasAttribute(node, "onclick") else { continue }
        if let url = clickTarget(node) { found.add(url, .other) { document.text(of: node) } }
      }
    }
    for entry in entries {
      if let url = entry.url { found.add(url, .entry) { entry.title } }
    }
    for url in nextPages { found.add(url, .pager) { "" } }
    return (found.links.fitted(), blind)
  }

  /// Takes the words of a link without an address: `javascript:open(3)`, `#`, or nothing.
  private func noteBlind(
    _ node: NodeIndex, _ pagers: Set<NodeIndex>, _ text: inout [UInt8], _ blind: inout [String]
  ) {
    guard blind.count < Self.mostBlind, !pagers.contains(node),
      document.hasAttribute(node, "href") || document.hasAttribute(node, "onclick")
    else { return }
    // `mailto:` and `tel:` lead somewhere.
    if let href = document.attribute(node, "href"), !href.isEmpty, href.first != 0x23,
      ByteSearch.lowered(href.prefix(11)) != Array("javascript:".utf8)
    {
      return
    }
    read(textOf: node, into: &text)
    guard Self.blindWords.contains(text.count), text.contains(where: { $0 >= 0x80 }) else { return }
    let words = UTF8Check.string(text)
    if !blind.contains(words) { blind.append(words) }
  }

  // MARK: Roles

  private func role(
    of node: NodeIndex, _ url: WebURL, _ text: [UInt8], isPager: Bool, isMenu: Bool
  ) -> Link.Role {
    if isPager && (main.block != nil || page.regions.part(of: node) == .pager) { return .pager }
    if let block = main.block,
      block.containers.contains(where: { document.contains($0, node) })
    {
      return nextPages.contains(url) ? .pager : .entry
    }
    let part = page.regions.part(of: node)
    if part != .footer, part != .menu, AttachmentSigns.isAttachment(url, text) {
      return .attachment
    }
    if text.count <= 30, RegionWords.more.mayBegin(text[...]),
      RegionWords.more.name(ByteSearch.squeezed(text[...]))
    {
      return .more
    }
    switch part {
    case .crumb: return .breadcrumb
    case .menu, .header: return .menu
    case .pager: return .pager
    case .footer, .friends, .related: return .other
    case .side: return isMenu ? .menu : .other
    case .main:
      if isMenu { return .menu }
      return main.looksLikeArticle ? .body : .other
    }
  }

  private func scriptRole(_ link: ScriptLinks.Written) -> Link.Role {
    if AttachmentSigns.isAttachment(link.url, Array(link.text.utf8)) { return .attachment }
    switch page.regions.part(of: link.node) {
    case .menu, .header, .side: return .menu
    case .crumb: return .breadcrumb
    case .main, .footer, .friends, .related, .pager: return link.isListed ? .menu : .other
    }
  }

  /// Undated runs of short links: menus, tabs, directories of units.
  private func menuSpans() -> [Range<NodeIndex>] {
    blocks.filter { !$0.isDated && $0.rows >= 2 && $0.averageTitle <= 12 }
      .flatMap(\.containers)
      .filter {
        page.sums.linkText(document.span($0)) * 10 >= page.sums.text(document.span($0)) * 7
      }
      .map { document.span($0) }
  }

  // MARK: Texts and targets

  private func read(textOf node: NodeIndex, into text: inout [UInt8]) {
    page.fold(document.span(node), into: &text)
    if text.isEmpty {
      let value =
        document.attribute(node, "title") ?? document.attribute(node, "alt")
        ?? document.first(.img, in: node).flatMap {
          document.attribute($0, "alt") ?? document.attribute($0, "title")
        }
      text = WhiteSpace.foldedBytes(value ?? [])
    } else if RowWords.isCut(text), let title = document.attribute(node, "title") {
      let whole = RowWords.titleAttribute(title)
      if whole.count > text.count / 2 { text = whole }
    }
  }

  /// An option's value that is an address: jump boxes of departments and pages.
  private func optionTarget(_ node: NodeIndex) -> WebURL? {
    guard let value = document.attribute(node, "value"), value.count >= 5,
      ByteSearch.find(Array("://".utf8), in: value) != nil || value.first == 0x2F
        || value.starts(with: "./".utf8) || value.starts(with: "../".utf8)
        || ByteSearch.find(Array(".htm".utf8), in: value) != nil
        || ByteSearch.find(Array(".shtml".utf8), in: value) != nil
    else { return nil }
    return WebURL(value, base: page.base)
  }

  /// The address that a click on something that is no link opens.
  private func clickTarget(_ node: NodeIndex) -> WebURL? {
    document.attribute(node, "onclick").flatMap(page.scriptTarget)
  }
}

/// The links of a page, each address once per role.
private struct LinkTable {
  private(set) var links: [Link] = []
  /// Open addressing by the addresses' hashes: 1 + the link's place, 0 for none.
  private var slots = [UInt32](repeating: 0, count: 256)

  init() { links.reserveCapacity(96) }

  /// Adds a link unless one of that address and role is there; only then its text is made.
  mutating func add(_ url: WebURL, _ role: Link.Role, text: () -> String) {
    if let slot = slot(for: url, role) { put(Link(url: url, text: text(), role: role), at: slot) }
  }

  /// The free slot of an address in a role; nil when one of that address and role is there.
  func slot(for url: WebURL, _ role: Link.Role) -> Int? {
    var slot = slot(of: url, role)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if links[place].role == role, links[place].url == url { return nil }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// Adds a link in the slot that is free for it.
  mutating func put(_ link: consuming Link, at slot: Int) {
    links.append(link)
    slots[slot] = UInt32(links.count)
    if links.count * 2 > slots.count { grow() }
  }

  private func slot(of url: WebURL, _ role: Link.Role) -> Int {
    (url.code &+ Int(role.rawValue)) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (index, link) in links.enumerated() {
      var slot = slot(of: link.url, link.role)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }
}

/// Tells links to files from links to pages.
package enum AttachmentSigns {
  /// Each in one number, the last byte lowest.
  private static let endings = [
    ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".wps", ".et", ".ofd", ".zip", ".rar", ".7z", ".ppt",
    ".pptx", ".dps", ".csv", ".rtf",
  ].map { $0.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
  private static let scripts = Phrases([
    "download.jsp", "downfile", "filedown", "/attach/", "download.do", "downloadfile",
    "download.aspx", "/attachment/", "downloadattach", "doc_download", "download.ashx",
    "download.php",
  ])

  /// A file by the end of its path or name parameter, a download script, or a link text 附件.
  package static func isAttachment(_ url: WebURL, _ text: [UInt8]) -> Bool {
    if names(url) { return true }
    return isName(text[...])
  }

  private static func names(_ url: WebURL) -> Bool {
    let path = url.pathRange
    let whole = path.lowerBound..<url.string.utf8.count
    return unsafe url.string.utf8.withContiguousStorageIfAvailable { bytes in
      unsafe ends(.init(rebasing: bytes[path])) || ends(.init(rebasing: bytes[whole]))
        || mayDownload(.init(rebasing: bytes[whole]))
          && scripts.occur(in: ByteSearch.lowered(bytes[whole]))
    } ?? false
  }

  private static func isName(_ text: ArraySlice<UInt8>) -> Bool {
    unsafe text.withUnsafeBufferPointer { unsafe ends($0) }
  }

  /// The text ends with one of the endings, capitals or not.
  private static func ends(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    // A dot stands third to fifth from the end.
    var dot = 3
    while dot <= min(5, text.count), unsafe text[text.count - dot] != 0x2E { dot += 1 }
    guard dot <= min(5, text.count) else { return false }
    var tail: UInt64 = 0
    for index in (text.count - dot)..<text.count {
      tail = tail << 8 | UInt64(unsafe ByteText.small(text[index]))
    }
    return endings.contains(tail)
  }

  /// The words of all download scripts hold `down` or `attach`.
  private static func mayDownload(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var last: UInt8 = 0
    for index in 0..<text.count {
      let byte = unsafe text[index] | 0x20
      if last == 0x64 && byte == 0x6F || last == 0x74 && byte == 0x74 { return true }
      last = byte
    }
    return false
  }
}
