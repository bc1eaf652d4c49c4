package import Web

/// The indexes of all files of an archive: finds records by address without reading the files.
package struct ArchiveIndex {
  private let folder: String
  private let parts: [(file: String, index: SegmentIndex)]

  /// Opens the indexes of a folder; what is missing or stale is made from the WARC files, and
  /// put beside them when the folder can be written.
  ///
  /// `isAnew`: all are made from the WARC files, and put beside them where they say something else.
  package init(_ reader: ArchiveReader, isAnew: Bool = false) throws(ArchiveError) {
    folder = reader.folder
    var parts: [(file: String, index: SegmentIndex)] = []
    for segment in reader.segments {
      let stored = SegmentIndex.stored(folder: reader.folder, file: segment.name)
      if let stored, !isAnew {
        parts.append((segment.name, stored))
        continue
      }
      let made = try SegmentIndex.made(of: segment.path, file: segment.name)
      // Without leave to write, the index is made again next time.
      if segment.site != nil, made.bytes != stored?.bytes,
        !ArchiveWriter.isBeingWritten(segment.path)
      {
        try? made.write(folder: reader.folder, file: segment.name)
      }
      parts.append((segment.name, made))
    }
    self.parts = parts
  }

  /// Every record of an address, in the order of time; `http` and `https` count as one.
  package func entries(of url: WebURL) -> [CDXEntry] {
    let key = SURT.key(url)
    let found = parts.flatMap { $0.index.entries(key: key) }
    let exact = found.filter { $0.subject.url == url.string }
    return (exact.isEmpty ? found : exact).sorted {
      ($0.subject.fetchedAt, $0.file, $0.offset) < ($1.subject.fetchedAt, $1.file, $1.offset)
    }
  }

  /// All records, file by file, in the order of their keys.
  package var entries: [CDXEntry] { parts.flatMap { $0.index.entries } }
}
