import Archive
import Codings
import Crawl
import Dates
import Fetch
import Page
import Testing
import Texts
import Web

struct OutcomeTableTests {
  @Test func `codes are unique, well formed and explained in both languages`() {
    let codes = allOutcomes.map(\.outcome.code)
    #expect(Set(codes).count == codes.count)
    for entry in allOutcomes {
      let code = entry.outcome.code
      #expect(
        !code.isEmpty
          && code.utf8.allSatisfy {
            $0 == 0x2E || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39)
          }, "\(code)")
      #expect(entry.advice.zh.utf8.count > 10, "\(code)")
      #expect(entry.advice.en.hasSuffix("."), "\(code)")
    }
  }

  @Test func `every failure of a transfer is an outcome`() {
    for kind in TransferError.Kind.allCases {
      #expect(OutcomeTable.entry(kind.rawValue) != nil, "\(kind.rawValue)")
    }
  }

  @Test func `a code of another version counts as an error`() {
    #expect(OutcomeTable.outcome("x.y") == Outcome(code: "x.y", family: .error))
  }

  @Test func `every family has an outcome`() {
    let families = Set(allOutcomes.map(\.outcome.family))
    #expect(families == Set(Outcome.Family.allCases))
  }
}

struct OutcomeClassifierTests {
  /// One response and what it is.
  struct Example: Sendable, CustomTestStringConvertible {
    var about: String
    var code: String
    var status = 200
    var fields: [String] = ["Content-Type: text/html"]
    var body = ""
    var path = "/a/b.html"
    var truncated: Capture.Truncation?
    /// Set on the facts as if the page had it.
    var publishedOn: String?

    var testDescription: String { about }
  }

  private static let long = String(repeating: "政务公开工作要点。", count: 80)

  static let statuses: [Example] = [
    .init(about: "a page", code: "http.ok", body: "<title>工作动态</title>\(long)"),
    .init(about: "a short page", code: "http.ok", body: "<title>联系方式</title>电话：0999-5550101"),
    .init(about: "404", code: "http.notFound", status: 404, body: "x"),
    .init(about: "410", code: "http.gone", status: 410),
    .init(about: "401", code: "blocked.login", status: 401, body: "x"),
    .init(
      about: "403", code: "blocked.forbidden", status: 403, body: "<title>403</title>Forbidden"),
    .init(about: "405", code: "blocked.forbidden", status: 405, body: "x"),
    .init(about: "429", code: "blocked.rateLimited", status: 429, body: "x"),
    .init(about: "418", code: "http.clientError", status: 418, body: "x"),
    .init(about: "408", code: "timeout.response", status: 408, body: "x"),
    .init(about: "999", code: "http.unexpected", status: 999, body: "x"),
    .init(about: "206 without asking", code: "http.unexpected", status: 206, body: long),
    .init(about: "500", code: "http.serverError", status: 500, body: "x"),
    .init(about: "502", code: "http.serverError", status: 502),
    .init(about: "204", code: "http.empty", status: 204),
    .init(about: "304 without asking", code: "http.unexpected", status: 304),
    .init(about: "an empty page", code: "http.empty"),
    .init(about: "302 without target", code: "redirect.noTarget", status: 302),
    .init(
      about: "302 to a file", code: "redirect.noTarget", status: 302,
      fields: ["Location: file:///etc/passwd"]),
    .init(
      about: "302 with a password", code: "redirect.noTarget", status: 302,
      fields: ["Location: http://u:p@a.cn/"]),
  ]

  private static let rows = (1...3).map {
    "<li><a class=\"entry\" href=\"/\($0).html\">第\($0)期</a></li>"
  }.joined()

