import Page
import Testing

private func tables(_ html: String) -> [TableFacts] {
  read("<h1>关于公布名单的通知</h1><p>发布时间：2021-03-05 来源：区财政局</p><div id=zoom>\(sentences)\(html)</div>")
    .tables
}

struct `Tables` {
  @Test func `resolve row and column spans into a grid`() throws {
    let table = try #require(
      tables(
        """
        <table><caption>名单</caption><tr><th rowspan=2>单位</th><th colspan=2>数量</th></tr>
        <tr><th>一季度</th><th>二季度</th></tr><tr><td>区财政局</td><td>3</td><td>4</td></tr></table>
        """
      ).first)
    #expect(table.caption == "名单")
    #expect(table.rows == 3)
    #expect(table.columns == 3)
    let grid = TableGrid(table)
    #expect(grid.cell(row: 1, column: 0)?.text == "单位")
    #expect(grid.cell(row: 0, column: 2)?.text == "数量")
    #expect(grid.cell(row: 2, column: 2)?.text == "4")
    #expect(grid.cell(row: 3, column: 0) == nil)
    #expect(table.cell(row: 1, column: 1)?.isHeader == true)
    #expect(table.cell(row: 2, column: 1)?.isHeader == false)
  }

  @Test func `join the lines of a cell`() throws {
    let table = try #require(
      tables(
        "<table><tr><td>第一<br>行<p>第二段</p></td><td>乙</td></tr><tr><td> 丙 \u{3000}丁 </td><td>4</td></tr></table>"
      )
      .first)
    #expect(table.cells.first?.text == "第一\n行\n第二段")
    #expect(table.cell(row: 1, column: 0)?.text == "丙 丁")
  }

  @Test func `keep a table inside a cell apart`() {
    let found = tables(
      """
      <table><tr><td>外一<table><tr><td>内1</td><td>内2</td></tr><tr><td>内3</td><td>内4</td></tr></table></td>
      <td>外二</td></tr><tr><td>外三</td><td>外四</td></tr></table>
      """)
    #expect(
      found.map { $0.cells.map(\.text) } == [["外一", "外二", "外三", "外四"], ["内1", "内2", "内3", "内4"]])
  }

  @Test func `that only lay a page out are none`() {
    #expect(
      tables(
        "<table><tr><td>\(sentences)</td></tr></table><table><tr><td>一</td><td></td></tr></table>"
      ).isEmpty)
  }

  @Test(arguments: [
    "rowspan=65534 colspan=1000", "rowspan=0 colspan=0", "rowspan=-3 colspan=-1",
    "rowspan='9999999999999999999999'",
    "rowspan=abc colspan='2x'", "rowspan='' colspan=''",
  ])
  func `stay within bounds whatever a span says`(_ span: String) {
    let rows = (0..<50).map { _ in
      "<tr>" + String(repeating: "<td \(span)>一</td>", count: 50) + "</tr>"
    }
    for table in tables("<table>\(rows.joined())</table>") {
      #expect(table.rows <= 50)
      #expect(table.columns <= 128)
      let inside = table.cells.allSatisfy {
        $0.row + $0.height <= table.rows && $0.column + $0.width <= table.columns
      }
      #expect(inside)
    }
  }

  @Test func `cover each place once at most`() throws {
    let table = try #require(
      tables(
        """
        <table><tr><td rowspan=3>a</td><td>b</td><td rowspan=2 colspan=2>c</td></tr>
        <tr><td rowspan=2 colspan=9>d</td></tr><tr><td>e</td></tr><tr><td>f</td><td>g</td></tr></table>
        """
      ).first)
    for row in 0..<table.rows {
      for column in 0..<table.columns {
        #expect(table.cells.count { $0.covers(row: row, column: column) } <= 1)
      }
    }
  }

  @Test func `cut what no page of people holds, and say so`() throws {
    let rows = String(repeating: "<tr><td>一</td><td>二</td></tr>", count: 5000)
    let table = try #require(tables("<table>\(rows)</table>").first)
    #expect(table.isCut)
    #expect(table.rows <= 1000)
  }

  @Test func `without rows or beyond all nesting hurt nobody`() {
    let nested = String(repeating: "<table><tr><td>", count: 3000)
    _ = tables(nested)
    _ = tables("<table><td>一<td>二</table><table><tr></tr></table><table>")
  }
}

