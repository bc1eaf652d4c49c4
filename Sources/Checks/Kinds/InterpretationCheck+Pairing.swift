import Dates
import Page
import Sites
import Texts
import Web

extension InterpretationCheck {
  typealias Policy = PolicyPapers.Policy
  typealias Explanation = PolicyPapers.Explanation

  /// What became of one policy.
  struct Judged {
    /// How it stands with the limit.
    enum Standing {
      case inTime(Explanation)
      case late(Explanation, by: Int)
      case missing
      /// The limit is not over.
      case notYet
      /// Can't be decided, and why.
      case open(Explanation?, Bilingual)
    }

    var policy: Policy
    /// The day from which the limit runs.
    var start: CivilDate?
    var due: CivilDate?
    var standing: Standing
  }

  /// The policies and explanations of a territory, and which belong together.
  struct Pairing {
    let requirement: Requirement
    let territory: Territory
    let policyColumns: [ColumnPlace]
    let columns: [ColumnPlace]
    /// Of the audited period, in the order of the index.
    private(set) var policies: [Policy] = []
    /// Rows that look like policies of the period and whose pages were not read.
    private(set) var unreadPolicies: [Item] = []
    private(set) var explanations: [Explanation] = []

    init(_ requirement: Requirement, _ territory: Territory) {
      self.requirement = requirement
      self.territory = territory
      policyColumns = territory.columns(named: requirement.policyKeys)
      // The portal may explain for the unit.
      columns = territory.withPortal.columns(named: requirement.keys)
      findPolicies()
      if !policies.isEmpty { findExplanations() }
    }

    // MARK: Policies

    private mutating func findPolicies() {
      let positions = Positions.ascending(
        territory.items(titled: requirement.policyTitles) + territory.items(of: policyColumns))
      for position in positions {
        let item = territory.index.items[position]
        guard !item.isDead, !requirement.policyExcept.fits(item.normal),
          !requirement.titles.fits(item.normal), isInPeriod(item), isOwn(item)
        else { continue }
        guard let page = territory.page(of: item) else {
          if item.isUnread { unreadPolicies.append(item) }
          continue
        }
        if let policy = territory.index.papers.policy(position, item, page) {
          policies.append(policy)
        }
      }
    }

    /// Without a day of its own a document may be of the period.
    private func isInPeriod(_ item: Item) -> Bool {
      guard let date = item.date else { return true }
      return territory.survey.period.contains(date) && date <= territory.survey.asOf
    }

    /// What the unit only passes on (another body's document in its columns) is not its policy.
    private func isOwn(_ item: Item) -> Bool {
      guard let owner = item.owner else { return territory.includesPortal }
      return territory.members.contains(owner)
    }

    // MARK: Explanations

    private mutating func findExplanations() {
      let wide = territory.withPortal
      let positions = Positions.ascending(
        wide.items(titled: requirement.titles) + wide.items(of: columns))
      for position in positions {
        let item = territory.index.items[position]
        if let date = item.date, date > territory.survey.asOf { continue }
        explanations.append(
          territory.index.papers.explanation(position, item, territory.page(of: item)))
      }
    }

    /// How sure it is that an explanation belongs to a policy.
    enum Tie: Int, Comparable {
      case linked = 0
      case named = 1

      static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    func tie(_ policy: Policy, _ explanation: Explanation) -> Tie? {
      guard policy.item.url != explanation.item.url else { return nil }
      if isLinked(policy, explanation) { return .linked }
      if PolicyName.cites(policy.number, explanation.citations) { return .linked }
      return PolicyName.isSame(policy.core, explanation.core) ? .named : nil
    }

    private func isLinked(_ policy: Policy, _ explanation: Explanation) -> Bool {
      let forth = policy.page.facts.relatedDocuments.contains {
        $0.relation != .interprets && $0.url == explanation.item.url
      }
      let back =
        explanation.page?.facts.relatedDocuments.contains {
          $0.relation != .interpretedBy
            && ($0.url == policy.item.url
              || $0.url == nil && PolicyName.isSame(PolicyName.core(of: $0.title), policy.core))
        } ?? false
      return forth || back
    }

    // MARK: Judging

