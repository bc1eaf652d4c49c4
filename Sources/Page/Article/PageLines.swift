import Dates
import Markup

/// The lines of a page with what each holds, as all readers of the page share them.
///
/// A reference: some forty readers a page hold it, and nothing of it changes.
final class PageLines: Sendable {
  private let table: LineTable

  init(
    _ flow: TextFlow, of document: Document, words: [NodeWords], readAt moment: Timestamp?
  ) {
    table = LineTable(flow, of: document, words: words, readAt: moment)
  }

  var flow: TextFlow { table.flow }
  /// The groups of words that stand in any line.
  var words: LineWords { table.words }
  var facts: [LineTable.Facts] { table.facts }
  var labels: [LabelledValue] { table.labels }
  /// Ranges are those of the flow's bytes.
  var dates: [DateSighting] { table.dates }

  /// The weight of a run of lines.
  func weight(of run: Range<Int>) -> Int { table.weight(of: run) }

  /// The labels of one line.
  func labels(of line: Int) -> ArraySlice<LabelledValue> { table.labels(of: line) }

  /// The dates of one line.
  func dates(of line: Int) -> ArraySlice<DateSighting> { table.dates(of: line) }
}
