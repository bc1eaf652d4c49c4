/// The name of one thing of a kind: text that is compared, sorted and coded as it stands.
///
/// `Subject` keeps the kinds apart: a site's name is no unit's name.
package struct Identifier<Subject>: Sendable, Hashable, Comparable, Codable,
  CustomStringConvertible
{
  package let text: String

  package init(_ text: String) { self.text = text }

  package init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  package var description: String { text }
  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// What a `SiteID` names.
package enum SiteSubject {}
/// What a `UnitID` names.
package enum UnitSubject {}
/// What a `CaptureID` names.
package enum CaptureSubject {}

/// A site's short name in a plan: `portal`.
package typealias SiteID = Identifier<SiteSubject>
/// A unit's short name in a plan: `czj`.
package typealias UnitID = Identifier<UnitSubject>
/// The name of an archive record: `urn:uuid:` and a UUID.
package typealias CaptureID = Identifier<CaptureSubject>
