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
  package enum SubjectYear: String, Sendable, CaseIterable {
    case current, previous
    /// The audited year, and a title that names another one does not count.
    case currentOnly = "current-only"
  }

  /// What absence means when all was read.
  package enum Absence: String, Sendable, CaseIterable {
    case fail, undetermined
    /// Another rule asks for the thing itself, or nothing shows that a case arose.
    case notApplicable = "not-applicable"
    /// The same, but an old or wrong one of the unit's own is a fail.
    case outdated
  }

  /// What it means that something is there, though less than is asked for.
  package enum Shortfall: String, Sendable, CaseIterable { case fail, undetermined }

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
    /// Names of columns, in normal form, whose items are this part by their place.
    package var columns: [FoldedName]
    /// Titles of items that are this part by themselves.
    package var titles: TitlePatterns
    /// Labels and words of which the item must show one, in normal form.
    package var words: [[UInt8]]
    /// A figure must stand there too.
    package var needsFigures: Bool
    /// A picture, a sound or a film on the page will do.
    package var hasMedia: Bool
    /// Its absence counts after this day of the audited year.
    package var due: DocumentCheck.MonthDay?
  }

  /// The keys of a `publication` rule.
  package struct Requirement: Sendable {
    package var columns: [String]
    let keys: [FoldedName]
    package var broad: [String]
    let broadKeys: [FoldedName]
    /// The columns and titles in words: where is looked.
    let sought: Bilingual
    package var titles: TitlePatterns
    /// The words of `text` as title patterns, for items of the columns.
    package var words: TitlePatterns
    /// The same in normal form, for pages.
    let normalWords: [[UInt8]]
    /// Titles that count like a broad column's items.
    package var broadTitles: TitlePatterns
    /// Words of which a broad item's page must hold so many.
    package var broadLeast: Int
    package var except: TitlePatterns
    package var dated: Dating
    package var subject: SubjectYear
    package var inForceYears: Int
    /// What it means that all that is there is marked as lapsed: something may have replaced it.
    package var lapsed: Shortfall
    /// Titles that count as long as they are in force, when `dated` is `period`.
    package var lasting: TitlePatterns
    package var graceMonths: Int
    /// Only items of the last days of the period count; nil for the whole period.
    package var lastDays: Int?
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
    /// One page must show all parts.
    package var isTogether: Bool
    /// What it means that only some of what is asked for is out.
    package var incomplete: Shortfall
    /// Words in normal form that must not stand on an item's page.
    package var refuse: [[UInt8]]
    package var isPartial: Bool
    package var moreThanPrevious: Bool
    package var nilStatement: TitlePatterns
    package var traces: TitlePatterns
    /// Only later traces of the audited year count.
    package var tracesFrom: DocumentCheck.MonthDay?
    package var tracePages: Witness?
    package var listed: Witness?
    package var doubtful: TitlePatterns
    let doubtfulKeys: [FoldedName]
    /// Words of links to platforms outside the plan on which the thing may stand.
    package var platforms: TitlePatterns
    package var platformCounts: Bool
    package var absence: Absence
    /// What it means that a column of its own is there and holds nothing that counts.
    package var idle: Shortfall
    /// Nothing is missed before this day of the audited year has passed.
    package var due: DocumentCheck.MonthDay?
    package var publisher: Publisher

    /// Absence is a fact only where something shows that a case arose.
    var needsTrace: Bool { !traces.isEmpty || tracePages != nil }

    /// A page has to be read before its item counts.
    var needsPage: Bool {
      !fields.isEmpty || needsFigures || !parts.isEmpty || !refuse.isEmpty
    }
  }

  package static let descriptor = CheckDescriptor(
    kind: "publication",
    summary: Wording.text(
      "就某一事项已有公开内容：栏目条目或标题相符的条目", "Something on the subject is out, in a column or by title"),
    keys: PublicationKeys.all)

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.requireOne(of: "columns", "titles", log: log)
    return PublicationKeys.decode(mapping, log)
  }

  /// What a page must show may stand in its documents.
  package static func attachments(_ requirement: Requirement) -> [AttachmentNeed] {
    let own = AttachmentNeed(titles: requirement.titles, columns: requirement.keys)
    let witnesses = [requirement.tracePages, requirement.listed].compactMap { $0 }
    return (requirement.needsPage ? [own] : [])
      + witnesses.map { AttachmentNeed(titles: $0.titles, columns: $0.keys) }
  }

  /// What is in force may be old; what is of the period is not.
  package static func looksBack(_ requirement: Requirement) -> Bool {
    requirement.dated != .period
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) -> Conclusion {
    let search = Search(requirement, Territory(rule, unit: unit, in: survey))
    return Verdict(search, rule).conclusion
  }
}
