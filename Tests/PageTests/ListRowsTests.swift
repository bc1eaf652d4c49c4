import Dates
import Page
import Testing
import Web

struct `List rows` {
  /// One list of three rows in every markup that lists come in.
  static let markups: [(String, String)] = [
    (
      "li with span",
      """
      <ul><li><a href="202103/t20210305_1.html">关于春季绿化工作的通知</a><span>2021-03-05</span></li>
      <li><a href="202102/t20210208_2.html">关于春节放假安排的公告</a><span>2021-02-08</span></li>
      <li><a href="202101/t20210104_3.html">关于招聘公益岗位的公示</a><span>2021-01-04</span></li></ul>
      """
    ),
    (
      "date before the link, in brackets",
      """
      <ul><li><span>[2021-03-05]</span> <a href="1.html">关于春季绿化工作的通知</a></li>
      <li><span>[2021-02-08]</span> <a href="2.html">关于春节放假安排的公告</a></li>
      <li><span>[2021-01-04]</span> <a href="3.html">关于招聘公益岗位的公示</a></li></ul>
      """
    ),
    (
      "table rows",
      """
      <table><tr><th>标题</th><th>发布日期</th></tr>
      <tr><td><a href="1.html">关于春季绿化工作的通知</a></td><td>2021/3/5</td></tr>
      <tr><td><a href="2.html">关于春节放假安排的公告</a></td><td>2021/2/8</td></tr>
      <tr><td><a href="3.html">关于招聘公益岗位的公示</a></td><td>2021/1/4</td></tr></table>
      """
    ),
    (
      "a table a row",
      """
      <table width="100%"><tr><td>·<a href="1.html">关于春季绿化工作的通知</a></td><td>2021.03.05</td></tr></table>
      <table width="100%"><tr><td>·<a href="2.html">关于春节放假安排的公告</a></td><td>2021.02.08</td></tr></table>
      <table width="100%"><tr><td>·<a href="3.html">关于招聘公益岗位的公示</a></td><td>2021.01.04</td></tr></table>
      """
    ),
    (
      "dt and dd",
      """
      <dl><dt><a href="1.html">关于春季绿化工作的通知</a></dt><dd>2021年3月5日</dd>
      <dt><a href="2.html">关于春节放假安排的公告</a></dt><dd>2021年2月8日</dd>
      <dt><a href="3.html">关于招聘公益岗位的公示</a></dt><dd>2021年1月4日</dd></dl>
      """
    ),
    (
      "a dl a row",
      """
      <dl><dt><a href="1.html">关于春季绿化工作的通知</a></dt><dd>2021年3月5日</dd></dl>
      <dl><dt><a href="2.html">关于春节放假安排的公告</a></dt><dd>2021年2月8日</dd></dl>
      <dl><dt><a href="3.html">关于招聘公益岗位的公示</a></dt><dd>2021年1月4日</dd></dl>
      """
    ),
    (
      "div cards with summaries",
      """
      <div class="card"><h4><a href="1.html">关于春季绿化工作的通知</a></h4><p>为做好今年春季绿化工作，现将有关事项通知如下，请各单位认真组织，抓好落实。</p><em>2021-03-05</em><a href="1.html">[详细]</a></div>
      <div class="card"><h4><a href="2.html">关于春节放假安排的公告</a></h4><p>根据上级安排，现将今年春节放假有关事项公告如下，望周知。</p><em>2021-02-08</em><a href="2.html">[详细]</a></div>
      <div class="card"><h4><a href="3.html">关于招聘公益岗位的公示</a></h4><p>经个人报名，资格审查，现将拟聘用人员名单公示如下，公示期五天。</p><em>2021-01-04</em><a href="3.html">[详细]</a></div>
      """
    ),
    (
      "a card that is one link",
      """
      <div class="list"><a href="1.html"><h4>关于春季绿化工作的通知</h4><p>现将有关事项通知如下。</p><span>2021-03-05</span></a>
      <a href="2.html"><h4>关于春节放假安排的公告</h4><p>现将有关事项公告如下。</p><span>2021-02-08</span></a>
      <a href="3.html"><h4>关于招聘公益岗位的公示</h4><p>现将名单公示如下。</p><span>2021-01-04</span></a></div>
      """
    ),
    (
      "link with the day inside",
      """
      <ul><li><a href="1.html"><i>2021-03-05</i>关于春季绿化工作的通知</a></li>
      <li><a href="2.html"><i>2021-02-08</i>关于春节放假安排的公告</a></li>
      <li><a href="3.html"><i>2021-01-04</i>关于招聘公益岗位的公示</a></li></ul>
      """
    ),
    (
      "paragraphs",
      """
      <p><a href="1.html">关于春季绿化工作的通知</a>（2021-03-05）</p>
      <p><a href="2.html">关于春节放假安排的公告</a>（2021-02-08）</p>
      <p><a href="3.html">关于招聘公益岗位的公示</a>（2021-01-04）</p>
      """
    ),
    (
      "links and days with line breaks",
      """
      <div><a href="1.html">关于春季绿化工作的通知</a> 2021-03-05<br>
      <a href="2.html">关于春节放假安排的公告</a> 2021-02-08<br>
      <a href="3.html">关于招聘公益岗位的公示</a> 2021-01-04<br></div>
      """
    ),
    (
      "two-box dates",
      """
      <ul><li><div class="d"><b>05</b><i>2021-03</i></div><a href="1.html">关于春季绿化工作的通知</a></li>
      <li><div class="d"><b>08</b><i>2021-02</i></div><a href="2.html">关于春节放假安排的公告</a></li>
      <li><div class="d"><b>04</b><i>2021-01</i></div><a href="3.html">关于招聘公益岗位的公示</a></li></ul>
      """
    ),
    (
      "year and day in boxes",
      """
      <ul><li><p><span>03-05</span><span>2021</span></p><a href="1.html">关于春季绿化工作的通知</a></li>
      <li><p><span>02-08</span><span>2021</span></p><a href="2.html">关于春节放假安排的公告</a></li>
      <li><p><span>01-04</span><span>2021</span></p><a href="3.html">关于招聘公益岗位的公示</a></li></ul>
      """
    ),
    (
      "title and day as neighbours",
      """
      <ul><li><a href="1.html">关于春季绿化工作的通知</a></li><li class="t">2021-03-05</li>
      <li><a href="2.html">关于春节放假安排的公告</a></li><li class="t">2021-02-08</li>
      <li><a href="3.html">关于招聘公益岗位的公示</a></li><li class="t">2021-01-04</li></ul>
      """
    ),
    (
      "groups of rows with a line between",
      """
      <ul><li><a href="1.html">关于春季绿化工作的通知</a><span>2021-03-05</span></li>
      <li><a href="2.html">关于春节放假安排的公告</a><span>2021-02-08</span></li></ul><hr>
      <ul><li><a href="3.html">关于招聘公益岗位的公示</a><span>2021-01-04</span></li></ul>
      """
    ),
    (
      "days broken over lines",
      """
      <ul><li><a href="1.html">关于春季绿化工作的通知</a><b>2021-
      03-
      05</b></li><li><a href="2.html">关于春节放假安排的公告</a><b>2021-
      02-
      08</b></li><li><a href="3.html">关于招聘公益岗位的公示</a><b>2021-
      01-
      04</b></li></ul>
      """
    ),
    (
      "days split over elements",
      """
      <ul><li><a href="1.html">关于春季绿化工作的通知</a><b>2021</b>-<b>03-05</b></li>
      <li><a href="2.html">关于春节放假安排的公告</a><b>2021</b>-<b>02-08</b></li>
      <li><a href="3.html">关于招聘公益岗位的公示</a><b>2021</b>-<b>01-04</b></li></ul>
      """
    ),
    (
      "labels, a time and a counter",
      """
      <ul><li><a href="1.html">关于春季绿化工作的通知</a><font>(发布时间：2021-03-05 11:06:22 阅读次数：2021)</font></li>
      <li><a href="2.html">关于春节放假安排的公告</a><font>(发布时间：2021-02-08 09:00:00 阅读次数：88)</font></li>
      <li><a href="3.html">关于招聘公益岗位的公示</a><font>(发布时间：2021-01-04 08:30:00 阅读次数：19)</font></li></ul>
      """
    ),
    (
      "no year in the row, the day in the address",
      """
      <ul><li><a href="/art/2021/3/5/art_12_1.html">关于春季绿化工作的通知</a><span>[03-05]</span></li>
      <li><a href="/art/2021/2/8/art_12_2.html">关于春节放假安排的公告</a><span>[02-08]</span></li>
      <li><a href="/art/2021/1/4/art_12_3.html">关于招聘公益岗位的公示</a><span>[01-04]</span></li></ul>
      """
    ),
  ]

