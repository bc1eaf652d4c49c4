import Dates

/// Writes the main part of a column's page.
struct ListMarkup: Sendable {
  let markup: ExampleMarkup
  let name: String
  let rows: [ListRow]
  /// Addresses of the list's pages in order; one when it has a single page.
  let pages: [String]
  /// The position of this page in `pages`.
  let current: Int
  /// A script fills the list.
  let isScript: Bool

  var main: String {
    let list = isScript ? script : markupOfRows
    return "<div class=\"main\"><h2>\(escaped(name))</h2>\(list)\(pager)</div>"
  }

  private var script: String {
    "<div class=\"list\" id=\"list\"></div><script>$.ajax({url:'/front/list/query.do',"
      + "success:function(d){$('#list').html(d.rows);layui.laypage.render({elem:'page'})}});"
      + "</script>"
  }

  private var markupOfRows: String {
    if rows.isEmpty { return "<div class=\"list\"><p>暂无信息</p></div>" }
    switch markup {
    case .list:
      return "<ul class=\"list\">"
        + rows.map { row in
          "<li>\(link(row))<span class=\"date\">\(day(row))</span></li>"
        }.joined(separator: "\n") + "</ul>"
    case .table:
      return "<table class=\"list\" width=\"700\">"
        + rows.map { row in
          "<tr><td width=\"10\">·</td><td>\(link(row))</td><td width=\"90\">[\(day(row))]</td></tr>"
        }.joined(separator: "\n") + "</table>"
    case .cards:
      return "<div class=\"list\">"
        + rows.map { row in
          "<dl class=\"item\"><dt>\(link(row))</dt><dd>\(day(row))</dd></dl>"
        }.joined(separator: "\n") + "</div>"
    }
  }

  private func day(_ row: ListRow) -> String { row.date.map { "\($0)" } ?? "" }

  private func link(_ row: ListRow) -> String {
    guard let href = row.href else { return escaped(row.title) }
    return "<a href=\"\(href)\" title=\"\(escaped(row.title))\">\(escaped(row.title))</a>"
  }

  private var pager: String {
    guard pages.count > 1 else { return "" }
    let numbers = pages.indices.map { index in
      index == current
        ? "<span class=\"current\">\(index + 1)</span>"
        : "<a href=\"\(pages[index])\">\(index + 1)</a>"
    }.joined(separator: " ")
    let next = current + 1 < pages.count ? "<a href=\"\(pages[current + 1])\">下一页</a>" : ""
    return "<div class=\"page\">\(numbers) \(next) 共\(pages.count)页</div>"
  }
}
