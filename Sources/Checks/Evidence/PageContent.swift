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

  /// Why a page can't show that something is not on it; nil when it can.
  static func doubt(_ facts: PageFacts) -> Bilingual? {
    if isOutOfSight(facts) || !facts.attachments.isEmpty {
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
    facts.isTruncated || facts.text.utf8.count >= 65_000
  }
}
