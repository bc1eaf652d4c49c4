import Rules
import Texts
import YAML

/// The keys of a `publication` rule: their documentation and how they are read.
enum PublicationKeys {
  static let all: [PackKey] = [
    key(
      "columns", .texts, "专设栏目：其中条目按位置即计",
      "Columns of the subject: their items count by their place"),
    key(
      "broad", .texts, "上级栏目：其中条目须标题或正文相符才计", "Broad columns: an item counts only by title or text"),
    key("titles", .patterns, "标题样式：任何位置的条目都计", "Title patterns, wherever the item stands"),
    key(
      "text", .texts, "主题词：上级栏目里标题含一个，或正文含一个并另有一个主题词或要素，即相符",
      "Words: one in the title of a broad column's item, or one with another word or label on its page"
    ),
    key(
      "broad-titles", .patterns, "标题样式：任何位置的条目，主题词也相符才计",
      "Title patterns of items that count only with the words of text"),
    key(
      "broad-least", .count(1...100), "上级栏目条目的正文须含几个主题词或要素（默认 2）",
      "Words and labels that the page of a broad column's item must hold (2)"),
    key("except", .patterns, "不计的标题", "Titles that do not count"),
    key(
      "dated", .word(PublicationCheck.Dating.self),
      "period|in-force|any（默认 period）：须发布于审核期、现行有效或不限", "When it must be of (period)"),
    key(
      "year", .word(PublicationCheck.SubjectYear.self),
      "current|previous|current-only（默认 current）：标题所写年份；current-only 不容写别的年份",
      "The year that a title may name (current); current-only: no other"),
    key(
      "in-force-years", .count(1...100), "无期限的文件几年内算现行（默认 5）",
      "How long a document without a term is in force (5)"),
    key(
      "lapsed", .word(PublicationCheck.Shortfall.self), "fail|undetermined（默认 fail）：只有标明失效的条目时的结论",
      "What it means that all there is bears a mark of lapse (fail)"),
    key(
      "last-days", .count(1...3660), "只计审核期最后几天的条目",
      "Only items of the last days of the period count"),
    key(
      "lasting", .patterns, "长期有效的标题：按 in-force 计时间",
      "Titles that count as long as they are in force"),
    key(
      "grace-months", .count(0...1200), "审核期末前几个月内发布的旧条目记未能判定（默认 0）",
      "Older items of so many months before the period's end leave it open (0)"),
    key("least", .count(1...10_000), "至少几条（默认 1）", "Items needed (1)"),
    key("fields", .texts, "条目页面或附件应见的要素标签", "Labels that the item's page or files must show"),
    key(
      "fields-least", .count(1...100), "至少见到几项要素（默认 2，不足取全部）",
      "How many of the labels (2, or all if fewer)"),
    key("figures", .flag, "须有数字（默认 false）", "A figure must stand there (false)"),
    key("sample", .count(1...200), "抽查条数（默认 10）", "Items looked at for share (10)"),
    key(
      "share", .number(0...1), "抽查条目中要素齐全的最低比例（默认 0：一条即可）",
      "Least share of the sampled items (0: one will do)"),
    key(
      "parts", .entries(partKeys),
      "应各有内容的部分：name, columns, titles, fields, text, figures, media, due",
      "Parts of which each must be shown: name, columns, titles, fields, text, figures, media, due"
    ),
    key("together", .flag, "各部分须在同一页面（默认 false）", "One page must show all parts (false)"),
    key(
      "incomplete", .word(PublicationCheck.Shortfall.self),
      "fail|undetermined（默认 fail）：只公开了一部分时的结论",
      "What it means that only some of it is out (fail)"),
    key("refuse", .texts, "条目页面不得出现的字样", "Words that must not stand on the item's page"),
    key("partial", .flag, "缺部分时按比例得分（默认 false）", "Missing parts cost their share (false)"),
    key(
      "more-than-previous", .flag, "审核年度条数须多于上年（默认 false）",
      "More items than in the year before (false)"),
    key(
      "nil-statement", .patterns, "“本年度无此事项”说明的标题或正文样式，视同已公开",
      "Statements that there was nothing count"),
    key(
      "traces", .patterns, "说明事情发生过的样式：写了此键，无迹象时缺失记未能判定",
      "What shows that a case arose; without a trace absence is undetermined"),
    key("traces-from", .dayOfYear, "MM-DD：此日以后的迹象才计", "MM-DD: only later traces count"),
    key(
      "trace-pages", .entry(PublicationCheck.Witness.keyList),
      "正文能说明事情发生过的页面：columns, titles, text, dated",
      "Pages whose text shows that a case arose: columns, titles, text, dated"),
    key(
      "listed", .entry(PublicationCheck.Witness.keyList), "说明本单位是否有此事项的页面（如权责清单）：没有列出则不适用，读不到则未能判定",
      "Pages, such as the list of powers, that say whether the matter is the unit's at all"),
    key("doubtful", .patterns, "可能相当、须人工核实的标题样式", "Titles that may do: a person has to look"),
    key("doubtful-columns", .texts, "可能相当、须人工核实的门户栏目", "Columns of the portal that may do"),
    key(
      "platforms", .patterns, "指向站外平台（计划之外的网站）的链接文字样式：仅在平台公开时记未能判定",
      "Link texts of platforms off the plan's hosts: what may stand there is undetermined"),
    key(
      "platform-counts", .flag, "有站外平台链接即算公开（默认 false）", "A link to the platform is enough (false)"),
    key(
      "absence", .word(PublicationCheck.Absence.self),
      "fail|undetermined|not-applicable|outdated（默认 fail）：读全仍没有时的结论；not-applicable：有无由另一条判（写了 traces 则无迹象即不适用）；outdated：同上，但旧的也算不合格",
      "What absence means when all was read (fail); not-applicable: another rule asks for it, or no "
        + "trace shows a case; outdated: the same, but an old one fails"
    ),
    key(
      "idle", .word(PublicationCheck.Shortfall.self), "fail|undetermined（默认 fail）：有专设栏目而没有应计条目时的结论",
      "What it means that a column of its own holds nothing that counts (fail)"),
    key(
      "due", .dayOfYear, "MM-DD 或 02-end：审核年度内此日过后缺失才算不通过",
      "MM-DD: nothing is missed before this day of the audited year has passed"),
    key(
      "publisher", .word(PublicationCheck.Publisher.self),
      "unit|listed|district（默认 unit）：各自规则里谁的发布算数",
      "Whose publication counts for each unit (unit)"),
  ]

