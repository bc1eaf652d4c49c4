import Dates
import Markup
import Page
import Testing
import Web

/// What column pages ask interfaces for.
struct `Requests of` {
  /// The requests of a page whose list stands elsewhere.
  private func requests(_ body: String, url: String = ListPages.address) -> [String] {
    let facts = ListPages.column(
      "<h2>通知公告</h2><ul class=\"list\" id=\"list\"></ul>" + body, url: url)
    return Answers.targets(facts.requests)
  }

  @Test func `jpaas blocks carry the block's parameters and a page`() {
    let facts = ListPages.column(
      """
      <div class="list" id="x" querydata="{'parseType':'bulidstatic','webId':'149','tplSetId':'LW','pageType':'column','tagId':'当前栏目列表a','editType':'null','pageId':'122'}" url="/api-gateway/jpaas-publish-server/front/page/build/unit"></div>
      """)
    #expect(facts.state == .elsewhere)
    #expect(
      Answers.targets(facts.requests) == [
        "/api-gateway/jpaas-publish-server/front/page/build/unit?parseType=bulidstatic&webId=149&tplSetId=LW&pageType=column&tagId=%E5%BD%93%E5%89%8D%E6%A0%8F%E7%9B%AE%E5%88%97%E8%A1%A8a&editType=null&pageId=122&paramJson=%7B%22pageNo%22%3A1%2C%22pageSize%22%3A15%7D"
      ])
    #expect(facts.nextPages == facts.requests)
  }

  @Test func `UCAP searches ask for JSON`() {
    #expect(
      requests(
        """
        <script>var channelId = '817052cbb3a94d0d8217824e7a3aca53'; function load(page){
        $.get('/common/search/' + channelId + '?page=' + page + '&_pageSize=15&_isAgg=true&_isJson=true', function(d){ $('#list').html(d) }); }</script>
        """) == [
          "/common/search/817052cbb3a94d0d8217824e7a3aca53?page=1&_pageSize=15&_isAgg=true&_isJson=true&_template=index"
        ])
  }

  @Test func `tax offices' lists are posted`() {
    #expect(
      requests(
        """
        <input type="hidden" id="channelId" value="0a1b"><script>
        $.ajax({type:'post', url:'/getFileListByCodeId', data:{codeId:'', channelId: channelId, page: page, size: 10}, success:function(r){ $('#list').append(r) }});</script>
        """) == ["/getFileListByCodeId?__wb_method=POST&codeId=&channelId=0a1b&page=1&size=10"])
  }

  @Test func `szinf lists are posted`() {
    #expect(
      requests(
        """
        <script>var channelId='dc1a'; $.ajax({ url: "/szinf/xxgk/interfacesWebZcwj/loadData?pageSize=15", type: "POST",
        data: { pageIndex: pageIndex, channel_id: channelId }, success: function(d){ $("#list").html(d); } });</script>
        """) == [
          "/szinf/xxgk/interfacesWebZcwj/loadData?pageSize=15&__wb_method=POST&pageIndex=1&channel_id=dc1a"
        ])
  }

  @Test func `jpolicy lists have a page`() {
    #expect(
      requests(
        "<script>$.ajax({url:'/jpaas-jpolicy-web-server/front/info/list', data:{titles:'', pageSize:10}, success:function(d){$('#list').html(d)}})</script>"
      ) == ["/jpaas-jpolicy-web-server/front/info/list?titles=&pageSize=10&pageNo=1"])
  }

  @Test func `jpage scripts count rows in groups, by GET or by POST`() {
    let call = """
      <script>$('#8841').jpage({ proxyUrl:'/module/web/jpage/dataproxy.jsp', totalRecord:100, perPage:15, groupSize:3,
      METHOD ajaxParam:{col:1, appid:1, webid:3, path:'/', columnid:77, unitid:'8841', webname:'平湖', permissiontype:0} });</script>
      """
    let query =
      "col=1&appid=1&webid=3&path=%2F&columnid=77&unitid=8841&webname=%E5%B9%B3%E6%B9%96&permissiontype=0"
    #expect(
      requests(call.replacing("METHOD", with: "")) == [
        "/module/web/jpage/dataproxy.jsp?startrecord=1&endrecord=45&perpage=15&\(query)",
        "/module/web/jpage/dataproxy.jsp?startrecord=46&endrecord=90&perpage=15&\(query)",
        "/module/web/jpage/dataproxy.jsp?startrecord=91&endrecord=100&perpage=15&\(query)",
      ])
    #expect(
      requests(call.replacing("METHOD", with: "ajaxType:'post',")).first
        == "/module/web/jpage/dataproxy.jsp?startrecord=1&endrecord=45&perpage=15&__wb_method=POST&\(query)"
    )
  }

  @Test func `the old catalogue's form are its hidden fields`() {
    #expect(
      requests(
        """
        <form action="/module/xxgk/search.jsp" method="post"><input type="hidden" name="infotypeId" value="A01"><input type="hidden" name="jdid" value="3">
        <input name="area" value=""><input name="currpage" value="7"><input name="password" value="x"></form>
        """) == ["/module/xxgk/search.jsp?__wb_method=POST&infotypeId=A01&jdid=3&area=&currpage=1"])
  }

  @Test(arguments: [
    ("$.getJSON('data/list.json', function(d){ $('#list').html(d) })", "/zwgk/tzgg/data/list.json"),
    (
      "fetch('/api/news/list?channel=7&page=1').then(r => list.innerHTML = r)",
      "/api/news/list?channel=7&page=1"
    ),
    (
      "axios.get('/rest/articles/page', {params: {pageNo: 1, cat: 'tzgg'}}).then(render)",
      "/rest/articles/page?pageNo=1&cat=tzgg"
    ),
    ("$.post('/api/list?x=1', {a: 1}, function(d){ $('#list').html(d) })", nil),
    ("$.ajax({url:'/api/list?x=1', type:'POST', success:function(d){ $('#list').html(d) }})", nil),
    ("$.get('/api/list?c=' + secret() + '&page=1', function(d){ $('#list').html(d) })", nil),
    ("$.get('/api/article/delete?id=1&list=1', function(d){ $('#list').html(d) })", nil),
    ("$.get('http://else.example.com/api/list?x=1', function(d){ $('#list').html(d) })", nil),
    ("$.get('/api/list?__wb_method=POST&a=1', function(d){ $('#list').html(d) })", nil),
  ])
  func `any page are the GETs that its script names`(script: String, target: String?) {
    #expect(requests("<script>\(script)</script>") == (target.map { [$0] } ?? []))
  }

  @Test func `pages that keys are written into are no forms`() {
    let facts = ListPages.column(
      """
      <ul><li><a href="1.html">关于春季绿化工作的通知</a><span>2021-03-05</span></li>
      <li><a href="2.html">关于春节放假安排的公告</a><span>2021-02-08</span></li></ul>
      <div class="page"><a href="list.jsp?__wb_method=POST&page=2">下一页</a></div>
      """)
    #expect(!facts.nextPages.contains { FormRequest.isKey($0) })
  }
}

