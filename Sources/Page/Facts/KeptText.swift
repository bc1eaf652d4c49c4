import Texts

/// A text that may lie among bytes, of a file or of its own, until somebody asks for it.
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

  /// UTF-8; what is none is U+FFFD in the text.
  init(_ bytes: [UInt8]) { form = .kept(bytes, bytes.indices) }

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
    guard count > bytes else { return string }
    switch form {
    case .text(let text):
      let view = text.utf8
      let end = Self.wholeCharacters(view.span, upTo: bytes)
      return String(text[..<view.index(view.startIndex, offsetBy: end)])
    case .kept(let all, let range):
      let end = Self.wholeCharacters(all.span.extracting(range), upTo: bytes)
      return String(decoding: all[range.lowerBound..<(range.lowerBound + end)], as: UTF8.self)
    }
  }

  /// Where the last character begins that does not end within so many bytes; there are more of them.
  private static func wholeCharacters(_ text: Span<UInt8>, upTo bytes: Int) -> Int {
    var end = max(0, bytes)
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  static func == (left: Self, right: Self) -> Bool { left.string == right.string }
}

/// A dump shows the text, wherever it lies.
extension KeptText: CustomReflectable {
  var customMirror: Mirror {
    Mirror(self, children: ["string": string], displayStyle: .struct)
  }
}
