import Dates
import Page
import Sites
import Web

/// Builds the records of a small site in a few words.
struct RecordSketch {
  private(set) var pages: [PageRecord] = []

  static func url(_ path: String) -> WebURL {
    WebURL("http://www.example.gov.cn\(path)") ?? RecordSketch.fallback
  }

  private static let fallback: WebURL = {
    guard let url = WebURL("http://invalid.example/") else { preconditionFailure("no address") }
    return url
  }()

  /// A page that was read.
  mutating func page(
    _ path: String, _ kind: PageKind, outcome: Outcome = .ok, from: String? = nil,
    _ fill: (inout PageFacts) -> Void = { _ in }
  ) {
    var facts = PageFacts()
    facts.url = Self.url(path)
    facts.kind = kind
    fill(&facts)
    pages.append(
      PageRecord(
        url: Self.url(from ?? path), finalURL: Self.url(path), outcome: outcome, status: 200,
        facts: facts, capture: nil, via: nil, detail: nil))
  }

  /// An address that gave nothing to read.
  mutating func hole(_ path: String, _ code: String, _ family: Outcome.Family) {
    pages.append(
      PageRecord(
        url: Self.url(path), finalURL: Self.url(path), outcome: Outcome(code: code, family: family),
        status: nil, facts: nil, capture: nil, via: nil, detail: nil))
  }

  func site(_ units: [UnitProfile] = []) -> Site {
    Site(
      folding: SiteRecords(
        site: SiteID("portal"), start: [Self.url("/")],
        hosts: [HostPort(host: "www.example.gov.cn", port: nil)],
        pages: pages.sorted { $0.url < $1.url }, stopped: nil, requests: pages.count, bytes: 0),
      units: units)
  }

  static func unit(_ id: String, _ name: String, _ aliases: [String] = [], scope: [String] = [])
    -> UnitProfile
  {
    UnitProfile(
      id: UnitID(id), name: name, aliases: aliases, kind: "department", site: SiteID("portal"),
      scope: scope.map(url))
  }
}

extension PageFacts {
  mutating func link(_ path: String, _ text: String, _ role: Link.Role) {
    links.append(Link(url: RecordSketch.url(path), text: text, role: role))
  }

  mutating func row(_ path: String, _ title: String, _ date: String? = nil) {
    listState = .readable
    entries.append(
      Entry(title: title, url: RecordSketch.url(path), date: date.flatMap { CivilDate($0) }))
    link(path, title, .entry)
  }

  mutating func crumbs(_ steps: String...) {
    breadcrumb = steps.map { Crumb(text: $0, url: nil) }
  }
}
