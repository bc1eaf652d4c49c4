import Page
import Support
import Testing

/// The reader on all labelled pages of our own: no figure may fall below the one recorded here.
///
/// A figure counts pages that are right on a field. Raise it when the reader gets better; the first
/// run's figures, before any mend, stand in docs/accuracy.md.
struct `Labelled pages` {
  private static let recorded = [
    "title": 385, "publish_date": 385, "source": 385, "doc_number": 385, "index_number": 385,
    "breadcrumb": 385, "column": 385, "site_name": 385, "attachments": 385, "list_entries": 129,
    "list_total": 129, "list_state": 142, "written_date": 41, "pages": 38, "related": 14,
  ]

  @Test func `are read no worse than recorded`() throws {
    let pages = try LabelledPages.all()
    #expect(pages.count == 385)
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

  @Test(arguments: ["directory-02.html", "directory-03.html", "leaders-01.html", "leaders-03.html"])
  func `of leaders and of telephone numbers are directories`(_ file: String) throws {
    let page = try #require(try LabelledPages.all().first { $0.file == file })
    #expect(page.facts.kind == .directory)
    #expect(page.facts.isRegister)
  }
}
