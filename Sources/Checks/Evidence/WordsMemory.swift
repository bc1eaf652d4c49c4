import Page
import Sites
import Synchronization

/// The words of pages in normal form, kept while checks ask for the same pages again and again.
///
/// Beyond `most` bytes nothing more is kept: answers are the same, only later.
final class WordsMemory: Sendable {
  private struct State {
    var known: [SurveyIndex.PagePlace: PageWords] = [:]
    var bytes = 0
  }

  private static let most = 64 << 20
  private let state = Mutex(State())

  /// The words of the page at a place; nil when it was not read.
  func words(of place: SurveyIndex.PagePlace, _ page: ReadPage?) -> PageWords? {
    guard let page else { return nil }
    if let known = state.withLock({ $0.known[place] }) { return known }
    let words = PageWords(page.facts)
    state.withLock { state in
      guard state.bytes + words.size <= Self.most else { return }
      state.known[place] = words
      state.bytes += words.size
    }
    return words
  }
}
