package import Texts

/// Fixed texts of the comparison of two audits.
package enum DiffWord: TextTable {
  case title, new, fixed, worse, better, unseen, scores, before, after, change, absent, same
  case moved, search, newMeans, fixedMeans, worseMeans, betterMeans, unseenMeans

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

  /// What a kind of change means.
  static func meaning(_ kind: AuditDiff.Kind) -> DiffWord {
    switch kind {
    case .new: .newMeans
    case .fixed: .fixedMeans
    case .worse: .worseMeans
    case .better: .betterMeans
    case .unseen: .unseenMeans
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
    case .moved: Bilingual(zh: "升降（百分点）", en: "Moved (points of %)")
    case .search: Bilingual(zh: "查找单位、条款或问题", en: "Find a unit, rule or fault")
    case .newMeans:
      Bilingual(zh: "这次失分，上次没有或未能判定", en: "A fault now that was none, or not known, before")
    case .fixedMeans: Bilingual(zh: "上次失分，这次达标", en: "A fault then, met now")
    case .worseMeans: Bilingual(zh: "两次都失分，这次缺得更多", en: "A fault in both, with more missing now")
    case .betterMeans: Bilingual(zh: "两次都失分，这次缺得较少", en: "A fault in both, with less missing now")
    case .unseenMeans:
      Bilingual(
        zh: "上次已判定，这次未能判定、不适用、豁免或不在审核范围",
        en: "Decided then; undetermined, not applicable, waived or gone now")
    case .same: Bilingual(zh: "两次审核没有差别。", en: "The two audits do not differ.")
    }
  }
}