struct `Data within a page` {
  @Test func `without days are a menu`() {
    let facts = ListPages.column(
      """
      <h2>通知公告</h2><ul class="list" id="list"></ul><script>var nav = [{title:'政务公开',url:'/zwgk/'},
      {title:'政务服务',url:'/zwfw/'}]; $('#list').html(render(nav));</script>
      """)
    #expect(facts.entries.isEmpty)
    #expect(facts.state == .unreadable)
  }

  @Test func `are rows when the page has none`() {
    let facts = ListPages.column(
      """
      <h2>通知公告</h2><ul class="list" id="list"></ul><script>var rows = [{title:'关于防汛的通知',url:'/1.html',date:'2021-03-05'},
      {title:'关于绿化的通知',url:'/2.html',date:'1970-01-01'}]; $('#list').html(render(rows));</script>
      """)
    #expect(ListPages.rows(facts) == ["2021-03-05 关于防汛的通知", "关于绿化的通知"])
    #expect(facts.state == .readable)
  }
}

struct `The blocks of a home page` {
  @Test func `are no list of its own and are not asked for`() throws {
    let links = (1...25).map { "<a href='/c\($0)/'>栏目\($0)</a> " }.joined()
    let page = """
      <html><head><meta charset="utf-8"><title>平湖区人民政府</title></head><body><div class="nav">\(links)</div><div class="main">
      <div class="list" querydata="{'webId':'149','tagId':'要闻列表','pageId':'1'}" url="/api-gateway/jpaas-publish-server/front/page/build/unit"></div>
      </div></body></html>
      """
    let facts = PageReader().read(
      Array(page.utf8), url: WebURL("http://www.example.gov.cn/"), contentType: nil, fetchedAt: nil)
    #expect(facts.kind == .home)
    #expect(facts.requests.isEmpty && facts.nextPages.isEmpty)
    #expect(!facts.links.contains { $0.url.path.contains("build/unit") })
  }
}

struct `gkmlpt` {
  private static let index = """
    <html><head><title>平湖区政府信息公开目录</title><script>window._CONFIG = { BASE: base(), SID: '755001',
    TREE: [{"id":11,"name":"政策文件","post_count":2,"jump_url":"","children":[{"id":12,"name":"规范性\\u6587件","children":[]}]},
    {"id":13,"name":"机构职能","jump_url":"/jgzn/"}], SERVICE_AREA_ID: 5 };</script></head><body><div id="app"></div></body></html>
    """

