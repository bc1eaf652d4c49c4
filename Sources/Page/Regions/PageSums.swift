package import Markup
import Texts

/// Running totals over a document's nodes, so that any subtree's figures are one subtraction.
///
/// Made in one walk; memory is eight 32-bit counters a node and four bytes of words. Script, style, option and the like count
/// for nothing.
package struct PageSums: Sendable {
  /// The figures of all nodes before one.
  private struct Totals {
    var text: Int32 = 0
    var linkText: Int32 = 0
    var links: Int32 = 0
    var dates: Int32 = 0
    var linkDates: Int32 = 0
    var prose: Int32 = 0
    var rows: Int32 = 0
    var media: Int32 = 0
  }

  /// One entry more than there are nodes.
  private var totals: [Totals]
  /// For each node the groups of words that stand in its text.
  private(set) var words: [NodeWords]
  /// Nodes whose text no reader sees: script, style, option, textarea, comments and the like.
  package private(set) var silent: [Bool]

  /// Elements whose content is no text of the page.
  package static func isSilent(_ tag: Tag) -> Bool {
    switch tag {
    case .script, .style, .noscript, .option, .optgroup, .select, .textarea, .title, .head, .button:
      true
    default: false
    }
  }

  private static func isMedia(_ tag: Tag) -> Bool {
    switch tag {
    case .img, .iframe, .embed, .object, .video: true
    default: false
    }
  }

  package init(_ document: Document) {
    let count = Int(document.count)
    var totals = [Totals](repeating: Totals(), count: count + 1)
    var silent = [Bool](repeating: false, count: count)
    var words = [NodeWords](repeating: [], count: count)
    // Lent for the whole walk: an array asks at each change whether another holds it.
    Self.walk(document, &totals, &silent, &words)
    (self.totals, self.silent, self.words) = (totals, silent, words)
  }

  /// The link around a text, and whether it was counted.
  private struct Anchor {
    var node: NodeIndex = 0
    var end: NodeIndex = 0
    var isCounted = true
  }

  private static func walk(
    _ document: Document, _ totals: inout [Totals], _ silent: inout [Bool],
    _ words: inout [NodeWords]
  ) {
    var totals = totals.mutableSpan
    var silent = silent.mutableSpan
    var words = words.mutableSpan
    var silentEnd: NodeIndex = 0
    var anchor = Anchor()
    var sum = Totals()
    for index in 0..<document.count {
      let node = document.nodes[Int(index)]
      if index < silentEnd {
        silent[Int(index)] = true
      } else {
        switch node.kind {
        case .root: break
        case .comment: silent[Int(index)] = true
        case .element:
          if Self.isSilent(node.tag) {
            silent[Int(index)] = true
            silentEnd = node.end
          } else if node.tag == .a {
            anchor = Anchor(node: index, end: node.end, isCounted: false)
          } else if node.tag == .li || node.tag == .tr || node.tag == .dt {
            sum.rows &+= 1
          } else if Self.isMedia(node.tag) {
            sum.media &+= 1
          }
        case .text:
          let (found, isNewLink) = unsafe document.withContent(index) {
            unsafe add($0, isLink: index < anchor.end, &anchor, &sum)
          }
          words[Int(index)] = found
          if isNewLink {
            for place in (Int(anchor.node) + 1)..<(Int(index) + 1) { totals[place].links &+= 1 }
          }
        }
      }
      totals[Int(index) + 1] = sum
    }
  }

  /// Gives the groups of words in the text, and whether it is a link's first text: a link counts
  /// where it begins, once it is known to have text.
  private static func add(
    _ text: UnsafeBufferPointer<UInt8>, isLink: Bool, _ anchor: inout Anchor, _ sum: inout Totals
  ) -> (words: NodeWords, isNewLink: Bool) {
    let letters = unsafe Int32(clamping: WhiteSpace.letters(text))
    guard letters > 0 else { return ([], false) }
    let found = unsafe NodeWords.of(text)
    sum.text &+= letters
    let isDated = unsafe RowDate.marks(text)
    guard isLink else {
      if isDated { sum.dates &+= 1 }
      if letters >= 24, found.contains(.stop) { sum.prose &+= letters }
      return (found, false)
    }
    sum.linkText &+= letters
    if isDated { sum.linkDates &+= 1 }
    guard !anchor.isCounted else { return (found, false) }
    anchor.isCounted = true
    sum.links &+= 1
    return (found, true)
  }

  /// The groups of words that stand in a text that a reader sees.
  func words(_ node: NodeIndex) -> NodeWords { words[Int(node)] }

  /// Characters of text from `start` up to `end`, white space not counted.
  package func text(_ nodes: Range<NodeIndex>) -> Int { total(nodes) { $0.text } }
  /// The part of `text` that lies in links.
  package func linkText(_ nodes: Range<NodeIndex>) -> Int { total(nodes) { $0.linkText } }
  /// Links with text that begin there.
  package func links(_ nodes: Range<NodeIndex>) -> Int { total(nodes) { $0.links } }
  /// Texts outside links that hold a day or a part of one.
  package func dates(_ nodes: Range<NodeIndex>) -> Int { total(nodes) { $0.dates } }
  /// The same within links.
  package func linkDates(_ nodes: Range<NodeIndex>) -> Int { total(nodes) { $0.linkDates } }
  /// Characters of running text (longer pieces with punctuation) outside links.
  package func prose(_ nodes: Range<NodeIndex>) -> Int { total(nodes) { $0.prose } }
  /// `li`, `tr` and `dt` elements that begin there.
  package func rows(_ nodes: Range<NodeIndex>) -> Int { total(nodes) { $0.rows } }

  /// Pictures, frames and players that begin there.
  package func media(_ nodes: Range<NodeIndex>) -> Int { total(nodes) { $0.media } }

  @inline(__always)
  private func total(_ nodes: Range<NodeIndex>, _ figure: (Totals) -> Int32) -> Int {
    Int(figure(totals[Int(nodes.upperBound)]) &- figure(totals[Int(nodes.lowerBound)]))
  }
}

extension Document {
  /// A node with all that it holds.
  package func span(_ node: NodeIndex) -> Range<NodeIndex> {
    node..<max(node + 1, nodes[Int(node)].end)
  }
}
