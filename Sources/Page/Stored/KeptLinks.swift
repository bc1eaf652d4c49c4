package import Web

/// The texts and addresses of a file of facts, each once; its pages share them.
package final class FactNames: Sendable {
  package let texts: [String]
  package let addresses: [WebURL]

  init(texts: [String], addresses: [WebURL]) {
    self.texts = texts
    self.addresses = addresses
  }
}

/// The links of a page where they lie in a file of facts.
///
/// The links of an archive's pages are a million, and what is asked of most is where they lead: that
/// is asked of an address, by its number, once for all links to it.
package struct KeptLinks: KeptFacts {
  package let names: FactNames
  package let count: Int
  private let bytes: [UInt8]
  private let range: Range<Int>

  /// The links in `range`, whose numbers are known to stand in the tables of `names`.
  init(_ bytes: [UInt8], _ range: Range<Int>, count: Int, names: FactNames) {
    self.bytes = bytes
    self.range = range
    self.count = count
    self.names = names
  }

  /// Calls `visit` with the numbers of each link's address and text, in the page's order.
  package func forEach(_ visit: (_ address: Int, _ text: Int, _ role: Link.Role) -> Void) {
    unsafe bytes.withUnsafeBufferPointer { all in
      let bytes = unsafe UnsafeBufferPointer(rebasing: all[range])
      var place = 0
      for _ in 0..<count {
        let address = unsafe FactsDecoder.number(in: bytes, at: &place) ?? 0
        let text = unsafe FactsDecoder.number(in: bytes, at: &place) ?? 0
        let role = unsafe FactsDecoder.number(in: bytes, at: &place) ?? 0
        visit(address, text, Link.Role(rawValue: UInt8(truncatingIfNeeded: role)) ?? .other)
      }
    }
  }

  /// All of them as links.
  package var all: [Link] {
    var links: [Link] = []
    links.reserveCapacity(count)
    forEach { links.append(link($0, $1, $2)) }
    return links
  }

  private func link(_ address: Int, _ text: Int, _ role: Link.Role) -> Link {
    Link(url: names.addresses[address], text: names.texts[text], role: role)
  }

  /// Those at some places, which rise.
  func links(at places: [Int]) -> [Link] {
    var links: [Link] = []
    var next = 0
    var place = 0
    forEach { address, text, role in
      if next < places.count, places[next] == place {
        links.append(link(address, text, role))
        next += 1
      }
      place += 1
    }
    return links
  }
}

/// The links of a page.
package typealias LinkList = FactList<KeptLinks>

extension FactList<KeptLinks> {
  /// The links where they lie in a file; nil for a list.
  package var kept: KeptLinks? {
    if case .kept(let links) = form { links } else { nil }
  }

  package var count: Int {
    switch form {
    case .list(let links): links.count
    case .kept(let links): links.count
    }
  }

  /// Those at some places, which rise and are below `count`.
  package func links(at places: [Int]) -> [Link] {
    switch form {
    case .list(let links): places.map { links[$0] }
    case .kept(let links): links.links(at: places)
    }
  }
}