    func judge(_ policy: Policy) throws(WorkCalendar.Problem) -> Judged {
      var judged = Judged(policy: policy, start: nil, due: nil, standing: .missing)
      let online = policy.item.date
      switch requirement.start {
      case .published: judged.start = online
      case .later: judged.start = online.map { max($0, policy.page.facts.writtenOn ?? $0) }
      }
      let tied = explanations.compactMap { explanation in
        tie(policy, explanation).map { (tie: $0, explanation: explanation) }
      }
      guard let start = judged.start else {
        judged.standing = .open(
          tied.first?.explanation,
          Wording.text("文件没有发布日期", "the policy bears no day of publication"))
        return judged
      }
      let due = try limit(after: start)
      judged.due = due
      judged.standing = try standing(policy, tied, due)
      return judged
    }

    private func limit(after start: CivilDate) throws(WorkCalendar.Problem) -> CivilDate {
      switch requirement.dayCount {
      case .calendar: return start + requirement.days
      case .working:
        return try territory.survey.calendar.day(requirement.days, workingDaysAfter: start)
      }
    }

    private func standing(
      _ policy: Policy, _ tied: [(tie: Tie, explanation: Explanation)], _ due: CivilDate
    ) throws(WorkCalendar.Problem) -> Judged.Standing {
      // Before the day on the document, an explanation explains something else, or a day is wrong.
      let first = [policy.item.date, policy.page.facts.writtenOn].compactMap { $0 }.min()
      let alive = tied.filter { !$0.explanation.item.isDead }
      let dated = alive.compactMap { pair in pair.explanation.item.date.map { (pair, $0) } }
      let after = dated.filter { pair in first.map { pair.1 >= $0 } ?? true }
        .sorted { ($0.1, $0.0.tie) < ($1.1, $1.0.tie) }
      if let hit = after.first, hit.1 <= due || requirement.late == .accept {
        return .inTime(hit.0.explanation)
      }
      if let undated = alive.first(where: { $0.explanation.item.date == nil }) {
        return .open(
          undated.explanation, Wording.text("解读没有发布日期", "the explanation bears no day"))
      }
      if let before = dated.first(where: { pair in isDoubtful(pair.0.tie, pair.1, first) }) {
        return .open(
          before.0.explanation,
          Wording.text(
            "解读发布于\(before.1)，早于文件", "the explanation is of \(before.1), before the policy"))
      }
      if due >= territory.survey.asOf { return .notYet }
      guard let hit = after.first else {
        return elsewhere(policy).map { .open(nil, $0) } ?? .missing
      }
      return .late(hit.0.explanation, by: try lateness(hit.1, after: due))
    }

    /// Where the policy's own page offers an explanation that was not read; nil when it does not.
    private func elsewhere(_ policy: Policy) -> Bilingual? {
      let facts = policy.page.facts
      let offered = facts.relatedDocuments.filter { related in
        related.relation == .interpretedBy
          || related.relation == .related && isExplanation(related.title)
      }
      if offered.contains(where: { $0.url.map(isUnread) ?? false }) {
        return Wording.text(
          "文件页所链接的解读未能读取", "the explanation that its page links was not read")
      }
      if facts.attachments.contains(where: { isExplanation($0.text) }) {
        return Wording.text(
          "文件页以附件提供解读，看不出发布日期", "its page offers an explanation as a file without a day")
      }
      if facts.blindLinks.contains(where: isExplanation) {
        return Wording.text(
          "文件页的解读链接由脚本打开，无法跟随", "only a script follows the link to its explanation")
      }
      if facts.awaitsRelated {
        return Wording.text(
          "文件页的相关解读由脚本载入，未能读取", "a script brings what its page offers as explanation")
      }
      return nil
    }

    private func isExplanation(_ title: String) -> Bool {
      requirement.titles.fits(TitleText.normalize(title))
    }

    /// The address lies out of the plan, or gave nothing to read; a dead link leads nowhere.
    private func isUnread(_ url: WebURL) -> Bool {
      let outcomes = territory.index.sites.compactMap { $0.records.record(of: url)?.outcome }
      return outcomes.allSatisfy { outcome in
        switch outcome.family {
        case .fetched, .truncated, .notFound: false
        case .blocked, .disallowed, .unreachable, .error: true
        }
      }
    }

    /// An early explanation that is linked, or only weeks early, may be the policy's own.
    private func isDoubtful(_ tie: Tie, _ date: CivilDate, _ first: CivilDate?) -> Bool {
      guard let first, date < first else { return false }
      return tie == .linked || first - date <= 60
    }

    private func lateness(
      _ date: CivilDate, after due: CivilDate
    ) throws(WorkCalendar.Problem) -> Int {
      switch requirement.dayCount {
      case .calendar: return date - due
      case .working: return try territory.survey.calendar.workingDays(after: due, through: date)
      }
    }
  }
}
