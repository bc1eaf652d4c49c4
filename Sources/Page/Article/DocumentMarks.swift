package import Dates

/// What a document says of its own openness and validity.
package struct DocumentMarks: Sendable, Hashable {
  /// 此件公开发布, 公开方式：主动公开.
  package enum Openness: String, Sendable {
    case open
    /// 依申请公开.
    case onRequest
    /// 不予公开.
    case withheld
    /// 删减后公开.
    case redacted
  }

  /// 有效性.
  package enum Validity: String, Sendable {
    /// 有效, 现行有效.
    case valid
    /// 失效, 已失效.
    case expired
    /// 废止, 已废止, 全文废止.
    case abolished
    /// 修订, 已修改.
    case amended
    /// 部分有效, 条款废止.
    case partlyValid
  }

  package var openness: Openness?
  /// The page's own words: `此件公开发布`.
  package var opennessText: String?
  package var validity: Validity?
  package var validityText: String?
  /// 有效期至2026年3月31日.
  package var validUntil: CivilDate?
  /// 有效期5年: years of validity, where no day is named.
  package var validYears: Int?

  package init() {}

  /// Nothing of all this was found.
  package var isEmpty: Bool { self == DocumentMarks() }
}
