import Dates
import Page
import Testing
import Web

private let elements = [
  ("事项名称", "社会团体成立登记"), ("设定依据", "《社会团体登记管理条例》第九条"), ("申请条件", "有五十个以上的个人会员"), ("办理材料", "申请书；章程草案"),
  ("办理流程", "受理—审查—决定"), ("办结时限", "20个工作日"), ("收费标准", "不收费"), ("办理地点", "政务服务中心二楼12号窗口"),
  ("办公时间", "周一至周五 9:00-17:00"), ("联系电话", "0632-8811234"), ("监督电话", "0632-8811235"),
  ("办理机构", "区民政局"),
]

private func guide(_ html: String) -> [GuideElement] {
  read(
    "<h1>社会团体成立登记办事指南</h1><p>发布时间：2021-03-05 来源：区民政局</p><div id=zoom>\(html)</div>",
    head: "<title>社会团体成立登记办事指南</title>"
  ).guide
}

struct `Service guides` {
  private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
  static let markups = [
    "<table>" + elements.map { "<tr><td>\($0)</td><td>\($1)</td></tr>" }.joined() + "</table>",
    "<table>" + elements.map { "<tr><th>\($0)：</th><td colspan=3>\($1)</td></tr>" }.joined()
      + "</table>",
    elements.map { "<p>\($0)：\($1)</p>" }.joined(),
    zip(numerals, elements).map { "<p>\($0)、\($1.0)</p><p>\($1.1)</p>" }.joined(),
    elements.map { "<h3>【\($0)】</h3><div>\($1)</div>" }.joined(),
    "<dl>" + elements.map { "<dt>\($0)</dt><dd>\($1)</dd>" }.joined() + "</dl>",
  ]

  @Test(arguments: markups)
  func `give their elements in every markup`(_ html: String) {
    let found = guide(html)
    #expect(found.map(\.element).count == 12)
    #expect(Set(found.map(\.element)).count == 12)
    for (label, value) in elements {
      #expect(found.first { $0.label == label }?.value == value)
    }
  }

  @Test func `keep an element of several lines whole, up to the next heading`() {
    let found = guide(
      """
      <p>一、设定依据</p><p>《办法》第三条</p><p>二、申请条件</p><p>（一）有名称；</p><p>（二）有场所。</p><p>三、办理材料</p><p>申请书</p>
      <p>四、其他</p><p>未尽事宜另行通知。</p>
      """)
    #expect(found.map(\.value) == ["《办法》第三条", "（一）有名称；\n（二）有场所。", "申请书"])
  }

  @Test func `show an element without a value, and a placeholder as such`() {
    let found = guide("<p>一、设定依据</p><p>二、申请条件</p><p>有名称</p><p>三、办理材料</p><p>暂无</p>")
    #expect(found.map(\.isPlaceholder) == [true, false, true])
  }

  @Test(arguments: [
    "<p>办公地址：云门路70号</p><p>办公时间：8:30-12:00</p><p>联系电话：0632-8811234</p>",
    "<p>申请条件详见附件，申请材料一并提交。收费标准按照规定执行，办理流程另行通知。</p>", sentences,
  ])
  func `are no other pages`(_ html: String) {
    #expect(guide(html).isEmpty)
  }
}

struct `Questions and answers` {
  private func pairs(_ html: String, title: String = "常见问题解答") -> [String] {
    read(
      "<h1>\(title)</h1><p>发布时间：2021-03-05 来源：区医保局</p><div id=zoom>\(html)</div>",
      head: "<title>\(title)</title>"
    ).questions.map { "\($0.question)|\($0.answer)" }
  }

