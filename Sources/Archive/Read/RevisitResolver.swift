import Dates
import Web

/// Finds the body that a revisit stands for: in the archive itself, then in the older ones that
/// it names.
///
/// Not thread-safe. The first question to an archive reads it once; each further one costs one
/// record.
package final class RevisitResolver {
  /// Why a revisit could not be resolved; the paths where the original was sought.
  package struct Missing: Error, Sendable {
    package let sought: [String]
  }

  private let reader: ArchiveReader
  private var older: [(path: String, reader: ArchiveReader?)] = []
  private var isOpen = false

  package init(_ reader: ArchiveReader) { self.reader = reader }

  /// The capture that a reader should see.
  package func capture(_ revisit: Revisit) throws(Missing) -> Capture {
    openOlder()
    for source in [reader] + older.compactMap(\.reader) {
      // An original that is a revisit itself leads on; a chain of them ends somewhere.
      if let found = try? original(revisit, in: source, hops: 0),
        let resolved = revisit.resolved(with: found)
      {
        return resolved
      }
    }
    throw Missing(sought: older.map(\.path))
  }

  private func original(
    _ revisit: Revisit, in source: ArchiveReader, hops: Int
  ) throws -> Capture? {
    if let id = revisit.target.id, id != revisit.answer.id {
      if let found = try source.capture(id) { return found }
      if hops < OlderCaptures.longestChain, let next = source.revisit(id) {
        return try original(next, in: source, hops: hops + 1)
      }
    }
    // Programs that write no record name give the address and the time of the original.
    guard let url = revisit.target.url, let moment = revisit.target.fetchedAt else { return nil }
    return try source.capture(of: url, at: moment)
  }

  private func openOlder() {
    guard !isOpen else { return }
    isOpen = true
    var names = [reader.folder]
    var open = reader.olderFolders
    while let next = open.first, names.count < OlderCaptures.longestChain {
      open.removeFirst()
      guard !names.contains(next) else { continue }
      names.append(next)
      let found = try? ArchiveReader(next)
      older.append((next, found))
      open += found?.olderFolders ?? []
    }
  }
}
