import Archive
import Codings
import Page
package import Report
package import Score
package import Texts
import Web

/// Takes the pages that an audit cites out of its archive, and writes them beside the report.
package struct ExhibitRun {
  private let pages: ExhibitPages
  private let limit: Int

  /// Gathers what the audit cites; `limit` is the most decoded bytes read of a response.
  package init(_ audit: AuditResult, in language: Language, limit: Int = 20 << 20) {
    pages = ExhibitPages(audit, in: language)
    self.limit = limit
  }

  /// Reads the archive once, and hands each file to `write` as it is made.
  ///
  /// The archive is a folder or one WARC file; what comes back says which records have a page now.
  /// Throws `ArchiveError` when the archive can't be read, and what `write` throws.
  package func write(
    from archive: String, _ write: (ReportFile) throws -> Void
  ) throws -> Exhibits {
    let reader = try ArchiveReader(archive)
    let resolver = RevisitResolver(reader)
    var exhibits = Exhibits()
    var revisits: [Revisit] = []
    func show(_ capture: Capture, as record: String) throws {
      guard let citations = pages.citations[record], !exhibits.contains(record) else { return }
      let files = pages.files(exhibit(capture, record, citations))
      if files.isEmpty { return }
      for file in files { try write(file) }
      exhibits.insert(record)
    }
    if pages.citations.isEmpty { return exhibits }
    try reader.forEach { entry in
      switch entry.record {
      case .response(let capture, _): try show(capture, as: capture.id.text)
      case .revisit(let revisit, _):
        // Its body may stand further on; a revisit that nothing cites is not sought.
        if pages.citations[revisit.answer.id.text] != nil { revisits.append(revisit) }
      case .info, .request, .failure, .summary, .conversion, .other, .unreadable, .torn: break
      }
    }
    for revisit in revisits {
      guard let capture = try? resolver.capture(revisit) else { continue }
      try show(capture, as: revisit.answer.id.text)
    }
    return exhibits
  }

  private func exhibit(
    _ capture: Capture, _ record: String, _ citations: [ExhibitPages.Citation]
  ) -> Exhibit {
    var exhibit = Exhibit(
      record: record, url: capture.url.string, fetchedAt: capture.fetchedAt,
      sha256: capture.payloadSHA256, status: capture.status, mediaType: capture.mediaType,
      size: capture.body.count, content: .other, marks: citations.map { _ in nil })
    guard Self.isText(capture.mediaType) else { return exhibit }
    let markup = ExhibitMarkup(
      capture.decodedBody(limit: limit).bytes, contentType: capture.headerText("content-type"),
      excerpts: citations.map(\.words))
    exhibit.content = .page(markup.bytes, isCut: markup.isCut)
    exhibit.marks = markup.marks
    return exhibit
  }

  /// Whether a response is text that can be shown; one without a type is taken for a page.
  private static func isText(_ mediaType: String?) -> Bool {
    guard let mediaType else { return true }
    return mediaType.hasPrefix("text/")
      || ["html", "xml", "json", "javascript"].contains { mediaType.hasSuffix($0) }
  }
}
