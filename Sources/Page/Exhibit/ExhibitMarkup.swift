import Markup

/// An archived page as harmless markup: its text and structure, with the words of findings marked.
///
/// What comes out is built from an allow list, never filtered from what came in: no script, style,
/// frame, form, picture or address of the page survives, no attribute but a few that cannot load or
/// run anything. Links keep their words; where they led is told as a title.
package struct ExhibitMarkup: Sendable {
  /// Markup for the inside of `body`: well-formed, UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// For each excerpt the number of its mark (`id="x1"`), or nil when it does not stand in the text.
  package private(set) var marks: [Int?]
  /// Only a part of a very long page is shown.
  package private(set) var isCut = false

  /// How much markup comes out at most; a page of people is far shorter.
  package static let longest = 240_000
  /// How many nodes are shown before the first mark of a page that is cut.
  private static let lead: NodeIndex = 1500

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - body: the page as it came, content coding removed, in its own charset.
  ///   - contentType: the value of the header `Content-Type`, for its charset.
  ///   - excerpts: the words that findings cite; each is marked where it first stands.
  package init(_ body: [UInt8], contentType: String?, excerpts: [String]) {
    let text = CharsetReader.read(body, contentType: contentType)
    self.init(Document(parsing: text.bytes), excerpts: excerpts)
  }

  init(_ document: Document, excerpts: [String]) {
    let start = document.first(.body, in: document.root) ?? document.root
    let stream = ExhibitText(document, in: start)
    let found = excerpts.map { stream.find($0) }
    var ranges: [ExhibitWriter.Mark] = []
    marks = []
    for found in found {
      guard let found else {
        marks.append(nil)
        continue
      }
      // Words within words that are marked already have their place.
      if found.count == 1, let words = found.first,
        let same = ranges.firstIndex(where: {
          $0.range.lowerBound <= words.lowerBound && words.upperBound <= $0.range.upperBound
        })
      {
        marks.append(same + 1)
        continue
      }
      ranges += found.map { ExhibitWriter.Mark(range: $0) }
      marks.append(ranges.count - found.count + 1)
    }
    var writer = ExhibitWriter(document, ranges, limit: Self.longest)
    writer.write(start, from: 0)
    if writer.isCut, let first = ranges.map(\.range.lowerBound).min() {
      // The words may stand beyond the cut: show the page from a little before them.
      let node = stream.node(at: first)
      if node > Self.lead, !writer.hasMark {
        writer = ExhibitWriter(document, ranges, limit: Self.longest)
        writer.skip(stream.length(before: node - Self.lead))
        writer.write(start, from: node - Self.lead)
        writer.isCut = true
      }
    }
    bytes = writer.bytes
    isCut = writer.isCut
  }
}
