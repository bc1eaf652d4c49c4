import Dates
import Page
import Testing
import Web

/// Reads bytes as the answer of an interface.
enum Answers {
  static func read(
    _ text: String, at target: String = "/api/list?page=1", type: String = "application/json"
  ) -> PageFacts {
    PageReader().read(
      Array(text.utf8), url: WebURL("http://www.example.gov.cn\(target)"), contentType: type,
      fetchedAt: Timestamp("2021-06-01T00:00:00Z"))
  }

  /// `2021-03-05 标题 /path` of each row.
  static func rows(_ facts: PageFacts) -> [String] {
    facts.entries.map { entry in
      [entry.date?.description, entry.title, entry.url?.target].compactMap { $0 }
        .joined(separator: " ")
    }
  }

  static func targets(_ urls: [WebURL]) -> [String] { urls.map(\.target) }
}

struct `An interface's answer` {
  @Test(arguments: [
    ("2021-03-05", "2021-03-05"), ("2021-03-05 16:20:11", "2021-03-05"), ("2021/3/5", "2021-03-05"),
    ("2021年3月5日", "2021-03-05"), ("20210305", "2021-03-05"), ("1614902400", "2021-03-05"),
    ("1614902400000", "2021-03-05"), ("/Date(1614902400000+0800)/", "2021-03-05"),
    ("2021-03-04T16:00:00.000+00:00", "2021-03-05"), ("2021-03-04T16:00:00Z", "2021-03-05"),
    ("2021-03-05T08:00:00", "2021-03-05"), ("1970-01-01", nil), ("1970-01-01 08:00:00", nil),
    ("0", nil), ("-1", nil), ("1900-01-01", nil), ("2021-13-45", nil), ("9999-12-31", nil),
    ("99999999999999999999", nil), ("", nil), ("null", nil), ("昨天下午", nil),
  ])
  func `has days of every form, and none of the defaults`(written: String, day: String?) {
    let facts = Answers.read(
      #"{"rows":[{"title":"关于春季绿化的通知","url":"/a.html","publishDate":"\#(written)"}]}"#)
    #expect(facts.entries.first?.date?.description == day)
  }

  @Test(arguments: [
    (#"\u5E7F\u4E1c省公告"#, "广东省公告"), ("%u5E7F%u4E1C省公告", "广东省公告"),
    ("<font color='red'>关于</font>防汛的通知", "关于防汛的通知"), ("关于“三公”&ldquo;经费&rdquo;的公示", "关于“三公”“经费”的公示"),
    ("%uD83D公告", "\u{FFFD}公告"), ("  关于\\n绿化  的通知 ", "关于 绿化 的通知"), ("%u5E7", "%u5E7"),
  ])
  func `has titles with their escapes undone`(written: String, title: String) {
    let facts = Answers.read(#"{"data":{"list":[{"title":"\#(written)","url":"/a.html"}]}}"#)
    #expect(facts.entries.first?.title == title)
  }

  @Test func `takes the whole title where another name has it`() {
    let facts = Answers.read(
      #"{"list":[{"title":"关于印发平湖区政务公开...","showTitle":"关于印发平湖区政务公开工作要点的通知","url":"/1.html"}]}"#)
    #expect(facts.entries.map(\.title) == ["关于印发平湖区政务公开工作要点的通知"])
  }

  @Test(arguments: [
    ("/art/1.html", "/art/1.html"), ("art/1.html", "/art/1.html"),
    ("http://www.example.gov.cn/x", "/x"), ("%2Fart%2F1.html", "/art/1.html"),
    ("//www.example.gov.cn/y", "/y"), ("javascript:void(0)", nil), ("#", nil),
    ("/l?__wb_method=POST&a=1", nil),
  ])
  func `has addresses from the root`(written: String, target: String?) {
    let facts = Answers.read(
      #"{"rows":[{"title":"关于春季绿化的通知","url":"\#(written)","date":"2021-01-01"}]}"#)
    #expect(facts.entries.count == 1)
    #expect(facts.entries.first?.url?.target == target)
  }

  @Test func `names its other pages from the first one`() {
    let rows = (1...3).map { #"{"title":"公告第\#($0)号","url":"/\#($0).html"}"# }
      .joined(separator: ",")
    let text = #"{"data":{"total":8,"rows":3,"results":[\#(rows)]}}"#
    let first = Answers.read(text, at: "/common/search/ab?page=1&_pageSize=3")
    #expect(
      Answers.targets(first.nextPages) == [
        "/common/search/ab?page=2&_pageSize=3", "/common/search/ab?page=3&_pageSize=3",
      ])
    #expect(first.requests == first.nextPages)
    #expect(first.statedEntries == 8)
    #expect(first.isAnswer && first.kind == .column && first.listState == .readable)
    let later = Answers.read(text, at: "/common/search/ab?page=2&_pageSize=3")
    #expect(later.nextPages.isEmpty)
  }

  @Test(arguments: [
    // A total beside a page's own count.
    (#""count":3,"total":8,"#, "page=1&pageSize=3", ["page=2", "page=3"]),
    // Only a count, which may be the page's: a full page may have a next one.
    (#""count":3,"#, "page=1&pageSize=3", ["page=2"]),
    (#""count":3,"#, "page=4&pageSize=3", ["page=5"]),
    (#""count":3,"#, "page=1&pageSize=10", []), ("", "page=2&pageSize=3", ["page=3"]),
    ("", "pageSize=3", []), (#""count":7,"#, "page=1&pageSize=3", ["page=2", "page=3"]),
  ])
  func `is followed page by page where the total is not known`(
    stated: String, query: String, pages: [String]
  ) {
    let rows = (1...3).map { #"{"title":"公告第\#($0)号","url":"/\#($0).html","date":"2021-03-05"}"# }
      .joined(separator: ",")
    let facts = Answers.read(#"{\#(stated)"rows":[\#(rows)]}"#, at: "/api/list?\(query)")
    #expect(facts.nextPages.map { $0.query?.split(separator: "&").first.map(String.init) } == pages)
    #expect(facts.requests == facts.nextPages)
  }

  @Test func `that would go on without end is cut`() {
    let facts = Answers.read(
      #"{"rows":[{"title":"公告","url":"/1.html","date":"2021-03-05"}]}"#, at: "/api/list?page=60")
    #expect(facts.nextPages.isEmpty)
    #expect(facts.isTruncated)
  }

  @Test func `behind the first page may be the list's end`() {
    #expect(Answers.read(#"{"rows":[]}"#, at: "/api/list?page=3").listState == .empty)
    #expect(Answers.read(#"{"msg":"error"}"#, at: "/api/list?page=3").listState == .unreadable)
  }

  @Test func `keeps what data give beside a row`() {
    let facts = Answers.read(
      """
      {"data":{"results":[{"title":"关于防汛的通知","url":"/1.html","publishedTimeStr":"2021-03-05 10:00:00",
      "domainMetaList":[{"resultList":[{"key":"refno","value":"平政发〔2021〕3号"},{"key":"source","value":"平湖区水务局"}]}]}]}}
      """)
    #expect(
      facts.entries.first?.fields == [
        Field(label: "文号", value: "平政发〔2021〕3号"), Field(label: "发布机构", value: "平湖区水务局"),
      ])
  }

  @Test(arguments: [
    (#"{"data":{"total":0,"results":[]}}"#, ListState.empty), (#"{"total":0,"rows":null}"#, .empty),
    (#"{"data":{"results":[]}}"#, .empty), (#"{"data":{"total":12,"results":[]}}"#, .unreadable),
    (#"{"code":500,"msg":"error","data":{"results":[]}}"#, .unreadable),
    (#"{"success":false,"total":0,"rows":[]}"#, .unreadable),
    (#"{"error":"no","rows":[]}"#, .unreadable),
    (#"{"msg":"ok"}"#, .unreadable), ("[]", .empty), ("{}", .unreadable), ("[1,2,3]", .unreadable),
    (#"{"a":[{"b":1}]}"#, .unreadable),
  ])
  func `is empty only when it says so`(text: String, state: ListState) {
    let facts = Answers.read(text, at: "/common/search/ab?page=1")
    #expect(facts.listState == state)
    #expect(facts.entries.isEmpty)
  }

  @Test(arguments: [
    (
      "<div class='con'><ul>\\n</ul></div><div class='pagination' count='0' rows='15'></div>",
      ListState.empty
    ),
    ("<table count='0' rows='15'></table>", .empty),
    // A count of something else, of more than nothing, or none at all is no list without rows.
    ("<ul></ul><span class='hits' count='0'></span>", .unreadable),
    ("<ul></ul><div class='pagination' count='7' rows='15'></div>", .unreadable),
    ("<ul></ul>", .unreadable), ("", .unreadable),
  ])
  func `with markup is empty when its pager counts nothing`(markup: String, state: ListState) {
    let facts = Answers.read(
      #"{"success":true,"code":"200","data":{"html":"\#(markup)"}}"#,
      at: "/api-gateway/jpaas-publish-server/front/page/build/unit?pageId=1")
    #expect(facts.listState == state)
    #expect(facts.entries.isEmpty)
  }

  @Test func `of an unknown interface is never taken for an empty list`() {
    #expect(Answers.read(#"{"total":0,"rows":[]}"#).listState == .unreadable)
  }

  @Test func `of an unknown interface without days proves no list`() {
    let menu = #"{"data":[{"title":"政务公开","url":"/zwgk/"},{"title":"通知公告","url":"/tzgg/"}]}"#
    #expect(Answers.read(menu).listState == .unreadable)
    #expect(Answers.read(menu, at: "/common/search/ab?page=1").listState == .readable)
    let dated = menu.replacing("/zwgk/\"", with: "/zwgk/1.html\",\"date\":\"2021-03-05\"")
    #expect(Answers.read(dated).listState == .readable)
  }

  @Test(arguments: [
    #"{"data":{"rows":[{"title":"关"#, #"{"rows":[{"title":}]}"#, "{", "[", #"{"rows":"#,
  ])
  func `that is cut is no list`(text: String) {
    let facts = Answers.read(text, at: "/common/search/ab?page=1")
    #expect(facts.entries.isEmpty)
    #expect(facts.listState != .empty && facts.listState != .readable)
  }

  @Test func `of great depth, many rows and vast numbers is read within bounds`() {
    let deep = String(repeating: #"{"a":"#, count: 50_000)
    #expect(Answers.read(deep).entries.isEmpty)
    let row = #"{"title":"关于春季绿化的通知","url":"/a.html"},"#
    let many = "[" + String(repeating: row, count: 20_000) + row.dropLast() + "]"
    #expect(Answers.read(many).entries.count <= 5000)
    let vast = Answers.read(
      #"{"total":99999999999999999999999,"totalPage":9223372036854775807,"rows":[{"title":"公告一","url":"/1"}]}"#
    )
    #expect(vast.entries.count == 1)
    #expect(vast.nextPages.count <= 1)
    let pages = Answers.read(#"{"totalPage":9999999,"rows":[{"title":"公告一","url":"/1"}]}"#)
    #expect(pages.nextPages.count < 500)
  }

  @Test func `may be wrapped in a call or an assignment`() {
    for text in [
      #"cb({"rows":[{"title":"公告一","url":"/1"}]});"#, #"var list = [{title:'公告一',url:'/1'}];"#,
    ] {
      #expect(Answers.rows(Answers.read(text, type: "application/javascript")) == ["公告一 /1"])
    }
  }

  @Test func `in GBK is read in its charset`() {
    var bytes = Array(#"{"rows":[{"url":"/1","title":""#.utf8)
    bytes += [0xB9, 0xAB, 0xB8, 0xE6] + Array(#""}]}"#.utf8)
    let facts = PageReader().read(
      bytes, url: WebURL("http://www.example.gov.cn/l.json"),
      contentType: "application/json; charset=gbk", fetchedAt: nil)
    #expect(facts.entries.map(\.title) == ["公告"])
  }
}

struct `An XML answer` {
  @Test func `gives rows of elements and attributes`() {
    let facts = Answers.read(
      """
      <?xml version="1.0" encoding="utf-8"?><!DOCTYPE r [<!ENTITY a "aaaa">]>
      <result><total>2</total><items>
      <item><title><![CDATA[关于<b>防汛</b>的通知]]></title><link>/1.html</link><pubDate>2021-03-05</pubDate></item>
      <item><title>绿化 &amp; 养护 &#20844;告&a;</title><link>/2.html?a=1&amp;b=2</link><pubDate>2021-02-01</pubDate></item>
      </items></result>
      """, at: "/data/list.xml", type: "text/xml")
    #expect(
      Answers.rows(facts).first == "2021-03-05 关于防汛的通知 /1.html")
    #expect(facts.entries.last?.url?.target == "/2.html?a=1&b=2")
    #expect(facts.entries.count == 2)
  }

  @Test(arguments: ["rss", "feed", "urlset", "sitemapindex"])
  func `is not made of feeds and site maps`(root: String) {
    let facts = Answers.read(
      "<?xml version='1.0'?><\(root)><item><title>a</title><link>/1</link></item></\(root)>",
      at: "/x.xml", type: "text/xml")
    #expect(!facts.isAnswer)
  }

  @Test(arguments: [
    "<?xml", "<?xml ?><a", "<list><item><title>", "<list>]]></item>", "<?xml?><![CDATA[",
  ])
  func `that breaks off is read`(text: String) {
    #expect(Answers.read(text, at: "/x.xml", type: "text/xml").entries.isEmpty)
  }

  @Test func `of great depth is read`() {
    let deep = "<?xml?>" + String(repeating: "<a>", count: 100_000)
    #expect(Answers.read(deep, at: "/x.xml", type: "text/xml").entries.isEmpty)
  }
}
