import Findings
import Page
import Sites
import Texts

extension PublicationCheck.Verdict {
  /// Why what is missing is no fault, and what the verdict is instead; nil when it is one.
  ///
  /// Asked only where all was read.
  func excuse(isTraced: Bool) -> (status: Status, why: Bilingual)? {
    if let due = requirement.due?.day(in: search.year), territory.survey.asOf <= due {
      return (
        .notApplicable, Wording.text("\(due)以前不算缺。", "It is not missed before \(due) has passed.")
      )
    }
    guard fitting.isEmpty else { return incomplete }
    if all.contains(where: { candidate in
      search.isRelevant(candidate) && candidate.facts.map { search.refused($0) != nil } ?? false
    }) {
      return nil
    }
    if requirement.absence == .notApplicable, !all.contains(where: isThere) {
      return (
        .notApplicable,
        Wording.text("有没有由另一条判定。", "Whether it is there is another rule's question.")
      )
    }
    if !requirement.traces.isEmpty, !isTraced {
      switch requirement.untraced {
      case .notApplicable:
        return (
          .notApplicable,
          Wording.text("网站显示本期没有此类事项。", "The site shows that there was no such case in the period.")
        )
      case .fail, .undetermined: return (.undetermined, Self.unknown)
      }
    }
    if requirement.absence == .undetermined { return (.undetermined, Self.unknown) }
    if requirement.idle == .undetermined, let first = existing.first {
      let name = territory.index.column(first).name
      return (
        .undetermined,
        Wording.text(
          "设有“\(name)”栏目，本期没有应计的条目，可能没有须公开的事项。",
          "The column “\(name)” is there and holds nothing that counts; there may have been no case."
        )
      )
    }
    return incomplete
  }

  /// The thing is there; a rule that asks for its age takes any age.
  private func isThere(_ candidate: PublicationCheck.Candidate) -> Bool {
    requirement.graceMonths > 0
      ? !candidate.item.isDead && search.isOurs(candidate) : search.isRelevant(candidate)
  }

  /// Some parts, or some items, are out.
  private var incomplete: (status: Status, why: Bilingual)? {
    guard requirement.incomplete == .undetermined, partialShare() > 0 else { return nil }
    return (
      .undetermined,
      Wording.text("已公开一部分，其余是否必须公开须人工判断。", "Some of it is out; a person has to see to the rest.")
    )
  }

  private static var unknown: Bilingual {
    Wording.text(
      "网站上看不出本期是否发生过此类事项，不能据此认定缺失。",
      "Nothing shows that such a case arose in the period, so absence is not established.")
  }

  /// The columns of its own that can be opened.
  private var existing: [ColumnPlace] {
    search.columns.filter { territory.index.column($0).state != .missing }
  }
}