  @Test func `names its columns in a tree`() throws {
    let facts = PageReader().read(
      Array(Self.index.utf8), url: WebURL("http://www.example.gov.cn/swj/gkmlpt/index"),
      contentType: nil, fetchedAt: nil)
    #expect(
      facts.links.map { "\($0.text) \($0.url.target)" } == [
        "政策文件 /swj/gkmlpt/api/all/11?page=1&sid=755001",
        "规范性文件 /swj/gkmlpt/api/all/12?page=1&sid=755001", "机构职能 /jgzn/",
      ])
    #expect(facts.links.allSatisfy { $0.role == .menu })
    #expect(facts.listState == .elsewhere)
  }

  @Test(arguments: [
    // As a front page, with and without a word of where the system lies.
    ("/", "", "/gkmlpt/"), ("/index.html", "", "/gkmlpt/"), ("/swj/", "", "/swj/gkmlpt/"),
    ("/", "<script src=\"/swj/gkmlpt/js/app.js\"></script>", "/swj/gkmlpt/"),
    ("/zwgk/index.html", "<link href=\"/gkmlpt/css/app.css\" rel=\"stylesheet\">", "/gkmlpt/"),
    ("/zwgk/", "<script>var api = '/swj/gkmlpt/api/all/';</script>", "/swj/gkmlpt/"),
    // Another host's catalogue is not this page's.
    ("/", "<script src=\"http://other.gov.cn/x/gkmlpt/js/app.js\"></script>", "/gkmlpt/"),
  ])
  func `finds its interface from a front page`(path: String, beside: String, root: String) {
    let page = Self.index.replacing("<div id=\"app\">", with: "\(beside)<div id=\"app\">")
    let facts = PageReader().read(
      Array(page.utf8), url: WebURL("http://www.example.gov.cn\(path)"),
      contentType: nil, fetchedAt: nil)
    #expect(
      facts.links.filter { $0.role == .menu }.map(\.url.target) == [
        "\(root)api/all/11?page=1&sid=755001", "\(root)api/all/12?page=1&sid=755001", "/jgzn/",
      ])
  }

  @Test func `makes no interface out of a configuration without a tree`() {
    let page = Self.index.replacing("TREE", with: "WOOD")
    let facts = PageReader().read(
      Array(page.utf8), url: WebURL("http://www.example.gov.cn/"), contentType: nil, fetchedAt: nil)
    #expect(!facts.links.contains { $0.url.path.contains("/api/") })
  }

  @Test func `has no further page when the first holds all`() {
    let rows = (1...90).map {
      #"{"id":\#($0),"title":"公告第\#($0)号","url":"/gkmlpt/content/1/1/post_\#($0).html","created_at":"2021-03-05 10:00:00","document_number":"平府〔2021〕\#($0)号","publisher":"平湖区政府","is_abolished":0}"#
    }.joined(separator: ",")
    let facts = Answers.read(
      #"{"classify":{"id":11,"name":"政策文件","post_count":90},"articles":[\#(rows)]}"#,
      at: "/gkmlpt/api/all/11?page=1&sid=2")
    #expect(facts.entries.count == 90)
    #expect(facts.nextPages.isEmpty)
    #expect(facts.column == "政策文件")
    #expect(facts.entries.first?.fields.first == Field(label: "文号", value: "平府〔2021〕1号"))
  }

  @Test func `holds a document's text in its data`() {
    let page = """
      <html><head><title>x</title><script>window._CONFIG = { SID:'2', DETAIL: {"title":"关于印发工作要点的通知","document_number":"平府〔2021〕3号","identifier":"MB2C-2021-0003","publisher":"平湖区政府办公室","created_at":"2021-03-05 10:00:00","date":1614700800,"is_abolished":1,"classify_main_name":"政策文件","content":"\\u003Cp\\u003E各镇人民政府：\\u003C/p\\u003E\\u003Cp\\u003E现将工作要点印发给你们，请认真贯彻执行。\\u003C/p\\u003E","attachment":[{"name":"要点.pdf","url":"/f/1.pdf"}]} }</script></head><body><div id="app"></div></body></html>
      """
    let facts = PageReader().read(
      Array(page.utf8), url: WebURL("http://www.example.gov.cn/gkmlpt/content/1/1/post_1.html"),
      contentType: nil, fetchedAt: nil)
    #expect(facts.kind == .article)
    #expect(facts.title == "关于印发工作要点的通知")
    #expect(facts.publishedOn?.description == "2021-03-05")
    #expect(facts.writtenOn?.description == "2021-03-03")
    #expect(facts.documentNumber == "平府〔2021〕3号")
    #expect(facts.publisher == "平湖区政府办公室")
    #expect(facts.text.contains("请认真贯彻执行"))
    #expect(facts.fields.contains(Field(label: "是否废止", value: "是")))
    #expect(facts.attachments.map(\.url.target) == ["/f/1.pdf"])
  }
}

