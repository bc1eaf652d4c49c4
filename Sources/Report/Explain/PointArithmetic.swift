import Findings
import Rules
import Score
import Texts

/// How the points of one finding came about, step by step.
struct PointArithmetic {
  let scored: ScoredFinding

  /// One sentence with every figure that went in.
  var sentence: Bilingual {
    if let other = scored.sameAs, scored.worth <= 0 { return Phrases.sameAs(other) }
    switch scored.finding.status {
    case .pass: return pass
    case .fail, .partial: return fault
    case .undetermined:
      return scored.worth > 0
        ? Bilingual(
          zh: "分值 \(worth) 分，未能判定：不计入应得分，也不扣分",
          en: "worth \(worth) points, undetermined: neither counted as possible nor lost")
        : unscored
    case .manual, .notApplicable, .waived, .untested: return unscored
    }
  }

  private var worth: String { Figures.points(scored.worth) }
  private var earned: String { Figures.points(scored.points.earned) }

  private var unscored: Bilingual { Bilingual(zh: "不计分", en: "not scored") }

  private var pass: Bilingual {
    if scored.worth <= 0 { return unscored }
    return scored.severity == .bonus
      ? Bilingual(zh: "加分项，得 \(earned) 分", en: "a bonus of \(earned) points")
      : Bilingual(zh: "分值 \(worth) 分，得 \(earned) 分", en: "worth \(worth) points, \(earned) earned")
  }

  private var fault: Bilingual {
    if scored.worth <= 0 { return unscored }
    if let deduction = scored.deduction { return deducted(deduction) }
    if scored.finding.status == .partial {
      let share = Figures.percent(100 * min(max(scored.finding.share, 0), 1))
      return Bilingual(
        zh: "分值 \(worth) 分 × 达成 \(share) = 得 \(earned) 分",
        en: "worth \(worth) points × \(share) met = \(earned) earned")
    }
    if scored.severity == .bonus {
      return Bilingual(zh: "加分项，没有得分，也不扣分", en: "a bonus that was not earned; nothing is lost")
    }
    return Bilingual(
      zh: "分值 \(worth) 分，不达标，得 \(earned) 分", en: "worth \(worth) points, not met, \(earned) earned")
  }

  private func deducted(_ deduction: Deduction) -> Bilingual {
    let faults = scored.finding.faults
    let each = Figures.points(deduction.each)
    let lost = Figures.points(scored.worth - scored.points.earned)
    let most = Figures.points(min(deduction.most, scored.worth))
    return Bilingual(
      zh: "分值 \(worth) 分；\(faults) 处 × 每处扣 \(each) 分，最多扣 \(most) 分：扣 \(lost) 分，得 \(earned) 分",
      en: "worth \(worth) points; \(faults) faults × \(each) each, at most \(most): "
        + "\(lost) lost, \(earned) earned")
  }
}
