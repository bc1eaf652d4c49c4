import Texts

/// The keys of a pack's files, checks and examples left out.
package enum PackKeys {
  /// Those of `pack.yaml`, or of a pack that is one file.
  package static let head: [PackKey] =
    [
      PackKey(
        "pack", .text, isRequired: true, "规则包名称，与文件夹同名", "The pack's name, that of its folder"),
      PackKey("title", .bilingual, isRequired: true, "文件标题", "The document's title"),
      PackKey("issuer", .bilingual, isRequired: true, "发文机关", "Who issued it"),
      PackKey(
        "notice", .bilingual, "报告抬头的说明，如征求意见稿", "A word for the report's head, such as a draft"),
      PackKey("year", .count(1949...9999), isRequired: true, "文件所管的年份", "The year that it is of"),
      PackKey("effective", .day, "起算日：此前到期的不扣分", "What fell due before this day is advisory"),
      PackKey(
        "scheme", .word(ScoringScheme.self), "计分办法（默认 weighted-sum）", "How points become a score"),
      PackKey(
        "grades", .entries(grade), "等次，从高到低，最低从0起", "Grades, highest first, the lowest from 0"),
      PackKey("bonus", .entry(bonus), "加分项的门槛和上限", "Gate and cap of bonus points"),
      PackKey("dimensions", .entries(dimension), "指标维度，上级在前", "Headings, parents first"),
      PackKey(
        "roster", .entries(unit), isRequired: true, "文件所列单位", "The units that the document names"),
    ] + part

  /// Those of every further file.
  package static let part: [PackKey] = [
    PackKey("clauses", .entries(clause), "条款表", "The document's clauses"),
    PackKey("rules", .entries(rule), "规则", "Rules"),
    PackKey("examples", .examples, "示例", "Examples"),
  ]

  /// Those of a file of shared words.
  package static let vocabulary: [PackKey] = [
    PackKey(
      "vocabulary", .word(Vocabulary.Kind.self), isRequired: true, "词表种类", "What the words are"),
    PackKey("sets", .namedTexts, isRequired: true, "词表：名称和词", "The sets: a name and its words"),
  ]

  static let grade: [PackKey] = [
    PackKey("name", .bilingual, isRequired: true, "等次名称", "The grade's name"),
    PackKey("from", .number(0...100), isRequired: true, "起点分", "The least score"),
  ]

  static let bonus: [PackKey] = [
    PackKey("gate", .number(0...100), "基本分达到多少才加分（默认 0）", "The score from which bonus counts (0)"),
    PackKey("most", .number(0...1000), "加分上限", "The most bonus points"),
  ]

  static let dimension: [PackKey] = [
    PackKey("id", .text, isRequired: true, "编号", "Its id"),
    PackKey("parent", .text, "上级编号，须写在前面", "The id of a heading before it"),
    PackKey("title", .bilingual, isRequired: true, "名称", "Its name"),
    PackKey("why", .bilingual, "为什么要紧，其下各条可以沿用", "Why it matters; serves the rules below"),
  ]

  static let unit: [PackKey] = [
    PackKey("name", .text, isRequired: true, "单位名称或统称", "A unit's name, or a collective one"),
    PackKey("aliases", .texts, "别名、简称、旧名", "Other names"),
    PackKey("kinds", .words(UnitKind.self), "统称所指的单位类型", "The kinds that a collective name means"),
  ]

  static let clause: [PackKey] = [
    PackKey("id", .text, isRequired: true, "条款编号（加引号）", "The clause's id, quoted"),
    PackKey("article", .text, isRequired: true, "出处", "Where it stands"),
    PackKey(
      "observable", .word(Observability.self), isRequired: true, "网上能否看出", "What the web can show"),
    PackKey("requirement", .bilingual, isRequired: true, "要求", "What it asks for"),
  ]

  static let rule: [PackKey] = [
    PackKey("id", .text, isRequired: true, "条款编号（加引号）", "The clause's id, quoted"),
    PackKey("name", .text, "同一条款有几条规则时的名称", "A name of its own where a clause has several rules"),
    PackKey("article", .text, isRequired: true, "出处", "Where the clause stands"),
    PackKey("title", .bilingual, isRequired: true, "事项", "What is asked for, in few words"),
    PackKey("why", .bilingual, "为什么要紧（默认取所属维度的）", "Why it matters (default: its heading's)"),
    PackKey("fix", .bilingual, isRequired: true, "怎样改，一句话", "What to do, in one sentence"),
    PackKey(
      "scope", .word(RuleScope.self), isRequired: true, "each 各自、any 任一、district 全区",
      "each unit, any of them, the district"),
    PackKey("units", .texts, isRequired: true, "责任单位，名册中的名称", "Names of the roster"),
    PackKey(
      "publishers", .texts, "发布也算数的其他单位，名册中的名称（any、district）",
      "Others whose publications count, names of the roster (any, district)"),
    PackKey("points", .number(0...1000), "分值；写了 same-as 的不写", "Points; none with same-as"),
    PackKey(
      "severity", .word(Severity.self), isRequired: true, "轻重：veto、must、should、bonus", "How grave"),
    PackKey("same-as", .text, "在哪一条计分", "The rule where it is scored"),
    PackKey("dimension", .text, "所属维度", "The heading it counts under"),
    PackKey("deduct", .entry(deduct), "按次扣分", "Points off for each fault"),
    PackKey("since", .day, "自哪天起适用", "The day from which it applies"),
    PackKey("standing", .word(RuleStanding.self), "状态（默认 active）", "Its standing (active)"),
    PackKey("note", .bilingual, "所取的理解", "The reading taken"),
    PackKey("check", .check, isRequired: true, "怎样检查：kind 和该种类的键", "The check: its kind and keys"),
  ]

  static let deduct: [PackKey] = [
    PackKey("each", .number(0...1000), isRequired: true, "每次扣分", "Points off for each"),
    PackKey("most", .number(0...1000), "最多扣分（默认全部分值）", "The most (default: all points)"),
  ]
}
