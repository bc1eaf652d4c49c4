import Texts
import YAML

/// The keys of a `publication` rule: their documentation and how they are read.
enum PublicationKeys {
  static let all: [CheckDescriptor.Key] = [
    key("columns", "专设栏目：其中条目按位置即计", "Columns of the subject: their items count by their place"),
    key("broad", "上级栏目：其中条目须标题或正文相符才计", "Broad columns: an item counts only by title or text"),
    key("titles", "标题样式：任何位置的条目都计", "Title patterns, wherever the item stands"),
    key(
      "text", "主题词：上级栏目里标题含一个、或正文含两个即相符",
      "Words: one in the title or two on the page of a broad column's item"),
    key("except", "不计的标题", "Titles that do not count"),
    key("dated", "period|in-force|any（默认 period）：须发布于审核期、现行有效或不限", "When it must be of (period)"),
    key("year", "current|previous（默认 current）：标题所写年份", "The year that a title may name (current)"),
    key(
      "in-force-years", "无期限的文件几年内算现行（默认 5）", "How long a document without a term is in force (5)"),
    key("least", "至少几条（默认 1）", "Items needed (1)"),
    key("fields", "条目页面或附件应见的要素标签", "Labels that the item's page or files must show"),
    key("fields-least", "至少见到几项要素（默认 2，不足取全部）", "How many of the labels (2, or all if fewer)"),
    key("figures", "须有数字（默认 false）", "A figure must stand there (false)"),
    key("sample", "抽查条数（默认 10）", "Items looked at for share (10)"),
    key("share", "抽查条目中要素齐全的最低比例（默认 0：一条即可）", "Least share of the sampled items (0: one will do)"),
    key(
      "parts", "应各有内容的部分：name, columns, titles, fields, text, figures, media",
      "Parts of which each must be shown: name, columns, titles, fields, text, figures, media"),
    key("partial", "缺部分时按比例得分（默认 false）", "Missing parts cost their share (false)"),
    key(
      "more-than-previous", "审核年度条数须多于上年（默认 false）", "More items than in the year before (false)"),
    key("nil-statement", "“本年度无此事项”说明的标题或正文样式，视同已公开", "Statements that there was nothing count"),
    key(
      "traces", "说明事情发生过的样式：写了此键，无迹象时缺失记未能判定",
      "What shows that a case arose; without a trace absence is undetermined"),
    key(
      "platforms", "指向站外平台的链接文字样式：仅在平台公开时记未能判定",
      "Link texts of outside platforms: what may stand there is undetermined"),
    key("platform-counts", "有站外平台链接即算公开（默认 false）", "A link to the platform is enough (false)"),
    key(
      "absence", "fail|undetermined|not-applicable（默认 fail）：读全仍没有时的结论；not-applicable：有无由另一条判",
      "What absence means when all was read (fail); not-applicable: another rule asks for it"),
    key(
      "due", "MM-DD 或 02-end：审核年度内此日过后缺失才算不通过",
      "MM-DD: nothing is missed before this day of the audited year has passed"),
    key("last-days", "只计审核期最后几天的条目", "Only items of the last days of the period count"),
    key(
      "grace-months", "审核期末前几个月内发布的旧条目记未能判定（默认 0）",
      "Older items of so many months before the period's end leave it open (0)"),
    key("refuse", "条目页面不得出现的字样", "Words that must not stand on the item's page"),
    key(
      "incomplete", "fail|undetermined（默认 fail）：只公开了一部分时的结论",
      "What it means that only some of it is out (fail)"),
    key(
      "untraced", "undetermined|not-applicable（默认 undetermined）：没有迹象时缺失的结论",
      "What absence means where nothing shows that a case arose (undetermined)"),
    key("traces-from", "MM-DD：此日以后的迹象才计", "MM-DD: only later traces count"),
    key(
      "idle", "fail|undetermined（默认 fail）：有专设栏目而没有应计条目时的结论",
      "What it means that a column of its own holds nothing that counts (fail)"),
    key(
      "publisher", "unit|listed|district（默认 unit）：各自规则里谁的发布算数",
      "Whose publication counts for each unit (unit)"),
  ]

  private static func key(_ name: String, _ zh: String, _ en: String) -> CheckDescriptor.Key {
    CheckDescriptor.Key(name, isRequired: false, Bilingual(zh: zh, en: en))
  }

