import Dates
import Findings
import Page
import Patterns
package import Rules
package import Sites
import Texts
package import YAML

/// Replies to proposals of deputies and of the consultative conference are out, in full where that
/// is asked.
package enum ProposalsCheck: Check {
  /// The keys of a `proposals` rule.
  package struct Requirement: Sendable {
    package var columns: [String]
    let keys: [FoldedName]
    package var titles: TitlePatterns
    package var except: TitlePatterns
    /// Words of which title or column must hold one: 建议, 提案.
    package var kinds: TitlePatterns
    let kindWords: [String]
    /// The session that the replies are of; none for all of the period.
    package var session: TitlePatterns
    package var least: Int
    package var isFullText: Bool
    package var minLength: Int
    package var sample: Int
    package var share: Double
    package var traces: TitlePatterns
    package var nilStatement: TitlePatterns
  }

  package static let descriptor = CheckDescriptor(
    kind: "proposals",
    summary: Wording.text(
      "人大建议、政协提案的办理结果（答复全文）已公开", "Replies to proposals are out, in full where asked"),
    keys: [
      .init("columns", .texts, isRequired: false, Wording.text("建议提案栏目", "Columns of replies")),
      .init(
        "titles", .patterns, isRequired: false, Wording.text("答复标题样式", "Title patterns of replies")),
      .init(
        "except", .patterns, isRequired: false, Wording.text("不计的标题", "Titles that do not count")),
      .init(
        "kinds", .patterns, isRequired: true,
        Wording.text("建议、提案：标题、栏目或正文须有其一", "建议, 提案: title, column or text must hold one")),
      .init(
        "session", .patterns, isRequired: false, Wording.text("届次样式", "Pattern of the session")),
      .init(
        "least", .count(1...1000), isRequired: false,
        Wording.text("至少几件（默认 1）", "Replies needed (1)")),
      .init(
        "full-text", .flag, isRequired: false,
        Wording.text("须为答复全文（默认 false）", "The reply must stand in full (false)")),
      .init(
        "min-length", .count(1...100_000), isRequired: false,
        Wording.text("全文最少字数（默认 150）", "Least characters (150)")),
      .init(
        "sample", .count(1...200), isRequired: false,
        Wording.text("抽查件数（默认 10）", "Replies looked at (10)")),
      .init(
        "share", .number(0...1), isRequired: false,
        Wording.text("抽查中须为全文的比例（默认 0：一件即可）", "Share in full (0: one will do)")),
      .init(
        "traces", .patterns, isRequired: false,
        Wording.text("说明有建议提案的样式", "What shows that there were any")),
      .init(
        "nil-statement", .patterns, isRequired: false,
        Wording.text("“本年度无”说明的样式", "Statements that there were none")),
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    mapping.requireOne(of: "columns", "titles", log: log)
    let columns = mapping.strings("columns", log: log) ?? []
    return Requirement(
      columns: columns, keys: columns.map(FoldedName.init),
      titles: .decode("titles", of: mapping, log: log),
      except: .decode("except", of: mapping, log: log),
      kinds: .decode("kinds", of: mapping, log: log),
      kindWords: mapping.strings("kinds", log: log) ?? [],
      session: .decode("session", of: mapping, log: log),
      least: mapping.int("least", in: 1...1000, log: log) ?? 1,
      isFullText: mapping.bool("full-text", log: log) ?? false,
      minLength: mapping.int("min-length", in: 1...100_000, log: log) ?? 150,
      sample: mapping.int("sample", in: 1...200, log: log) ?? 10,
      share: mapping.double("share", in: 0...1, log: log) ?? 0,
      traces: .decode("traces", of: mapping, log: log),
      nilStatement: .decode("nil-statement", of: mapping, log: log))
  }

  /// A session may lie further back than the period.
  package static func looksBack(_ requirement: Requirement) -> Bool {
    !requirement.session.isEmpty
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) -> Conclusion {
    ProposalTally(requirement, Territory(rule, unit: unit, in: survey), rule).conclusion
  }
}

/// Counts the replies of the period and how they stand.
struct ProposalTally {
  private let requirement: ProposalsCheck.Requirement
  private let territory: Territory
  private let rule: Rule
  private let search: ItemSearch
  private var full: [Item] = []
  private var near: [(item: Item, reason: Bilingual)] = []
  private var open: [(item: Item, reason: Bilingual)] = []

  init(_ requirement: ProposalsCheck.Requirement, _ territory: Territory, _ rule: Rule) {
    self.requirement = requirement
    self.territory = territory
    self.rule = rule
    search = ItemSearch(
      territory, keys: requirement.keys, titles: requirement.titles, except: requirement.except)
    for item in search.items where isOfKind(item) { judge(item) }
  }

  private func isOfKind(_ item: Item) -> Bool {
    if requirement.kinds.fits(item.normal) { return true }
    let names = item.columns.map {
      territory.index.column(ColumnPlace(site: item.site, column: $0)).name
    }
    // A column of both kinds says nothing of what its items are.
    let told = names.filter { !($0.contains("建议") && $0.contains("提案")) }
    if told.contains(where: { requirement.kinds.fits(TitleText.normalize($0)) }) { return true }
    guard let facts = territory.page(of: item)?.facts else { return false }
    return requirement.kinds.fits(TitleText.normalize(facts.text))
  }

  private mutating func judge(_ item: Item) {
    if let wrong = wrongSession(item) {
      near.append((item, wrong))
      return
    }
    guard requirement.isFullText else {
      if item.date == nil {
        open.append((item, Wording.text("没有日期", "it bears no day")))
      } else {
        full.append(item)
      }
      return
    }
    guard let facts = territory.page(of: item)?.facts else {
      open.append((item, Wording.text("页面未能读取", "its page was not read")))
      return
    }
    if isReply(facts) {
      full.append(item)
    } else if facts.textLength < requirement.minLength, let doubt = PageContent.doubt(facts) {
      open.append((item, doubt))
    } else {
      near.append((item, Wording.text("不是答复全文", "it is no full reply")))
    }
  }

  private func wrongSession(_ item: Item) -> Bilingual? {
    if !requirement.session.isEmpty {
      if requirement.session.fits(item.normal) { return nil }
      if let facts = territory.page(of: item)?.facts,
        requirement.session.fits(TitleText.normalize(facts.text))
      {
        return nil
      }
    }
    guard let date = item.date else { return nil }
    let period = territory.survey.period
    if period.contains(date) { return nil }
    return Wording.text("日期\(date)不在审核期内", "its day, \(date), is outside the period")
  }

  private static let salutation = ["代表", "委员", "您提出", "你提出", "你们提出", "收悉", "答复如下", "贵"]
    .map { Array($0.utf8) }

  /// Words with which a reply begins, and what only one to a deputy says.
  private static let answers = ["答复如下", "回复如下", "函复如下", "报告如下", "办理情况如下", "收悉", "您提出", "你提出"]
    .map { Array($0.utf8) }
  /// The day at the end; names of those to be asked and marks of the page may follow.
  private static let signed = try? Pattern(
    "[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日[)）]?.{0,100}$|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月"
      + "[一二三四五六七八九十]{1,3}日")

  /// A salutation or 收悉 and enough text; a short one is whole when it goes from its first words to
  /// its signature.
  private func isReply(_ facts: PageFacts) -> Bool {
    let text = TitleText.normalize(facts.text)
    guard Self.salutation.contains(where: { text.place(of: $0) != nil }) else { return false }
    if facts.textLength >= requirement.minLength { return true }
    return facts.textLength * 3 >= requirement.minLength
      && Self.answers.contains { text.place(of: $0) != nil }
      && Self.signed?.firstRange(in: text) != nil
  }

  // MARK: Verdict

  var conclusion: Conclusion {
    if let nothing = nilStatement() { return nothing }
    let gaps = search.gaps(rows: requirement.isFullText ? .needPage : .judgedByTitle)
    let isEnough = full.count >= requirement.least && isShareMet
    let status = isEnough ? Status.pass : missed(gaps)
    return Conclusion(
      status, message: message(gaps, status), soughtFor: rule.title, evidence: evidence,
      coverage: territory.coverage(
        columns: search.columns, gaps: status == .undetermined ? gaps : GapList()),
      metBy: full.last.flatMap { territory.ownerID(of: $0) })
  }

  private var isShareMet: Bool {
    guard requirement.share > 0 else { return true }
    let looked = full.count + near.count { territory.page(of: $0.item) != nil }
    return looked > 0
      && Double(full.count) >= requirement.share * Double(min(looked, requirement.sample))
  }

  private func missed(_ gaps: GapList) -> Status {
    guard open.isEmpty, gaps.isEmpty else { return .undetermined }
    // Right replies in the wrong form are a fault whatever the traces say.
    if near.contains(where: { isInPeriod($0.item) }) { return .fail }
    return requirement.traces.isEmpty || trace != nil ? .fail : .undetermined
  }

  private func isInPeriod(_ item: Item) -> Bool {
    item.date.map { territory.survey.period.contains($0) } ?? false
  }

  private var trace: Item? {
    territory.withPortal.items(titled: requirement.traces).map { territory.index.items[$0] }
      .first { isInPeriod($0) }
  }

  private func nilStatement() -> Conclusion? {
    let found = territory.withPortal.items(titled: requirement.nilStatement)
      .map { territory.index.items[$0] }.first { isInPeriod($0) && !$0.isDead }
    guard let found, full.isEmpty else { return nil }
    return Conclusion(
      .pass,
      message: Wording.text(
        "《\(found.title)》说明本年度没有。", "“\(found.title)” states that there were none."),
      soughtFor: rule.title, evidence: [territory.cite(found)],
      coverage: territory.coverage(columns: search.columns))
  }

  private func message(_ gaps: GapList, _ status: Status) -> Bilingual {
    var parts = [
      Wording.text(
        "找到\(Wording.names(requirement.kindWords))答复\(full.count)件\(requirement.isFullText ? "（全文）" : "")。",
        "Found \(full.count) repl(ies)\(requirement.isFullText ? " in full" : "").")
    ]
    if status != .pass, let first = near.first {
      parts.append(
        Wording.text(
          "《\(first.item.title)》：\(first.reason.zh)。", "“\(first.item.title)”: \(first.reason.en).")
      )
    }
    if status == .undetermined {
      if let first = open.first {
        parts.append(
          Wording.text(
            "\(open.count)件不能判定（\(first.reason.zh)）。",
            "\(open.count) can't be judged (\(first.reason.en))."))
      }
      parts.append(
        gaps.isEmpty && open.isEmpty
          ? Wording.text(
            "看不出本年度是否承办过，不能据此认定缺失。", "Nothing shows that there were any to answer.")
          : gaps.isEmpty ? Wording.text("", "") : Wording.gaps(gaps))
    }
    return Wording.join(parts)
  }

  private var evidence: [Evidence] {
    full.suffix(3).map { territory.cite($0) }
      + near.prefix(3).map {
        territory.cite($0.item, nearMiss: $0.reason)
      } + open.prefix(3).map { territory.cite($0.item, nearMiss: $0.reason) }
  }
}
