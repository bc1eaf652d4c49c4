package import Web

/// How the interface of one system answers, as far as the common reading can't know.
///
/// Data: the words of its address, the names it gives to the parts of a row, and where a row leads
/// that has a number instead of an address.
struct AnswerForm: Sendable {
  /// Parts of the interface's path, in lower case; one is enough.
  let paths: [String]
  var keys = RowKeys.usual()
  /// A path under which rows without an address are shown: what stands before the row's number.
  var detail: (@Sendable (WebURL) -> String?)?
  /// Rows a page when the answer doesn't say; nil: as many as the first page has.
  var size: Int?
  /// The size in an address is one that we chose; the server may have its own.
  var isSizeOurs: Bool

  init(
    paths: [String], keys: RowKeys = .usual(), size: Int? = nil, isSizeOurs: Bool = false,
    detail: (@Sendable (WebURL) -> String?)? = nil
  ) {
    self.paths = paths
    self.keys = keys
    self.size = size
    self.isSizeOurs = isSizeOurs
    self.detail = detail
  }

  func matches(_ url: WebURL) -> Bool {
    let path = url.path.lowercased()
    return paths.contains { path.contains($0) }
  }

  /// The form of any other interface.
  static let usual = AnswerForm(paths: [])
}

extension PageReader {
  /// The address is an interface's of a system that we know: what it answers are a list's rows.
  ///
  /// Nobody made a page there that could be missing: without an answer the rows are unknown.
  package static func isInterface(_ url: WebURL) -> Bool {
    allAdapters.contains { $0.answer?.matches(url) ?? false }
  }
}
