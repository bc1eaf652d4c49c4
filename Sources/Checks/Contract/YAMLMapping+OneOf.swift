import YAML

extension YAMLMapping {
  /// Logs a problem unless at least one of some keys is written.
  func requireOne(of names: String..., log: YAMLProblemLog) {
    guard names.allSatisfy({ self[$0] == nil }) else { return }
    log.add(value.problem(Wording.needsOne(of: names)))
  }
}
