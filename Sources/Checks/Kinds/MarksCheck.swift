import Findings
import Page
import Patterns
package import Rules
package import Sites
import Texts
import Web
package import YAML

/// Documents bear the marks that they must: validity, 此件公开发布, or their repeal.
package enum MarksCheck: Check {
  /// Which marks on which documents.
  package enum Mode: String, Sendable, CaseIterable {
    /// Each document says whether it is in force.
    case validity
    /// Each document says that it is to be published.
    case `public`
    /// Each document that a list of repealed ones names says so itself.
    case repealed
  }

  /// The keys of a `marks` rule.
  package struct Requirement: Sendable {
    package var mode: Mode
    package var columns: [String]
    let keys: [FoldedName]
    package var titles: TitlePatterns
    package var except: TitlePatterns
    /// The marks in normal form.
    let marks: [[UInt8]]
    /// Titles of the lists of repealed documents.
    package var lists: TitlePatterns
    package var share: Double
    package var least: Int
    /// Documents of any day count, not only those of the period.
    package var isUndated: Bool
    /// Documents whose tail can't be read are not counted.
    package var needsTail: Bool
  }

  private static let usual: [Mode: [String]] = [
    .validity: ["有效", "失效", "废止", "现行有效", "已修改", "尚未生效"],
    .public: ["此件公开发布", "此件主动公开", "此件予以公开", "此件公开"],
    .repealed: ["废止", "失效"],
  ]

  package static let descriptor = CheckDescriptor(
    kind: "marks",
    summary: Wording.text(
      "文件标有应有的字样：有效性、此件公开发布、已废止", "Documents bear their marks: validity, publication, repeal"),
    keys: [
      .init(
        "mode", .word(Mode.self), isRequired: true,
        Wording.text(
          "validity（有效性）|public（此件公开发布）|repealed（废止失效文件在原文上标注）",
          "validity | public | repealed (the originals that a list of repealed documents names)")),
      .init(
        "columns", .texts, isRequired: false, Wording.text("文件所在栏目", "Columns of the documents")),
      .init(
        "titles", .patterns, isRequired: false,
        Wording.text("文件标题样式", "Title patterns of the documents")),
      .init(
        "except", .patterns, isRequired: false, Wording.text("不计的标题", "Titles that do not count")),
      .init(
        "marks", .texts, isRequired: false,
        Wording.text("应见字样（有默认）", "The words of the marks (usual ones)")
      ),
      .init(
        "lists", .patterns, isRequired: false,
        Wording.text("废止失效目录的标题样式（repealed 必写）", "Titles of the lists of repealed documents")),
      .init(
        "share", .number(0...1), isRequired: false,
        Wording.text("须标注的比例（默认 1）", "Share that must bear them (1)")),
      .init(
        "least", .count(1...1000), isRequired: false,
        Wording.text("至少几件；不足则不适用（默认 1）", "Documents needed, else not applicable (1)")),
      .init(
        "any-date", .flag, isRequired: false,
        Wording.text("不限审核期（默认 false）", "Documents of any day count (false)")),
      .init(
        "tail", .flag, isRequired: false,
        Wording.text(
          "只计读得到落款日期的文件（默认 false）", "Only documents whose tail was read are counted (false)")),
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    let columns = mapping.strings("columns", log: log) ?? []
    let titles = TitlePatterns.decode("titles", of: mapping, log: log)
    let except = TitlePatterns.decode("except", of: mapping, log: log)
    let lists = TitlePatterns.decode("lists", of: mapping, log: log)
    let marks = mapping.strings("marks", log: log)
    let share = mapping.double("share", in: 0...1, log: log) ?? 1
    let least = mapping.int("least", in: 1...1000, log: log) ?? 1
    let isUndated = mapping.bool("any-date", log: log) ?? false
    let needsTail = mapping.bool("tail", log: log) ?? false
    guard let mode = mapping.enumeration("mode", of: Mode.self, log: log) else { return nil }
    if mode == .repealed {
      mapping.require(["lists"], log: log)
    } else {
      mapping.requireOne(of: "columns", "titles", log: log)
    }
    return Requirement(
      mode: mode, columns: columns, keys: columns.map(FoldedName.init), titles: titles,
      except: except, marks: (marks ?? usual[mode] ?? []).map(TitleText.normalize), lists: lists,
      share: share, least: least, isUndated: isUndated,
      needsTail: needsTail)
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) -> Conclusion {
    let territory = Territory(rule, unit: unit, in: survey)
    var tally = MarkTally(requirement, territory)
    switch requirement.mode {
    case .validity, .public: tally.countDocuments()
    case .repealed: tally.countRepealed()
    }
    return tally.conclusion(rule)
  }
}

/// Counts the documents that bear their marks.
struct MarkTally {
  private let requirement: MarksCheck.Requirement
  private let territory: Territory
  private let search: ItemSearch
  private var marked: [Item] = []
  private var bare: [Item] = []
  /// Documents that can't be read: pictures, attachments, unread pages.
  private var open: [(item: Item, reason: Bilingual)] = []
  private var lists: [Item] = []
  /// Documents of whose tail nothing can be read: they are not counted.
  private var uncounted: [Item] = []

  init(_ requirement: MarksCheck.Requirement, _ territory: Territory) {
    self.requirement = requirement
    self.territory = territory
    search = ItemSearch(
      territory, keys: requirement.keys, titles: requirement.titles, except: requirement.except)
  }

  /// Policy documents: what stands in the columns or fits the titles, and has a 文号.
  mutating func countDocuments() {
    let items = requirement.isUndated ? search.items : search.inPeriod
    for item in items {
      guard let facts = territory.page(of: item)?.facts else {
        if item.isUnread {
          open.append((item, Wording.text("页面未能读取", "its page was not read")))
        }
        continue
      }
      // News and notices of meetings bear no number: they are no documents.
      guard facts.documentNumber != nil else { continue }
      if requirement.mode == .public, isWithheld(facts) { continue }
      judge(item, facts)
    }
  }

  /// 依申请公开 and 不予公开 documents need not say that they are public.
  private func isWithheld(_ facts: PageFacts) -> Bool {
    facts.fields.contains { field in
      let value = TitleText.normalize(field.value)
      return Self.attributes.contains(FoldedName(field.label))
        && Self.withheld.contains { value.place(of: $0) != nil }
    }
  }

  private static let attributes = FoldedName.all(["公开属性", "公开类别", "公开方式", "公开类型"])
  private static let withheld = ["依申请", "不予公开", "部分公开", "不公开"].map { Array($0.utf8) }

  private static let day = try? Pattern(
    "20[0-9]{2}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,4}日")

  /// The document's tail stands on the page: a day on one of its last, short lines.
  static func hasTail(_ facts: PageFacts) -> Bool {
    let lines = facts.text.split(separator: "\n").suffix(12)
    return lines.contains { line in
      let normal = TitleText.normalize(String(line.prefix(200)))
      return normal.count <= 120 && day?.firstRange(in: normal) != nil
    }
  }

  private mutating func judge(_ item: Item, _ facts: PageFacts) {
    let words = PageWords(facts)
    let values = facts.fields.map { TitleText.normalize($0.value) } + [item.normal]
    let isMarked = requirement.marks.contains { mark in
      values.contains { $0.place(of: mark) != nil }
        || (requirement.mode != .validity && words.has(mark))
    }
    if isMarked {
      marked.append(item)
    } else if requirement.needsTail, PageContent.doubt(facts) != nil || !Self.hasTail(facts) {
      uncounted.append(item)
    } else if let doubt = PageContent.doubt(facts) {
      open.append((item, doubt))
    } else {
      bare.append(item)
    }
  }

  /// The originals of all documents that the lists of repealed ones name.
  mutating func countRepealed() {
    let positions = Set(territory.withPortal.items(titled: requirement.lists)).sorted()
    lists = positions.map { territory.index.items[$0] }.filter { !$0.isDead }
    var texts: [[UInt8]] = []
    for list in lists {
      guard let facts = territory.page(of: list)?.facts else {
        open.append((list, Wording.text("目录未能读取", "the list was not read")))
        continue
      }
      if facts.textLength < 2 * PageContent.caption, let doubt = PageContent.doubt(facts) {
        open.append((list, doubt))
      }
      texts.append(TitleText.normalize(facts.text))
    }
    guard !texts.isEmpty else { return }
    let listed = Set(lists.map(\.url))
    for position in territory.withPortal.allItems {
      let item = territory.index.items[position]
      guard !listed.contains(item.url), !item.isDead, !isAbout(item) else { continue }
      judgeOriginal(item, texts)
    }
  }

  /// A document that a list names by its name or number.
  private mutating func judgeOriginal(_ item: Item, _ lists: [[UInt8]]) {
    let facts = territory.page(of: item)?.facts
    let core = PolicyName.core(of: item.title)
    let number = facts?.documentNumber.map(TitleText.normalize)
    let isNamed = lists.contains { text in
      if let number, number.count >= 10, RepealList.repeals(number, in: text) { return true }
      return core.count >= 18 && RepealList.repeals(core, in: text)
    }
    guard isNamed else { return }
    if let facts {
      judge(item, facts)
    } else {
      open.append((item, Wording.text("原文页未能读取", "the original was not read")))
    }
  }

  /// An explanation or news of a document is not the document.
  private func isAbout(_ item: Item) -> Bool {
    ["解读", "图解", "问答", "征求", "答记者"].contains { word in
      item.normal.place(of: Array(word.utf8)) != nil
    }
  }

  func conclusion(_ rule: Rule) -> Conclusion {
    let counted = marked.count + bare.count
    let gaps = search.gaps(rows: .needPage)
    let share = counted > 0 ? Double(marked.count) / Double(counted) : 0
    let status = status(counted, share, gaps)
    return Conclusion(
      status, share: status == .partial ? share : status == .pass ? 1 : 0,
      message: message(counted, gaps, status), soughtFor: rule.title, evidence: evidence,
      coverage: territory.coverage(columns: search.columns, gaps: gaps), faults: max(1, bare.count))
  }

  private func status(_ counted: Int, _ share: Double, _ gaps: GapList) -> Status {
    if counted < requirement.least {
      return open.isEmpty && gaps.isEmpty && uncounted.isEmpty ? .notApplicable : .undetermined
    }
    if share >= requirement.share { return bare.isEmpty || gaps.isEmpty ? .pass : .undetermined }
    // Bare originals are bare whatever else was not read; only the share could still change.
    guard open.isEmpty else { return .undetermined }
    return share > 0 ? .partial : .fail
  }

  private func message(_ counted: Int, _ gaps: GapList, _ status: Status) -> Bilingual {
    var parts: [Bilingual] = []
    if counted == 0 {
      parts.append(Wording.text("没有找到应标注的文件。", "No document was found that must bear the mark."))
    } else {
      parts.append(
        Wording.text(
          "应标注的\(counted)件中，已标注\(marked.count)件。",
          "Of \(counted) document(s), \(marked.count) bear the mark."))
    }
    if let first = bare.first {
      parts.append(
        Wording.text("未标注的如《\(first.title)》。", "Without it is, for one, “\(first.title)”."))
    }
    if let first = open.first {
      parts.append(
        Wording.text(
          "\(open.count)件不能判定（\(first.reason.zh)）。",
          "\(open.count) can't be judged (\(first.reason.en))."))
    }
    if status == .undetermined, !gaps.isEmpty { parts.append(Wording.gaps(gaps)) }
    return Wording.join(parts)
  }

  private var evidence: [Evidence] {
    let good = (lists.prefix(1) + marked.prefix(2)).map { territory.cite($0) }
    let bad = bare.prefix(10).map {
      territory.cite($0, nearMiss: Wording.text("没有标注", "it bears no mark"))
    }
    return good + bad + open.prefix(3).map { territory.cite($0.item, nearMiss: $0.reason) }
  }
}
