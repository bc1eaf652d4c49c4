import Markup
import Web

/// What one content system does its own way with lists; everything else is read from the page.
///
/// Data first: the words that show the system at work and the words with which its scripts fill a
/// list, and code only for what data can't say. A reference: each page asks all of them.
final class CMSAdapter: Sendable {
  /// The system's name in our documents.
  let name: String
  /// Words in inline scripts and attributes with which a script fills the list in the browser:
  /// a list without rows is then unreadable, not empty.
  let fills: Phrases
  /// Reads a pager that a script writes, or nil.
  let pager: (@Sendable (PageScripts) -> ScriptPager?)?
  /// Reads a list that stands in the page as data, or nil.
  let embedded: (@Sendable (ListPage, PageScripts) -> EmbeddedList?)?
  /// What the page's script asks the system's interface for to fill its list: addresses, posted
  /// forms by their keys; asked where the page itself does not hold all rows.
  let requests: (@Sendable (ListPage, PageScripts) -> [WebURL])?
  /// The server prints a list's first page into the block that asks for the others.
  let printsFirstPage: Bool
  /// The columns that a page names in data instead of links, or nil.
  let columns: (@Sendable (ListPage, PageScripts) -> [Link]?)?
  /// How the interface answers.
  let answer: AnswerForm?

  init(
    name: String, fills: [String] = [],
    pager: (@Sendable (PageScripts) -> ScriptPager?)? = nil,
    embedded: (@Sendable (ListPage, PageScripts) -> EmbeddedList?)? = nil,
    requests: (@Sendable (ListPage, PageScripts) -> [WebURL])? = nil,
    columns: (@Sendable (ListPage, PageScripts) -> [Link]?)? = nil, answer: AnswerForm? = nil,
    printsFirstPage: Bool = false
  ) {
    self.name = name
    self.fills = Phrases(fills)
    self.pager = pager
    self.embedded = embedded
    self.requests = requests
    self.columns = columns
    self.answer = answer
    self.printsFirstPage = printsFirstPage
  }
}

extension CMSAdapter {
  /// What the first adapter answers that has an answer.
  static func first<Found>(_ ask: (CMSAdapter) -> Found?) -> Found? {
    for adapter in allAdapters {
      if let found = ask(adapter) { return found }
    }
    return nil
  }
}

/// Every adapter, in the order in which they are asked.
let allAdapters: [CMSAdapter] = [
  hanwebAdapter, trsAdapter, sohuPagerAdapter, componentPagerAdapter, jpaasAdapter, jpolicyAdapter,
  gkmlptAdapter, ucapAdapter, szinfAdapter, hanwebSearchAdapter, igsAdapter, pagePluginAdapter,
  namedDataAdapter,
]

/// A pager that a script writes: how many pages, and how their addresses are made.
struct ScriptPager: Sendable {
  /// The script's element.
  var node: NodeIndex
  var total: Int?
  /// Counted from 1.
  var current: Int?
  /// Pages after the first are `<name>_<page + offset>.<extension>` beside this one.
  var scheme: Scheme?

  struct Scheme: Sendable {
    var name: [UInt8]
    var fileExtension: [UInt8]
    var offset: Int
    /// The numbers fall from the first page to the last; the first has no number of its own.
    var isCountedDown = false
  }

  /// The address of a page, against the page that holds the script.
  func address(of page: Int, base: WebURL?) -> WebURL? {
    guard let scheme else { return nil }
    if scheme.isCountedDown, page <= 1 { return nil }
    let place = scheme.isCountedDown ? scheme.offset - page : page + scheme.offset
    let number = page <= 1 ? [] : Array("_\(place)".utf8)
    return WebURL(scheme.name + number + [0x2E] + scheme.fileExtension, base: base)
  }
}

/// A list that stands in a page as data.
struct EmbeddedList: Sendable {
  var entries: [Entry]
  /// All rows of the list, over all its pages; nil when the page doesn't say.
  var records: Int?
  var perPage: Int?
  /// Where the rest can be had, in order.
  var rest: [WebURL]
  /// `rest` gives all rows that the page lacks.
  var isWhole = false
}