  private static let partKeys: [PackKey] = [
    PackKey("name", .bilingual, isRequired: true, "部分名称", "The part's name"),
    key("columns", .texts, "其中条目按位置即是该部分的栏目", "Columns whose items are the part by their place"),
    key("titles", .patterns, "本身就是该部分的标题", "Titles that are the part themselves"),
    key("fields", .texts, "标签", "Labels of which one must stand there"),
    key("text", .texts, "字样", "Words of which one must stand there"),
    key("figures", .flag, "须有数字（默认 false）", "A figure must stand there too (false)"),
    key("media", .flag, "图片、音视频即可（默认 false）", "A picture, sound or film will do (false)"),
    key("due", .dayOfYear, "MM-DD：此日过后缺失才算", "MM-DD: it is not missed before"),
  ]

  private static func key(
    _ name: String, _ form: KeyForm, _ zh: String, _ en: String
  ) -> PackKey {
    PackKey(name, form, Bilingual(zh: zh, en: en))
  }

  static func decode(
    _ mapping: YAMLMapping, _ log: YAMLProblemLog
  ) -> PublicationCheck.Requirement? {
    let columns = mapping.strings("columns", log: log) ?? []
    let broad = mapping.strings("broad", log: log) ?? []
    let words = mapping.strings("text", log: log) ?? []
    let fields = mapping.strings("fields", log: log) ?? []
    let asked = mapping.int("fields-least", in: 1...100, log: log) ?? 2
    let witnesses = (
      trace: PublicationCheck.Witness.decode("trace-pages", of: mapping, log),
      listed: PublicationCheck.Witness.decode("listed", of: mapping, log)
    )
    let parts = (mapping.mappings("parts", log: log) ?? []).compactMap { part($0, log) }
    let titles = TitlePatterns.decode("titles", of: mapping, log: log)
    return PublicationCheck.Requirement(
      columns: columns, keys: columns.map(FoldedName.init), broad: broad,
      broadKeys: broad.map(FoldedName.init), sought: sought(columns + broad, titles),
      titles: titles,
      words: .decode("text", of: mapping, log: log),
      normalWords: words.map(TitleText.normalize),
      broadTitles: .decode("broad-titles", of: mapping, log: log),
      broadLeast: mapping.int("broad-least", in: 1...100, log: log) ?? 2,
      except: .decode("except", of: mapping, log: log),
      dated: mapping.enumeration("dated", of: PublicationCheck.Dating.self, log: log) ?? .period,
      subject: mapping.enumeration("year", of: PublicationCheck.SubjectYear.self, log: log)
        ?? .current,
      inForceYears: mapping.int("in-force-years", in: 1...100, log: log) ?? 5,
      lapsed: mapping.enumeration("lapsed", of: PublicationCheck.Shortfall.self, log: log) ?? .fail,
      lasting: .decode("lasting", of: mapping, log: log),
      graceMonths: mapping.int("grace-months", in: 0...1200, log: log) ?? 0,
      lastDays: mapping.int("last-days", in: 1...3660, log: log),
      least: mapping.int("least", in: 1...10_000, log: log) ?? 1,
      fields: fields.map(TitleText.normalize), fieldsLeast: min(asked, fields.count),
      needsFigures: mapping.bool("figures", log: log) ?? false,
      sample: mapping.int("sample", in: 1...200, log: log) ?? 10,
      share: mapping.double("share", in: 0...1, log: log) ?? 0, parts: parts,
      isTogether: mapping.bool("together", log: log) ?? false,
      incomplete: mapping.enumeration("incomplete", of: PublicationCheck.Shortfall.self, log: log)
        ?? .fail,
      refuse: (mapping.strings("refuse", log: log) ?? []).map(TitleText.normalize),
      isPartial: mapping.bool("partial", log: log) ?? false,
      moreThanPrevious: mapping.bool("more-than-previous", log: log) ?? false,
      nilStatement: .decode("nil-statement", of: mapping, log: log),
      traces: .decode("traces", of: mapping, log: log),
      tracesFrom: DocumentCheck.monthDay("traces-from", of: mapping, log),
      tracePages: witnesses.trace, listed: witnesses.listed,
      doubtful: .decode("doubtful", of: mapping, log: log),
      doubtfulKeys: (mapping.strings("doubtful-columns", log: log) ?? []).map(FoldedName.init),
      platforms: .decode("platforms", of: mapping, log: log),
      platformCounts: mapping.bool("platform-counts", log: log) ?? false,
      absence: mapping.enumeration("absence", of: PublicationCheck.Absence.self, log: log) ?? .fail,
      idle: mapping.enumeration("idle", of: PublicationCheck.Shortfall.self, log: log) ?? .fail,
      due: DocumentCheck.monthDay("due", of: mapping, log),
      publisher: mapping.enumeration("publisher", of: PublicationCheck.Publisher.self, log: log)
        ?? .unit)
  }