  static let contradictions: [Example] = [
    .init(
      about: "404 over maintenance", code: "notFound.contradicted", status: 404,
      body: "<title>维护</title>系统维护中，请稍后访问"),
    .init(
      about: "404 over a fault", code: "notFound.contradicted", status: 404,
      body: "<title>错误</title>java.sql.SQLException: Connection refused"),
    .init(
      about: "404 over another status", code: "notFound.contradicted", status: 404,
      fields: ["Content-Type: application/json"], body: #"{"code":429,"msg":"too many requests"}"#),
    .init(
      about: "404 with Retry-After", code: "notFound.contradicted", status: 404,
      fields: ["Retry-After: 5"], body: "x"),
    .init(
      about: "410 over a login", code: "notFound.contradicted", status: 410,
      body: "<title>登录</title><input type=\"password\">"),
    .init(
      about: "404 in JSON", code: "http.notFound", status: 404,
      fields: ["Content-Type: application/json"], body: #"{"status":404,"error":"Not Found"}"#),
    .init(
      about: "404 in words, with a fault's", code: "http.notFound", status: 404,
      body: "<title>提示</title>您访问的页面不存在，请稍后再试"),
  ]

  private static let column =
    "<!DOCTYPE html><html><body><div><ul>\(rows)</ul></div><div>\(long)</div>"

  static let unfinished: [Example] = [
    .init(
      about: "no end tag, an open list", code: "truncated.page",
      body: "<html><body><div><ul>\(rows)"),
    .init(about: "the end within a tag", code: "truncated.page", body: column + "<a href=\"/0/1"),
    .init(
      about: "a program's fault at the end", code: "truncated.page",
      body: column + "<br><b>Fatal error</b>: Maximum execution time of 30 seconds exceeded"),
    .init(
      about: "an exception and its page at the end", code: "truncated.page",
      body: column + "<html><body>HTTP Status 500 - java.lang.NullPointerException</body></html>"),
    .init(
      about: "a part that nobody asked for", code: "truncated.page",
      fields: ["Content-Type: text/html", "Content-Range: bytes 0-999/5000"],
      body: column + "</body></html>"),
    .init(
      about: "all of it as a part", code: "http.ok",
      fields: ["Content-Type: text/html", "Content-Range: bytes 0-4999/5000"],
      body: column + "</body></html>"),
    .init(about: "whole without end tags of its own", code: "http.ok", body: column),
    .init(
      about: "tags within scripts and comments", code: "http.ok",
      body: "<html><body><script>w('<div><ul>')</script><!-- <table> -->\(long)"),
    .init(
      about: "an open list, and an end tag", code: "http.ok",
      body: "<html><body><ul>\(rows)\(long)</BODY>"),
    .init(about: "a sign of less at the end", code: "http.ok", body: column + "PM<2.5"),
    .init(about: "a piece of a page", code: "http.ok", body: "<div><ul>\(rows)\(long)"),
  ]

  static let types: [Example] = [
    .init(
      about: "pdf", code: "type.notPage", fields: ["Content-Type: application/pdf"],
      body: "%PDF-1.4"),
    .init(about: "pdf labelled html", code: "type.notPage", body: "%PDF-1.4 x"),
    .init(about: "picture", code: "type.notPage", fields: ["Content-Type: image/png"], body: "x"),
    .init(
      about: "html labelled as bytes", code: "http.ok",
      fields: ["Content-Type: application/octet-stream"],
      body: "\n<!DOCTYPE html><title>工作</title>\(long)"),
    .init(about: "html without label", code: "http.ok", fields: [], body: "<p>\(long)"),
    .init(about: "zeros labelled html", code: "type.notPage", body: "\u{0}\u{0}\u{0}"),
  ]

  static let cuts: [Example] = [
    .init(about: "cut by length", code: "tooLarge.wire", body: long, truncated: .length),
    .init(about: "cut by time", code: "truncated.time", body: long, truncated: .time),
    .init(
      about: "cut by disconnect", code: "truncated.disconnect", body: long, truncated: .disconnect),
    .init(
      about: "no gzip though it says so", code: "coding.corrupt",
      fields: ["Content-Type: text/html", "Content-Encoding: gzip"], body: "<p>plain"),
    .init(
      about: "a coding nobody asked for", code: "coding.unknown",
      fields: ["Content-Type: text/html", "Content-Encoding: zstd"], body: "<p>plain"),
  ]

  static let challenges: [Example] = [
    .init(
      about: "加速乐", code: "blocked.challenge.jiasule", status: 521,
      fields: ["Set-Cookie: __jsluid_h=1; path=/"], body: "<script>document.cookie='x'</script>"),
    .init(about: "521 without marks", code: "http.serverError", status: 521, body: "down"),
    .init(
      about: "瑞数 412", code: "blocked.challenge.ruishu", status: 412,
      body: "<html><script>$_ts=window['$_ts'];</script></html>"),
    .init(
      about: "瑞数 202", code: "blocked.challenge.ruishu", status: 202,
      body: "<meta><script>var $_ts=1</script>"),
    .init(
      about: "瑞数 by cookies", code: "blocked.challenge.ruishu", status: 412,
      fields: ["Set-Cookie: FSSBBIl1UgzbN7N80S=a; path=/"], body: "x"),
    .init(about: "412 of another kind", code: "blocked.challenge.other", status: 412, body: "x"),
    .init(about: "雷池", code: "blocked.challenge.waf", body: "<title>拦截</title>请求存在威胁，已被拦截"),
    .init(
      about: "阿里云", code: "blocked.challenge.waf",
      body: "<title>405</title>由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。"),
    .init(
      about: "腾讯云", code: "blocked.challenge.waf", body: "<p>您提交的请求可能对网站造成威胁，请求已被管理员设置的策略阻断</p>"),
    .init(about: "深信服", code: "blocked.challenge.waf", body: "<p>您的访问违反了安全策略，已被阻断。</p>"),
    .init(about: "访问频率", code: "blocked.rateLimited", body: "<p>您的访问过于频繁，请稍后再试</p>"),
    .init(about: "访问范围", code: "blocked.forbidden", body: "<p>您的IP地址不在允许访问范围内</p>"),
    .init(about: "境外", code: "blocked.forbidden", body: "<p>境外IP无法访问本网站</p>"),
    .init(
      about: "news of such words", code: "http.ok",
      body: "<title>通知</title><h1>关于禁止访问违规网站的通知</h1>\(long)拒绝访问，访问过于频繁"),
    .init(about: "202 with a page", code: "http.ok", status: 202, body: "<title>工作</title>\(long)"),
    .init(
      about: "C3VK", code: "blocked.challenge.c3vk",
      body: "<script>document.cookie=\"C3VK=ab12; max-age=300\";location.reload()</script>"),
    .init(
      about: "阿里云盾", code: "blocked.challenge.acw",
      body: "<html><script>var arg1='1';setCookie('acw_sc__v2',x)</script></html>"),
    .init(
      about: "cookie script", code: "blocked.challenge.script",
      body: "<script>document.cookie='a=1';location.reload();</script>"),
    .init(
      about: "防火墙 200", code: "blocked.challenge.waf",
      body: "<title>提示</title>您的请求带有不合法参数，已被网站管理员设置拦截！"),
    .init(
      about: "防火墙 403", code: "blocked.challenge.waf", status: 403,
      body: "<title>网站防火墙</title>访问被拦截"),
    .init(
      about: "D盾 405", code: "blocked.challenge.waf", status: 405, body: "<title>D盾_拦截提示</title>x"),
    .init(
      about: "browser check", code: "blocked.challenge.wait", status: 503,
      body: "<title>Just a moment...</title>"),
    .init(about: "captcha", code: "blocked.challenge.other", body: "<title>验证</title>请完成安全验证"),
    .init(
      about: "login form", code: "blocked.login",
      body: "<title>用户登录</title><input type=\"password\">用户名"),
    .init(
      about: "an article about firewalls", code: "http.ok",
      body: "<title>关于网站防火墙采购的公告</title>\(long)访问被拦截"),
    .init(
      about: "the usual cookie of 阿里云", code: "http.ok",
      fields: ["Content-Type: text/html", "Set-Cookie: acw_tc=1"], body: "<title>工作</title>\(long)"),
  ]

  static let missing: [Example] = [
    .init(
      about: "soft 404 by title", code: "notFound.soft", body: "<title>404 Not Found</title>返回首页"),
    .init(
      about: "soft 404, Chinese", code: "notFound.soft", body: "<title>提示</title>抱歉，您访问的页面不存在！"),
    .init(
      about: "soft 404 behind a good title", code: "notFound.soft",
      body: "<title>区财政局</title>对不起，该信息已被删除"),
    .init(
      about: "soft 404 by address", code: "notFound.soft", body: "<title>区政府</title>返回首页",
      path: "/404.html"),
    .init(about: "a document 404", code: "http.ok", body: "<title>404号文件</title>关于第404号文件的说明"),
    .init(
      about: "an article that mentions it", code: "http.ok",
      body: "<title>关于整改“页面不存在”问题的通报</title>\(long)"),
    .init(
      about: "a dated short note that mentions it", code: "http.ok",
      body: "<title>通知</title>页面不存在的问题已修复", publishedOn: "2021-03-05"),
    .init(
      about: "an address with 404 in it", code: "http.ok", body: "<title>工作</title>\(long)",
      path: "/404.html"),
    .init(about: "a system error", code: "error.page", body: "<title>提示</title>系统错误，请联系管理员"),
    .init(
      about: "an old browser's notice in a page", code: "http.ok",
      body: "<title>工作</title><!--[if lt IE 9]>浏览器版本过低<![endif]-->您的浏览器版本过低。\(long)"),
    .init(
      about: "an old browser's notice alone", code: "error.page",
      body: "<title>提示</title>您的浏览器版本过低，请升级"),
    .init(about: "an empty column", code: "http.ok", body: "<title>政策解读</title>首页 政务公开 政策解读 暂无信息"),
  ]

  @Test(arguments: statuses + types + cuts + challenges + missing + contradictions + unfinished)
  func `a response has its outcome`(_ example: Example) throws {
    let head =
      "HTTP/1.1 \(example.status) X\r\n" + example.fields.map { "\($0)\r\n" }.joined() + "\r\n"
    let url = try #require(WebURL("http://a.cn\(example.path)"))
    let now = Timestamp(secondsSince1970: 1_600_000_000)
    let capture = Capture(
      id: .random(), url: url, fetchedAt: now, requestHead: [], responseHead: Array(head.utf8),
      body: Array(example.body.utf8), truncated: example.truncated)
    let body = capture.decodedBody(limit: 1 << 20)
    var facts = TinyReader.read(body.bytes, url, nil, now)
    facts.publishedOn = example.publishedOn.flatMap { CivilDate($0) }
    let verdict = OutcomeClassifier.verdict(capture, body: body, facts: facts)
    #expect(verdict.outcome.code == example.code)
  }

  @Test func `a redirect names its target in normal form`() throws {
    let url = try #require(WebURL("http://a.cn/x/y"))
    let capture = Capture(
      id: .random(), url: url, fetchedAt: Timestamp(secondsSince1970: 0), requestHead: [],
      responseHead: Array("HTTP/1.1 301 M\r\nLocation: ../z;jsessionid=1?q#f\r\n\r\n".utf8),
      body: [])
    let verdict = OutcomeClassifier.verdict(
      capture, body: capture.decodedBody(limit: 9), facts: nil)
    #expect(verdict.redirect?.string == "http://a.cn/z?q")
  }
}
