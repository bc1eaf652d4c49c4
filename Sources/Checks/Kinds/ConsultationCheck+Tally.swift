import Dates
import Findings
import Page
import Patterns
import Rules
import Sites
import Texts

/// Judges the consultations of the period one by one.
struct ConsultationTally {
  private let requirement: ConsultationCheck.Requirement
  private let territory: Territory
  private let rule: Rule
  private let search: ItemSearch
  private let answers: [Item]
  private var right: [Item] = []
  private var wrong: [(item: Item, reason: Bilingual)] = []
  private var open: [(item: Item, reason: Bilingual)] = []
  /// Not closed long enough for what is asked.
  private var running: [Item] = []
  /// Without an answer, where only the answers' content is judged.
  private var unanswered: [Item] = []

  init(_ requirement: ConsultationCheck.Requirement, _ territory: Territory, _ rule: Rule) {
    self.requirement = requirement
    self.territory = territory
    self.rule = rule
    search = ItemSearch(
      territory, keys: requirement.keys, titles: requirement.titles, except: requirement.except)
    let wide = territory.withPortal
    let feedback = ItemSearch(
      wide, keys: requirement.feedbackKeys, titles: requirement.feedbackTitles,
      except: requirement.except)
    answers = feedback.positions.map { territory.index.items[$0] }.filter { !$0.isDead }
  }

  private func wants(_ need: ConsultationCheck.Need) -> Bool { requirement.needs.contains(need) }

  private var wantsAnswer: Bool {
    wants(.feedback) || wants(.counts) || wants(.adoption) || wants(.reasons)
  }

  mutating func judgeAll() throws(WorkCalendar.Problem) {
    for item in search.inPeriod where !requirement.feedbackTitles.fits(item.normal) {
      try judge(item)
    }
  }

  private mutating func judge(_ item: Item) throws(WorkCalendar.Problem) {
    guard let facts = territory.page(of: item)?.facts else {
      open.append((item, Wording.text("页面未能读取", "its page was not read")))
      return
    }
    let text = TitleText.normalize(facts.text)
    let days = OpenDays(text, published: item.date ?? territory.survey.asOf)
    if let fault = announcementFault(facts, text, days) {
      if let doubt = PageContent.doubt(facts) {
        open.append((item, doubt))
      } else {
        wrong.append((item, fault))
      }
      return
    }
    guard wantsAnswer else {
      right.append(item)
      return
    }
    try judgeAnswer(item, facts, text, days)
  }

  private func announcementFault(
    _ facts: PageFacts, _ text: [UInt8], _ days: OpenDays
  ) -> Bilingual? {
    if wants(.draft) && !DraftWords.hasDraft(facts) {
      return Wording.text("没有草案正文", "the draft itself is not there")
    }
    if wants(.explanation) && !DraftWords.hasExplanation(facts) {
      return Wording.text("没有起草说明", "nothing explains the draft")
    }
    if wants(.deadline) && days.last == nil {
      return Wording.text("没有写明截止时间", "it states no closing day")
    }
    if requirement.minOpenDays > 0, let first = days.first, let last = days.last,
      last - first + 1 < requirement.minOpenDays
    {
      return Wording.text(
        "只开放\(last - first + 1)天，至少要\(requirement.minOpenDays)天",
        "it is open for \(last - first + 1) day(s); \(requirement.minOpenDays) are needed")
    }
    if wants(.channel) && !WayIn.isShown(facts, text) {
      return Wording.text("没有写明提出意见的渠道", "it names no way in")
    }
    return nil
  }

  private mutating func judgeAnswer(
    _ item: Item, _ facts: PageFacts, _ text: [UInt8], _ days: OpenDays
  ) throws(WorkCalendar.Problem) {
    let survey = territory.survey
    // Without a stated closing day a month of consultation is assumed, in the unit's favour.
    let closed = days.last ?? (item.date ?? survey.asOf) + 30
    let due = try self.due(after: closed)
    if let answer = answer(to: item) {
      judge(answer, to: item)
    } else if Self.holdsAnswer(text) {
      judgeContent(text, facts, item)
    } else if !wants(.feedback) {
      // Only what an answer says is asked for, not that there is one.
      unanswered.append(item)
    } else if due >= survey.asOf {
      running.append(item)
    } else if days.last == nil, requirement.closing == .stated {
      open.append((item, Wording.text("看不出截止时间", "it states no closing day")))
    } else {
      wrong.append(
        (item, Wording.text("征集已于\(closed)结束，没有反馈", "it closed on \(closed) and was not answered")))
    }
  }

