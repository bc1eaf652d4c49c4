import Page
import Texts

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

  /// It offers documents and says less than a screen of text itself.
  static func leavesMuchToFiles(_ facts: PageFacts) -> Bool {
    !facts.attachments.isEmpty && facts.textLength < 500
  }

  /// Why a page can't show that something is not on it; nil when it can.
  ///
  /// `files` are the page's documents where these were looked at, too.
  static func doubt(_ facts: PageFacts, _ files: PageFiles? = nil) -> Bilingual? {
    if let doubt = files?.doubts.first { return doubt }
    let isRead = files.map { !$0.read.isEmpty } ?? false && facts.bodyImages == 0
    if !isRead, isOutOfSight(facts) || !facts.attachments.isEmpty {
      return Wording.text("内容可能在图片或附件中，未能读取", "it may stand in a picture or an attachment")
    }
    if isCut(facts) { return Wording.text("页面未能读全", "the page was not read to its end") }
    if facts.listState == .unreadable {
      return Wording.text("内容由脚本生成，无法读取", "a script fills the page")
    }
    return nil
  }

  /// The page's text goes on beyond what was kept or received.
  static func isCut(_ facts: PageFacts) -> Bool {
    // Documents say themselves when they were cut.
    facts.isTruncated || facts.kind != .download && facts.text.utf8.count >= 65_000
  }
}
