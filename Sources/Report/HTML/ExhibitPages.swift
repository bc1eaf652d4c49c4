package import Dates
import Findings
import Rules
package import Score
package import Texts

/// What an archived response is shown as.
package enum ExhibitContent: Sendable {
  /// Harmless markup of the page, for the inside of `body`.
  case page([UInt8], isCut: Bool)
  /// No page: a document, or nothing that can be shown.
  case other
}

/// One archived response that findings cite.
package struct Exhibit: Sendable {
  /// The archive record's id.
  package var record: String
  package var url: String
  package var fetchedAt: Timestamp
  /// SHA-256 of the body as archived, lower-case hex.
  package var sha256: String
  /// The status code; nil when the status line can't be read.
  package var status: Int?
  package var mediaType: String?
  /// Bytes of the body as archived.
  package var size: Int
  package var content: ExhibitContent
  /// For each citation of the record the number of its mark in the content; nil where the words do
  /// not stand in it.
  package var marks: [Int?]

  package init(
    record: String, url: String, fetchedAt: Timestamp, sha256: String, status: Int?,
    mediaType: String?, size: Int, content: ExhibitContent, marks: [Int?]
  ) {
    self.record = record
    self.url = url
    self.fetchedAt = fetchedAt
    self.sha256 = sha256
    self.status = status
    self.mediaType = mediaType
    self.size = size
    self.content = content
    self.marks = marks
  }
}