  static let expected = [
    "2021-03-05 关于春季绿化工作的通知", "2021-02-08 关于春节放假安排的公告", "2021-01-04 关于招聘公益岗位的公示",
  ]

  @Test(arguments: markups)
  func `are read from every markup`(name: String, body: String) {
    let facts = ListPages.column(body)
    #expect(ListPages.rows(facts) == Self.expected, "\(name)")
    #expect(facts.state == .readable)
    #expect(facts.entries.allSatisfy { $0.url != nil })
  }

  @Test(arguments: markups)
  func `are read beside a pager too`(name: String, body: String) {
    let pager = """
      <div class="page">共28条 1/2 <a href="index_2.html">下一页</a> <a href="index_2.html">尾页</a></div>
      """
    let facts = ListPages.column(body + pager)
    #expect(ListPages.rows(facts) == Self.expected, "\(name)")
    #expect(ListPages.targets(facts.nextPages) == ["/zwgk/tzgg/index_2.html"])
    #expect(facts.statedPages == 2)
  }

  @Test func `give the whole title where the text is cut`() {
    let facts = ListPages.column(
      """
      <ul><li><a href="1.html" title="关于印发平湖区政务公开工作要点的通知">关于印发平湖区政务公开...</a><span>2021-03-05</span></li>
      <li><a href="2.html" title="关于开展春季防火检查的公告">关于开展春季防火…</a><span>2021-03-04</span></li>
      <li><a href="3.html" title="点击查看">关于举办招聘会的公告</a><span>2021-03-03</span></li></ul>
      """)
    #expect(
      facts.entries.map(\.title) == ["关于印发平湖区政务公开工作要点的通知", "关于开展春季防火检查的公告", "关于举办招聘会的公告"])
  }

  @Test func `keep categories before a title out of it`() {
    let facts = ListPages.column(
      """
      <ul><li>[<a href="/zwgk/tz/">通知</a>] <a href="1.html">关于春季绿化工作的通知</a><span>2021-03-05</span></li>
      <li><a href="/zwgk/gg/">【公告】</a><a href="2.html">关于春节放假安排的公告</a><span>2021-02-08</span></li>
      <li>[公示]<a href="3.html">关于招聘公益岗位的公示</a><span>2021-01-04</span></li></ul>
      """)
    #expect(ListPages.rows(facts) == Self.expected)
    #expect(facts.entries.first?.url?.path == "/zwgk/tzgg/1.html")
  }

  @Test func `keep pinned rows in their place`() {
    let facts = ListPages.column(
      """
      <ul><li><i>置顶</i><a href="9.html">办事大厅搬迁公告</a><img src="new.gif"><span>2019-06-01</span></li>
      <li><a href="1.html">关于春季绿化工作的通知</a><span>2021-03-05</span></li>
      <li><a href="2.html">关于春节放假安排的公告</a><span>2021-02-08</span></li></ul>
      """)
    #expect(
      ListPages.rows(facts) == [
        "2019-06-01 办事大厅搬迁公告", "2021-03-05 关于春季绿化工作的通知", "2021-02-08 关于春节放假安排的公告",
      ])
  }

  @Test func `take the day of publishing, not of writing, from a table`() {
    let facts = ListPages.column(
      """
      <table><tr><th>索引号</th><th>信息名称</th><th>发布日期</th><th>成文日期</th></tr>
      <tr><td>PH01-2021-0001</td><td><a href="1.html">平湖区财政局关于预算公开的通知</a></td><td>2021-03-05</td><td>2021-02-20</td></tr>
      <tr><td>PH01-2021-0002</td><td><a href="2.html">平湖区财政局关于决算公开的通知</a></td><td>2021-03-01</td><td>2021-02-19</td></tr></table>
      """)
    #expect(
      ListPages.rows(facts) == ["2021-03-05 平湖区财政局关于预算公开的通知", "2021-03-01 平湖区财政局关于决算公开的通知"])
  }

  @Test func `take the labelled day of publishing from running labels`() {
    let facts = ListPages.column(
      """
      <ul><li><a href="1.html">关于征求意见的公告</a><p>截止日期：2021-04-05 发布日期：2021-03-05</p></li>
      <li><a href="2.html">关于征求建议的公告</a><p>发布日期：2021-03-01 截止日期：2021-04-01</p></li></ul>
      """)
    #expect(facts.entries.map { $0.date?.description } == ["2021-03-05", "2021-03-01"])
  }

  @Test func `leave a day without a year unknown when nothing settles it`() {
    let facts = ListPages.column(
      """
      <ul><li><a href="a.html">关于春季绿化工作的通知</a><span>03-05</span></li>
      <li><a href="b.html">关于春节放假安排的公告</a><span>02-08</span></li></ul>
      """)
    #expect(facts.entries.count == 2)
    #expect(facts.entries.allSatisfy { $0.date == nil })
  }

  @Test func `take the year before when the address lies across the turn of the year`() {
    let facts = ListPages.column(
      """
      <ul><li><a href="202101/t20210104_1.html">年终总结会召开</a><span>12-31</span></li>
      <li><a href="202012/t20201230_2.html">安全检查部署会召开</a><span>12-30</span></li></ul>
      """)
    #expect(facts.entries.map { $0.date?.description } == ["2020-12-31", "2020-12-30"])
  }

  @Test func `read 今天 and 昨天 against the day of fetching only`() {
    let body = """
      <ul><li><a href="1.html">我区召开防汛工作会议</a><span>今天 08:30</span></li>
      <li><a href="2.html">我区开展义务植树活动</a><span>昨天</span></li>
      <li><a href="3.html">我区举办职工运动会</a><span>2021-06-01</span></li></ul>
      """
    let dated = ListPages.column(body, fetchedAt: Timestamp("2021-06-10T02:00:00Z"))
    #expect(
      dated.entries.map { $0.date?.description } == ["2021-06-10", "2021-06-09", "2021-06-01"])
    let undated = ListPages.column(body)
    #expect(undated.entries.map { $0.date?.description } == [nil, nil, "2021-06-01"])
  }

  @Test func `keep a row whose link is dead`() {
    let facts = ListPages.column(
      """
      <ul><li><a href="javascript:;">二〇一八年度部门决算公开</a><span>2019-09-04</span></li>
      <li><a href="2.html">二〇一七年度部门决算公开</a><span>2018-09-04</span></li></ul>
      """)
    #expect(facts.entries.map { $0.url?.path } == [nil, "/zwgk/tzgg/2.html"])
  }

  @Test func `find the address that a click opens`() {
    let facts = ListPages.column(
      """
      <ul><li onclick="window.open('/art/1.html')"><a>关于春季绿化工作的通知</a><span>2021-03-05</span></li>
      <li><a href="javascript:void(0)" onclick="location.href='/art/2.html'">关于春节放假安排的公告</a><span>2021-02-08</span></li></ul>
      """)
    #expect(facts.entries.map { $0.url?.path } == ["/art/1.html", "/art/2.html"])
  }

  @Test func `do not take days in titles for the row's day`() {
    let facts = ListPages.column(
      """
      <ul><li><a href="1.html">2018年7月24日 政风热线在线收听</a><span>2018-07-27</span></li>
      <li><a href="2.html">2018年7月20日 政风热线在线收听</a><span>2018-07-21</span></li></ul>
      """)
    #expect(
      ListPages.rows(facts) == ["2018-07-27 2018年7月24日 政风热线在线收听", "2018-07-21 2018年7月20日 政风热线在线收听"])
  }

  @Test func `resolve against a base element`() {
    let facts = ListPages.column(
      "<ul><li><a href='1.html'>关于春季绿化工作的通知</a><i>2021-03-05</i></li></ul>",
      head: "<base href='http://www.example.gov.cn/other/'>")
    #expect(facts.entries.first?.url?.path == "/other/1.html")
  }

  @Test func `without dates are titles that lead to pages`() {
    let facts = ListPages.column(
      """
      <div class="list"><ul><li><a href="content_101.html">平湖区农村宅基地申请审批办理指南</a></li>
      <li><a href="content_102.html">平湖区食品经营许可办理流程说明</a></li>
      <li><a href="content_103.html">平湖区个体工商户登记办理须知</a></li></ul></div>
      """)
    #expect(facts.entries.map(\.title).first == "平湖区农村宅基地申请审批办理指南")
    #expect(facts.entries.count == 3)
    #expect(facts.entries.allSatisfy { $0.date == nil })
  }
}

