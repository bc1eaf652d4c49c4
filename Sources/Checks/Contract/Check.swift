package import Dates
package import Findings
package import Rules
package import Sites
package import Texts
package import Web
package import YAML

/// Decides every rule of one kind.
///
/// Pure: no network, no clock, no files. The same survey gives the same conclusion.
package protocol Check: Sendable {
  /// The fields that a rule of this kind carries, validated while its pack loads.
  associatedtype Requirement: Sendable
  /// The word after `kind:` in a pack, and the text of the kind's documentation page.
  static var descriptor: CheckDescriptor { get }
  /// Decodes the rule's own keys; logs every problem and returns nil when there is one.
  static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement?
  /// Whether what is sought may be older than the year before the audited period: then pages of
  /// a list that were left as too old could hold it.
  static func looksBack(_ requirement: Requirement) -> Bool
  /// Whose documents a rule has to see; those of other pages are not fetched.
  static func attachments(_ requirement: Requirement) -> [AttachmentNeed]
  /// Holds one unit against `requirement`; throws when the work calendar does not reach far
  /// enough.
  static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) throws(WorkCalendar.Problem) -> Conclusion
}

extension Check {
  package static func looksBack(_ requirement: Requirement) -> Bool { true }
  /// No documents: most kinds are decided by pages alone.
  package static func attachments(_ requirement: Requirement) -> [AttachmentNeed] { [] }
}

/// What a check kind is called and what it is for.
package struct CheckDescriptor: Sendable {
  /// The word after `kind:`.
  package let kind: String
  /// One sentence.
  package let summary: Bilingual
  /// Each key with its meaning, in the order of the documentation.
  package let keys: [PackKey]

  package init(kind: String, summary: Bilingual, keys: [PackKey]) {
    self.kind = kind
    self.summary = summary
    self.keys = keys
  }
}

/// What a check decided; Audit adds rule, unit and score to make a `Finding` of it.
package struct Conclusion: Sendable {
  package var status: Status
  /// Share of the points, 0 to 1.
  package var share: Double
  package var message: Bilingual
  package var soughtFor: Bilingual
  /// More precise than the rule's own `fix`; nil leaves that one standing.
  package var fix: Bilingual?
  package var evidence: [Evidence]
  package var timeline: [DueDate]
  package var coverage: Coverage
  /// The unit whose publication meets the rule, when one unit's does; nil for the portal's.
  package var metBy: UnitID?
  /// How many faults there are, for rules that are scored by the fault.
  package var faults: Int

  package init(
    _ status: Status, share: Double? = nil, message: Bilingual, soughtFor: Bilingual,
    fix: Bilingual? = nil, evidence: [Evidence] = [], timeline: [DueDate] = [],
    coverage: Coverage, metBy: UnitID? = nil, faults: Int = 1
  ) {
    self.status = status
    self.share = share ?? (status == .pass ? 1 : 0)
    self.message = message
    self.soughtFor = soughtFor
    self.fix = fix
    self.evidence = evidence
    self.timeline = timeline
    self.coverage = coverage
    self.metBy = metBy
    self.faults = faults
  }
}
