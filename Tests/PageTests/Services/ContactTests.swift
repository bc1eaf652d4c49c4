import Page
import Testing

private func contacts(_ html: String) -> [ContactField] {
  read("<h1>区财政局机构概况</h1><div class=main>\(html)</div>", head: "<title>机构概况</title>").contacts
}

private func values(_ html: String) -> [String] {
  contacts(html).map { "\($0.kind.rawValue)=\($0.value)" }
}

private let wanted: Set<String> = [
  "officeAddress=云门路70号", "officeHours=周一至周五 8:30-12:00，14:00-17:30", "telephone=0632-8811234",
  "fax=0632-8811235", "postcode=277200", "email=czj@example.gov.cn", "head=张三",
]

struct `Contact fields` {
  private static let pairs = [
    ("办公地址", "云门路70号"), ("办公时间", "周一至周五 8:30-12:00，14:00-17:30"), ("联系电话", "0632-8811234"),
    ("传 真", "0632-8811235"), ("邮　编", "277200"), ("电子邮箱", "czj@example.gov.cn"), ("负责人", "张三"),
  ]

  static let markups = [
    "<table>" + pairs.map { "<tr><td>\($0)</td><td>\($1)</td></tr>" }.joined() + "</table>",
    "<dl>" + pairs.map { "<dt>\($0)</dt><dd>\($1)</dd>" }.joined() + "</dl>",
    pairs.map { "<p>\($0)：\($1)</p>" }.joined(),
    "<ul>" + pairs.map { "<li><span>\($0)：</span><span>\($1)</span></li>" }.joined() + "</ul>",
    pairs.map { "<b>\($0)</b>：\($1)<br>" }.joined(),
  ]

  @Test(arguments: markups)
  func `are read from every markup`(_ html: String) {
    #expect(Set(values(html)) == wanted)
  }

  @Test func `are read from running text`() {
    let found = values(
      "<p>单位设在新城大厦，地址：云门路70号，邮编：277200；联系电话0632-8811234，传真为0632-8811235。监督电话：12388。</p>")
    #expect(
      Set(found) == [
        "officeAddress=云门路70号", "postcode=277200", "telephone=0632-8811234", "fax=0632-8811235",
        "supervisionTelephone=12388",
      ])
  }

  @Test func `are read from a table of units`() {
    let found = values(
      """
      <table><tr><th>科室</th><th>办公地点</th><th>联系电话</th></tr>
      <tr><td>办公室</td><td>云门路70号301室</td><td>0632-8811234</td></tr>
      <tr><td>预算科</td><td>云门路70号302室</td><td>暂无</td></tr></table>
      """)
    #expect(
      found == [
        "officeAddress=云门路70号301室", "telephone=0632-8811234", "officeAddress=云门路70号302室",
        "telephone=暂无",
      ])
  }

  @Test(arguments: [
    "暂无", "××××××", "0000-0000000", "待定", "XXXX", "12345678", "1111111", "－", "／", "xxx。",
  ])
  func `are placeholders where nothing is said`(_ value: String) {
    let found = contacts("<p>联系电话：\(value)</p>")
    #expect(found.map(\.isPlaceholder) == [true])
  }

  @Test(arguments: ["0632-8811234", "12345", "周一至周五", "云门路70号", "010-12345678x2"])
  func `are no placeholders where something is said`(_ value: String) {
    #expect(!Placeholder.isPlaceholder(value))
  }

  @Test(arguments: [
    "<p>会议地点：三楼会议室，时间：2021年3月5日。</p>", "<p>网站地址：http://www.example.gov.cn/</p>",
    "<p>联系电话：请拨打总机转接有关科室</p>", "<p>企业名称：某公司，申请人电话：0632-8811234</p>",
  ])
  func `are not made of other labels`(_ html: String) {
    #expect(contacts(html).isEmpty)
  }
}
