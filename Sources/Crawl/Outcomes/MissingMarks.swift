import Archive
import Page
import Web

/// Recognises pages that say, with a good status, that there is nothing, or that something failed.
enum MissingMarks {
  /// The outcome's code, or nil for a page that stands for itself.
  ///
  /// An article with a date, a list, attachments or more than a few lines of text is never taken
  /// for an error page, whatever its words.
  static func code(_ evidence: PageEvidence) -> String? {
    guard evidence.isBare, evidence.textLength < 500 else { return nil }
    if isNotFoundAddress(evidence.capture.url) { return "notFound.soft" }
    let title = evidence.title.trimmed.lowercased()
    if titleSaysMissing(title) { return "notFound.soft" }
    guard evidence.textLength < 150 || evidence.facts?.kind == .error else { return nil }
    switch marks.rank(in: lowered(evidence.words)) {
    case 0: return "notFound.soft"
    case 1 where evidence.textLength < 150: return "error.page"
    default: return evidence.facts?.kind == .error ? "error.page" : nil
    }
  }

  /// Status 404 or 410 stands over a page that says otherwise.
  ///
  /// A list, a fault, a login, another status, a way on: such an answer does not show that there is
  /// nothing.
  static func isContradicted(_ evidence: PageEvidence) -> Bool {
    if evidence.capture.header("retry-after") != nil { return true }
    let words = lowered(evidence.words)
    guard !absence.occur(in: words) else { return false }
    if let facts = evidence.facts {
      if facts.entries.count(where: { $0.date != nil }) >= 3 { return true }
      if let target = facts.redirect, target.path.split(separator: "/").count > 0,
        !target.path.lowercased().contains("index.")
      {
        return !isNotFoundAddress(target)
      }
    }
    if evidence.asksForPassword { return true }
    // `{"code":429}` in a page's place.
    if evidence.shortSource.first(where: { $0 > 0x20 }) == 0x7B { return true }
    return marks.rank(in: words) == 1 || faults.occur(in: words)
  }

  private static let absence = Phrases([
    "404", "410", "不存在", "找不到", "未找到", "没有找到", "无法找到", "已删除", "被删除", "已下线", "走丢", "丢失", "迷路", "失联",
    "not found", "gone", "不见了", "已失效", "does not exist", "no longer",
  ])
  private static let faults = Phrases([
    "sqlexception", "jdbc", "未备案", "已被阻断", "bad gateway", "gateway time", "too many requests",
    "exception", "请稍后", "请稍候",
  ])

  private static let marks = WordFinder([missingWords, failureWords])

  private static func lowered(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// `/404.html`, `/error/404`, `/notfound.htm`: where servers send what they do not have.
  private static func isNotFoundAddress(_ url: WebURL) -> Bool {
    guard let last = url.path.split(separator: "/").last else { return false }
    let stem = last.prefix(while: { $0 != "." }).lowercased()
    return ["404", "404error", "error404", "notfound", "not_found", "page404", "pagenotfound"]
      .contains(stem)
  }

  private static func titleSaysMissing(_ title: String) -> Bool {
    if title == "404" || title == "not found" { return true }
    if title.hasPrefix("404") {
      // "404 Not Found", "404错误", "404-页面不存在", but no "404号文件" or "4045".
      let rest = title.dropFirst(3).trimmed
      let tails = ["not found", "错误", "页面", "error", "-", "_", "－", "—", "|", ":", "："]
      if tails.contains(where: { rest.hasPrefix($0) }) { return true }
    }
    return marks.rank(in: Array(title.utf8)) == 0
  }

  private static let missingWords = [
    "页面不存在", "网页不存在", "页面未找到", "网页未找到", "找不到页面", "找不到该页面", "找不到网页", "没有找到页面",
    "没有找到您要访问的", "您访问的页面不", "您要访问的页面不", "您查看的页面不", "您访问的内容不存在", "您访问的信息不存在",
    "您查看的信息不存在", "信息不存在或已", "内容不存在或已", "文章不存在", "文件不存在", "该信息已删除", "该信息已被删除",
    "该内容已被删除", "页面已删除", "页面已被删除", "页面丢失", "页面走丢", "页面飞走", "无法找到该页", "无法找到文件",
    "栏目不存在", "站点不存在", "404 not found", "404错误", "page not found", "file not found",
    "the requested url was not found", "object not found", "http 404",
  ]

  private static let failureWords = [
    "系统错误", "系统异常", "系统繁忙", "服务器错误", "服务器内部错误", "内部服务器错误", "程序出错", "运行时错误",
    "数据库连接失败", "数据库错误", "网站正在维护", "系统维护", "网站维护", "网站已关闭", "站点已关闭", "站点已暂停",
    "server error in", "internal server error", "service unavailable", "bad gateway",
    "error establishing a database connection", "浏览器版本过低",
    "升级维护", "升级改造", "暂停访问", "暂停服务", "服务器繁忙", "请稍后再试", "请稍后重试", "请稍候再试", "未备案或", "域名已到期",
    "域名已过期",
  ]
}