  private static func sought(_ names: [String], _ titles: TitlePatterns) -> Bilingual {
    Wording.text(
      "栏目\(Wording.names(names))" + (titles.isEmpty ? "" : "，标题\(titles.wording)"),
      "columns \(Wording.englishNames(names))"
        + (titles.isEmpty ? "" : ", titles \(titles.wording)")
    )
  }

  private static func part(_ mapping: YAMLMapping, _ log: YAMLProblemLog) -> PublicationCheck.Part?
  {
    mapping.allow(only: partKeys.names, log: log)
    mapping.require(partKeys.requiredNames, log: log)
    let fields = mapping.strings("fields", log: log) ?? []
    let text = mapping.strings("text", log: log) ?? []
    let hasMedia = mapping.bool("media", log: log) ?? false
    let columns = mapping.strings("columns", log: log) ?? []
    if mapping["titles"] == nil && fields.isEmpty && text.isEmpty && columns.isEmpty && !hasMedia {
      log.add(
        mapping.value.problem(
          Wording.needsOne(of: ["titles", "columns", "fields", "text", "media"])))
    }
    guard let name = mapping.bilingual("name", log: log) else { return nil }
    return PublicationCheck.Part(
      name: name, columns: columns.map(FoldedName.init),
      titles: .decode("titles", of: mapping, log: log),
      words: (fields + text).map(TitleText.normalize),
      needsFigures: mapping.bool("figures", log: log) ?? false, hasMedia: hasMedia,
      due: DocumentCheck.monthDay("due", of: mapping, log))
  }
}
