package import Markup
package import Web

/// What a page says about its lists and links: the half of `PageFacts` that needs no article.
package struct ListFacts: Sendable {
  /// The rows of the main list, top to bottom; empty when the page has none.
  package var entries: [Entry] = []
  package var state = ListState.none
  /// Other pages of the main list within the same host, in page order, this page not among them.
  package var nextPages: [WebURL] = []
  /// The number of pages that the pager states or lets compute; nil when it does not.
  package var statedPages: Int?
  /// The number of rows over all pages, where data of the page state it.
  package var statedEntries: Int?
  /// Those of `nextPages` at which an interface answers.
  package var requests: [WebURL] = []
  /// The list goes on where no address leads.
  package var leadsOn = false
  /// The words of links that only a script follows.
  package var blindLinks: [String] = []
  /// A script brings the page's related documents later.
  package var awaitsRelated = false
  /// Every http(s) link in document order, each address once per role.
  package var links: [Link] = []
  package var frames: [WebURL] = []
  /// Files of scripts that write a menu.
  package var menuScripts: [WebURL] = []
  /// A page of links to units or columns, without a dated list of its own.
  package var isDirectory = false
  /// The element that holds the main list's rows; nil when the rows came from a script's data.
  package var mainList: NodeIndex?
  /// How many dated preview lists stand on the page beside the main one: a home or channel page
  /// has several.
  package var previews = 0
  /// The page reads like one document: an information line, running text, 上一篇.
  package var looksLikeArticle = false
  /// Which part of the page each node belongs to.
  ///
  /// Of `Regions` this alone stays: its figures would lie in memory until the page is read.
  private let parts: [Regions.Part]

  /// For each node what stands in its text, until the lines are read.
  private var words: [NodeWords]

  package init(regions: Regions) {
    parts = regions.parts
    words = regions.sums.words
  }

  /// Hands over for each node what stands in its text.
  mutating func takeWords() -> [NodeWords] {
    defer { words = [] }
    return words
  }

  /// The part of the page in which a node lies.
  package func part(of node: NodeIndex) -> Regions.Part { parts[Int(node)] }
}
