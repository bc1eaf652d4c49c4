import Markup
import Synchronization
import Texts

/// What names (`id`, `class`) hint at, remembered across pages: those of one site share nearly all of
/// theirs.
///
/// What a name hints at hangs on its bytes alone, so nothing that is read differs by what was read
/// before. Bounded: a page of a million names pushes the others out, no more.
enum NameMemory {
  /// What one name hints at.
  struct Meaning: Sendable {
    var hints: PageNames.Hints
    var region: RegionWords.Hint?
  }

  private struct Entry: Sendable {
    let name: [UInt8]
    let meaning: Meaning
  }

  /// By hash: two names of one hash push each other out.
  private static let entries = Mutex<[UInt64: Entry]>([:])
  private static let mostEntries = 4096
  /// Longer names are judged each time, in bytes.
  private static let longest = 80

  /// What a name hints at; `judge` is asked when it is not remembered.
  static func meaning(
    of name: ArraySlice<UInt8>, hash: UInt64, _ judge: (ArraySlice<UInt8>) -> Meaning
  ) -> Meaning {
    guard name.count <= longest else { return judge(name) }
    let known = entries.withLock { entries -> Meaning? in
      guard let entry = entries[hash], entry.name[...] == name else { return nil }
      return entry.meaning
    }
    if let known { return known }
    let meaning = judge(name)
    let entry = Entry(name: Array(name), meaning: meaning)
    entries.withLock { entries in
      if entries.count >= mostEntries { entries.removeAll(keepingCapacity: true) }
      entries[hash] = entry
    }
    return meaning
  }
}
