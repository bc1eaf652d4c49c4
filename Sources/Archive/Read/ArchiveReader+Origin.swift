package import Web

extension ArchiveReader {
  /// What a file's first record tells of the crawl that wrote it.
  package enum Origin: Sendable {
    case told(SegmentOrigin)
    /// The file holds no whole record: its crawl was killed before it stored anything.
    case nothing
    /// It begins with something else: another program's file, or that of an older version.
    case unknown
  }

  /// A record as far as it matters for how far a crawl came.
  package enum Outline {
    /// A response, a revisit, or the note of a failure.
    case answer
    /// The account, and how many answers it says were stored.
    case summary([UInt8], answers: Int?)
  }

  /// The origin of each file that bears a site's name, in the order of the names.
  package func origins() -> [(site: SiteID, origin: Origin)] {
    segments.compactMap { segment in
      guard let site = segment.site else { return nil }
      return (site, origin(of: segment))
    }
  }

  /// The folders of the older archives that this one names, newest first, as they can be opened.
  package var olderFolders: [String] {
    var found: [String] = []
    for case (_, .told(let origin)) in origins() {
      for stored in origin.since {
        let path = RelativePath.resolved(stored, from: folder)
        if !found.contains(path) { found.append(path) }
      }
    }
    return found
  }

  /// Those of the older archives that can't be opened: pages that had not changed are not known
  /// without them.
  package var missingFolders: [String] {
    olderFolders.filter { (try? ArchiveReader($0)) == nil }
  }

  /// Calls `body` for each answer and each account of a site, without holding what was answered.
  package func forEachOutline(site: SiteID, _ body: (Outline) throws -> Void) throws {
    for segment in segments where segment.site == site {
      let stream = try SegmentStream(path: segment.path, name: segment.name)
      var cursor = RecordCursor(stream, blockLimit: blockLimit)
      while case .record(let raw) = try cursor.next(wants: Self.isMetadata) {
        switch raw.type {
        case "response", "revisit": try body(.answer)
        case "metadata":
          if SummaryAddress.site(raw.target ?? "") != nil {
            let answers = raw.header.value(RecordText.answers).flatMap { Int($0) }
            try body(.summary(raw.block ?? [], answers: answers))
          } else if raw.concurrentTo.isEmpty {
            try body(.answer)
          }
        default: break
        }
      }
    }
  }

  static func isMetadata(_ header: RecordHeader) -> Bool {
    (header.value("WARC-Type") ?? "").lowercased() == "metadata"
  }

  private func origin(of segment: Segment) -> Origin {
    guard let stream = try? SegmentStream(path: segment.path, name: segment.name) else {
      return .unknown
    }
    var cursor = RecordCursor(stream, blockLimit: 1 << 20)
    var interpreter = RecordInterpreter(file: segment.name, site: segment.site)
    switch try? cursor.next(wants: RecordInterpreter.wants) {
    case .record(let raw):
      guard case .info(let fields)? = interpreter.take(raw).first?.entry.record,
        let origin = SegmentOrigin(fields)
      else { return .unknown }
      return .told(origin)
    case .torn, .end: return .nothing
    case nil: return .unknown
    }
  }
}
