import Dates
import Findings
import Page
import Rules
import Texts
import Web

extension InterpretationCheck {
  /// Puts the judgements on all policies together.
  struct Verdict {
    let pairing: Pairing
    let judged: [Judged]
    let rule: Rule

    private let faults: [Judged]
    private let open: [Judged]
    private let inTime: [Judged]

    init(_ pairing: Pairing, _ judged: [Judged], _ rule: Rule) {
      self.pairing = pairing
      self.judged = judged
      self.rule = rule
      faults = judged.filter {
        switch $0.standing {
        case .late, .missing: true
        case .inTime, .notYet, .open: false
        }
      }
      open = judged.filter { if case .open = $0.standing { true } else { false } }
      inTime = judged.filter { if case .inTime = $0.standing { true } else { false } }
    }

    private var requirement: Requirement { pairing.requirement }
    private var territory: Territory { pairing.territory }

    var conclusion: Conclusion {
      var result = decided
      result.timeline = judged.compactMap(dueDate)
      result.faults = max(1, faults.count)
      return result
    }

    private var decided: Conclusion {
      let places = Set(pairing.policyColumns + pairing.columns).sorted()
      var coverage = territory.coverage(columns: places)
      if !faults.isEmpty {
        let gaps = explanationQuestion.gaps(in: territory)
        coverage.gaps = gaps.first
        return faulty(gaps, coverage)
      }
      let gaps = policyQuestion.gaps(in: territory)
      if let first = pairing.unreadPolicies.first {
        return unread(first, gaps, coverage)
      }
      if !open.isEmpty {
        return conclusion(
          .undetermined, Wording.join([counts] + open.prefix(5).map(sentence)), coverage)
      }
      if inTime.isEmpty && !gaps.isEmpty {
        coverage.gaps = gaps.first
        let none = Wording.text("已读页面中没有需要解读的政策文件。", "No policy was found on the pages read.")
        return conclusion(.undetermined, Wording.join([none, Wording.gaps(gaps)]), coverage)
      }
      if inTime.isEmpty {
        let none =
          judged.isEmpty
          ? Wording.text("审核期内没有须解读的政策文件（有文号、属于政策）。", "No numbered policy came out in the period.")
          : Wording.text("审核期内的政策文件解读期限均未届满。", "No policy's limit is over yet.")
        return conclusion(.notApplicable, none, coverage)
      }
      return conclusion(.pass, counts, coverage)
    }

    private func unread(_ first: Item, _ gaps: GapList, _ coverage: Coverage) -> Conclusion {
      var coverage = coverage
      var all = GapList(
        pairing.unreadPolicies.map {
          CoverageGap(url: $0.url.string, outcome: $0.outcome?.code ?? "row.unread")
        })
      all.add(gaps)
      coverage.gaps = all.first
      let count = pairing.unreadPolicies.count
      return conclusion(
        .undetermined,
        Wording.join([
          counts,
          Wording.text(
            "另有\(count)件可能是政策文件而页面未能读取，如《\(first.title)》。",
            "\(count) page(s) that may be policies were not read, such as “\(first.title)”."),
        ]), coverage)
    }

    private func faulty(_ gaps: GapList, _ coverage: Coverage) -> Conclusion {
      var parts = [counts] + faults.prefix(5).map(sentence)
      if !gaps.isEmpty { parts.append(Wording.gaps(gaps)) }
      var result = conclusion(gaps.isEmpty ? .fail : .undetermined, Wording.join(parts), coverage)
      if gaps.isEmpty {
        let missing = faults.filter { if case .missing = $0.standing { true } else { false } }
        let names = Wording.list(
          (missing.isEmpty ? faults : missing).map {
            Wording.text("《\($0.policy.item.title)》", "“\($0.policy.item.title)”")
          }, limit: 5)
        result.fix =
          missing.isEmpty
          ? Wording.text(
            "今后政策出台后\(limitWords.zh)内发布解读；此次逾期的有\(names.zh)。",
            "Explain within \(limitWords.en); late this time: \(names.en).")
          : Wording.text(
            "补发\(names.zh)的解读，并与文件互加链接。",
            "Publish the explanation of \(names.en) and link the two pages.")
      }
      return result
    }

    private func conclusion(
      _ status: Status, _ message: Bilingual, _ coverage: Coverage
    ) -> Conclusion {
      Conclusion(
        status, message: message, soughtFor: soughtFor(coverage), evidence: evidence,
        coverage: coverage)
    }

