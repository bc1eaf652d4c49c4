package import Dates
import Markup

/// What the reader saw on a page and why it chose as it did: for a person who doubts a verdict.
package struct PageExplanation: Sendable {
  /// What became of a candidate.
  package enum Verdict: String, Sendable, CaseIterable {
    case chosen
    /// A stronger candidate was found.
    case outranked
    /// The kind of page has no such fact: a list has no publish date.
    case withdrawn
    /// After the day of fetching, or before 1990.
    case implausible
    /// Its label names another day: 成文日期, 有效期, a meeting.
    case otherLabel
    /// It stands in running text, a list or the page's frame.
    case otherPlace
  }

  /// A date on the page.
  package struct DateNote: Sendable {
    package var date: CivilDate
    package var source: DateSource
    /// Why it may be the publish date; nil for one that was refused.
    package var reason: DateCandidate.Reason?
    package var verdict: Verdict
    /// The words around it, as the page shows them; nil for metas and addresses.
    package var words: String?
  }

  /// A text that may be the title.
  package struct TitleNote: Sendable {
    package var text: String
    /// Points for place, element and agreement with the title tag.
    package var score: Int
    package var verdict: Verdict
    /// `h1`, `div.title`.
    package var element: String
  }

  /// Why a page belongs to whom it names.
  package enum SpeakerReason: String, Sendable, CaseIterable {
    case publisher, source, foot, siteName
  }

  package var facts: PageFacts
  package var encodingReason: EncodingReason
  /// In order of place, candidates before refused dates; at most 60.
  package var dates: [DateNote]
  /// The best first; at most 20.
  package var titles: [TitleNote]
  /// The text of the title tag.
  package var titleTag: String
  /// The element that holds the main list; nil without one or when a script holds its rows.
  package var list: String?
  /// Dated lists beside the main one.
  package var previews: Int
  /// The page reads like one document.
  package var looksLikeArticle: Bool
  package var kindReason: KindReason
  /// Who speaks on the page, and where it says so.
  package var speaker: (name: String, reason: SpeakerReason)?
}

/// What settled the kind of a page.
package enum KindReason: String, Sendable, CaseIterable {
  case challenge, error, homeAddress, articleMeta, particulars, publishDate, titleWord, list, form
  case directory, emptyList, nothing
}

/// What settled the encoding of a page.
package enum EncodingReason: String, Sendable, CaseIterable {
  case byteOrderMark, header, meta
  /// No label: the bytes themselves.
  case content
  /// The label contradicts the bytes and was not believed.
  case contradicted

  init(_ reason: CharsetReader.Reason) {
    self =
      switch reason {
      case .byteOrderMark: .byteOrderMark
      case .header: .header
      case .meta: .meta
      case .content: .content
      case .contradicted: .contradicted
      }
  }
}
