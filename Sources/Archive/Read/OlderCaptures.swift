import Codings
package import Web

/// The pages of older archives, by address: what `gather --since` asks about.
///
/// A value that several threads share: reading opens the file anew each time. Memory: some
/// 500 bytes an address.
package struct OlderCaptures: Sendable {
  /// The archives, newest first: the one that was named, and those that it refers to itself.
  package let folders: [String]
  private var byAddress: [WebURL: OlderCapture] = [:]

  /// How many archives in a row are followed.
  static let longestChain = 64

  /// Reads an archive, and the older ones that it names.
  ///
  /// Only whole answers with status 200 count; of several for one address the last one does. An
  /// archive in the chain that can't be read is passed over: its pages are then asked for anew.
  /// Throws `ArchiveError` when the first one can't be read.
  package init(_ folder: String) throws {
    let newest = try ArchiveReader(folder, checksDigests: true)
    var readers = [newest]
    var names = [folder]
    var open = newest.olderFolders
    while let next = open.first, readers.count < Self.longestChain {
      open.removeFirst()
      guard !names.contains(next) else { continue }
      names.append(next)
      guard let reader = try? ArchiveReader(next, checksDigests: true) else { continue }
      readers.append(reader)
      open += reader.olderFolders
    }
    folders = names
    var byRecord: [CaptureID: OlderCapture] = [:]
    for (index, reader) in readers.enumerated().reversed() {
      do {
        try take(reader, &byRecord)
      } catch {
        if index == 0 { throw error }
      }
    }
  }

  /// The page that an address last held.
  package func latest(of url: WebURL) -> OlderCapture? { byAddress[url] }

  /// How many pages are known.
  package var count: Int { byAddress.count }

  /// The stored capture, or nil when it can't be read any more or its body has changed.
  package static func capture(_ older: OlderCapture) -> Capture? {
    guard let stored = try? ArchiveReader.capture(older.id, path: older.path, at: older.place),
      stored.payloadSHA256 == older.sha256
    else { return nil }
    return stored
  }

  private mutating func take(
    _ reader: ArchiveReader, _ byRecord: inout [CaptureID: OlderCapture]
  ) throws {
    try reader.forEachPlace { entry, path, place in
      switch entry.record {
      case .response(let capture, _):
        guard !PostedForm.isPosted(capture.requestHead) else { return }
        guard capture.status == 200, capture.truncated == nil, !capture.body.isEmpty else {
          // A redirect or an error since then: what was there before says nothing any more.
          byAddress[capture.url] = nil
          return
        }
        let older = OlderCapture(
          id: capture.id, url: capture.url, fetchedAt: capture.fetchedAt,
          sha256: capture.payloadSHA256, etag: Validators.etag(capture.responseHead),
          lastModified: Validators.lastModified(capture.responseHead), path: path, place: place)
        byRecord[capture.id] = older
        byAddress[capture.url] = older
      case .revisit(let revisit, _):
        guard !PostedForm.isPosted(revisit.answer.requestHead) else { return }
        byAddress[revisit.answer.url] = Self.renewed(revisit, byRecord)
      default: return
      }
    }
  }

  /// The original of a revisit, with what the newer answer said of its version.
  private static func renewed(
    _ revisit: Revisit, _ byRecord: [CaptureID: OlderCapture]
  ) -> OlderCapture? {
    guard let id = revisit.target.id, var older = byRecord[id], older.url == revisit.answer.url
    else { return nil }
    if let told = revisit.payloadDigest.flatMap({ ToldDigest($0) }), told.algorithm == .sha256,
      !told.agrees(withHex: older.sha256)
    {
      return nil
    }
    let head = revisit.answer.responseHead
    // The page may be another one since.
    if revisit.profile == .notModified, !older.isMeant(byHead: head) { return nil }
    if let etag = Validators.etag(head) { older.etag = etag }
    if let date = Validators.lastModified(head) { older.lastModified = date }
    return older
  }
}

extension PostedForm {
  /// Says whether a request had another method than GET.
  static func isPosted(_ requestHead: [UInt8]) -> Bool { PostedForm(requestHead) != nil }
}
