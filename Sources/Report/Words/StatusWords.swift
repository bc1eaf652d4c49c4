package import Findings
package import Rules
package import Score
package import Texts

/// What each status of a finding is called.
package enum StatusWord: String, TextTable {
  case pass, fail, partial, undetermined, manual, notApplicable, waived, untested

  /// The word for one status.
  package init(_ status: Status) {
    switch status {
    case .pass: self = .pass
    case .fail: self = .fail
    case .partial: self = .partial
    case .undetermined: self = .undetermined
    case .manual: self = .manual
    case .notApplicable: self = .notApplicable
    case .waived: self = .waived
    case .untested: self = .untested
    }
  }

  package var words: Bilingual {
    switch self {
    case .pass: Bilingual(zh: "达标", en: "Met")
    case .fail: Bilingual(zh: "不达标", en: "Not met")
    case .partial: Bilingual(zh: "部分达标", en: "Partly met")
    case .undetermined: Bilingual(zh: "未能判定", en: "Undetermined")
    case .manual: Bilingual(zh: "待人工判定", en: "For a person")
    case .notApplicable: Bilingual(zh: "不适用", en: "Not applicable")
    case .waived: Bilingual(zh: "已豁免", en: "Waived")
    case .untested: Bilingual(zh: "网上不可测", en: "Not testable online")
    }
  }

  /// A sign that tells the status apart without colour.
  package var sign: String {
    switch self {
    case .pass: "✓"
    case .fail: "✗"
    case .partial: "◐"
    case .undetermined: "?"
    case .manual: "✎"
    case .notApplicable: "–"
    case .waived: "○"
    case .untested: "·"
    }
  }
}

/// What each verdict on a unit is called.
package enum VerdictWord: String, TextTable {
  case pass, fail, undetermined

  /// The word for one verdict.
  package init(_ verdict: Verdict) {
    switch verdict {
    case .pass: self = .pass
    case .fail: self = .fail
    case .undetermined: self = .undetermined
    }
  }

  package var words: Bilingual {
    switch self {
    case .pass: Bilingual(zh: "合格", en: "Pass")
    case .fail: Bilingual(zh: "不合格", en: "Fail")
    case .undetermined: Bilingual(zh: "暂不能定", en: "Undetermined")
    }
  }
}

/// What each severity of a rule is called.
package enum SeverityWord: String, TextTable {
  case veto, must, should, bonus

  /// The word for one severity.
  package init(_ severity: Severity) {
    switch severity {
    case .veto: self = .veto
    case .must: self = .must
    case .should: self = .should
    case .bonus: self = .bonus
    }
  }

  package var words: Bilingual {
    switch self {
    case .veto: Bilingual(zh: "一票否决", en: "Veto")
    case .must: Bilingual(zh: "必须", en: "Must")
    case .should: Bilingual(zh: "应当", en: "Should")
    case .bonus: Bilingual(zh: "加分", en: "Bonus")
    }
  }
}

/// What became of a due date.
package enum DueWord: String, TextTable {
  case met, late, missed, upcoming, exempt

  /// The word for one state.
  package init(_ state: DueDate.State) {
    switch state {
    case .met: self = .met
    case .late: self = .late
    case .missed: self = .missed
    case .upcoming: self = .upcoming
    case .exempt: self = .exempt
    }
  }

  package var words: Bilingual {
    switch self {
    case .met: Bilingual(zh: "按时", en: "On time")
    case .late: Bilingual(zh: "迟发", en: "Late")
    case .missed: Bilingual(zh: "缺", en: "Missed")
    case .upcoming: Bilingual(zh: "未到期", en: "Upcoming")
    case .exempt: Bilingual(zh: "不计", en: "Exempt")
    }
  }
}

/// What the kinds of units are called; the raw values are the words of the plan.
package enum KindWord: String, TextTable {
  case government, department, town, institution, enterprise, party

  package var words: Bilingual {
    switch self {
    case .government: Bilingual(zh: "政府", en: "Governments")
    case .department: Bilingual(zh: "部门", en: "Departments")
    case .town: Bilingual(zh: "镇街", en: "Towns")
    case .institution: Bilingual(zh: "事业单位", en: "Public institutions")
    case .enterprise: Bilingual(zh: "企业", en: "Enterprises")
    case .party: Bilingual(zh: "党群机关", en: "Party bodies")
    }
  }

  /// The word for a unit's kind; a kind that is not known is shown as it stands.
  package static func text(_ kind: String, _ language: Language) -> String {
    KindWord(rawValue: kind)?.text(language) ?? kind
  }
}
