import JSON
package import Web

/// The crawl's own account of one site: what the stored responses alone do not tell.
///
/// Stored as JSON in the site's last archive record, so that an archive alone gives the whole
/// result. Schema `mingcha.crawl/1`.
package struct CrawlSummary: Sendable, Equatable {
  static let schema = "mingcha.crawl/1"

  /// An address that was known and not asked for.
  package struct Pending: Sendable, Equatable {
    package var url: WebURL
    package var code: String
    package var via: WebURL?
    package var detail: String?
  }

  package var site: SiteID
  package var start: [WebURL]
  package var hosts: [HostPort]
  /// Why the crawl ended early; nil when it ended by itself.
  package var stopped: String?
  package var requests = 0
  /// Wire bytes of all response bodies.
  package var bytes = 0
  /// The most decoded bytes that were read of a response.
  package var maxBody: Int
  /// What the plan let the crawl do beyond the defaults, such as `robots: ignore`.
  package var liberties: [String] = []
  package var software: String
  /// Sorted by address.
  package var pending: [Pending] = []

  package init(
    site: SiteID, start: [WebURL], hosts: [HostPort], maxBody: Int, software: String
  ) {
    self.site = site
    self.start = start
    self.hosts = hosts
    self.maxBody = maxBody
    self.software = software
  }

  /// The summary as JSON, in a fixed order.
  package var json: [UInt8] {
    var writer = JSONWriter(.indented)
    writer.object { root in
      root.member("schema", Self.schema)
      root.member("site", site.text)
      root.array("start", start.map(\.string))
      root.array("hosts", hosts.map(\.description))
      root.member("stopped", stopped)
      root.member("requests", requests)
      root.member("bytes", bytes)
      root.member("maxBody", maxBody)
      root.array("liberties", liberties)
      root.member("software", software)
      root.array("pending", pending) { object, item in
        object.member("url", item.url.string)
        object.member("outcome", item.code)
        object.member("via", item.via?.string)
        object.member("detail", item.detail)
      }
    }
    return writer.finished()
  }

  /// Reads a summary; nil when the text is none, or of a schema that is not known.
  package init?(json: [UInt8]) {
    guard let root = JSONValue(json), root["schema"]?.text == Self.schema,
      let name = root["site"]?.text
    else { return nil }
    site = SiteID(name)
    start = (root["start"]?.elements ?? []).compactMap { $0.text.flatMap { WebURL($0) } }
    hosts = (root["hosts"]?.elements ?? []).compactMap { $0.text.flatMap { HostPort($0) } }
    stopped = root["stopped"]?.text
    requests = root["requests"]?.number ?? 0
    bytes = root["bytes"]?.number ?? 0
    maxBody = root["maxBody"]?.number ?? 10 << 20
    liberties = (root["liberties"]?.elements ?? []).compactMap(\.text)
    software = root["software"]?.text ?? ""
    pending = (root["pending"]?.elements ?? []).compactMap { item in
      guard let url = item["url"]?.text.flatMap({ WebURL($0) }), let code = item["outcome"]?.text
      else { return nil }
      return Pending(
        url: url, code: code, via: item["via"]?.text.flatMap { WebURL($0) },
        detail: item["detail"]?.text)
    }
  }
}
