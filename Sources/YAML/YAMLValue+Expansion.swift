/// Items of lists that stand for several others.
extension YAMLValue {
  /// The value with every list item that `members` knows replaced by what it stands for.
  ///
  /// Works at every depth. What `members` gives is taken as it is; nil leaves an item alone.
  package func expandingItems(_ members: (YAMLValue) -> [YAMLValue]?) -> YAMLValue {
    switch content {
    case .null, .scalar: return self
    case .sequence(let items):
      var found: [YAMLValue] = []
      for item in items {
        if let many = members(item) {
          found += many
        } else {
          found.append(item.expandingItems(members))
        }
      }
      return with(.sequence(found))
    case .mapping(let entries):
      return with(
        .mapping(entries.map { (key: $0.key, value: $0.value.expandingItems(members)) }))
    }
  }

  private func with(_ content: Content) -> YAMLValue {
    YAMLValue(content: content, file: file, line: line, column: column)
  }
}