struct `Pagers in scripts` {
  @Test(arguments: [
    ("createPageHTML(3, 0, 'index', 'html');", ["index_1.html", "index_2.html"]),
    (
      "var n=3; var c=0; createPageHTML(n, c, \"index\", \"shtml\");",
      ["index_1.shtml", "index_2.shtml"]
    ),
    ("createPage(3,1,'index_7','html',40);", ["index_7.html", "index_7_2.html"]),
    ("createPageHTML('page_div',3, 1,'list','shtml',45);", ["list_2.shtml", "list_3.shtml"]),
    (
      "var countPage = 3; var currentPage = 0; document.write('<a href=\"index_' + 2 + '.html\">');",
      ["index_1.html", "index_2.html"]
    ),
    (
      "var countPage = 3//共多少页\nvar currentPage = 0;\ndocument.write(\"<a href=\\\"index\"+\"_\" + n + \".html\\\">\");",
      ["index_1.html", "index_2.html"]
    ),
  ])
  func `of TRS name their pages`(script: String, names: [String]) {
    let facts = ListPages.column(
      """
      <ul><li><a href="1.html">关于春季绿化工作的通知</a><span>2021-03-05</span></li>
      <li><a href="2.html">关于春节放假安排的公告</a><span>2021-02-08</span></li></ul><div class="page"><script>\(script)</script></div>
      """)
    #expect(Answers.targets(facts.nextPages) == names.map { "/zwgk/tzgg/\($0)" })
    #expect(facts.statedPages == 3)
  }

  @Test(arguments: [
    // 博达 counts down.
    (
      "/zwgk/tzgg.htm", "<a href='tzgg/3.htm'>下页</a><a href='tzgg/1.htm'>尾页</a> 共60条 1/4",
      ["/zwgk/tzgg/3.htm", "/zwgk/tzgg/2.htm", "/zwgk/tzgg/1.htm"]
    ),
    // EmpireCMS, static and by script.
    (
      "/zwgk/tzgg/",
      "<a href='index_2.html'>2</a><a href='index_3.html'>3</a><a href='index_2.html'>下一页</a><a href='index_3.html'>尾页</a>",
      ["/zwgk/tzgg/index_2.html", "/zwgk/tzgg/index_3.html"]
    ),
    (
      "/e/action/ListInfo/?classid=3",
      "<a href='/e/action/ListInfo/index.php?page=1&classid=3&totalnum=50'>2</a><a href='/e/action/ListInfo/index.php?page=2&classid=3&totalnum=50'>3</a><a href='/e/action/ListInfo/index.php?page=1&classid=3&totalnum=50'>下一页</a><a href='/e/action/ListInfo/index.php?page=2&classid=3&totalnum=50'>尾页</a>",
      [
        "/e/action/ListInfo/index.php?page=1&classid=3&totalnum=50",
        "/e/action/ListInfo/index.php?page=2&classid=3&totalnum=50",
      ]
    ),
    // DedeCMS, static and by script.
    (
      "/tzgg/list_12_1.html",
      "<a href='list_12_2.html'>2</a><a href='list_12_3.html'>3</a><a href='list_12_2.html'>下一页</a><a href='list_12_3.html'>末页</a>",
      ["/tzgg/list_12_2.html", "/tzgg/list_12_3.html"]
    ),
    (
      "/plus/list.php?tid=12",
      "<a href='list.php?tid=12&TotalResult=33&PageNo=2'>2</a><a href='list.php?tid=12&TotalResult=33&PageNo=3'>3</a><a href='list.php?tid=12&TotalResult=33&PageNo=2'>下一页</a>",
      [
        "/plus/list.php?tid=12&TotalResult=33&PageNo=2",
        "/plus/list.php?tid=12&TotalResult=33&PageNo=3",
      ]
    ),
    // The Openness family.
    (
      "/OpennessContent/showList/7/33/page_1.html",
      "<a href='/OpennessContent/showList/7/33/page_2.html'>下一页</a><a href='/OpennessContent/showList/7/33/page_3.html'>尾页</a> 第1页/共3页",
      ["/OpennessContent/showList/7/33/page_2.html", "/OpennessContent/showList/7/33/page_3.html"]
    ),
  ])
  func `of other systems are followed`(path: String, pager: String, targets: [String]) {
    let facts = ListPages.column(
      """
      <ul><li><a href="/info/1.html">关于春季绿化工作的通知</a><span>2021-03-05</span></li>
      <li><a href="/info/2.html">关于春节放假安排的公告</a><span>2021-02-08</span></li></ul><div class="page">\(pager)</div>
      """, url: "http://www.example.gov.cn\(path)")
    #expect(Answers.targets(facts.nextPages) == targets)
  }
}
