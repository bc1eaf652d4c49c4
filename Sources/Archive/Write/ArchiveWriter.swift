import Codings
package import Dates
import Texts
package import Web

/// Appends the records of one site to its WARC files (ISO 28500:2017, gzip by record).
///
/// Not thread-safe: one thread owns a writer. Files are `<site>-00000.warc.gz`,
/// `<site>-00001.warc.gz` … in the folder, each locked against other writers while it is open.
/// Every append is whole gzip members in one go, so that a kill at any moment leaves at worst a
/// torn last exchange, which the next opening cuts off. When a file is full, or the site is
/// finished, it is made durable and its CDXJ index is put beside it.
package final class ArchiveWriter {
  package let site: SiteID
  private let folder: String
  private let software: String
  private let origin: SegmentOrigin?
  private let segmentLimit: Int
  private var segment: WritableSegment?
  /// Index lines of the open file; nil when it held records before it was opened.
  private var lines: IndexLines? = IndexLines()
  /// The site's files that were there before.
  private let older: [String]

  /// Opens the site's newest file for appending, or begins its first one.
  ///
  /// The folder is made when it is not there. An exchange that a kill cut short is cut off.
  /// `software` is the program's name and version, `origin` the crawl that the files belong to;
  /// `segmentLimit` is the size in bytes at which the next file begins. `files` is the folder's
  /// listing, where several writers share one; nil reads it.
  package init(
    folder: String, site: SiteID, software: String, startedAt: Timestamp,
    origin: SegmentOrigin? = nil, segmentLimit: Int = 1 << 30, files: SiteFiles? = nil
  ) throws(ArchiveError) {
    self.site = site
    self.folder = folder
    self.software = software
    self.origin = origin
    self.segmentLimit = segmentLimit
    let known: SiteFiles
    if let files {
      known = files
    } else {
      known = try SiteFiles(making: folder)
    }
    older = known.names(of: site)
    try open(known.newest(of: site) ?? 0, at: startedAt)
  }

  /// Cuts off what a kill left of the last exchange in a site's newest file, if there is a file.
  package static func repair(
    folder: String, site: SiteID, files: SiteFiles
  ) throws(ArchiveError) {
    guard let newest = files.newest(of: site) else { return }
    let name = SegmentName.text(site: site, index: newest)
    _ = try WritableSegment(folder: folder, name: name, index: newest)
  }

  /// Says whether a program has the file open for writing at this moment.
  static func isBeingWritten(_ path: String) -> Bool {
    do throws(ArchiveError) {
      return try SegmentFile(reading: path).isLockedByAnother
    } catch {
      return false
    }
  }

  /// Stores a response with its request and note.
  package func append(
    _ capture: Capture, note: CaptureNote
  ) throws(ArchiveError) -> StoredCapture {
    try append(PreparedCapture(capture, note: note))
  }

  /// Stores a response that a worker has packed.
  ///
  /// Throws `message` for a capture without a response head.
  package func append(_ prepared: PreparedCapture) throws(ArchiveError) -> StoredCapture {
    try append([prepared])[0]
  }

  /// Stores responses that workers have packed, in one piece; gives where each lies.
  ///
  /// Throws `message`, and stores none, when one of them has no response head.
  package func append(
    _ prepared: [PreparedCapture]
  ) throws(ArchiveError) -> [StoredCapture] {
    for item in prepared where item.members == nil { throw headless(item.capture.url) }
    var stored: [StoredCapture] = []
    var rest = prepared[...]
    while let first = rest.first {
      let segment = try openSegment(at: first.capture.fetchedAt)
      var piece: [[UInt8]] = []
      var length = segment.length
      for item in rest where piece.isEmpty || length < segmentLimit {
        let members = item.members ?? []
        piece.append(members)
        length += members.count
      }
      var offset = segment.length
      try segment.append(piece)
      for (item, members) in zip(rest, piece) {
        stored.append(note(item, members.count, in: segment.name, at: offset))
        offset += members.count
      }
      rest = rest.dropFirst(piece.count)
    }
    return stored
  }

  /// Notes in the index where an answer lies, whose exchange begins at `start`.
  private func note(
    _ item: PreparedCapture, _ count: Int, in file: String, at start: Int
  ) -> StoredCapture {
    let offset = start + item.responseStart
    let length = count - item.responseStart
    lines?.append(CDXEntry(subject: item.subject, file: file, offset: offset, length: length))
    return StoredCapture(
      id: item.capture.id, fetchedAt: item.capture.fetchedAt, sha256: item.sha256, file: file,
      offset: offset, length: length)
  }

  private func headless(_ url: WebURL) -> ArchiveError {
    ArchiveError(
      code: .message, file: folder, offset: nil,
      message: Bilingual(
        zh: "\(url) 的响应没有状态行或无法压缩；请记为失败而非响应",
        en: "the response of \(url) has no head or can't be packed; store it as a failure"))
  }

  /// Stores that an address gave no response.
  package func append(_ failure: FailureNote) throws(ArchiveError) {
    var text = RecordText(type: "metadata", at: failure.at)
    text.add("WARC-Target-URI", failure.url.string)
    let block = NoteText.bytes(failure)
    try append(
      try pack(text.whole(contentType: "application/json", block: block)), at: failure.at)
  }

  /// Stores a page as a browser showed it.
  package func append(_ conversion: Conversion) throws(ArchiveError) {
    try append(try pack(conversion.record), at: conversion.madeAt)
  }

  /// Stores the crawl's own account of the site, makes all durable (fsync), writes the index,
  /// closes the file.
  ///
  /// Nothing can be appended afterwards. `answers` is how many answers and failures of the site are
  /// stored, in all files: whoever reads the archive can tell by it whether one was lost.
  package func finish(
    summary: [UInt8], answers: Int? = nil, at: Timestamp
  ) throws(ArchiveError) {
    try Self.finish([Ending(writer: self, summary: summary, answers: answers)], at: at)
  }

  /// A site that is over, with its account.
  package struct Ending {
    let writer: ArchiveWriter
    let summary: [UInt8]
    let answers: Int?

    package init(writer: ArchiveWriter, summary: [UInt8], answers: Int?) {
      self.writer = writer
      self.summary = summary
      self.answers = answers
    }
  }

  /// How many indexes are written at once: each is an open file.
  private static let mostDrafts = 64

  /// Finishes several sites of one folder, in steps that are made durable together.
  package static func finish(
    _ endings: [Ending], at: Timestamp
  ) throws(ArchiveError) {
    for ending in endings { try ending.writer.append(ending, at: at) }
    for ending in endings { try ending.writer.segment?.file.synchronize() }
    var rest = endings[...]
    while !rest.isEmpty {
      let some = rest.prefix(mostDrafts)
      rest = rest.dropFirst(mostDrafts)
      var drafts: [FileDraft] = []
      for ending in some { drafts += try ending.writer.drafts() }
      for draft in drafts { try draft.synchronize() }
      for draft in drafts { try draft.publish() }
      for ending in some { ending.writer.segment = nil }
    }
    for folder in Set(endings.map(\.writer.folder)).sorted() {
      try ArchiveFolder.synchronize(folder)
    }
  }

  private func append(_ ending: Ending, at: Timestamp) throws(ArchiveError) {
    var text = RecordText(type: "metadata", at: at)
    text.add("WARC-Target-URI", SummaryAddress.text(site))
    if let answers = ending.answers { text.add(RecordText.answers, String(answers)) }
    try append(
      try pack(text.whole(contentType: "application/json", block: ending.summary)), at: at)
  }

  /// The indexes of the open file, and of older ones that a run which was killed as they were full
  /// may have left without theirs.
  private func drafts() throws(ArchiveError) -> [FileDraft] {
    var drafts: [FileDraft] = []
    if let segment {
      drafts.append(try index(of: segment).draft(folder: folder, file: segment.name))
    }
    for name in older where name != segment?.name {
      guard SegmentIndex.stored(folder: folder, file: name) == nil else { continue }
      let made = try SegmentIndex.made(of: "\(folder)/\(name)", file: name)
      drafts.append(try made.draft(folder: folder, file: name))
    }
    return drafts
  }

  private func index(of segment: WritableSegment) throws(ArchiveError) -> SegmentIndex {
    if let lines { return SegmentIndex(lines) }
    return try SegmentIndex.made(of: "\(folder)/\(segment.name)", file: segment.name)
  }

  private func append(_ member: [UInt8], at moment: Timestamp) throws(ArchiveError) {
    try openSegment(at: moment).append([member])
  }

  /// The open file; the next one where it is full.
  private func openSegment(at moment: Timestamp) throws(ArchiveError) -> WritableSegment {
    if let full = segment, full.length >= segmentLimit {
      try close()
      try open(full.index + 1, at: moment)
    }
    guard let segment else {
      throw ArchiveError(
        code: .system, file: folder, offset: nil,
        message: Bilingual(
          zh: "存档已经结束，不能再写入；请重新打开", en: "the archive is finished; open it anew"))
    }
    return segment
  }

  /// Makes the open file durable, then its index: the file first, since the index can be made anew.
  ///
  /// Nothing can be appended afterwards.
  package func close() throws(ArchiveError) {
    guard let closed = segment else { return }
    try closed.file.synchronize()
    try index(of: closed).write(folder: folder, file: closed.name)
    try ArchiveFolder.synchronize(folder)
    segment = nil
    lines = IndexLines()
  }

  private func open(_ index: Int, at moment: Timestamp) throws(ArchiveError) {
    let name = SegmentName.text(site: site, index: index)
    let opened = try WritableSegment(folder: folder, name: name, index: index)
    // An index of what stood there before would be wrong from the first append on.
    try SegmentFile.remove("\(folder)/\(SegmentIndex.name(of: name))")
    lines = opened.length > 0 ? nil : IndexLines()
    var text = RecordText(type: "warcinfo", at: moment)
    text.add("WARC-Filename", name)
    let fields = [
      "software: \(software)", "format: WARC File Format 1.1",
      "conformsTo: "
        + "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
      "isPartOf: \(site.text)",
    ]
    let block =
      fields.flatMap { field in field.utf8.map { $0 < 0x20 ? 0x20 : $0 } + [0x0D, 0x0A] }
      + (origin?.fields ?? [])
    try opened.append(
      [try pack(text.whole(contentType: "application/warc-fields", block: block))])
    segment = opened
    // The first file's name is made durable with what it holds, when the site is finished.
    if index > 0 { try ArchiveFolder.synchronize(folder) }
  }

  private func pack(_ record: [UInt8]) throws(ArchiveError) -> [UInt8] {
    guard let member = GzipMember.pack(record) else {
      throw ArchiveError(
        code: .gzip, file: folder, offset: nil,
        message: Bilingual(
          zh: "内存不足，无法压缩记录；请关闭其他程序后重试",
          en: "no memory to pack a record; close other programs and try again"))
    }
    return member
  }
}
