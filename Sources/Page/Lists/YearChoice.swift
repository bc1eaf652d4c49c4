import Dates
import Markup
import Texts

/// Years that a reader may choose and a script answers: a row of tabs 2021年 2020年, a box of years.
///
/// A list behind such a choice shows one year's rows; the other years' are not on the page.
struct YearChoice {
  let page: ListPage
  private var document: Document { page.document }

  /// Some year can be chosen whose rows the page does not show.
  func hidesRows(besides entries: [Entry]) -> Bool {
    let offered = offered()
    guard !offered.isEmpty else { return false }
    return !offered.isSubset(of: entries.compactMap(Self.year))
  }

  /// The year that a row is about: the one in its title, else that of its day.
  private static func year(_ entry: Entry) -> Int? {
    let title = Array(entry.title.utf8)
    for place in title.indices.dropLast(3) {
      guard let year = year(title[place..<(place + 4)]) else { continue }
      let before = place > 0 ? title[place - 1] : 0
      let after = place + 4 < title.count ? title[place + 4] : 0
      if !isDigit(before), !isDigit(after) { return year }
    }
    return entry.date?.year
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Four digits from 1990 to 2099.
  private static func year(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.count == 4, text.allSatisfy(isDigit) else { return nil }
    let year = text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (1990...2099).contains(year) ? year : nil
  }

  private static let endings = ["", "年", "年度"].map { Array($0.utf8) }

  /// The year that an element's whole text is: 2021, 2021年, 2021年度.
  private static func yearAlone(_ text: [UInt8]) -> Int? {
    guard text.count >= 4, let year = year(text[..<4]) else { return nil }
    return endings.contains { text[4...].elementsEqual($0) } ? year : nil
  }

  /// The years of all choices on the page.
  private func offered() -> Set<Int> {
    var groups: [NodeIndex: [(node: NodeIndex, year: Int)]] = [:]
    for text in 0..<NodeIndex(document.count) where document.isText(text) {
      let content = document.content(text)
      guard content.count <= 40,
        let year = Self.yearAlone(ByteSearch.squeezed(content)), let node = element(of: text)
      else { continue }
      groups[document.parent(of: node), default: []].append((node, year))
    }
    var years: Set<Int> = []
    for (parent, items) in groups where isChoice(items.map(\.node), in: parent) {
      let found = Set(items.map(\.year))
      if found.count >= 2 { years.formUnion(found) }
    }
    return years
  }

  /// The largest element that holds this text alone.
  private func element(of text: NodeIndex) -> NodeIndex? {
    var node = document.parent(of: text)
    guard node != 0, holdsOneText(node) else { return nil }
    for _ in 0..<3 {
      let above = document.parent(of: node)
      guard above != 0, holdsOneText(above) else { break }
      node = above
    }
    switch document.tag(node) {
    case .a, .li, .span, .div, .button, .em, .i, .b, .p, .dd, .dt, .label, .option: return node
    default: return nil
    }
  }

  private func holdsOneText(_ node: NodeIndex) -> Bool {
    let span = document.span(node)
    guard span.count <= 12 else { return false }
    return span.count { document.isText($0) && document.content($0).contains { $0 > 0x20 } } == 1
  }

  private func isChoice(_ items: [NodeIndex], in parent: NodeIndex) -> Bool {
    switch page.regions.part(of: items[0]) {
    case .header, .footer, .friends, .crumb: return false
    default: break
    }
    guard items.count >= 2, items.allSatisfy({ document.tag($0) == document.tag(items[0]) })
    else { return false }
    if document.tag(items[0]) == .option { return isBox(items, parent) }
    // Nothing else stands beside them but a word for all: 全部, 更多.
    let others = document.children(of: parent).count {
      !document.isText($0) && !items.contains($0)
    }
    guard others <= 2, !items.contains(where: hasAddress) else { return false }
    return items.contains(where: acts) || hasChosen(items)
  }

  /// A box outside of a form of search, of which a year is chosen and not all of them.
  private func isBox(_ options: [NodeIndex], _ parent: NodeIndex) -> Bool {
    guard document.tag(parent) == .select else { return false }
    let every = document.children(of: parent).filter { document.tag($0) == .option }
    let chosen = every.first { document.hasAttribute($0, "selected") } ?? every.first
    guard let chosen, options.contains(chosen) else { return false }
    guard let form = document.ancestor(of: parent, tagged: .form) else { return true }
    return !document.span(form).contains { node in
      document.tag(node) == .input
        && document.attribute(node, "type").map { $0.elementsEqual("text".utf8) } ?? true
    }
  }

  private func hasAddress(_ node: NodeIndex) -> Bool {
    ([node] + Array(document.span(node))).contains {
      guard document.tag($0) == .a, document.attribute($0, "href")?.first != 0x23 else {
        return false
      }
      return page.target(of: $0) != nil
    }
  }

  /// A link without an address, a button, an element that calls or feeds a script.
  private func acts(_ node: NodeIndex) -> Bool {
    ([node] + Array(document.span(node))).contains { inner in
      switch document.tag(inner) {
      case .a, .button: return true
      default: break
      }
      return ["onclick", "data-year", "data-id", "data-value", "data-index", "@click", "ng-click"]
        .contains { document.hasAttribute(inner, $0) }
    }
  }

  private static let chosen = Phrases([
    "active", "current", "selected", "checked", "cur", "on", "sel",
  ])

  /// One of them looks chosen: its class is not that of the others.
  private func hasChosen(_ items: [NodeIndex]) -> Bool {
    let marked = items.count { item in
      document.attribute(item, "class").map { text in
        text.split(separator: 0x20).contains { Self.chosen.name(ByteSearch.lowered($0)) }
      } ?? false
    }
    return marked == 1
  }
}
