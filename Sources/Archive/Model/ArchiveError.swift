package import Texts

/// What is wrong with an archive, where, and what to do.
package struct ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of fault.
  package enum Code: String, Sendable, CaseIterable {
    /// The file or folder can't be opened, read or written; the message has the system's word.
    case system
    /// Another program has the file open for writing.
    case locked
    /// The path holds no WARC file.
    case empty
    /// The file ends within a record.
    case tornTail
    /// The gzip data is damaged.
    case gzip
    /// What stands here is no WARC record.
    case notWARC
    /// A record's header is longer than the limit, or can't be read.
    case header
    /// A record's length is missing, no number, or beyond all limits.
    case length
    /// The HTTP message in a record can't be read.
    case message
    /// A digest does not agree with the stored bytes.
    case digest
    /// Records that the account of a crawl tells of, or that others refer to, are not there.
    case lost
    /// An identity that the archive does not have, or has twice.
    case identity
    /// A record that does not stand where it belongs: a note without its response, a wrong first.
    case order
    /// The index does not agree with the file that it is of.
    case index
    /// The archive is another plan's, or holds files that are no part of it.
    case foreign
  }

  package let code: Code
  /// The file concerned.
  package let file: String
  /// The offset in the file, in bytes as they lie on disk; nil when the whole file is meant.
  package let offset: Int?
  /// What was seen and what to do about it.
  package let message: Bilingual

  package init(code: Code, file: String, offset: Int?, message: Bilingual) {
    self.code = code
    self.file = file
    self.offset = offset
    self.message = message
  }

  /// `<file>:<offset>: <中文> / <English>`.
  package var description: String {
    let place = offset.map { "\(file):\($0)" } ?? file
    return "\(place): \(message.zh) / \(message.en)"
  }
}