  static func decode(
    _ mapping: YAMLMapping, _ log: YAMLProblemLog
  ) -> PublicationCheck.Requirement? {
    let columns = mapping.strings("columns", log: log) ?? []
    let broad = mapping.strings("broad", log: log) ?? []
    let words = mapping.strings("text", log: log) ?? []
    let fields = mapping.strings("fields", log: log) ?? []
    let asked = mapping.int("fields-least", in: 1...100, log: log) ?? 2
    let parts = (mapping.mappings("parts", log: log) ?? []).compactMap { part($0, log) }
    return PublicationCheck.Requirement(
      columns: columns, keys: columns.map(TitleText.key), broad: broad,
      broadKeys: broad.map(TitleText.key),
      titles: .decode("titles", of: mapping, log: log),
      words: .decode("text", of: mapping, log: log),
      normalWords: words.map(TitleText.normalize),
      except: .decode("except", of: mapping, log: log),
      dated: mapping.enumeration("dated", of: PublicationCheck.Dating.self, log: log) ?? .period,
      subject: mapping.enumeration("year", of: PublicationCheck.SubjectYear.self, log: log)
        ?? .current,
      inForceYears: mapping.int("in-force-years", in: 1...100, log: log) ?? 5,
      least: mapping.int("least", in: 1...10_000, log: log) ?? 1,
      fields: fields.map(TitleText.normalize), fieldsLeast: min(asked, fields.count),
      needsFigures: mapping.bool("figures", log: log) ?? false,
      sample: mapping.int("sample", in: 1...200, log: log) ?? 10,
      share: mapping.double("share", in: 0...1, log: log) ?? 0, parts: parts,
      isPartial: mapping.bool("partial", log: log) ?? false,
      moreThanPrevious: mapping.bool("more-than-previous", log: log) ?? false,
      nilStatement: .decode("nil-statement", of: mapping, log: log),
      traces: .decode("traces", of: mapping, log: log),
      platforms: .decode("platforms", of: mapping, log: log),
      platformCounts: mapping.bool("platform-counts", log: log) ?? false,
      absence: mapping.enumeration("absence", of: PublicationCheck.Absence.self, log: log) ?? .fail,
      publisher: mapping.enumeration("publisher", of: PublicationCheck.Publisher.self, log: log)
        ?? .unit,
      due: DocumentCheck.monthDay("due", of: mapping, log),
      lastDays: mapping.int("last-days", in: 1...3660, log: log),
      graceMonths: mapping.int("grace-months", in: 0...1200, log: log) ?? 0,
      refuse: (mapping.strings("refuse", log: log) ?? []).map(TitleText.normalize),
      incomplete: absence("incomplete", mapping, log) ?? .fail,
      untraced: absence("untraced", mapping, log) ?? .undetermined,
      tracesFrom: DocumentCheck.monthDay("traces-from", of: mapping, log),
      idle: absence("idle", mapping, log) ?? .fail)
  }

  private static func absence(
    _ key: String, _ mapping: YAMLMapping, _ log: YAMLProblemLog
  ) -> PublicationCheck.Absence? {
    mapping.enumeration(key, of: PublicationCheck.Absence.self, log: log)
  }

  private static func part(_ mapping: YAMLMapping, _ log: YAMLProblemLog) -> PublicationCheck.Part?
  {
    mapping.allow(
      only: ["name", "columns", "titles", "fields", "text", "figures", "media"], log: log)
    mapping.require(["name"], log: log)
    let fields = mapping.strings("fields", log: log) ?? []
    let text = mapping.strings("text", log: log) ?? []
    let columns = mapping.strings("columns", log: log) ?? []
    let hasMedia = mapping.bool("media", log: log) ?? false
    if mapping["titles"] == nil && fields.isEmpty && text.isEmpty && columns.isEmpty && !hasMedia {
      log.add(mapping.value.problem(Wording.needs("fields", "text")))
    }
    guard let name = mapping.bilingual("name", log: log) else { return nil }
    return PublicationCheck.Part(
      name: name, titles: .decode("titles", of: mapping, log: log),
      words: (fields + text).map(TitleText.normalize),
      needsFigures: mapping.bool("figures", log: log) ?? false,
      columns: columns.map(TitleText.key), hasMedia: hasMedia)
  }
}
