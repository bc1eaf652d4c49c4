import Codings
package import Dates
import Texts
package import Web

/// Appends the records of one site to its WARC files (ISO 28500:2017, gzip by record).
///
/// Not thread-safe: one thread owns a writer. Files are `<site>-00000.warc.gz`,
/// `<site>-00001.warc.gz` … in the folder, each locked against other writers while it is open.
/// Every append is whole gzip members in one go, so that a kill at any moment leaves at worst a
/// torn last record, which the next opening cuts off.
package final class ArchiveWriter {
  package let site: SiteID
  private let folder: String
  private let software: String
  private let segmentLimit: Int
  private var segment: WritableSegment?

  /// Opens the site's newest file for appending, or begins its first one.
  ///
  /// The folder is made when it is not there. A record that a kill cut short is cut off.
  /// `software` is the program's name and version; `segmentLimit` is the size in bytes at which
  /// the next file begins.
  package init(
    folder: String, site: SiteID, software: String, startedAt: Timestamp,
    segmentLimit: Int = 1 << 30
  ) throws(ArchiveError) {
    self.site = site
    self.folder = folder
    self.software = software
    self.segmentLimit = segmentLimit
    try ArchiveFolder.make(folder)
    let indices = try ArchiveFolder.archives(in: folder).compactMap { SegmentName.read($0) }
      .filter { $0.site == site }.map(\.index)
    try open(indices.max() ?? 0, at: startedAt)
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
    guard let response = prepared.response else {
      throw ArchiveError(
        code: .message, file: folder, offset: nil,
        message: Bilingual(
          zh: "\(prepared.capture.url) 的响应没有状态行或无法压缩；请记为失败而非响应",
          en: "the response of \(prepared.capture.url) has no head or can't be packed; "
            + "store it as a failure"))
    }
    let before = try append(
      prepared.leading + response, at: prepared.capture.fetchedAt)
    return StoredCapture(
      id: prepared.capture.id, fetchedAt: prepared.capture.fetchedAt, sha256: prepared.sha256,
      file: before.file, offset: before.offset + prepared.leading.count, length: response.count)
  }

  /// Stores that an address gave no response.
  package func append(_ failure: FailureNote) throws(ArchiveError) {
    var text = RecordText(type: "metadata", id: .random(), date: failure.at.description)
    text.add("WARC-Target-URI", failure.url.string)
    let block = NoteText.bytes(failure)
    _ = try append(
      try pack(text.bytes(contentType: "application/json", block: block)), at: failure.at)
  }

  /// Stores a page as a browser showed it.
  package func append(_ conversion: Conversion) throws(ArchiveError) {
    _ = try append(try pack(conversion.record), at: conversion.madeAt)
  }

  /// Makes all durable (fsync) and closes the file; nothing can be appended afterwards.
  package func close() throws(ArchiveError) {
    try segment?.file.synchronize()
    segment = nil
  }

  /// Stores the crawl's own account of the site, makes all durable (fsync), closes the file.
  ///
  /// Nothing can be appended afterwards.
  package func finish(summary: [UInt8], at: Timestamp) throws(ArchiveError) {
    var text = RecordText(type: "metadata", id: .random(), date: at.description)
    text.add("WARC-Target-URI", SummaryAddress.text(site))
    _ = try append(
      try pack(text.bytes(contentType: "application/json", block: summary)), at: at)
    try segment?.file.synchronize()
    segment = nil
    try ArchiveFolder.synchronize(folder)
  }

  private func append(
    _ members: [UInt8], at moment: Timestamp
  ) throws(ArchiveError) -> (file: String, offset: Int) {
    if let full = segment, full.length >= segmentLimit {
      try full.file.synchronize()
      segment = nil
      try open(full.index + 1, at: moment)
    }
    guard let segment else {
      throw ArchiveError(
        code: .system, file: folder, offset: nil,
        message: Bilingual(
          zh: "存档已经结束，不能再写入；请重新打开", en: "the archive is finished; open it anew"))
    }
    let offset = segment.length
    try segment.append(members)
    return (segment.name, offset)
  }

  private func open(_ index: Int, at moment: Timestamp) throws(ArchiveError) {
    let name = SegmentName.text(site: site, index: index)
    let opened = try WritableSegment(folder: folder, name: name, index: index)
    var text = RecordText(type: "warcinfo", id: .random(), date: moment.description)
    text.add("WARC-Filename", name)
    let fields = [
      "software: \(software)", "format: WARC File Format 1.1",
      "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
      "isPartOf: \(site.text)",
    ]
    let lines = fields.map { field in
      String(decoding: field.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self) + "\r\n"
    }
    let block = Array(lines.joined().utf8)
    try opened.append(
      try pack(text.bytes(contentType: "application/warc-fields", block: block)))
    segment = opened
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