/// A figure with the labels by which it is asked for.
struct Figure: Sendable {
  var row: [String]
  var column: [String]
  var value: Double
}

struct `Figures of an annual report` {
  private let facts = read(AnnualReportPage.html, head: "<title>\(AnnualReportPage.title)</title>")

  private static let figures: [([String], [String], Double)] = [
    (["行政规范性文件"], ["现行有效件数"], 1208.0), (["规章"], ["本年制发件数"], 0), (["行政许可"], ["本年处理决定数量"], 17),
    (["行政处罚"], ["本年处理决定数量"], 8), (["行政事业性收费"], ["本年收费金额"], 316_441.05),
    (["一、本年新收政府信息公开申请数量"], ["自然人"], 100), (["本年新收政府信息公开申请数量"], ["总计"], 106),
    (["二、上年结转政府信息公开申请数量"], ["法人或其他组织", "其他"], 205), (["（一）予以公开"], ["商业企业"], 301),
    (["部分公开"], ["科研机构"], 402), (["（三）不予公开", "1.属于国家秘密"], ["自然人"], 500),
    (["不予公开", "危及“三安全一稳定”"], ["总计"], 526), (["（六）其他处理", "3.其他"], ["法律服务机构"], 624),
    (["其他处理", "1.申请人无正当理由逾期不补正"], ["自然人"], 600), (["（七）总计"], ["总计"], 706),
    (["四、结转下年度继续办理"], ["其他"], 805), ([], ["行政复议", "结果维持"], 1),
    ([], ["行政诉讼", "未经复议直接起诉", "结果维持"], 6), ([], ["复议后起诉", "总计"], 15),
  ]

  @Test(arguments: figures.map { Figure(row: $0, column: $1, value: $2) })
  func `are found by the labels of row and column`(_ figure: Figure) {
    let tables = facts.tables.filter { $0.figure(row: figure.row, column: figure.column) != nil }
    #expect(tables.count == 1)
    #expect(facts.tables.figure(row: figure.row, column: figure.column)?.number == figure.value)
  }

  @Test func `are no numbers where a blank stands`() {
    let found = facts.tables.figure(row: ["行政强制"], column: ["本年处理决定数量"])
    #expect(found?.text == "/")
    #expect(found?.number == nil)
  }

  private static let guesses: [([String], [String])] = [
    (["行政许可"], ["本年制发件数"]), (["规章"], ["本年处理决定数量"]), (["三、本年度办理结果"], ["自然人"]),
    (["没有这一行"], ["自然人"]), (["（一）予以公开"], ["没有这一列"]), ([], []), ([""], [""]),
    ([], ["结果维持"]),
  ]

  @Test(arguments: guesses)
  func `are not guessed`(_ row: [String], _ column: [String]) {
    #expect(facts.tables.figure(row: row, column: column) == nil)
  }

  @Test(arguments: [
    ("12", 12.0), ("1,234", 1234), ("１２３", 123), (" 7\u{A0}", 7), ("3件", 3), ("12.5万元", 12.5),
    ("-3", -3), ("0", 0),
  ])
  func `are read with separators, full width and units`(_ text: String, _ value: Double) {
    #expect(TableFigure.number(in: text) == value)
  }

  @Test(arguments: [
    "", "/", "无", "2021年3月", "第3项", "1.2.3", "3（4）", "12345678901234567890", "-", ".5.", "约3件左右的",
  ])
  func `are no other text`(_ text: String) {
    #expect(TableFigure.number(in: text) == nil)
  }
}
