package import Texts

/// How a clause can be answered; the words are those of the catalogue.
package enum Observability: String, Sendable, CaseIterable {
  /// A program decides.
  case auto
  /// The candidates are found, a person decides.
  case assisted
  /// Nothing on the web shows it.
  case offline
}

/// One clause of the source document, which some rule must answer.
package struct Clause: Sendable, Hashable {
  /// The id that rules name: `3.10-a`.
  package var id: String
  /// Where in the document.
  package var article: String
  package var observable: Observability
  /// What it asks, in our words.
  package var requirement: Bilingual

  package init(id: String, article: String, observable: Observability, requirement: Bilingual) {
    self.id = id
    self.article = article
    self.observable = observable
    self.requirement = requirement
  }
}

extension Rule {
  /// How the rule answers its clause: by a check, by a person, or by saying that it can't be seen.
  package var answer: Observability {
    switch kind {
    case "manual": .assisted
    case "untested": .offline
    default: .auto
    }
  }
}

/// Which clauses of a pack are answered, and how.
package struct ClauseCoverage: Sendable {
  /// One clause with the rules that answer it.
  package struct Line: Sendable {
    package let clause: Clause
    package let rules: [Rule]

    /// The best of its answers: a check before a person before a statement; nil for none.
    package var answer: Observability? {
      Observability.allCases.first { way in rules.contains { $0.answer == way } }
    }
  }

  /// In the order of the clauses.
  package let lines: [Line]

  /// Looks every clause of a pack up; a pack without a list of clauses is its own list.
  package init(_ pack: Pack) {
    let byClause = Dictionary(grouping: pack.rules.filter { $0.standing != .retired }) {
      $0.id.clause
    }
    var clauses = pack.clauses
    if clauses.isEmpty {
      var seen: Set<String> = []
      for rule in pack.rules where seen.insert(rule.id.clause).inserted {
        clauses.append(
          Clause(
            id: rule.id.clause, article: rule.article, observable: rule.answer,
            requirement: rule.title))
      }
    }
    lines = clauses.map { Line(clause: $0, rules: byClause[$0.id] ?? []) }
  }

  /// The clauses that no rule answers.
  package var unanswered: [Clause] { lines.filter { $0.rules.isEmpty }.map(\.clause) }

  /// How many clauses that ask for `way` are answered by `answer`.
  package func count(_ way: Observability, answeredBy answer: Observability?) -> Int {
    lines.count { $0.clause.observable == way && $0.answer == answer }
  }
}
