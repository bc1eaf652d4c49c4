import Findings
import Page
import Sites
import Texts
import Web

/// The documents that a page offers: what they say, and which of them could not be read.
struct PageFiles: Sendable {
  /// Those that were read, in part or in full, in the page's order.
  private(set) var read: [(record: PageRecord, facts: PageFacts)] = []
  private(set) var gaps: [CoverageGap] = []
  /// Why each of the others can't tell.
  private(set) var doubts: [Bilingual] = []

  /// Every document was read to its end.
  var isComplete: Bool { gaps.isEmpty }

  /// The documents of a page; none of one that says itself what it has to say.
  init(of facts: PageFacts, in records: SiteRecords) {
    guard PageContent.leavesMuchToFiles(facts) else { return }
    for link in facts.attachments { add(link, records.attachment(at: link.url)) }
  }

  private mutating func add(_ link: Link, _ record: AttachmentRecord?) {
    guard let record, let document = record.facts else {
      let code = record?.outcome.code ?? "attachment.notFetched"
      gaps.append(CoverageGap(url: link.url.string, outcome: code))
      doubts.append(
        Wording.text(
          "附件“\(Territory.short(link.text))”未能下载", "the document “\(link.text)” was not fetched"))
      return
    }
    if document.unreadable == nil, let page = record.page(title: link.text), let facts = page.facts
    {
      read.append((page, facts))
    }
    guard !document.isWhole else { return }
    let reason = document.unreadable ?? .tooLarge
    gaps.append(CoverageGap(url: link.url.string, outcome: "attachment.\(reason.rawValue)"))
    doubts.append(
      Wording.text(
        "附件“\(Territory.short(link.text))”：\(reason.sentence.zh)",
        "the document “\(link.text)”: \(reason.sentence.en)"))
  }
}

extension Territory {
  /// The documents of an item's page.
  func files(of item: Item, _ facts: PageFacts) -> PageFiles {
    PageFiles(of: facts, in: index.sites[item.site].records)
  }
}

extension AttachmentRecord {
  /// The document in the form of a page's record, to be looked at and cited; nil when nothing of
  /// it was read.
  ///
  /// `title` is what the link says.
  func page(title: String) -> PageRecord? {
    guard let facts, facts.unreadable == nil else { return nil }
    return PageRecord(
      url: url, finalURL: finalURL, outcome: outcome, status: nil,
      facts: facts.page(url: finalURL, title: title), capture: capture, via: via, detail: detail)
  }
}
