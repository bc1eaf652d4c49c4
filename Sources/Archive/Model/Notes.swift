package import Dates
package import Web

/// Why an address was fetched: what the crawl knew and the response does not tell.
package struct CaptureNote: Sendable, Hashable {
  /// The page on which the address was found; nil for a start address.
  package let via: WebURL?
  /// The number of links from a start address; 0 for a start address itself.
  package let depth: Int
  /// The crawl's word for it, such as `start`, `link`, `redirect`, `robots`.
  package let reason: String
  /// The address under which a posted form is known (`FormRequest.key`); nil for a GET.
  package let key: WebURL?

  package init(via: WebURL?, depth: Int, reason: String, key: WebURL? = nil) {
    self.via = via
    self.depth = depth
    self.reason = reason
    self.key = key
  }
}

/// An address from which no response came, and why.
package struct FailureNote: Sendable, Hashable {
  package let url: WebURL
  /// The outcome's dotted code, such as `dns.notFound`.
  package let code: String
  /// What the system said; nil when it said nothing more.
  package let detail: String?
  package let note: CaptureNote
  package let at: Timestamp

  package init(url: WebURL, code: String, detail: String?, note: CaptureNote, at: Timestamp) {
    self.url = url
    self.code = code
    self.detail = detail
    self.note = note
    self.at = at
  }
}

/// Where a stored capture lies.
package struct StoredCapture: Sendable, Hashable {
  package let id: CaptureID
  package let fetchedAt: Timestamp
  /// SHA-256 of the stored body, lower-case hex.
  package let sha256: String
  /// The file's name within the archive's folder.
  package let file: String
  /// Where the response record's gzip member begins in the file, in bytes.
  package let offset: Int
  /// The member's length in bytes.
  package let length: Int
}
