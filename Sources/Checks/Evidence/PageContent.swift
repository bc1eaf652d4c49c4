import Page

/// What can be said of a page's content.
enum PageContent {
  /// Text shorter than this (characters, white space not counted) is a caption, not a content.
  static let caption = 30

  /// There is a text, a picture or an attachment.
  static func holdsSomething(_ facts: PageFacts) -> Bool {
    (facts.textLength > 0 && !Placeholder.isPlaceholder(facts.text)) || facts.bodyImages > 0
      || !facts.attachments.isEmpty
  }

  /// What it says stands in a picture or an attachment, where it can't be read.
  static func isOutOfSight(_ facts: PageFacts) -> Bool {
    facts.textLength < 2 * caption && (facts.bodyImages > 0 || !facts.attachments.isEmpty)
  }

  /// The page's text goes on beyond what was kept or received.
  static func isCut(_ facts: PageFacts) -> Bool {
    facts.isTruncated || facts.text.utf8.count >= 65_000
  }
}
