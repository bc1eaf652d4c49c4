import Codings

/// What an archive holds, in one digest: equal for equal files only.
package enum ArchiveFingerprint {
  /// SHA-256 over the names and bytes of all files that a replay of a folder may read, those of
  /// the older archives that it names among them.
  ///
  /// Nil for what is no folder of an archive, and when a file can't be read.
  package static func digest(of folder: String) -> [UInt8]? {
    guard (try? ArchiveFolder.isFolder(folder)) == true, let own = try? ArchiveReader(folder),
      var stream = DigestStream(.sha256)
    else { return nil }
    var names = [folder]
    var open = [folder]
    var readers = [folder: own]
    while let next = open.first, names.count <= OlderCaptures.longestChain {
      open.removeFirst()
      guard let reader = readers[next] ?? (try? ArchiveReader(next)) else {
        // An older archive that is gone is a part of what the archive tells.
        stream.update(Array("missing\n".utf8))
        continue
      }
      readers[next] = reader
      for segment in reader.segments {
        guard let digest = digest(ofFile: segment.path) else { return nil }
        stream.update(Array("\(segment.name)\n".utf8) + digest)
      }
      for older in reader.olderFolders where !names.contains(older) {
        names.append(older)
        open.append(older)
        stream.update(Array("older \(older)\n".utf8))
      }
    }
    return stream.finish()
  }

  private static func digest(ofFile path: String) -> [UInt8]? {
    guard var stream = DigestStream(.sha256) else { return nil }
    do throws(ArchiveError) {
      let file = try SegmentFile(reading: path)
      var place = 0
      while true {
        let piece = try file.read(at: place, count: 1 << 20)
        if piece.isEmpty { return stream.finish() }
        stream.update(piece)
        place += piece.count
      }
    } catch {
      return nil
    }
  }
}

/// The file beside the WARC files in which a program keeps what it read from them.
///
/// It holds nothing that the archive does not tell, and may be taken away at any time.
package enum KeptFile {
  /// Its name in the archive's folder.
  package static let name = "pages.facts"

  /// Says whether a name is its own, or that of its draft.
  package static func isIts(_ file: String) -> Bool {
    file == name || file == "\(name).partial"
  }

  /// Its first `from` bytes and the rest; nil when there is none, or it is longer than `limit`.
  package static func read(
    in folder: String, from: Int, limit: Int = 1 << 30
  ) -> (head: [UInt8], rest: [UInt8])? {
    do throws(ArchiveError) {
      let file = try SegmentFile(reading: "\(folder)/\(name)")
      let size = try file.size()
      guard size > from, size <= limit else { return nil }
      let head = try file.read(at: 0, count: from)
      let rest = try file.read(at: from, count: size - from)
      guard head.count == from, rest.count == size - from else { return nil }
      return (head, rest)
    } catch {
      return nil
    }
  }

  /// Puts it there in one move; a folder that can't be written stays as it is.
  package static func replace(in folder: String, with bytes: [UInt8]) {
    try? FileDraft.replace("\(folder)/\(name)", with: bytes)
  }
}
