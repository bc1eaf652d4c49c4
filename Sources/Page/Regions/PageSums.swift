package import Markup

/// Running totals over a document's nodes, so that any subtree's figures are one subtraction.
///
/// Made in one walk; memory is eight 32-bit counters a node. Script, style, option and the like count
/// for nothing.
package struct PageSums: Sendable {
  private var textTotals: [Int32]
  private var linkTextTotals: [Int32]
  private var linkTotals: [Int32]
  private var dateTotals: [Int32]
  private var linkDateTotals: [Int32]
  private var proseTotals: [Int32]
  private var rowTotals: [Int32]
  private var mediaTotals: [Int32]
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
    let zeros = [Int32](repeating: 0, count: count + 1)
    textTotals = zeros
    linkTextTotals = zeros
    linkTotals = zeros
    dateTotals = zeros
    linkDateTotals = zeros
    proseTotals = zeros
    rowTotals = zeros
    mediaTotals = zeros
    silent = [Bool](repeating: false, count: count)
    walk(document)
    for index in 0..<count {
      textTotals[index + 1] &+= textTotals[index]
      linkTextTotals[index + 1] &+= linkTextTotals[index]
      linkTotals[index + 1] &+= linkTotals[index]
      dateTotals[index + 1] &+= dateTotals[index]
      linkDateTotals[index + 1] &+= linkDateTotals[index]
      proseTotals[index + 1] &+= proseTotals[index]
      rowTotals[index + 1] &+= rowTotals[index]
      mediaTotals[index + 1] &+= mediaTotals[index]
    }
  }

  private mutating func walk(_ document: Document) {
    var silentEnd: NodeIndex = 0
    var anchor: NodeIndex = 0
    var anchorEnd: NodeIndex = 0
    for index in 0..<document.count {
      let node = document.nodes[Int(index)]
      if index < silentEnd {
        silent[Int(index)] = true
        continue
      }
      switch node.kind {
      case .root: break
      case .comment: silent[Int(index)] = true
      case .element:
        if Self.isSilent(node.tag) {
          silent[Int(index)] = true
          silentEnd = node.end
        } else if node.tag == .a {
          anchor = index
          anchorEnd = node.end
        } else if node.tag == .li || node.tag == .tr || node.tag == .dt {
          rowTotals[Int(index) + 1] = 1
        } else if Self.isMedia(node.tag) {
          mediaTotals[Int(index) + 1] = 1
        }
      case .text: add(index, document.content(index), anchor: index < anchorEnd ? anchor : nil)
      }
    }
  }

  private mutating func add(_ index: NodeIndex, _ text: ArraySlice<UInt8>, anchor: NodeIndex?) {
    let letters = Int32(clamping: ByteSearch.letters(text))
    guard letters > 0 else { return }
    textTotals[Int(index) + 1] = letters
    let isDated = RowDate.marks(text)
    if let anchor {
      linkTextTotals[Int(index) + 1] = letters
      linkTotals[Int(anchor) + 1] = 1
      if isDated { linkDateTotals[Int(index) + 1] = 1 }
    } else {
      if isDated { dateTotals[Int(index) + 1] = 1 }
      if letters >= 24, Self.stops.occur(in: text) { proseTotals[Int(index) + 1] = letters }
    }
  }

  private static let stops = Phrases(["。", "，", "；"])

  /// Characters of text from `start` up to `end`, white space not counted.
  package func text(_ nodes: Range<NodeIndex>) -> Int { total(textTotals, nodes) }
  /// The part of `text` that lies in links.
  package func linkText(_ nodes: Range<NodeIndex>) -> Int { total(linkTextTotals, nodes) }
  /// Links with text that begin there.
  package func links(_ nodes: Range<NodeIndex>) -> Int { total(linkTotals, nodes) }
  /// Texts outside links that hold a day or a part of one.
  package func dates(_ nodes: Range<NodeIndex>) -> Int { total(dateTotals, nodes) }
  /// The same within links.
  package func linkDates(_ nodes: Range<NodeIndex>) -> Int { total(linkDateTotals, nodes) }
  /// Characters of running text (longer pieces with punctuation) outside links.
  package func prose(_ nodes: Range<NodeIndex>) -> Int { total(proseTotals, nodes) }
  /// `li`, `tr` and `dt` elements that begin there.
  package func rows(_ nodes: Range<NodeIndex>) -> Int { total(rowTotals, nodes) }

  /// Pictures, frames and players that begin there.
  package func media(_ nodes: Range<NodeIndex>) -> Int { total(mediaTotals, nodes) }

  private func total(_ totals: [Int32], _ nodes: Range<NodeIndex>) -> Int {
    Int(totals[Int(nodes.upperBound)] &- totals[Int(nodes.lowerBound)])
  }
}

extension Document {
  /// A node with all that it holds.
  package func span(_ node: NodeIndex) -> Range<NodeIndex> {
    node..<max(node + 1, nodes[Int(node)].end)
  }
}
