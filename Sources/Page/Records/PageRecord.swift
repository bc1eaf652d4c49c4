package import Dates
package import Web

/// Where a page's bytes can be found again.
package struct CaptureReference: Sendable, Hashable {
  package var id: CaptureID
  package var fetchedAt: Timestamp
  /// SHA-256 of the payload, lower-case hex.
  package var sha256: String

  package init(id: CaptureID, fetchedAt: Timestamp, sha256: String) {
    self.id = id
    self.fetchedAt = fetchedAt
    self.sha256 = sha256
  }
}

/// One address of a site and what became of it.
package struct PageRecord: Sendable {
  /// The address that was asked for.
  package var url: WebURL
  /// The address that answered: after redirects.
  ///
  /// Equal to `url` without one.
  package var finalURL: WebURL
  package var outcome: Outcome
  /// The HTTP status, or nil when no response came.
  package var status: Int?
  /// Nil when nothing readable came.
  package var facts: PageFacts? {
    get { sharedFacts.page?.facts }
    set { sharedFacts.facts = newValue }
  }
  /// The page with its facts, to be handed about; nil when nothing readable came.
  package var page: ReadPage? { sharedFacts.page }
  /// The facts as they are shared with copies of the record.
  package var sharedFacts: SharedFacts
  package var capture: CaptureReference?
  /// The page on which the address was first seen; nil for a start address.
  package var via: WebURL?
  /// A word of detail for problems: the challenge's kind, the certificate's fault.
  package var detail: String?

  package init(
    url: WebURL, finalURL: WebURL, outcome: Outcome, status: Int?, facts: PageFacts?,
    capture: CaptureReference?, via: WebURL?, detail: String?
  ) {
    self.url = url
    self.finalURL = finalURL
    self.outcome = outcome
    self.status = status
    sharedFacts = SharedFacts(facts)
    self.capture = capture
    self.via = via
    self.detail = detail
  }
}

/// One document that was downloaded, or was to be, and what became of it.
package struct AttachmentRecord: Sendable {
  /// The address that the page's link gives.
  package var url: WebURL
  /// The address that answered: after redirects.
  package var finalURL: WebURL
  package var outcome: Outcome
  /// Nil when no document came.
  package var facts: AttachmentFacts?
  package var capture: CaptureReference?
  /// The page that offers it.
  package var via: WebURL?
  package var detail: String?

  package init(
    url: WebURL, finalURL: WebURL, outcome: Outcome, facts: AttachmentFacts?,
    capture: CaptureReference?, via: WebURL?, detail: String?
  ) {
    self.url = url
    self.finalURL = finalURL
    self.outcome = outcome
    self.facts = facts
    self.capture = capture
    self.via = via
    self.detail = detail
  }
}

/// Everything that a crawl (or an archive of one) tells about one site.
package struct SiteRecords: Sendable {
  package var site: SiteID
  package var start: [WebURL]
  package var hosts: [HostPort]
  /// Every address that was asked for, sorted by address, each once.
  ///
  /// Addresses that were known but never asked for stand here too: outcome `robots.disallowed`,
  /// `budget.pages`, `budget.depth` … with neither facts nor capture.
  package var pages: [PageRecord]
  /// The documents that rules asked for, sorted by address, each once; those that were not
  /// fetched after all (`budget.attachments`, `robots.disallowed` …) among them.
  package var attachments: [AttachmentRecord] = []
  /// Why the crawl ended early (`budget.pages`, `interrupted`, `network.down`); nil when it
  /// ended by itself.
  package var stopped: String?
  /// The crawl left no account of what it did not ask for.
  ///
  /// It was killed, or is another program's: anything may have been missed.
  package static let unaccounted = "interrupted.unaccounted"
  /// Records of the archive were lost: what they held is not known.
  package static let recordsMissing = "archive.recordsMissing"

  /// Nobody knows all that was left out.
  package var isUnaccounted: Bool {
    stopped == Self.unaccounted || stopped == Self.recordsMissing
  }
  package var requests: Int
  /// Wire bytes of all response bodies.
  package var bytes: Int

  package init(
    site: SiteID, start: [WebURL], hosts: [HostPort], pages: [PageRecord], stopped: String?,
    requests: Int, bytes: Int
  ) {
    self.site = site
    self.start = start
    self.hosts = hosts
    self.pages = pages
    self.stopped = stopped
    self.requests = requests
    self.bytes = bytes
  }
}

extension SiteRecords {
  /// The record of an address; nil when it was never known.
  package func record(of url: WebURL) -> PageRecord? { position(of: url).map { pages[$0] } }

  /// Where the record of an address stands in `pages`.
  package func position(of url: WebURL) -> Int? { Self.position(of: url, in: pages, by: \.url) }

  /// What became of a document; nil when no rule asked for it.
  package func attachment(at url: WebURL) -> AttachmentRecord? {
    Self.position(of: url, in: attachments, by: \.url).map { attachments[$0] }
  }

  private static func position<Record>(
    of url: WebURL, in records: [Record], by address: (Record) -> WebURL
  ) -> Int? {
    var low = 0
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      if address(records[middle]) < url { low = middle + 1 } else { high = middle }
    }
    return low < records.count && address(records[low]) == url ? low : nil
  }
}
