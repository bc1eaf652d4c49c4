import Markup
import Texts

/// The visible text of a page without white space, in which excerpts are sought.
///
/// Excerpts have their white space folded, and may run over several elements: both sides are compared
/// without any.
struct ExhibitText {
  private var bytes: [UInt8] = []
  /// The text nodes, ascending, with where each begins in `bytes`.
  private var starts: [(node: NodeIndex, offset: Int)] = []
  /// A piece of an excerpt is sought alone only when it has this many bytes: three characters.
  private static let shortestPiece = 9
  /// How many pieces of one excerpt are marked.
  private static let mostPieces = 6

  init(_ document: Document, in root: NodeIndex) {
    var index = root
    let end = document.nodes[Int(root)].end
    while index < end {
      if document.isElement(index), ExhibitElement.of(document, index) == .dropped {
        index = document.nodes[Int(index)].end
        continue
      }
      if document.isText(index) {
        starts.append((index, bytes.count))
        bytes += WhiteSpace.squeezed(document.content(index))
      }
      index += 1
    }
  }

  /// The text node that holds the byte at `offset`.
  func node(at offset: Int) -> NodeIndex {
    let after = starts.firstIndex { $0.offset > offset } ?? starts.endIndex
    return after > 0 ? starts[after - 1].node : 0
  }

  /// How many bytes of text stand before a node.
  func length(before node: NodeIndex) -> Int {
    starts.first { $0.node >= node }?.offset ?? bytes.count
  }

  /// Where an excerpt stands; of one that was put together from pieces, where the pieces stand.
  func find(_ excerpt: String) -> [Range<Int>]? {
    if let whole = range(of: excerpt, after: 0) { return [whole] }
    var found: [Range<Int>] = []
    for piece in Self.pieces(excerpt) {
      let after = found.last?.upperBound ?? 0
      // A label that we put before the words is not on the page.
      let rest = piece.firstIndex { "：:".contains($0) }.map { String(piece[$0...].dropFirst()) }
      if let range = range(of: piece, after: after) ?? range(of: piece, after: 0)
        ?? rest.flatMap({ $0.utf8.count >= Self.shortestPiece ? range(of: $0, after: 0) : nil }),
        !found.contains(where: { $0.overlaps(range) })
      {
        found.append(range)
      }
    }
    return found.isEmpty ? nil : found.sorted { $0.lowerBound < $1.lowerBound }
  }

  private func range(of text: String, after start: Int) -> Range<Int>? {
    let word = WhiteSpace.squeezed(Array(text.utf8)[...])
    guard !word.isEmpty, start <= bytes.count else { return nil }
    let offset = unsafe bytes[start...].withUnsafeBufferPointer {
      unsafe ByteFinder.offset(of: word, in: $0)
    }
    return offset.map { (start + $0)..<(start + $0 + word.count) }
  }

  /// What stands between the signs with which excerpts are put together: `…`, `→`, `；`, `|`, `、`.
  private static func pieces(_ excerpt: String) -> ArraySlice<String> {
    let pieces = excerpt.split { "…→；;|、\n".contains($0) }.map(String.init)
    return pieces.filter { $0.utf8.count >= shortestPiece }.prefix(mostPieces)
  }
}
