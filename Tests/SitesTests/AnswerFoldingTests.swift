import Page
import Sites
import Testing
import Web

/// Columns whose rows an interface gives.
struct `A list from an interface` {
  private static let api = "/api/list?page="

  /// A column page that asks for `pages` answers.
  private func sketch(_ asked: Int = 1) -> RecordSketch {
    var sketch = RecordSketch()
    sketch.page("/tzgg/", .column) { facts in
      facts.title = "通知公告"
      facts.column = "通知公告"
      facts.listState = .elsewhere
      facts.requests = (1...asked).map { RecordSketch.url("\(Self.api)\($0)") }
      facts.nextPages = facts.requests
    }
    return sketch
  }

  private func answer(
    _ sketch: inout RecordSketch, _ page: Int, rows: ClosedRange<Int>?, total: Int? = nil,
    _ state: ListState = .readable
  ) {
    sketch.page("\(Self.api)\(page)", .column) { facts in
      facts.isAnswer = true
      facts.listState = state
      facts.statedEntries = total
      for row in rows.map(Array.init) ?? [] {
        facts.row("/\(row).html", "公告第\(row)号", "2021-03-05")
      }
    }
  }

  private func column(_ sketch: RecordSketch) throws -> Column {
    let columns = sketch.site().columns.filter { $0.name == "通知公告" }
    return try #require(columns.first)
  }

  @Test func `is one column under the address of its page`() throws {
    var sketch = sketch(2)
    answer(&sketch, 1, rows: 1...3, total: 5)
    answer(&sketch, 2, rows: 4...5, total: 5)
    let column = try column(sketch)
    #expect(column.url == RecordSketch.url("/tzgg/"))
    #expect(column.entries.count == 5)
    #expect(column.state == .complete)
    #expect(sketch.site().columns.count == 1)
  }

  @Test func `is blank only when the interface says so`() throws {
    var blank = sketch()
    answer(&blank, 1, rows: nil, .empty)
    #expect(try column(blank).state == .blank)
    var unreadable = sketch()
    answer(&unreadable, 1, rows: nil, .unreadable)
    #expect(try column(unreadable).state == .unreadable)
  }

  @Test func `that was not asked for, or answered by a page, is not assessable`() throws {
    #expect(try column(sketch()).state == .unreadable)
    #expect(try column(sketch()).unread.map(\.outcome.code) == ["list.pageNotFetched"])
    var article = sketch()
    article.page("\(Self.api)1", .article) { $0.title = "系统维护" }
    #expect(try column(article).state == .unreadable)
    #expect(try column(article).unread.map(\.outcome.code) == ["list.answerUnreadable"])
    var hole = sketch()
    hole.hole("\(Self.api)1", "timeout.response", .unreachable)
    #expect(try column(hole).state == .unreadable)
  }

  @Test func `that a catalogue names and that answers 404 is unknown, not a dead link`() throws {
    var sketch = RecordSketch()
    sketch.page("/", .directory) { facts in
      facts.link("/gkmlpt/api/all/11?page=1&sid=2", "政策文件", .menu)
      facts.link("/jgzn/", "机构职能", .menu)
    }
    sketch.hole("/gkmlpt/api/all/11?page=1&sid=2", "http.404", .notFound)
    sketch.hole("/jgzn/", "http.404", .notFound)
    let columns = sketch.site().columns.filter { $0.pages.isEmpty }
    #expect(columns.map(\.name) == ["政策文件", "机构职能"])
    #expect(columns.map(\.state) == [.unread, .missing])
    #expect(columns.map { $0.unread.map(\.outcome.code) } == [["list.answerUnreadable"], []])
  }

  @Test(
    arguments: [
      (1...3, 4...6, 9, "list.rowsMissing"), (1...3, 1...3, 6, "list.pageRepeated"),
      (1...3, 1...3, nil, "list.pageRepeated"), (1...3, 4...6, 6, nil), (1...3, 3...5, 6, nil),
      (1...3, 4...6, 4, nil), (1...3, 4...6, nil, nil),
    ] as [(ClosedRange<Int>, ClosedRange<Int>, Int?, String?)])
  func `misses rows that it claims, or that came twice`(
    first: ClosedRange<Int>, second: ClosedRange<Int>, total: Int?, code: String?
  ) throws {
    var sketch = sketch(2)
    answer(&sketch, 1, rows: first, total: total)
    answer(&sketch, 2, rows: second, total: total)
    let column = try column(sketch)
    #expect(column.unread.map(\.outcome.code) == (code.map { [$0] } ?? []))
    #expect(column.state == (code == nil ? .complete : .partial))
  }
}
