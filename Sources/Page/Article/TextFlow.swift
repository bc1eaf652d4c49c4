import Markup

/// A page's text as a reader meets it: lines, made of pieces, in document order.
///
/// A line ends where a block begins or ends, and at `br`. White space is folded to one blank; a
/// wide gap (several no-break or ideographic spaces) is a tab, so that a reader of labels sees it.
/// What inline scripts write with literals (`document.write`) stands where the script stands.
/// Scripts, styles, hidden elements and form choices have no text here.
struct TextFlow: Sendable {
  /// The text of one text node, or of one script's writing.
  struct Piece: Sendable {
    private let place: ByteRange
    /// The text node, or the script element.
    let node: NodeIndex
    /// The innermost `a` around it, 0 without one.
    let link: NodeIndex
    /// White space stands before it.
    let followsGap: Bool

    /// In `bytes`; never empty.
    var range: Range<Int> { place.range }

    init(_ range: Range<Int>, node: NodeIndex, link: NodeIndex, followsGap: Bool) {
      place = ByteRange(range)
      self.node = node
      self.link = link
      self.followsGap = followsGap
    }
  }

  struct Line: Sendable {
    private var bytesPlace: ByteRange
    private var piecesPlace: ByteRange
    /// The innermost block around the first piece.
    let block: NodeIndex
    /// The node of the first piece.
    let node: NodeIndex
    private var linkCount: UInt32 = 0

    /// A line of the text `bytes` and the pieces `pieces`.
    init(_ bytes: Range<Int>, pieces: Range<Int>, block: NodeIndex, node: NodeIndex) {
      bytesPlace = ByteRange(bytes)
      piecesPlace = ByteRange(pieces)
      self.block = block
      self.node = node
    }

    /// In `bytes`; never empty.
    var range: Range<Int> {
      get { bytesPlace.range }
      set { bytesPlace = ByteRange(newValue) }
    }

    /// In `pieces`; never empty.
    var pieces: Range<Int> {
      get { piecesPlace.range }
      set { piecesPlace = ByteRange(newValue) }
    }

    /// Bytes of text that are links.
    var linkBytes: Int {
      get { Int(linkCount) }
      set { linkCount = UInt32(newValue) }
    }

    /// Bytes of text that are no links.
    var plainBytes: Int { range.count - linkBytes }
  }

  var bytes: [UInt8] = []
  var pieces: [Piece] = []
  var lines: [Line] = []
  /// What scripts set to literals at the top level: name and value, in order.
  var scriptValues: [(name: String, value: [UInt8])] = []
  /// Links that scripts write, with the script's node.
  var writtenLinks: [WrittenLink] = []

  /// A link that a script writes into the page.
  struct WrittenLink: Sendable {
    var script: NodeIndex
    var href: [UInt8]
    var text: String
  }

  /// The folded bytes of a line.
  func text(_ line: Int) -> ArraySlice<UInt8> { bytes[lines[line].range] }

  /// The same, for as long as `body` runs.
  @inline(__always)
  func withText<Made>(_ line: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Made) -> Made {
    unsafe bytes.span.extracting(lines[line].range).withUnsafeBufferPointer { unsafe body($0) }
  }

  /// A run of bytes without the blanks and tabs at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  /// The lines whose text begins in the subtree of a node.
  func lines(in node: NodeIndex, of document: Document) -> Range<Int> {
    let end = document.nodes[Int(node)].end
    let first = firstLine(at: node)
    return first..<max(first, firstLine(at: end))
  }

  /// The first line that begins at or after a node; the number of lines when none does.
  func firstLine(at node: NodeIndex) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The text of a run of lines, joined by blanks.
  func joined(_ run: Range<Int>) -> String {
    run.map { ByteText.text(text($0)) }.joined(separator: " ")
  }
}
