import Page
import Support
import Testing

/// The reader on all labelled pages of our own: no figure may fall below the one recorded here.
///
/// A figure counts pages that are right on a field. Raise it when the reader gets better; the first
/// run's figures, before any mend, stand in docs/accuracy.md.
struct `Labelled pages` {
  private static let recorded = [
    "title": 185, "publish_date": 183, "source": 185, "doc_number": 184, "index_number": 183,
    "breadcrumb": 185, "column": 183, "site_name": 184, "attachments": 184, "list_entries": 49,
    "list_total": 49, "list_state": 56, "written_date": 23, "pages": 22, "related": 13,
  ]

  @Test func `are read no worse than recorded`() throws {
    let pages = try LabelledPages.all()
    #expect(pages.count == 185)
    for field in LabelledPages.fields {
      let wrong = pages.filter { field.judge($0) == false }.map(\.file)
      let right = pages.count { field.judge($0) == true }
      let least = try #require(Self.recorded[field.name], "no figure for \(field.name)")
      #expect(right >= least, "\(field.name): \(right) right, \(least) recorded; wrong: \(wrong)")
    }
  }

  @Test func `have no publish date where the page shows none`() throws {
    let date = try #require(LabelledPages.fields.first { $0.name == "publish_date" })
    let invented = try LabelledPages.all().filter {
      $0.label["publish_date"] == LabelledPages.Value.none && $0.facts.publishedOn != nil
        && date.judge($0) == false
    }
    #expect(invented.map(\.file) == [])
  }
}
