import Dates
import Page
import Testing
import Web

struct `Title` {
  @Test(arguments: [
    "<h1>关于做好春季<br>绿化工作的通知</h1>", "<h2 class=tit>关于做好春季绿化工作的通知</h2>",
    "<div class=bt>关于做好春季绿化工作的通知</div>", "<p style='text-align:center'>关于做好春季绿化工作的通知</p>",
    "<td><b>关于做好春季绿化工作的通知</b></td>", "<div class=c><strong>关于做好春季　绿化工作的通知</strong></div>",
  ])
  func `is the headline in any markup`(_ headline: String) {
    let facts = read(
      "<div class=header><h1>某区人民政府</h1></div>\(headline)<div>发布时间：2021-03-05 来源：某局</div>\(sentences)",
      head: "<title>关于做好春季绿化工作的通知_通知公告_某区人民政府</title>")
    let title = facts.title?.filter { !$0.isWhitespace }
    #expect(title == "关于做好春季绿化工作的通知")
    #expect(facts.siteName == "某区人民政府")
  }

  @Test func `is not the column's heading above it`() {
    let facts = read(
      """
      <div>当前位置：<a href='/'>首页</a> &gt; <a href='/a/'>工作动态</a></div><h2 class=title>工作动态</h2>
      <div>我市召开绿化工作会议</div><div>发布时间：2021-03-05 来源：某报</div>\(sentences)
      """, head: "<title>工作动态-某市人民政府</title>")
    #expect(facts.title == "我市召开绿化工作会议")
    #expect(facts.column == "工作动态")
    #expect(facts.publishedOn?.description == "2021-03-05")
  }

  @Test func `is read though the title tag names the site alone`() {
    let facts = read(
      """
      <div class=logo><h1>某市人民政府门户网站</h1></div><h3 class=news-title>我市召开绿化工作会议</h3>
      <div>来源：某报 发布时间：2021-03-05</div>\(sentences)
      """, head: "<title>某市人民政府门户网站</title><meta name=SiteName content=某市人民政府门户网站>")
    #expect(facts.title == "我市召开绿化工作会议")
  }

  @Test func `is the headline without the particulars in its own element`() {
    let facts = read(
      "<h2>我市召开绿化工作会议<small>2021-03-05 来源：某报</small></h2>\(sentences)",
      head: "<title>我市召开绿化工作会议</title>")
    #expect(facts.title == "我市召开绿化工作会议")
    #expect(facts.publishedOn?.description == "2021-03-05")
    #expect(facts.source == "某报")
  }

  @Test func `is the meta's when the page shows it`() {
    let facts = read(
      "<h3>工作动态</h3><div class=x>我市召开绿化工作会议</div><p>2021-03-05</p>\(sentences)",
      head: "<title>某市</title><meta name=ArticleTitle content=我市召开绿化工作会议>")
    #expect(facts.title == "我市召开绿化工作会议")
  }
}

struct `Breadcrumb` {
  private let tail = "<h1>关于做好春季绿化工作的通知</h1><p>发布时间：2021-03-05 来源：某局</p>" + sentences

  @Test(arguments: [
    "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/zw/'>政务公开</a> &gt; <a href='/tz/'>通知公告</a></div>",
    "<div>您现在的位置： <a href='/'>首页</a> » <a href='/zw/'>政务公开</a> » 通知公告</div>",
    "<p>当前位置： 首页&gt;政务公开&gt;通知公告</p>",
    "<table><tr><td>当前位置：<a href='/'>首页</a></td><td>&gt; <a href='/zw/'>政务公开</a></td><td>&gt; <a href='/tz/'>通知公告</a></td></tr></table>",
    "<ol class=breadcrumb><li><a href='/'>首页</a></li><li><a href='/zw/'>政务公开</a></li><li>通知公告</li></ol>",
    "<ul class=crumb><li><a href='/'>首页</a></li><li><span>&gt;</span> <a href='/zw/'>政务公开</a></li><li><span>&gt;</span> 通知公告</li></ul>",
    "<h3><a href='/'>首页</a>&gt;&gt;<a href='/zw/'>政务公开</a>&gt;&gt;<a href='/tz/'>通知公告</a>&gt;&gt;</h3>",
    "<div>您所在的位置：<a href='/'>首页</a>/<a href='/zw/'>政务公开</a>/<a href='/tz/'>通知公告</a></div>",
    "<div><span>当前位置：</span><span><a href='/'>首页</a> - <a href='/zw/'>政务公开</a> - <a href='/tz/'>通知公告</a></span></div>",
    "<div class=position><i></i><a href='/'>首页</a><em>&gt;</em><a href='/zw/'>政务公开</a><em>&gt;</em><a href='/tz/'>通知公告</a></div>",
  ])
  func `is read in any markup`(_ html: String) {
    let facts = read(html + tail)
    #expect(facts.breadcrumb.map(\.text) == ["首页", "政务公开", "通知公告"])
    #expect(facts.column == "通知公告")
  }

  @Test func `keeps a last 正文 that is no column`() {
    let facts = read(
      "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/tz/'>通知公告</a> &gt; 正文</div>" + tail)
    #expect(facts.breadcrumb.map(\.text) == ["首页", "通知公告", "正文"])
    #expect(facts.column == "通知公告")
    #expect(facts.breadcrumb[1].url == WebURL("http://www.example.gov.cn/tz/"))
  }

  @Test func `is no place of something else`() {
    let facts = read(tail + "<p>项目位置：某路 / 某街</p><p>地理位置：某区 &gt; 某镇</p>")
    #expect(facts.breadcrumb.isEmpty)
  }