  private func due(after closed: CivilDate) throws(WorkCalendar.Problem) -> CivilDate {
    switch requirement.counting {
    case .calendar: return closed + requirement.days
    case .working:
      var day = closed
      var left = requirement.days
      while left > 0 {
        day = day + 1
        if day > territory.survey.asOf { return day }
        if try territory.survey.calendar.workingDays(after: day + -1, through: day) > 0 {
          left -= 1
        }
      }
      return day
    }
  }

  private mutating func judge(_ answer: Item, to item: Item) {
    guard let facts = territory.page(of: answer)?.facts else {
      if wants(.counts) || wants(.adoption) || wants(.reasons) {
        open.append((answer, Wording.text("反馈页面未能读取", "the feedback was not read")))
      } else {
        right.append(item)
      }
      return
    }
    judgeContent(TitleText.normalize(facts.text), facts, item)
  }

  private mutating func judgeContent(_ text: [UInt8], _ facts: PageFacts, _ item: Item) {
    var missing: [Bilingual] = []
    if wants(.counts) && !FeedbackWords.hasCount(text) {
      missing.append(Wording.text("意见数量", "how many opinions came in"))
    }
    if wants(.adoption) && !FeedbackWords.hasAdoption(text) {
      missing.append(Wording.text("采纳情况", "what was adopted"))
    }
    if wants(.reasons) && !FeedbackWords.hasReasons(text) {
      missing.append(Wording.text("未采纳理由", "why the rest was not"))
    }
    if missing.isEmpty {
      right.append(item)
    } else if let doubt = PageContent.doubt(facts) {
      open.append((item, doubt))
    } else {
      let list = Wording.list(missing)
      wrong.append((item, Wording.text("反馈没有写明\(list.zh)", "the feedback lacks \(list.en)")))
    }
  }

  /// The feedback that belongs to an announcement: it links, or names the same subject, and is no
  /// older.
  private func answer(to item: Item) -> Item? {
    let subject = Self.subject(of: item.title)
    let own = territory.page(of: item)?.facts.relatedDocuments.compactMap(\.url) ?? []
    return answers.first { answer in
      guard answer.url != item.url else { return false }
      if let date = answer.date, let start = item.date, date < start { return false }
      if own.contains(answer.url) { return true }
      if let links = territory.page(of: answer)?.facts.relatedDocuments,
        links.contains(where: { $0.url == item.url })
      {
        return true
      }
      return subject.count >= 12 && answer.normal.place(of: subject) != nil
    }
  }

  /// What a consultation is about: the name in 《…》, or what stands before 征求意见.
  private static func subject(of title: String) -> [UInt8] {
    let core = PolicyName.core(of: title)
    var text = String(decoding: core, as: UTF8.self)
    for word in [
      "(征求意见稿)", "（征求意见稿）", "(草案)", "（草案）", "征求意见稿", "草案", "公开征求意见", "征求意见", "意见征集", "征集意见",
      "向社会公开", "公开征集", "的公告", "的通告", "的通知", "公告", "意见的",
    ] {
      text = text.replacing(word, with: "")
    }
    return TitleText.normalize(text)
  }

  private static let answerWords = ["采纳情况", "反馈情况", "反馈结果", "征集结果", "结果反馈", "共收到", "未收到"]
    .map { Array($0.utf8) }
  /// In a sentence with one of these the answer is yet to come, or silence is taken for consent.
  private static let yetToCome = [
    "将于", "将在", "将会", "将对", "将向", "将及时", "将通过", "届时", "适时", "另行", "结束后", "待征集", "逾期", "视为", "视同",
  ]
  .map { Array($0.utf8) }
  private static let stops = ["。", ";", "；", "!", "！"].map { Array($0.utf8) }