struct `List rows with traps` {
  @Test func `in two columns of a table are both read`() {
    let facts = ListPages.column(
      """
      <table><tr><td><a href="1.html">关于春季绿化工作的通知</a></td><td>2021-03-05</td><td><a href="2.html">关于春节放假安排的公告</a></td><td>2021-02-08</td></tr>
      <tr><td><a href="3.html">关于招聘公益岗位的公示</a></td><td>2021-01-04</td><td><a href="4.html">关于表彰先进的决定</a></td><td>2021-01-03</td></tr></table>
      """)
    #expect(
      ListPages.rows(facts) == `List rows`.expected + ["2021-01-03 关于表彰先进的决定"])
  }

  @Test func `with a short title before a unit's link keep the title`() {
    let facts = ListPages.column(
      """
      <ul><li><a href="content_1.html">嘉奖令</a><a href="/bm/zfb/">平湖区人民政府办公室</a><span>2021-03-05</span></li>
      <li><a href="content_2.html">任免通知</a><a href="/bm/rsj/">区人力资源和社会保障局</a><span>2021-03-04</span></li></ul>
      """)
    #expect(facts.entries.map(\.title) == ["嘉奖令", "任免通知"])
  }

  @Test func `with a title cut without an ellipsis give the whole one`() {
    let facts = ListPages.column(
      """
      <ul><li><a href="1.html" title="关于印发平湖区政务公开工作要点的通知">关于印发平湖区政务公开</a><span>2021-03-05</span></li>
      <li><a href="2.html" title="关于开展春季防火检查的公告 发布时间：2021-03-04">关于开展春季防火检查的公告</a><span>2021-03-04</span></li></ul>
      """)
    #expect(facts.entries.map(\.title) == ["关于印发平湖区政务公开工作要点的通知", "关于开展春季防火检查的公告"])
  }

  @Test func `that are one link with a category, a title and a day`() {
    let facts = ListPages.column(
      """
      <ul><li><a href="1.html"><em>通知</em><span>关于春季绿化工作的通知</span><i>2021-03-05</i></a></li>
      <li><a href="2.html"><em>公告</em><span>关于春节放假安排的公告</span><i>2021-02-08</i></a></li></ul>
      """)
    #expect(facts.entries.map(\.title) == ["关于春季绿化工作的通知", "关于春节放假安排的公告"])
    #expect(facts.entries.map { $0.date?.description } == ["2021-03-05", "2021-02-08"])
  }

  @Test func `of an openness directory with hidden particulars`() {
    func row(_ number: Int, _ title: String, _ day: String) -> String {
      """
      <tr><td>\(number)</td><td><a href="/OpennessContent/show/\(900 + number).html" title="\(title)">\(title)</a>
      <div class="tip" style="display:none"><p>索引号：JA01-2021-0000\(number)</p><p>组配分类：规范性文件</p><p>发布机构：平湖区财政局</p>
      <p>生成日期：2020-12-0\(number)</p><p>发布日期：\(day)</p><p>发文字号：平财〔2020〕\(number)号</p></div></td><td>\(day)</td></tr>
      """
    }
    let facts = ListPages.column(
      """
      <table><tr><th>序号</th><th>信息名称</th><th>发布日期</th></tr>\(row(1, "平湖区财政票据管理办法", "2021-03-05"))
      \(row(2, "平湖区政府采购管理办法", "2021-02-08"))\(row(3, "平湖区国有资产管理办法", "2021-01-04"))</table>
      """)
    #expect(
      ListPages.rows(facts) == [
        "2021-03-05 平湖区财政票据管理办法", "2021-02-08 平湖区政府采购管理办法", "2021-01-04 平湖区国有资产管理办法",
      ])
  }

  @Test func `with a picture, a title and a summary that are all links`() {
    let facts = ListPages.column(
      """
      <ul><li><a href="1.html"><img src="a.jpg" alt="图片"></a><h3><a href="1.html">关于春季绿化工作的通知</a></h3>
      <p><a href="1.html">为做好今年春季绿化工作，现将有关事项通知如下，请认真组织。</a></p><span>2021-03-05</span></li>
      <li><a href="2.html"><img src="b.jpg" alt="图片"></a><h3><a href="2.html">关于春节放假安排的公告</a></h3>
      <p><a href="2.html">根据上级安排，现将今年春节放假有关事项公告如下。</a></p><span>2021-02-08</span></li></ul>
      """)
    #expect(ListPages.rows(facts) == Array(`List rows`.expected.prefix(2)))
  }

  @Test func `under a header with sort links`() {
    let facts = ListPages.column(
      """
      <div class="list"><ul><li class="th"><a href="?sort=title">标题</a><a href="?sort=date">发布日期</a></li>
      <li><a href="1.html">关于春季绿化工作的通知</a><span>2021-03-05</span></li>
      <li><a href="2.html">关于春节放假安排的公告</a><span>2021-02-08</span></li>
      <li><a href="/more/">更多</a></li></ul></div>
      """)
    #expect(ListPages.rows(facts) == Array(`List rows`.expected.prefix(2)))
  }

  @Test func `with VSB's row numbers and counters`() {
    func row(_ index: Int, _ title: String, _ day: String) -> String {
      """
      <tr id="line_u1_\(index)"><td width="16"><font face="Wingdings">v</font></td><td><a class="news" href="../info/1004/\(index).htm">\(title)</a>
      <font>(发布时间：\(day) 11:06:22 阅读次数：<span id="dynclicks_u1_\(index)"></span>)</font></td></tr>
      <span id="section_u1_\(index)" style="display:none;"><hr></span>
      """
    }
    let facts = ListPages.column(
      """
      <table><tr><td height="6"></td></tr>\(row(0, "关于春季绿化工作的通知", "2021-03-05"))
      \(row(1, "关于春节放假安排的公告", "2021-02-08"))\(row(2, "关于招聘公益岗位的公示", "2021-01-04"))
      <tr><td>&nbsp;</td></tr></table>
      """)
    #expect(ListPages.rows(facts) == `List rows`.expected)
  }
}
