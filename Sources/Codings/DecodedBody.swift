/// A body with its content coding undone, and whether that is all of it.
package struct DecodedBody: Sendable, Equatable {
  /// How the decoding ended.
  package enum State: Sendable, Equatable {
    /// Every coding came to its proper end.
    case complete
    /// The data ended before the coding did: half a gzip stream is not the whole page.
    case truncated
    /// The limit on decoded bytes was reached; more would have come.
    case capped
    /// The data is none of the coding that was named; what could be decoded stands before.
    case corrupt(coding: String)
    /// A coding that is not known here (`compress`, `zstd` …): the bytes are as they came.
    case unknownCoding(String)
  }

  /// What was decoded, up to the limit.
  package let bytes: [UInt8]
  package let state: State

  package init(bytes: [UInt8], state: State) {
    self.bytes = bytes
    self.state = state
  }
}