  /// The announcement's own page carries the feedback too.
  private static func holdsAnswer(_ text: [UInt8]) -> Bool {
    answerWords.contains { word in
      var from = 0
      while let hit = text.place(of: word, from: from) {
        if !isYetToCome(text, around: hit) { return true }
        from = hit + word.count
      }
      return false
    }
  }

  private static func isYetToCome(_ text: [UInt8], around hit: Int) -> Bool {
    // A sentence of an announcement is short; what stands farther off says nothing of this word.
    var sentence = Array(text[max(0, hit - 120)..<hit])
    for stop in stops {
      while let place = sentence.place(of: stop) {
        sentence.removeFirst(place + stop.count)
      }
    }
    return yetToCome.contains { sentence.place(of: $0) != nil }
  }

  // MARK: Verdict

  /// No consultation of the period was found at all.
  var isNone: Bool { right.isEmpty && wrong.isEmpty && open.isEmpty && running.isEmpty }

  var conclusion: Conclusion {
    let counted = right.count + wrong.count
    let gaps = search.gaps(rows: .needPage)
    let share = counted > 0 ? Double(right.count) / Double(counted) : 0
    let status = status(counted, share, gaps)
    return Conclusion(
      status, share: status == .partial ? share : status == .pass ? 1 : 0,
      message: message(counted, gaps, status), soughtFor: rule.title, evidence: evidence,
      coverage: territory.coverage(
        columns: search.columns, gaps: status == .undetermined ? gaps : GapList()),
      faults: max(1, wrong.count))
  }

  private func status(_ counted: Int, _ share: Double, _ gaps: GapList) -> Status {
    if counted == 0 {
      guard open.isEmpty, gaps.isEmpty else { return .undetermined }
      if !running.isEmpty || !unanswered.isEmpty { return .notApplicable }
      return requirement.least > 0 ? .fail : .notApplicable
    }
    if share >= requirement.share, counted + running.count >= requirement.least {
      return open.isEmpty && (gaps.isEmpty || requirement.share < 1) ? .pass : .undetermined
    }
    // An unread answer could belong to one that looks unanswered.
    guard gaps.isEmpty, open.isEmpty else { return .undetermined }
    return share > 0 ? .partial : .fail
  }

  private func message(_ counted: Int, _ gaps: GapList, _ status: Status) -> Bilingual {
    var parts: [Bilingual] = []
    if counted == 0 {
      parts.append(
        Wording.text("审核期内没有到期的意见征集。", "No consultation of the period is due."))
    } else {
      parts.append(
        Wording.text(
          "到期的意见征集\(counted)次，符合要求\(right.count)次。",
          "Of \(counted) consultation(s), \(right.count) are as they must be."))
    }
    if !running.isEmpty {
      parts.append(
        Wording.text("另有\(running.count)次尚未到期。", "\(running.count) more are not due yet."))
    }
    if let first = wrong.first {
      parts.append(
        Wording.text(
          "《\(first.item.title)》：\(first.reason.zh)。", "“\(first.item.title)”: \(first.reason.en).")
      )
    }
    if let first = open.first {
      parts.append(
        Wording.text(
          "\(open.count)次不能判定（\(first.reason.zh)）。",
          "\(open.count) can't be judged (\(first.reason.en))."))
    }
    if status == .undetermined, !gaps.isEmpty { parts.append(Wording.gaps(gaps)) }
    return Wording.join(parts)
  }

  private var evidence: [Evidence] {
    right.suffix(2).map { territory.cite($0) }
      + wrong.prefix(8).map {
        territory.cite($0.item, nearMiss: $0.reason)
      } + open.prefix(3).map { territory.cite($0.item, nearMiss: $0.reason) }
  }
}

/// The days on which a consultation is open, as its announcement states them.
struct OpenDays {
  private(set) var first: CivilDate?
  private(set) var last: CivilDate?