  @Test(arguments: [
    "<p>问：医保卡丢了怎么办？</p><p>答：到窗口补办。</p><p>问：需要什么材料？</p><p>答：身份证。</p>",
    "<p>1.问：医保卡丢了怎么办？答：到窗口补办。</p><p>2.问：需要什么材料？答：身份证。</p>",
    "<p>问题1：医保卡丢了怎么办？</p><p>答复：到窗口补办。</p><p>问题2：需要什么材料？</p><p>答复：身份证。</p>",
    "<p>【问】医保卡丢了怎么办？</p><p>【答】到窗口补办。</p><p>【问】需要什么材料？</p><p>【答】身份证。</p>",
    "<p>Q：医保卡丢了怎么办？</p><p>A：到窗口补办。</p><p>Q：需要什么材料？</p><p>A：身份证。</p>",
    "<dl><dt>医保卡丢了怎么办？</dt><dd>到窗口补办。</dd><dt>需要什么材料？</dt><dd>身份证。</dd></dl>",
    "<p>医保卡丢了怎么办？</p><p>到窗口补办。</p><p>需要什么材料？</p><p>身份证。</p>",
  ])
  func `are paired`(_ html: String) {
    let found = pairs(html).map { $0.split(separator: "、").last.map(String.init) ?? "" }
    #expect(found == ["医保卡丢了怎么办？|到窗口补办。", "需要什么材料？|身份证。"])
  }

  @Test func `are none in the news`() {
    #expect(pairs("<p>怎样才能做得更好？大家认为：要加强学习。</p>\(sentences)", title: "区医保局召开会议").isEmpty)
    #expect(pairs("<p>问题：工作中存在不足。</p>\(sentences)", title: "关于整改情况的通报").isEmpty)
  }
}

struct `Letters of the public` {
  private func letters(_ html: String, title: String = "区长信箱") -> [PublicLetter] {
    read(
      "<h1>\(title)</h1><div class=main>\(html)</div>", head: "<title>\(title)</title>",
      fetchedAt: "2021-03-10T02:00:00Z"
    )
    .letters
  }

  @Test func `are read from a table`() {
    let found = letters(
      """
      <table><tr><th>信件标题</th><th>受理部门</th><th>来信时间</th><th>回复时间</th><th>状态</th></tr>
      <tr><td><a href=/x/1.html>关于小区供暖的问题</a></td><td>区住建局</td><td>2021-03-01</td><td>2021-03-05</td><td>已回复</td></tr>
      <tr><td><a href=/x/2.html>关于路灯不亮的问题</a></td><td>区城管局</td><td>2021-03-08</td><td></td><td>办理中</td></tr></table>
      """)
    #expect(found.map(\.title) == ["关于小区供暖的问题", "关于路灯不亮的问题"])
    #expect(found.map { $0.askedOn?.description } == ["2021-03-01", "2021-03-08"])
    #expect(found.map { $0.repliedOn?.description } == ["2021-03-05", nil])
    #expect(found.map(\.status) == [.answered, .open])
    #expect(found.map { $0.url?.path } == ["/x/1.html", "/x/2.html"])
    #expect(found.map(\.agency) == ["区住建局", "区城管局"])
  }

  @Test func `are read from rows`() {
    let found = letters(
      """
      <ul><li><a href=/x/1.html>关于小区供暖的问题</a><span>2021-03-01</span><em>已答复</em></li>
      <li><a href=/x/2.html>关于路灯不亮的问题</a><span>2021-03-08</span><em>待回复</em></li></ul>
      """)
    #expect(found.map(\.status) == [.answered, .open])
    #expect(found.map { $0.askedOn?.description } == ["2021-03-01", "2021-03-08"])
    #expect(found.map(\.statusText) == ["已答复", "待回复"])
  }

  @Test func `are read from a letter's own page`() {
    let found = letters(
      """
      <table><tr><td>信件标题</td><td>关于小区供暖的问题</td></tr><tr><td>来信时间</td><td>2021-03-01 10:20</td></tr>
      <tr><td>答复单位</td><td>区住建局</td></tr><tr><td>答复时间</td><td>2021-03-05</td></tr></table><p>您好，已安排检修。</p>
      """)
    #expect(found.map(\.title) == ["关于小区供暖的问题"])
    #expect(found.first?.askedOn?.description == "2021-03-01")
    #expect(found.first?.repliedOn?.description == "2021-03-05")
    #expect(found.first?.status == .answered)
  }

  @Test func `are none in the news`() {
    #expect(letters("<p>截至目前，来信已回复120件，待办理3件。</p>\(sentences)", title: "工作动态").isEmpty)
  }
}
