package import Texts

/// How the points of a unit's findings add up.
package enum ScoringScheme: String, Sendable, CaseIterable {
  /// Each rule's points, by the share earned; rescaled over what applies and was determined.
  case weightedSum = "weighted-sum"
  /// 100 less what each fault costs; nothing is rescaled, and what is undetermined costs nothing.
  case deductions = "hundred-minus-deductions"
}

/// A grade and the per cent from which it holds.
package struct Grade: Sendable, Hashable, Codable {
  package var name: Bilingual
  package var from: Double

  package init(name: Bilingual, from: Double) {
    self.name = name
    self.from = from
  }
}

/// A pack's way of scoring, as its file states it.
package struct Scoring: Sendable, Hashable {
  package var scheme: ScoringScheme = .weightedSum
  /// Highest first, the lowest from 0; empty for no grades.
  package var grades: [Grade] = []
  /// Bonus points count only for a unit that reaches this per cent without them.
  package var bonusGate: Double = 0
  /// The most bonus points that count; nil for all.
  package var mostBonus: Double?

  package init() {}
}

/// What a miss costs where a rule is scored by the fault.
package struct Deduction: Sendable, Hashable, Codable {
  /// Points for each occurrence.
  package var each: Double
  /// The most that the rule can cost.
  package var most: Double

  package init(each: Double, most: Double) {
    self.each = each
    self.most = most
  }
}

/// A first- or second-level heading under which rules are added up (一级、二级指标).
package struct Dimension: Sendable, Hashable {
  package var id: String
  /// The dimension above; nil for the first level.
  package var parent: String?
  package var title: Bilingual
  /// Why its rules matter, for rules that do not say so themselves.
  package var why: Bilingual?

  package init(id: String, parent: String?, title: Bilingual, why: Bilingual?) {
    self.id = id
    self.parent = parent
    self.title = title
    self.why = why
  }
}
