import Web

/// The target under which a site's crawl summary is stored: `urn:mingcha:crawl-summary:<site>`.
enum SummaryAddress {
  private static let prefix = "urn:mingcha:crawl-summary:"

  static func text(_ site: SiteID) -> String { prefix + SegmentName.encoded(site.text) }

  /// The site that an address names; nil for any other address.
  static func site(_ address: String) -> SiteID? {
    guard address.hasPrefix(prefix) else { return nil }
    return SegmentName.decoded(Array(address.utf8.dropFirst(prefix.utf8.count)))
      .map { SiteID($0) }
  }
}
