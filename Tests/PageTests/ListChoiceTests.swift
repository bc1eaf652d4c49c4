import Page
import Testing

struct `Main list` {
  static func list(_ count: Int, name: String = "关于第N号建议的答复", from: Int = 1) -> String {
    let rows = (from..<from + count).map { number in
      "<li><a href='/art/\(number).html'>关于第\(number)号建议办理情况的答复</a><span>2021-03-\(10 + number % 18)</span></li>"
    }
    return "<ul>\(rows.joined())</ul>"
  }

  @Test func `is the one that a pager follows, not the hot list`() {
    let facts = ListPages.column(
      """
      <div class="box"><h3>近期要闻</h3>\(Self.list(10, from: 50))</div>
      <div class="list">\(Self.list(8))<div class="page"><a href="index_2.html">下一页</a></div></div>
      """)
    #expect(facts.entries.count == 8)
    #expect(facts.entries.first?.title == "关于第1号建议办理情况的答复")
  }

  @Test func `is none on a channel page of previews`() {
    let facts = ListPages.column(
      """
      <div><h3>通知公告</h3><a href="/zwgk/tzgg/">更多</a>\(Self.list(6))</div>
      <div><h3>政策文件</h3><a href="/zwgk/zcwj/">更多</a>\(Self.list(6, from: 20))</div>
      <div><h3>政策解读</h3><a href="/zwgk/zcjd/">更多</a>\(Self.list(6, from: 40))</div>
      """)
    #expect(facts.entries.isEmpty)
    #expect(facts.state == .none)
    #expect(facts.previews == 3)
  }

  @Test func `is none on a home page with one preview`() {
    let facts = ListPages.column(
      "<div><h3>通知公告</h3><a href='/zwgk/tzgg/'>更多</a>\(Self.list(6))</div>",
      url: "http://www.example.gov.cn/")
    #expect(facts.entries.isEmpty)
  }

  @Test func `is the one that dominates`() {
    let facts = ListPages.column(
      "<div class='a'>\(Self.list(20))</div><div class='b'><h4>公示</h4>\(Self.list(5, from: 60))</div>"
    )
    #expect(facts.entries.count == 20)
  }

  @Test func `is read across groups by year`() {
    let facts = ListPages.column(
      """
      <div class="list"><h3>2021年</h3>\(Self.list(3))<h3>2020年</h3>\(Self.list(3, from: 30))</div>
      """)
    #expect(facts.entries.count == 6)
  }

  @Test func `is not the list of related articles`() {
    let facts = ListPages.column(
      """
      <h1>关于春季绿化工作的通知</h1><p>发布日期：2021-03-05</p><p>来源：区林业局</p>
      <div class="content"><p>各单位：为做好今年春季绿化工作，现将有关事项通知如下，请认真组织，抓好落实，确保完成任务。</p></div>
      <div class="xg"><h3>相关文章</h3>\(Self.list(6))</div>
      """)
    #expect(facts.entries.isEmpty)
    #expect(facts.looksLikeArticle)
  }

  @Test func `is not a hot list beside an article`() {
    let facts = ListPages.column(
      """
      <div class="detail"><h2>平湖区召开防汛工作会议</h2><div class="info">2021-06-05 来源：区应急局 【字体：大 中 小】
      <a href="javascript:doZoom(16)">大</a> <a href="javascript:window.print()">打印</a></div>
      <div class="txt"><p>\(String(repeating: "会议强调，要压实责任，加强值守。", count: 30))</p></div></div>
      <div class="r"><h4>最新信息</h4>\(Self.list(8))</div>
      """)
    #expect(facts.entries.isEmpty)
  }

  @Test func `has one row where the column has one`() {
    let facts = ListPages.column(
      "<div class='news_list'><ul><li><a href='1.html'>政府信息公开申请表</a><span>2015-06-26</span></li></ul></div>"
    )
    #expect(ListPages.rows(facts) == ["2015-06-26 政府信息公开申请表"])
  }

  @Test func `has none of an attachment table in an article`() {
    let facts = ListPages.column(
      """
      <h1>2020年度部门预算公开</h1><p>发布时间：2021-02-20 来源：区财政局 浏览次数：8</p>
      <table><tr><td><a href="a.pdf">区教育局2020年部门预算</a></td><td>2021-02-20</td></tr>
      <tr><td><a href="b.pdf">区民政局2020年部门预算</a></td><td>2021-02-20</td></tr></table>
      """)
    #expect(facts.entries.isEmpty)
  }

  @Test func `is no menu`() {
    let facts = ListPages.column("<p>本栏目介绍区政府机构职能。</p>")
    #expect(facts.entries.isEmpty)
    #expect(facts.state == .none)
  }

  @Test func `is none on a directory of units`() {
    let units = ["区政府办公室", "区财政局", "区教育局", "区民政局", "区司法局", "区水利局", "城关镇", "东河街道"]
    let items = units.enumerated().map { "<li><a href='/bm/d\($0)/'>\($1)</a></li>" }
    let facts = ListPages.column("<div class='bm'><h3>政府部门</h3><ul>\(items.joined())</ul></div>")
    #expect(facts.entries.isEmpty)
    #expect(facts.isDirectory)
    #expect(facts.state == .none)
  }
}