/// The pages that show archived responses, beside a report.
///
/// Two files a response: a page of ours with the facts of the capture and where it is cited, and the
/// archived text in a frame without any right, under a policy of its own.
package struct ExhibitPages: Sendable {
  /// Where one record is evidence.
  package struct Citation: Sendable {
    /// The place of the unit in the audit, and of the rule in its digest.
    fileprivate let unit: Int
    fileprivate let rule: Int
    fileprivate let title: String
    /// What should be marked: the excerpt, else the title.
    package let words: String
  }

  /// The citations of each record that the report shows, in the report's order.
  package let citations: [String: [Citation]]
  private let frame: PageFrame
  /// Citations of one record beyond these are not listed.
  private static let mostCitations = 60

  package init(_ audit: AuditResult, in language: Language) {
    frame = PageFrame(audit, nil, language)
    var citations: [String: [Citation]] = [:]
    for (position, unit) in audit.units.enumerated() {
      for scored in unit.findings {
        guard let place = frame.places[scored.finding.rule] else { continue }
        for evidence in FindingCard.shown(scored.finding) {
          guard let record = evidence.record, Exhibits.name(record) != nil,
            citations[record, default: []].count < Self.mostCitations
          else { continue }
          let title = evidence.title ?? ""
          let excerpt = evidence.excerpt ?? ""
          citations[record, default: []].append(
            Citation(
              unit: position, rule: place, title: title, words: excerpt.isEmpty ? title : excerpt))
        }
      }
    }
    self.citations = citations
  }

  /// The files of one response; none when its record has no name.
  package func files(_ exhibit: Exhibit) -> [ReportFile] {
    guard let name = Exhibits.name(exhibit.record) else { return [] }
    var files = [ReportFile(path: "evidence/\(name).html", bytes: outer(exhibit, name))]
    if case .page(let markup, _) = exhibit.content {
      files.append(
        ReportFile(path: "evidence/pages/\(name).html", bytes: inner(exhibit, markup)))
    }
    return files
  }

  private var language: Language { frame.language }

  private func title(_ exhibit: Exhibit) -> String {
    let title = citations[exhibit.record]?.first { !$0.title.isEmpty }?.title ?? ""
    return title.isEmpty ? ExhibitWord.noTitle.text(language) : title
  }

  private func outer(_ exhibit: Exhibit, _ name: String) -> [UInt8] {
    let title = title(exhibit)
    return frame.shell.page(
      title: "\(title) · \(ExhibitWord.exhibit.text(language))", policy: .frame
    ) { html in
      frame.crumbs(&html)
      html.tag("p", ["class": "eyebrow"], ExhibitWord.exhibit.text(language))
      html.tag("h1", title)
      html.tag("p", ["class": "meta"]) { html in
        html.text(ExhibitWord.live.text(language) + Phrases.colon.text(language))
        html.link(exhibit.url, exhibit.url)
      }
      html.tag(
        "p", ["class": "meta"],
        ExhibitWord.fetchedAt.text(language) + Phrases.colon.text(language)
          + Phrases.beijing(exhibit.fetchedAt).text(language))
    } main: { html in
      frame.section("page", ExhibitWord.page.text(language), &html) { html in
        content(exhibit, name, &html)
      }
      frame.section("cited", ExhibitWord.citedBy.text(language), &html) { html in
        cited(exhibit, name, &html)
      }
      frame.section("record", ExhibitWord.record.text(language), &html) { facts(exhibit, &$0) }
    } foot: {
      frame.foot(&$0)
    }
  }

  private func content(_ exhibit: Exhibit, _ name: String, _ html: inout HTMLWriter) {
    guard case .page(_, let isCut) = exhibit.content else {
      html.tag("p", ExhibitWord.other.text(language))
      return
    }
    html.tag("p", ["class": "small"], ExhibitWord.note.text(language))
    if isCut { html.tag("p", ["class": "small"], ExhibitWord.cut.text(language)) }
    let first = exhibit.marks.compactMap { $0 }.first
    if first == nil, !exhibit.marks.isEmpty {
      html.tag("p", ["class": "small"], ExhibitWord.notFound.text(language))
    }
    html.tag(
      "iframe",
      [
        "class": "exhibit", "name": "exhibit", "sandbox": "", "referrerpolicy": "no-referrer",
        "title": ExhibitWord.frame.text(language),
        "src": "pages/\(name).html" + (first.map { "#x\($0)" } ?? ""),
      ], "")
  }

  private func cited(_ exhibit: Exhibit, _ name: String, _ html: inout HTMLWriter) {
    html.tag("table") { html in
      frame.shell.caption(ExhibitWord.citedBy.text(language), &html)
      frame.shell.tableHead(
        [
          (TableWord.unit, .text), (.requirement, .text), (.excerpt, .text), (.state, .optional),
        ], &html)
      html.tag("tbody") { html in
        for (place, citation) in (citations[exhibit.record] ?? []).enumerated() {
          row(
            citation, exhibit.marks.indices.contains(place) ? exhibit.marks[place] : nil, name,
            &html)
        }
      }
    }
  }

  private func row(
    _ citation: Citation, _ mark: Int?, _ name: String, _ html: inout HTMLWriter
  ) {
    let rule = frame.digest.rules[citation.rule]
    let unit = frame.audit.units[citation.unit]
    html.tag("tr") { html in
      html.tag("th", ["scope": "row"]) {
        $0.tag(
          "a",
          ["href": "../units/\(frame.paths.names[citation.unit]).html#r\(citation.rule)"],
          unit.name)
      }
      html.tag("td") { html in
        frame.clause(rule.id, from: "../rules/", &html)
        html.text(rule.title.text(language))
      }
      html.tag("td") { html in
        html.tag("q", citation.words)
        if let mark {
          html.text(" ")
          html.tag(
            "a", ["class": "stored", "href": "pages/\(name).html#x\(mark)", "target": "exhibit"],
            ExhibitWord.jump.text(language))
        }
      }
      html.tag("td", ["class": "opt"]) { html in
        if let status = frame.digest.matrix[citation.unit][citation.rule] {
          frame.badge(status, &html)
        }
      }
    }
  }

  private func facts(_ exhibit: Exhibit, _ html: inout HTMLWriter) {
    html.tag("dl") { html in
      entry(.fetchedAt, Phrases.beijing(exhibit.fetchedAt).text(language), &html)
      entry(.record, exhibit.record, &html)
      entry(.digest, exhibit.sha256, &html)
      if let status = exhibit.status { entry(.status, String(status), &html) }
      entry(.type, exhibit.mediaType ?? "", &html)
      entry(.size, Figures.bytes(exhibit.size), &html)
    }
  }

  private func entry(_ word: ExhibitWord, _ text: String, _ html: inout HTMLWriter) {
    if text.isEmpty { return }
    html.tag("dt", word.text(language))
    html.tag("dd", ["class": "mono"], text)
  }

  /// The archived text, under a policy that lets nothing run or load wherever it is opened.
  private func inner(_ exhibit: Exhibit, _ markup: [UInt8]) -> [UInt8] {
    var html = HTMLWriter(capacity: markup.count + 4096)
    html.raw("<!DOCTYPE html>\n")
    html.tag("html", ["lang": language.rawValue]) { html in
      html.tag("head") { html in
        html.void("meta", ["charset": "utf-8"])
        html.void(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content":
              "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
          ])
        html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.void("meta", ["name": "referrer", "content": "no-referrer"])
        html.void("meta", ["name": "robots", "content": "noindex"])
        html.tag("title", title(exhibit))
        html.raw("\n<style>\n\(exhibitStylesheet(ExhibitWord.picture.text(language)))</style>\n")
      }
      html.tag("body") { html in
        html.tag(
          "p", ["class": "archived"],
          ExhibitWord.bar.text(language) + " · " + Figures.moment(exhibit.fetchedAt))
        html.markup(markup)
      }
    }
    html.raw("\n")
    return html.bytes
  }
}
