import Synchronization

/// Which units each title plainly names, found once for a survey.
final class NameMemory: Sendable {
  private let known = Mutex<[[UInt8]: [Int]]>([:])

  /// The positions of the units in `names` that a normalised title plainly names, ascending.
  func units(namedIn title: [UInt8], _ names: [UnitSpellings]) -> [Int] {
    if let found = known.withLock({ $0[title] }) { return found }
    let found = names.indices.filter { names[$0].isPlainlyNamed(in: title) }
    known.withLock { $0[title] = found }
    return found
  }
}
