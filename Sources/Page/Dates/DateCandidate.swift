package import Dates

/// A date that may be a page's publish date, with what speaks for it.
package struct DateCandidate: Sendable, Hashable {
  /// The kinds of evidence, the strongest first.
  package enum Reason: String, Sendable, CaseIterable {
    /// Beside the headline, after 发布时间 or a like label.
    case labelInHead = "labelled as published beside the headline"
    /// Beside the headline, after 时间, 日期 or 更新时间.
    case dateLabelInHead = "labelled as date beside the headline"
    /// Beside the headline without a label.
    case bareInHead = "beside the headline without a label"
    /// In a table of particulars, after 发布日期.
    case labelInTable = "labelled as published in the table of particulars"
    /// In a line of its own outside the running text, after 发布时间.
    case labelElsewhere = "labelled as published in a line of its own"
    /// After 发文日期.
    case issued = "labelled as issued"
    /// A script's variable that is named for the publish date.
    case script = "set by an inline script"
    case meta = "meta PubDate"
    case address = "the page's address"
  }

  package var date: CivilDate
  package var source: DateSource
  package var reason: Reason
  /// Where it stands, in bytes of the page's text; nil outside the text.
  package var place: Int?
}
