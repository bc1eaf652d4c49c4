import Rules

extension CheckDescriptor {
  /// The names of all keys, in order.
  package var keyNames: [String] { keys.names }

  /// The names of the keys that may not be missing.
  package var requiredNames: [String] { keys.requiredNames }
}
