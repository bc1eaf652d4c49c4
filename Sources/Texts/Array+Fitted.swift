extension Array {
  /// The same elements without room for more, where much was made.
  ///
  /// A list that grew lies in up to twice the memory that it needs; what is kept for long, or beside
  /// much else, gives it back.
  package func fitted() -> [Element] {
    guard capacity > count + count / 4 + 64 else { return self }
    var exact: [Element] = []
    exact.reserveCapacity(count)
    exact.append(contentsOf: self)
    return exact
  }
}