  private static let marks = ["截止", "截至", "至", "日前", "以前", "之前", "结束时间"].map { Array($0.utf8) }
  private static let span = try? Pattern(
    "((?:(?:19|20)[0-9]{2}[年./-])?[01]?[0-9][月./-][0-3]?[0-9]日?)(?:[0-9:时点分]*)"
      + "(?:起)?(?:至|到|—|－|-|~|～){1,2}((?:(?:19|20)[0-9]{2}[年./-])?[01]?[0-9][月./-][0-3]?[0-9]日?)")
  private static let closing = try? Pattern(
    "(?:截止|截至|结束)[^0-9]{0,12}((?:(?:19|20)[0-9]{2}[年./-])?[01]?[0-9][月./-][0-3]?[0-9]日?)")
  private static let before = try? Pattern(
    "(?:于|在)?((?:(?:19|20)[0-9]{2}年)?[01]?[0-9]月[0-3]?[0-9]日)(?:[0-9:时点分]*)(?:之?前|以前)")
  private static let length = try? Pattern(
    "(?:征求意见|征集|公示)(?:时间|期限?)[^0-9]{0,8}([0-9]{1,3})(?:个?工作日|天|日)")

  init(_ text: [UInt8], published: CivilDate) {
    if let match = Self.span?.firstMatch(in: text), match.groups.count > 2 {
      first = match.groups[1].flatMap { Self.day(text[$0], near: published) }
      last = match.groups[2].flatMap { Self.day(text[$0], near: published) }
    }
    for pattern in [Self.closing, Self.before] where last == nil {
      guard let match = pattern?.firstMatch(in: text), match.groups.count > 1 else { continue }
      last = match.groups[1].flatMap { Self.day(text[$0], near: published) }
    }
    if last == nil, let match = Self.length?.firstMatch(in: text), match.groups.count > 1,
      let days = match.groups[1].flatMap({ ChineseNumber.value(of: text[$0]) })
    {
      last = published + days
    }
    if last != nil, first == nil { first = published }
    // A closing day before the announcement is another day of the text.
    if let close = last, close < published { last = nil }
  }

  /// A day without a year is the first such day from shortly before publication.
  private static func day(_ text: ArraySlice<UInt8>, near published: CivilDate) -> CivilDate? {
    let bytes = Array(text)
    if let full = EventDay.read(bytes, near: published + 300) {
      if bytes.count > 12 || full >= published + -40 { return full }
      return CivilDate(year: full.year + 1, month: full.month, day: full.day)
    }
    return nil
  }
}

/// Whether an announcement says how to make an opinion known.
enum WayIn {
  private static let words = [
    "电子邮箱", "邮箱", "电子邮件", "@", "联系电话", "电话", "传真", "来信", "信函", "邮寄", "通信地址", "通讯地址", "在线提交", "在线留言",
    "我要留言", "提交意见", "发表意见",
  ].map { Array($0.utf8) }

  static func isShown(_ facts: PageFacts, _ text: [UInt8]) -> Bool {
    words.contains { text.place(of: $0) != nil } || facts.formFields >= 2
  }
}

/// The words in which feedback says what became of opinions.
enum FeedbackWords {
  private static let count = try? Pattern(
    "(?:收到|征集到|征得|共有|反馈|提出)[^。;；]{0,24}?(?:[0-9]+|[零一二三四五六七八九十百]+)(?:条|件|份|个|人|项)"
      + "|(?:未|没有|无)(?:收到|征集到)?[^。]{0,12}(?:意见|建议|反馈)|(?:意见|建议)(?:为|共)?(?:[0-9]+|[零一二三四五六七八九十百]+)(?:条|件|份|个)"
  )
  private static let adoption = try? Pattern("采纳|吸收|(?:未|没有|无)(?:收到|征集到)?[^。]{0,12}(?:意见|建议)")
  private static let reasons = try? Pattern(
    "(?:未|不予?|没有)采纳[^。]{0,40}(?:理由|原因|因为|由于|鉴于)|(?:理由|原因)|全部采纳|均(?:已|予以)?采纳|(?:未|没有|无)(?:收到|征集到)?[^。]{0,12}(?:意见|建议)"
  )

  static func hasCount(_ text: [UInt8]) -> Bool { count?.firstRange(in: text) != nil }

  static func hasAdoption(_ text: [UInt8]) -> Bool { adoption?.firstRange(in: text) != nil }

  static func hasReasons(_ text: [UInt8]) -> Bool { reasons?.firstRange(in: text) != nil }
}
