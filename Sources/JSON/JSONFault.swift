/// Where a text stops to be JSON, and why.
package struct JSONFault: Error, Sendable, Hashable {
  /// What is wrong.
  package enum Kind: Sendable, Hashable {
    /// Something follows the value.
    case trailing
    case tooDeep
    case tooLarge
    /// The text ends within a value.
    case ends
    /// No value begins here.
    case noValue
    /// A member has no quoted name.
    case noName
    case control
    case openString
    case number
    /// Another byte belongs here.
    case expected(UInt8)
  }

  package let kind: Kind
  /// Bytes from the start of the text.
  package let position: Int

  package init(kind: Kind, position: Int) {
    self.kind = kind
    self.position = position
  }
}
