import Findings
import Page
import Rules
import Texts
import Web

extension InterpretationCheck {
  /// Judges whether policies and their explanations link to each other.
  struct LinkTally {
    private let pairing: Pairing
    private let rule: Rule
    private var right: [Policy] = []
    private var wrong: [(policy: Policy, explanation: Explanation, why: Bilingual)] = []
    private var open: [(policy: Policy, explanation: Explanation, why: Bilingual)] = []

    init(_ pairing: Pairing, _ rule: Rule) {
      self.pairing = pairing
      self.rule = rule
      for policy in pairing.policies { judge(policy) }
    }

    private var requirement: Requirement { pairing.requirement }
    private var territory: Territory { pairing.territory }

    private mutating func judge(_ policy: Policy) {
      let tied = pairing.explanations.filter { pairing.tie(policy, $0) != nil }
      var first: (Explanation, Bilingual, isOpen: Bool)?
      for explanation in tied {
        guard !explanation.item.isDead else {
          first = first ?? (explanation, Wording.deadLink, false)
          continue
        }
        guard let page = explanation.page else {
          first =
            first ?? (explanation, Wording.text("解读页面未能读取", "the explanation was not read"), true)
          continue
        }
        let forth = links(policy.page.facts, to: explanation.item.url)
        let back = links(page.facts, to: policy.item.url)
        if forth && back || requirement.links == .one && (forth || back) {
          right.append(policy)
          return
        }
        let isUnclear = !forth && isUnread(policy.page.facts) || !back && isUnread(page.facts)
        first = first ?? (explanation, missing(forth, back), isUnclear)
      }
      guard let first else { return }
      if first.isOpen {
        open.append((policy, first.0, first.1))
      } else {
        wrong.append((policy, first.0, first.1))
      }
    }

    private func links(_ facts: PageFacts, to url: WebURL) -> Bool {
      facts.relatedDocuments.contains { $0.url == url } || facts.links.contains { $0.url == url }
        || facts.attachments.contains { $0.url == url }
    }

    /// Links may stand where only a script of the page shows them.
    private func isUnread(_ facts: PageFacts) -> Bool {
      facts.listState == .unreadable || facts.awaitsRelated
    }

    private func missing(_ forth: Bool, _ back: Bool) -> Bilingual {
      if forth { return Wording.text("解读页没有链接回文件", "the explanation does not link back") }
      if back { return Wording.text("文件页没有链接到解读", "the policy does not link to it") }
      return Wording.text("文件页与解读页互不链接", "neither page links to the other")
    }

    // MARK: Verdict

    var conclusion: Conclusion {
      let counted = right.count + wrong.count
      let columns = Set(pairing.policyColumns + pairing.columns).sorted()
      var gaps = GapList()
      if wrong.isEmpty && open.isEmpty { gaps = policyGaps }
      let share = counted > 0 ? Double(right.count) / Double(counted) : 0
      let status: Status
      if counted > 0, share >= requirement.share ?? 1, open.isEmpty {
        status = .pass
      } else if !wrong.isEmpty {
        status = share > 0 && requirement.share != nil ? .partial : .fail
      } else if !open.isEmpty || !gaps.isEmpty || !pairing.unreadPolicies.isEmpty {
        status = .undetermined
      } else {
        status = .notApplicable
      }
      let isOpen = status == .undetermined
      return Conclusion(
        status, share: status == .partial ? share : status == .pass ? 1 : 0,
        message: message(counted, isOpen ? gaps : GapList()),
        soughtFor: Wording.join([
          rule.title + Wording.text("。", "."),
          Wording.place(territory.coverage(columns: columns), in: territory),
        ]),
        evidence: evidence,
        coverage: territory.coverage(columns: columns, gaps: isOpen ? gaps : GapList()),
        faults: max(1, wrong.count))
    }

    private var policyGaps: GapList {
      CoverageQuestion(
        columns: requirement.policyKeys + requirement.keys, titles: requirement.policyTitles,
        reach: .columns, rows: .judgedByTitle
      ).gaps(in: territory)
    }

    private func message(_ counted: Int, _ gaps: GapList) -> Bilingual {
      var parts: [Bilingual] = []
      if counted + open.count == 0 {
        parts.append(Wording.text("没有成对的文件和解读。", "No policy has an explanation of its own."))
      } else {
        parts.append(
          Wording.text(
            "成对的文件和解读\(counted)对，链接齐全的\(right.count)对。",
            "Of \(counted) pair(s), \(right.count) are linked as they must be."))
      }
      for one in wrong.prefix(3) + open.prefix(2) {
        let title = one.policy.item.title
        parts.append(
          Wording.text("《\(title)》：\(one.why.zh)。", "“\(title)”: \(one.why.en)."))
      }
      if !gaps.isEmpty { parts.append(Wording.gaps(gaps)) }
      return Wording.join(parts)
    }

    private var evidence: [Evidence] {
      var found = right.prefix(2).map { territory.cite($0.item) }
      for one in wrong.prefix(6) + open.prefix(3) {
        found.append(territory.cite(one.policy.item, excerpt: one.policy.page.facts.documentNumber))
        found.append(territory.cite(one.explanation.item, nearMiss: one.why))
      }
      return found
    }
  }
}
