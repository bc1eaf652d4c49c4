import Crawl
import Dates
import Findings
package import Rules
import Texts
import Web

/// The keys of an example: what should be said of which site.
package enum ExampleKeys {
  /// All of an example's keys; the first, its rule, is read with the pack.
  package static let example: [PackKey] =
    [PackKey("rule", .text, isRequired: true, "条款编号，可带 #名称", "The clause's id, or id#name")] + own

  static let own: [PackKey] = [
    PackKey("expect", .word(Status.self), isRequired: true, "应得的结论", "What should be said"),
    PackKey("about", .text, "说明", "What it shows"),
    PackKey("unit", .text, "所判单位（默认规则的第一个单位）", "The unit judged (the rule's first)"),
    PackKey("units", .entries(unit), "别的单位", "Further units"),
    PackKey("as-of", .day, "截止日（默认规则包当年12月31日）", "The day of the audit (the year's last)"),
    PackKey("from", .day, "审核期起（默认截止日当年1月1日）", "The period's first day (1 January)"),
    PackKey("to", .day, "审核期止（默认截止日）", "The period's last day (that of the audit)"),
    PackKey(
      "site", .pieces([column, piece, unread, departure]), isRequired: true, "网站上有什么",
      "What the site holds"),
  ]

  static let unit: [PackKey] = [
    PackKey("name", .text, isRequired: true, "单位名称", "The unit's name"),
    PackKey("kind", .word(UnitKind.self), "类型（默认 department）", "Its kind (department)"),
  ]

  private static let of = PackKey(
    "of", .text, "在哪里：portal、unit 或单位名称", "Where: portal, unit or a unit's name")

  private static let outcome = PackKey(
    "outcome", .oneOf(allOutcomes.map(\.outcome.code)), "没有读到时的结果代码", "Why it was not read")

  static let column: [PackKey] = [
    PackKey("column", .text, isRequired: true, "栏目名称", "The column's name"), of,
    PackKey("under", .texts, "上级栏目，由上到下", "The columns above it, topmost first"),
    PackKey("rows", .entries(row), "条目", "Its rows"),
    PackKey("body", .entry(page), "栏目页自己的内容", "What the column's own page holds"),
    PackKey("script", .flag, "由脚本生成，读不到", "A script fills it: it can't be read"), outcome,
    PackKey("next", .text, "后面一页没有读到的结果代码", "Why a further page was not read"),
    PackKey("per-page", .count(1...500), "每页条数（默认 60）", "Rows a page (60)"),
  ]

  static let page: [PackKey] = [
    PackKey("title", .text, "标题", "Its title"),
    PackKey("date", .day, "发布日期", "Its day"),
    PackKey("list-date", .day, "列表上的日期", "The day in the list"),
    PackKey("written", .day, "成文日期", "The day on the document"),
    PackKey("number", .text, "文号", "The document's number"),
    PackKey("source", .text, "来源", "Its source"),
    PackKey("text", .text, "正文", "Its text"),
    PackKey("fields", .named, "标签和值", "Labels and values"),
    PackKey("attachments", .texts, "附件名", "Names of its attachments"),
    PackKey("images", .count(0...100), "图片数", "How many pictures it has"),
    PackKey("related", .named, "相关页面：标签和标题", "Related pages: labels and titles"),
    PackKey("markup", .text, "另写的 HTML", "HTML of its own"), outcome,
    PackKey("bare", .flag, "条目没有链接", "The row has no address"),
  ]

  static let piece: [PackKey] =
    [PackKey("page", .text, isRequired: true, "不在栏目里的页面", "A page outside columns")] + page + [of]

  /// Those of a row, or of a series of rows.
  static let row: [PackKey] =
    page + [
      PackKey("every", .word(Cadence.self), "系列：多久一条", "A series: how often"),
      PackKey("from", .day, "系列起", "The series' first day"),
      PackKey("to", .day, "系列止", "The series' last day"),
      PackKey("day", .count(1...366), "每期第几天（默认 3）", "The day of each period (3)"),
      PackKey("without", .counts(1...53), "缺哪几期", "The periods left out"),
    ]

  static let unread: [PackKey] = [
    PackKey("unread", .text, isRequired: true, "没有读到的链接的文字", "The text of a link not read"), of,
    outcome,
  ]

  static let departure: [PackKey] = [
    PackKey("departure", .text, isRequired: true, "指向站外的链接的文字", "The text of a link elsewhere"),
    of, PackKey("to", .text, "地址", "Its address"),
  ]
}
