import Dates
import Page
import Testing
import Web

/// Headlines that no element names: what stands before the particulars, and blocks set alike.
struct `Unnamed headlines` {
  static let tag = "<title>某县人民政府门户网站</title>"
  static let line = "某县第一中学举行秋季开学典礼　来源：县教育局　发布时间：2023-09-05"

  @Test func `stand before the particulars of their line`() {
    let facts = read("<table><tr><td>\(Self.line)</td></tr></table>\(sentences)", head: Self.tag)
    #expect(facts.title == "某县第一中学举行秋季开学典礼")
    #expect(facts.publishedOn?.description == "2023-09-05")
  }

  @Test func `are not taken from two such lines, which are rows`() {
    let other = "某县第二中学召开家长会议　来源：县教育局　发布时间：2023-09-03"
    let facts = read("<p>\(Self.line)</p><p>\(other)</p>\(sentences)", head: Self.tag)
    #expect(facts.title != "某县第一中学举行秋季开学典礼")
    #expect(facts.publishedOn == nil)
  }

  @Test(arguments: [
    "<p>会议于上周举行，会上通报了会议时间：2023-09-05</p>",
    "<p>参加培训的人员请注意，报名时间：2023-09-05</p>",
  ])
  func `are no part of a sentence that holds a day`(_ line: String) {
    let facts = read("\(line)\(sentences)", head: Self.tag)
    #expect(facts.publishedOn == nil)
    #expect(facts.title.map { !$0.contains("会议于") && !$0.contains("培训") } ?? true)
  }

  static func centred(_ lines: String...) -> String {
    lines.map { "<p align=center><b>\($0)</b></p>" }.joined()
      + "<p align=center>发布时间：2023-09-05</p>"
  }

  @Test func `go on in blocks that are set alike`() {
    let facts = read(
      Self.centred("某县教育局关于做好秋季开学", "有关工作的通知") + sentences, head: Self.tag)
    #expect(facts.title?.replacing(" ", with: "") == "某县教育局关于做好秋季开学有关工作的通知")
  }

  @Test(arguments: [
    centred("某县教育局文件", "关于做好秋季开学工作的通知"),
    centred("某县教育局会议纪要。", "关于做好秋季开学工作的通知"),
    "<p align=center>某县教育局政务公开</p>" + centred("关于做好秋季开学工作的通知"),
    "<p align=center><a href=/><b>某县教育局网</b></a></p>" + centred("关于做好秋季开学工作的通知"),
  ])
  func `do not take in a head, a sentence, a link or a line of another make`(_ head: String) {
    let facts = read(head + sentences, head: Self.tag)
    #expect(facts.title == "关于做好秋季开学工作的通知")
  }

  static func table(_ rows: (String, String)...) -> String {
    "<table>" + rows.map { "<tr><td>\($0)：</td><td>\($1)</td></tr>" }.joined() + "</table>"
  }

  static let name = "某县人民政府关于废止部分文件的决定"

  @Test func `are what 名称 names in a table of particulars`() {
    let facts = read(
      Self.table(
        ("名称", Self.name), ("文号", "某政发〔2023〕21号"), ("发布日期", "2023年6月5日")) + sentences,
      head: "<title>政策文件库</title>")
    #expect(facts.title == Self.name)
    #expect(facts.publishedOn?.description == "2023-06-05")
  }

  @Test(arguments: [
    table(("名称", name), ("地址", "某县某路8号"), ("发布日期", "2023年6月5日")),
    table(
      ("名称", name), ("文号", "某政发〔2023〕21号"), ("发布日期", "2023年6月5日"),
      ("名称", "某县人民政府关于修改部分文件的决定")),
  ])
  func `are not what 名称 names without a number or twice`(_ table: String) {
    let facts = read(table + sentences, head: "<title>政策文件库</title>")
    #expect(facts.title != Self.name)
  }

  // MARK: A day in two boxes

  static let headline = "<h1>关于做好春季绿化工作的通知</h1>"
  static let heading = "<title>关于做好春季绿化工作的通知</title>"
  static let boxes = "<div class=d><b>05</b><span>2024-03</span></div>"

  @Test(arguments: [boxes + headline, headline + boxes])
  func `have their day in two boxes above or below`(_ head: String) {
    let facts = read("<div>\(head)</div><div id=zoom>\(sentences)</div>", head: Self.heading)
    #expect(facts.publishedOn?.description == "2024-03-05")
  }

  @Test(arguments: [
    boxes + headline + "<div class=d><b>06</b><span>2024-03</span></div>",
    "<div class=d><b>35</b><span>2024-03</span></div>" + headline,
    "<div class=d><b>05</b><span>03</span><span>2024</span></div>" + headline,
    boxes + "<p>打印本页 关闭窗口</p>" + headline,
    "<div class=d><a href=/r/><b>05</b><span>2024-03</span></a></div>" + headline,
  ])
  func `have no day from boxes on both sides, of no day, of three, apart or of a link`(
    _ head: String
  ) {
    let facts = read("<div>\(head)</div><div id=zoom>\(sentences)</div>", head: Self.heading)
    #expect(facts.publishedOn == nil)
  }
}
