import Dates
import Page
import Testing

private let pairs = [
  ("索引号", "37040602000123/2021-00012"), ("主题分类", "农业、林业、水利"), ("发布机构", "区财政局"),
  ("成文日期", "2021-03-01"), ("发布日期", "2021-03-05"), ("发文字号", "区财发〔2021〕3号"), ("公开方式", "主动公开"),
  ("公开时限", "长期公开"), ("有效性", "有效"),
]

struct `Particulars of a document` {
  static let markups: [String] = {
    let two = stride(from: 0, to: pairs.count, by: 2).map { index -> String in
      pairs[index..<min(index + 2, pairs.count)].map { "<td>\($0)：</td><td>\($1)</td>" }.joined()
    }
    return [
      "<table>" + pairs.map { "<tr><th>\($0)</th><td>\($1)</td></tr>" }.joined() + "</table>",
      "<table>" + two.map { "<tr>\($0)</tr>" }.joined() + "</table>",
      "<dl>" + pairs.map { "<dt>\($0)：</dt><dd>\($1)</dd>" }.joined() + "</dl>",
      "<ul>" + pairs.map { "<li><span>\($0)：</span><span>\($1)</span></li>" }.joined() + "</ul>",
      "<ul>" + pairs.map { "<li><b>\($0)</b>\($1)</li>" }.joined() + "</ul>",
      pairs.map { "<div class=r><div class=l>\($0)：</div><div class=v>\($1)</div></div>" }.joined(),
      pairs.map { "<p><strong>\($0)：</strong>\($1)</p>" }.joined(),
    ]
  }()

  @Test(arguments: markups)
  func `are read from every markup`(_ html: String) {
    let title = "关于做好春季绿化工作的通知"
    let facts = read(
      "<div class=head>\(html)</div><h1>\(title)</h1><div id=zoom>\(sentences)</div>",
      head: "<title>\(title)</title>")
    #expect(facts.indexNumber == "37040602000123/2021-00012")
    #expect(facts.publisher == "区财政局")
    #expect(facts.writtenOn?.description == "2021-03-01")
    #expect(facts.publishedOn?.description == "2021-03-05")
    #expect(facts.documentNumber == "区财发〔2021〕3号")
    #expect(facts.marks?.openness == .open)
    #expect(facts.marks?.validity == .valid)
    for (label, value) in pairs where label == "主题分类" || label == "公开时限" {
      #expect(facts.fields.first { $0.label == label }?.value == value)
    }
  }

  @Test(arguments: [
    "国办发〔2017〕47号", "国务院令第711号", "国办秘函〔2019〕19号", "穗府办函〔2017〕313号", "工信部信管〔2020〕200号",
    "区财发[2021]3号",
    "区财发（2021）3号", "区财发【2021】3号", "山亭区人民政府公告2021年第3号", "区政字〔2021〕12号", "鲁财综〔2021〕3号",
    "区财发〔2021〕第3号",
    "国家税务局公告2021年第3号", "区政办发〔２０２１〕３号",
  ])
  func `hold the number in every official form`(_ number: String) {
    let facts = article("发布时间：2021-03-05 文号：\(number)")
    #expect(facts.documentNumber == number)
  }
}
