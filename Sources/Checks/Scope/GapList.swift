package import Findings

/// Addresses that could hold what is sought and were not read: the first of them, and how many.
package struct GapList: Sendable, Hashable {
  /// How many are listed in a finding.
  package static let listed = 20

  /// At most `listed`, sorted.
  package private(set) var first: [CoverageGap] = []
  package private(set) var count = 0

  package init() {}

  init(one source: CoverageGapSource) {
    first = [source.gap]
    count = 1
  }

  init(_ gaps: some Sequence<CoverageGap>) {
    let sorted = gaps.sorted()
    count = sorted.count
    first = Array(sorted.prefix(Self.listed))
  }

  /// Nothing is missing: absence is a fact.
  package var isEmpty: Bool { count == 0 }

  /// Adds another list; both are taken to be disjoint but for what they list.
  mutating func add(_ other: GapList) {
    guard !other.isEmpty else { return }
    guard !isEmpty else {
      self = other
      return
    }
    let known = Set(first)
    let fresh = other.first.filter { !known.contains($0) }
    count += other.count - (other.first.count - fresh.count)
    first = Array((first + fresh).sorted().prefix(Self.listed))
  }

  mutating func add(url: String, outcome: String) {
    add(GapList(one: CoverageGapSource(url, outcome)))
  }
}

/// An address with the code of what kept it from being read.
struct CoverageGapSource: Sendable {
  var gap: CoverageGap

  init(_ url: String, _ outcome: String) { gap = CoverageGap(url: url, outcome: outcome) }
}
