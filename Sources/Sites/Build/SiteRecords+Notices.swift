import Page
import Web

extension SiteRecords {
  /// What takes the place of a page's own content: the words of a fence, a fault, an unlock.
  private static let notice = Outcome(code: "page.notice", family: .truncated)
  /// A page with more text says something of its own, in characters.
  private static let longestNotice = 200
  /// A page with more links stands in a site's template.
  private static let mostLinks = 6
  /// Longer lines are running text, in characters.
  private static let longestLine = 80

  /// What no line of a column's own says, and what scripts of a site answer in its template when
  /// they failed.
  private static let faults = [
    "请稍后再试", "请稍候再试", "请稍后重试", "请稍候重试", "请稍后访问", "请稍后再访问", "您无权", "您没有权限", "您没有访问",
    "无权访问", "没有权限访问", "没有访问权限", "没有查看权限", "服务器繁忙", "系统繁忙", "数据库连接", "连接数据库",
    "SQLException", "mysql_connect", "mysqli_connect", "SQLSTATE[", "OLE DB Provider",
    "Fatal error:", "Stack trace", "NullPointerException", "Uncaught exception",
    "VBScript 运行时错误",
  ]

  /// The records, with pages that show a few words in place of content taken for read in part.
  ///
  /// A fence, a fault or a lock often answers with a good status and words that nobody can list in
  /// full. Such a page is known by what it lacks: rows, days, particulars, and any link into its own
  /// site but to the front page, which pages of a site's template have. Within the template it is
  /// known by a line that tells of a fault. It may pass a rule, and never shows that something is
  /// missing.
  func settingNoticesAside() -> SiteRecords {
    let found = pages.indices.filter { isNotice(pages[$0]) }
    guard !found.isEmpty else { return self }
    // What a list's interface answered is the list's affair.
    let asked = Set(pages.flatMap { $0.page?.facts.requests ?? [] })
    var records = self
    for index in found where !asked.contains(pages[index].url) {
      records.pages[index].outcome = Self.notice
    }
    return records
  }

  private func isNotice(_ page: PageRecord) -> Bool {
    guard page.outcome.family == .fetched, let read = page.page, Self.isBare(read.facts) else {
      return false
    }
    return Self.isLone(read.facts, at: page.finalURL) || Self.tellsOfFault(read.facts)
  }

  /// Nothing on the page marks it as content.
  private static func isBare(_ facts: PageFacts) -> Bool {
    guard facts.kind == .other || facts.kind == .column, facts.textLength > 0,
      facts.listState == .none || facts.listState == .empty, facts.publishedOn == nil,
      facts.documentNumber == nil, facts.bodyImages == 0, facts.redirect == nil,
      facts.formFields <= 2
    else { return false }
    return facts.entries.isEmpty && facts.attachments.isEmpty && facts.frames.isEmpty
      && facts.requests.isEmpty && facts.leaders.isEmpty && facts.guide.isEmpty
      && facts.questions.isEmpty && facts.letters.isEmpty && facts.tables.isEmpty
  }

  /// The page stands outside its site: a few words and no way on but to the front page.
  private static func isLone(_ facts: PageFacts, at url: WebURL) -> Bool {
    guard facts.kind == .other, facts.textLength < longestNotice, facts.breadcrumb.isEmpty,
      facts.contacts.isEmpty, facts.fields.isEmpty, facts.identity?.icp == nil,
      facts.identity?.host == nil, facts.linkList.count <= mostLinks
    else { return false }
    return !facts.links.contains { link in
      link.url.isOnHost(of: url) && link.url.path != "/" && link.url != url
    }
  }

  private static func tellsOfFault(_ facts: PageFacts) -> Bool {
    guard facts.textBytes < 6000 else { return false }
    let text = facts.text
    guard faults.contains(where: text.contains) else { return false }
    return text.split(separator: "\n").contains { line in
      line.count <= longestLine && faults.contains { line.contains($0) }
    }
  }
}