  @Test func `is no menu`() {
    let facts = read(
      "<ul class=nav><li><a href='/'>首页</a></li><li><a href='/a/'>政务公开</a></li><li><a href='/b/'>办事服务</a></li></ul>"
        + tail)
    #expect(facts.breadcrumb.isEmpty)
  }
}

struct `Kind of page` {
  @Test(arguments: [
    ("<h1>404</h1><p>您访问的页面不存在或已删除</p>", "<title>404</title>", PageKind.error),
    ("<h1>404 Not Found</h1>", "<title>404 Not Found</title>", .error),
    ("<p>当前访问疑似黑客攻击，已被网站管理员设置为拦截</p>", "<title>访问拦截</title>", .challenge),
    ("<script>var $_ts=window['$_ts'];$_ts.cd='x'</script>", "", .challenge),
  ])
  func `of pages that are none of the site`(_ body: String, _ head: String, _ kind: PageKind) {
    #expect(read(body, head: head).kind == kind)
  }

  @Test func `of guides and forms`() {
    #expect(article("发布时间：2021-03-05", title: "某区政府信息公开指南").kind == .guide)
    #expect(article("发布时间：2021-03-05", title: "政府信息公开申请表").kind == .form)
    #expect(article("发布时间：2021-03-05").kind == .article)
  }
}

struct `Redirect` {
  @Test(arguments: ["300", "", "5;", "0; url=", "soon; /curl.html"])
  func `is none where a refresh names no address`(_ content: String) {
    #expect(read("", head: "<meta http-equiv=refresh content='\(content)'>").redirect == nil)
  }

  @Test func `keeps an address that holds the word url`() {
    #expect(
      read("", head: "<meta http-equiv=refresh content='0;/curl.html'>").redirect
        == WebURL("http://www.example.gov.cn/curl.html"))
  }

  @Test(arguments: [
    "<meta http-equiv=refresh content='0;url=/zwgk/index.html'>",
    "<meta http-equiv=\"Refresh\" content=\"0; URL='/zwgk/index.html'\">",
    "<meta http-equiv=refresh content='0;/zwgk/index.html'>",
    "<meta http-equiv=refresh content='5,/zwgk/index.html'>",
    "<meta http-equiv=refresh content='0 url = /zwgk/index.html '>",
    "<script>location.href='/zwgk/index.html';</script>",
    "<script>window.location = \"/zwgk/index.html\"</script>",
    "<script>location.replace('/zwgk/index.html')</script>",
  ])
  func `is followed in shells`(_ head: String) {
    #expect(
      read("", head: head).redirect == WebURL("http://www.example.gov.cn/zwgk/index.html"))
  }

  @Test func `is none in a page of its own`() {
    let facts = read(
      sentences + sentences + "<script>function go(){location.href='/x.html'}</script>")
    #expect(facts.redirect == nil)
  }
}

struct `Site name` {
  @Test(arguments: [
    ("<title>绿化工作的通知 - 某区人民政府</title>", "", "某区人民政府"),
    ("<title>某区财政局-通知公告-绿化工作的通知</title>", "", "某区财政局"),
    ("<title>绿化工作的通知</title><meta name=SiteName content=某区人民政府门户网站>", "", "某区人民政府门户网站"),
    ("<title>绿化工作的通知</title>", "<div>主办单位：某区人民政府办公室 网站标识码：3704060001</div>", "某区人民政府"),
    ("<title>绿化工作的通知</title>", "<div>版权所有：某区教育局 鲁ICP备0512345号</div>", "某区教育局"),
  ])
  func `comes from metas, title tag or foot`(_ head: String, _ foot: String, _ name: String) {
    let facts = read(
      "<h1>绿化工作的通知</h1><p>发布时间：2021-03-05 来源：某局</p>\(sentences)\(foot)", head: head)
    #expect(facts.siteName == name)
  }

  @Test func `is absent when nothing names it`() {
    let facts = read(
      "<h1>绿化工作的通知</h1><p>发布时间：2021-03-05</p>\(sentences)", head: "<title>绿化工作的通知</title>")
    #expect(facts.siteName == nil)
  }
}

/// Statements that send a reader on, and those that wait for something.
struct `A script's way on` {
  private static func redirect(_ script: String) -> String? {
    read("<div id=list></div><script>\(script)</script>").redirect?.target
  }

  @Test(arguments: [
    "location.href='/x/'", "window.location='/x/';",
    "window.onload=function(){location.replace('/x/')}",
    "$(function(){ location.href='/x/' })", "setTimeout(function(){ location.href = '/x/' }, 500)",
    "function go(){location.href='/x/'} go();",
    "function go(){location.href='/x/'} setTimeout('go()', 9)",
    "(function(){ top.location.href = '/x/' })()",
  ])
  func `is taken when the page loads`(script: String) {
    #expect(Self.redirect(script) == "/x/")
  }

  @Test(arguments: [
    "if(/Mobile/.test(navigator.userAgent)) location.href='/x/'",
    "if(/Mobile/.test(navigator.userAgent)){ location.href='/x/' } else { location.href='/y/' }",
    "function detail(id){ location.href='/x/' }", "function search(){ location.href='/x/' }",
    "function detail(id){ location.href='/x/' + id + '.html' } detail(1)",
    "location.href = '/x/' + document.cookie",
    "$.ajax({url: '/a', error: function(){ location.href='/x/' }})",
    "$(document).ajaxError(function(){ location.href='/x/' })",
    "$('#b').click(function(){ location.href='/x/' })",
  ])
  func `is none where it waits`(script: String) {
    #expect(Self.redirect(script) == nil)
  }
}