    // MARK: Coverage

    private var policyQuestion: CoverageQuestion {
      CoverageQuestion(
        columns: requirement.policyKeys, titles: requirement.policyTitles, reach: .columns,
        rows: .judgedByTitle)
    }

    private var explanationQuestion: CoverageQuestion {
      CoverageQuestion(
        columns: requirement.keys, titles: requirement.titles, reach: .anywhere,
        rows: .judgedByTitle)
    }

    // MARK: Words

    private var limitWords: Bilingual {
      switch requirement.dayCount {
      case .working:
        Wording.text("\(requirement.days)个工作日", "\(requirement.days) working day(s)")
      case .calendar: Wording.text("\(requirement.days)日", "\(requirement.days) day(s)")
      }
    }

    private func soughtFor(_ coverage: Coverage) -> Bilingual {
      Wording.join([
        Wording.text(
          "审核期内每件政策文件（有文号）在出台后\(limitWords.zh)内有解读（当日不计）。",
          "Each numbered policy of the period has an explanation within \(limitWords.en) "
            + "(the day itself is not counted)."),
        Wording.place(coverage, in: territory),
      ])
    }

    private var counts: Bilingual {
      Wording.text(
        "政策文件\(judged.count)件，按期解读\(inTime.count)件，逾期或缺解读\(faults.count)件。",
        "Policies: \(judged.count); explained in time: \(inTime.count); late or missing: "
          + "\(faults.count).")
    }

    private func sentence(_ one: Judged) -> Bilingual {
      let title = one.policy.item.title
      let start = one.start.map { "\($0)" } ?? ""
      let due = one.due.map { "\($0)" } ?? ""
      switch one.standing {
      case .late(let explanation, let days):
        let date = explanation.item.date.map { "\($0)" } ?? ""
        return Wording.text(
          "《\(title)》\(start)出台，应于\(due)前解读，实际\(date)发布，逾期\(days)\(unit.zh)。",
          "“\(title)” of \(start) was to be explained by \(due); it was on \(date), "
            + "\(days) \(unit.en) late.")
      case .missing:
        return Wording.text(
          "《\(title)》\(start)出台，\(due)期满，未找到解读。",
          "“\(title)” of \(start): no explanation was found by \(due).")
      case .open(_, let reason):
        return Wording.text(
          "《\(title)》：\(reason.zh)，需人工核实。", "“\(title)”: \(reason.en); a person has to look.")
      case .inTime, .notYet: return Wording.text("", "")
      }
    }

    private var unit: Bilingual {
      switch requirement.dayCount {
      case .working: Wording.text("个工作日", "working day(s)")
      case .calendar: Wording.text("日", "day(s)")
      }
    }

    // MARK: Evidence

    private var evidence: [Evidence] {
      var found: [Evidence] = []
      for one in faults.prefix(10) {
        found.append(territory.cite(one.policy.item, excerpt: one.policy.page.facts.documentNumber))
        if case .late(let explanation, let days) = one.standing {
          found.append(
            territory.cite(
              explanation.item,
              nearMiss: Wording.text("逾期\(days)\(unit.zh)", "late by \(days) \(unit.en)")))
        }
      }
      for one in open.prefix(5) {
        found.append(territory.cite(one.policy.item, excerpt: one.policy.page.facts.documentNumber))
        if case .open(let explanation?, let reason) = one.standing {
          found.append(territory.cite(explanation.item, nearMiss: reason))
        }
      }
      for one in inTime.prefix(faults.isEmpty ? 3 : 1) {
        if case .inTime(let explanation) = one.standing {
          found.append(
            territory.cite(one.policy.item, excerpt: one.policy.page.facts.documentNumber))
          found.append(territory.cite(explanation.item))
        }
      }
      return found
    }

    private func dueDate(_ one: Judged) -> DueDate? {
      guard let due = one.due else { return nil }
      let label = Wording.text("解读《\(one.policy.item.title)》", "Explain “\(one.policy.item.title)”")
      switch one.standing {
      case .inTime(let explanation):
        return DueDate(label: label, due: due, met: explanation.item.date, state: .met)
      case .late(let explanation, _):
        return DueDate(label: label, due: due, met: explanation.item.date, state: .late)
      case .missing: return DueDate(label: label, due: due, met: nil, state: .missed)
      case .notYet: return DueDate(label: label, due: due, met: nil, state: .upcoming)
      case .open: return DueDate(label: label, due: due, met: nil, state: .exempt)
      }
    }
  }
}
