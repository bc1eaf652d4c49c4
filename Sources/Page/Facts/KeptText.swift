import Texts

/// A text that may lie among the bytes of a file until somebody asks for it.
///
/// The texts of an archive's pages are most of the file in which their facts are kept, and rules look
/// at few of them.
struct KeptText: Sendable, Equatable {
  private enum Form: Sendable {
    case text(String)
    case kept([UInt8], Range<Int>)
  }

  private let form: Form

  init(_ text: String) { form = .text(text) }

  /// The bytes of `range`, UTF-8; the whole of `bytes` stays in memory as long as the text does.
  init(_ bytes: [UInt8], _ range: Range<Int>) { form = .kept(bytes, range) }

  /// The text; made anew each time where it lies in a file.
  var string: String {
    switch form {
    case .text(let text): text
    case .kept(let bytes, let range): UTF8Check.string(Array(bytes[range]))
    }
  }

  /// The length in bytes.
  var count: Int {
    switch form {
    case .text(let text): text.utf8.count
    case .kept(_, let range): range.count
    }
  }

  /// The beginning, at most so many bytes of it, without half a character.
  func start(_ bytes: Int) -> String {
    switch form {
    case .text(let text):
      guard text.utf8.count > bytes else { return text }
      return String(decoding: Self.whole(Array(text.utf8.prefix(bytes + 1))), as: UTF8.self)
    case .kept(let all, let range):
      guard range.count > bytes else { return string }
      let piece = all[range.lowerBound...(range.lowerBound + bytes)]
      return String(decoding: Self.whole(Array(piece)), as: UTF8.self)
    }
  }

  /// Bytes of which the last may be half a character's, without it.
  private static func whole(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var end = bytes.count - 1
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return bytes[..<max(0, end)]
  }

  static func == (left: Self, right: Self) -> Bool { left.string == right.string }
}

/// A dump shows the text, wherever it lies.
extension KeptText: CustomReflectable {
  var customMirror: Mirror {
    Mirror(self, children: ["string": string], displayStyle: .struct)
  }
}
