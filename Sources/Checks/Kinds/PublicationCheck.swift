import Findings
package import Rules
package import Sites
package import Texts
package import YAML

/// Something on a subject must be out: an item of a column, or one found by its title.
///
/// The workhorse of the documents' 公开…信息 clauses: a list, a plan, a result, news of a field.
package enum PublicationCheck: Check {
  /// Of when an item must be.
  package enum Dating: String, Sendable, CaseIterable {
    /// Published in the audited period, or of its year by the title.
    case period
    /// In force: its stated term covers the audited year, or it is no older than
    /// `in-force-years`; an item marked as lapsed does not count.
    case inForce = "in-force"
    /// Whenever; an item marked as lapsed does not count.
    case any
  }

  /// Of which year the subject is, relative to the audited year.
  package enum SubjectYear: String, Sendable, CaseIterable { case current, previous }

  /// What absence means when all was read.
  package enum Absence: String, Sendable, CaseIterable {
    case fail, undetermined
    /// Another rule asks for the thing itself.
    case notApplicable = "not-applicable"
    /// The same, but an old or wrong one of the unit's own is a fail.
    case outdated
  }

  /// Whose publication counts for a unit that is judged for itself.
  package enum Publisher: String, Sendable, CaseIterable {
    case unit
    /// The district's too, where its title, text or tables name the unit.
    case listed
    /// The district's too.
    case district
  }

  /// A piece of information that some fitting item must show.
  package struct Part: Sendable {
    package var name: Bilingual
    /// Titles of items that are this part by themselves.
    package var titles: TitlePatterns
    /// Labels and words of which the item must show one, in normal form.
    package var words: [[UInt8]]
    /// A figure must stand there too.
    package var needsFigures: Bool
  }

  /// The keys of a `publication` rule.
  package struct Requirement: Sendable {
    package var columns: [String]
    let keys: [String]
    package var broad: [String]
    let broadKeys: [String]
    package var titles: TitlePatterns
    /// The words of `text` as title patterns, for items of the columns.
    package var words: TitlePatterns
    /// The same in normal form, for pages.
    let normalWords: [[UInt8]]
    package var except: TitlePatterns
    package var dated: Dating
    package var subject: SubjectYear
    package var inForceYears: Int
    package var least: Int
    /// Labels in normal form.
    package var fields: [[UInt8]]
    package var fieldsLeast: Int
    package var needsFigures: Bool
    /// How many items are looked at for `share`.
    package var sample: Int
    /// The share of the sampled items that must show the fields; 0: one item will do.
    package var share: Double
    package var parts: [Part]
    package var isPartial: Bool
    package var moreThanPrevious: Bool
    package var nilStatement: TitlePatterns
    package var traces: TitlePatterns
    /// Words of links to platforms outside the plan on which the thing may stand.
    package var platforms: TitlePatterns
    package var platformCounts: Bool
    package var absence: Absence
    /// Nothing is missed before this day of the audited year has passed.
    package var due: DocumentCheck.MonthDay?
    package var publisher: Publisher

    /// A page has to be read before its item counts.
    var needsPage: Bool { !fields.isEmpty || needsFigures || !parts.isEmpty }
  }

  package static let descriptor = CheckDescriptor(
    kind: "publication",
    summary: Wording.text(
      "就某一事项已有公开内容：栏目条目或标题相符的条目", "Something on the subject is out, in a column or by title"),
    keys: PublicationKeys.all)

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    if mapping["columns"] == nil && mapping["titles"] == nil {
      log.add(mapping.value.problem(Wording.needs("columns", "titles")))
    }
    return PublicationKeys.decode(mapping, log)
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) -> Conclusion {
    let search = Search(requirement, Territory(rule, unit: unit, in: survey))
    return Verdict(search, rule).conclusion
  }
}
