package import Texts

/// Fixed texts of the comparison of two audits.
package enum DiffWord: TextTable {
  case title, new, fixed, worse, better, unseen, scores, before, after, change, absent, same

  /// The word for one kind of change.
  package init(_ kind: AuditDiff.Kind) {
    switch kind {
    case .new: self = .new
    case .fixed: self = .fixed
    case .worse: self = .worse
    case .better: self = .better
    case .unseen: self = .unseen
    }
  }

  package var words: Bilingual {
    switch self {
    case .title: Bilingual(zh: "两次审核对比", en: "Two audits compared")
    case .new: Bilingual(zh: "新出现", en: "New")
    case .fixed: Bilingual(zh: "已整改", en: "Fixed")
    case .worse: Bilingual(zh: "变差", en: "Worse")
    case .better: Bilingual(zh: "好转", en: "Better")
    case .unseen: Bilingual(zh: "现未能见", en: "Now unseen")
    case .scores: Bilingual(zh: "得分变化", en: "Scores")
    case .before: Bilingual(zh: "之前", en: "Before")
    case .after: Bilingual(zh: "之后", en: "After")
    case .change: Bilingual(zh: "变化", en: "Change")
    case .absent: Bilingual(zh: "无此项", en: "absent")
    case .same: Bilingual(zh: "两次审核没有差别。", en: "The two audits do not differ.")
    }
  }
}