struct `List state` {
  @Test(
    arguments: [
      "<div class='news_list'><ul>此栏目暂无任何新增信息</ul></div>",
      "<div class='list'><p>暂无数据</p></div>",
      "<div class='con'><div class='none'>对不起，没有相关信息！</div></div>",
      "<div class='NewsList'><h1>规划计划</h1><ul></ul></div><script>createPageHTML(1, 0, 'index', 'html')</script>",
      "<table class='list'><tbody></tbody></table>",
      // Without any script nobody but the server can have left them empty.
      "<div class='main_list'></div>", "<div class='list'><ul id='rows'></ul></div>",
    ])
  func `is empty where the frame holds no row`(body: String) {
    #expect(ListPages.column(body).state == .empty)
  }

  @Test(
    arguments: [
      "<div id='list'></div><script>$.ajax({url:'/getList', success:function(d){ $('#list').append(d.html); }});</script>",
      "<ul id='news'></ul><script>loadData(1); function loadData(p){ fetch('/api?p='+p).then(show); document.getElementById('news').innerHTML=''; }</script>",
      "<div id='app'><ul class='list'><li v-for='item in list'></li></ul><div v-if='!list.length'>暂无数据</div></div>",
      "<ul class='news-list'></ul><script type='text/html' id='tpl'><li>{{item.title}}</li></script>",
      "<div class='list' querydata=\"{'webId':'1'}\" url='/api-gateway/jpaas-publish-server/front/page/build/unit'></div>",
      "<div class='list_box'></div><script>window._CONFIG = {SID:'755001', SERVICE_AREA_ID: 8, TREE: []};</script>",
      "<ul class='list'></ul><script>$.get('/common/search/abc?page=1', render)</script>",
      "<div class='infos'></div><script>$('.infos').load('/front/list?cid=12')</script>",
      "<div class='infos'><ul></ul></div><script>$.get('/x', function(d){ $('.infos ul').html(d) })</script>",
      "<div class='infos'></div><script>fetch('/x').then(show('ClassName')); document.getElementsByClassName('infos')[0]</script>",
      "<div id='infos'></div><script src='/js/yb.js'></script>",
      "<div class='infos'><script src='/e/js.php?classid=12'></script></div>",
      "<div class='infos'><script>showNews(12);</script></div><script src='/js/zwgk.js'></script>",
      "<div id='vm'><info-box cid='12'></info-box></div><script src='/js/vm.js'></script>",
      "<div class='list'><ul></ul></div><script>createPageHTML(8, 0, 'index', 'html')</script>",
      "<ul id='l'></ul><script>$.post('/a.do', {n: n}, function(d){ $('#l').append(d) })</script>",
      "<table><tbody id='tb1'></tbody></table><script>fetch(u).then(d => show(\"tb1\", d))</script>",
      "<div id='list' class='list'></div><script src='/js/main.js'></script>",
      "<ul><li>数据加载中，请稍候……</li></ul><script src='/js/common.js'></script>",
      "<div id='c'>正在加载...</div><script src='/js/detail.js'></script>",
      "<noscript>请启用JavaScript</noscript><div id='root'></div><script src='/static/main.js'></script>",
      "<script>document.write(getList(12))</script>",
      "<ul id='l'></ul><div class='no'>暂无数据</div><script>$.post('/a',f,function(d){$('#l').html(d)})</script>",
      "<div class='list'><ul></ul></div><script src='/js/getlist.js'></script>",
      "<div class='list'><ul id='rows'></ul></div><script src='/js/main.js'></script>",
      "<div class='list'><ul id='rows'></ul></div><div id='box'></div><script>$('#box').html('<ul><li><a href=\"/a1.html\">关于印发方案的通知</a>2024-03-05</li><li><a href=\"/a2.html\">关于公布名单的公告</a>2024-03-04</li></ul>'); $.getJSON('/rows', show);</script>",
    ])
  func `is unreadable where a script fills the frame`(body: String) {
    let facts = ListPages.column(body)
    #expect(facts.state == .unreadable || facts.state == .elsewhere)
    #expect(facts.entries.isEmpty)
  }

  @Test func `is not made empty by a hidden text`() {
    let facts = ListPages.column(
      "<div class='list'><ul></ul><p style='display: none'>暂无数据</p></div><script>$.getJSON('/x',function(d){$('ul').html(d)})</script>"
    )
    #expect(facts.state == .unreadable)
  }

  @Test func `is readable in spite of a script beside the rows`() {
    let facts = ListPages.column(
      "\(`Main list`.list(4))<script>$.ajax({url:'/count', success:function(d){ $('#n').html(d); }});</script>"
    )
    #expect(facts.state == .readable)
  }

  @Test(
    arguments: [
      // The script calls another element, or counts visits in an element of no rows.
      "<p>本局地址在城关镇。</p><div id='l'></div><script>$.get('/n', d => $('#l2').html(d))</script>",
      "<p>本局地址在城关镇。</p>浏览<span id='n'></span>次<script>$.get('/n', d => $('#n').html(d))</script>",
      "<p>本局地址在城关镇。</p><script>document.write(unescape('%3Cb%3E'))</script>",
      "<p>本局负责加载中转站货物的管理，正在加载设备的工作由城关镇中转站负责，具体办法另行通知。</p><script src='/a.js'></script>",
    ])
  func `is none where a script fills something else`(body: String) {
    #expect(ListPages.column(body).state == .none)
  }

  @Test func `is none on a page of text`() {
    let facts = ListPages.column(
      "<div class='TRS_Editor'><p>\(String(repeating: "机构职能如下，", count: 60))</p></div>")
    #expect(facts.state == .none)
  }
}
