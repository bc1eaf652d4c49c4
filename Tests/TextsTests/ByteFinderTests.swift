import Testing
import Texts

struct `Byte finder` {
  private static let texts = [
    "", "a", "ab", "当前位置：首页 > 政务公开", "aaab", "位置", "x\u{A0}位\u{3000}置", "ABCABD",
    "\u{E4}\u{B8}", "发布时间：2021-03-05", "您当前的位置：", ">>>",
  ].map { Array($0.utf8) }
  private static let words = [
    "a", "ab", "aab", "abd", "ABD", "位", "位置", "当前位置", "：", ">", ">>", "时间", "\u{3000}", "2021",
  ].map { Array($0.utf8) }

  /// The same, without any haste.
  private func plainOffset(_ word: [UInt8], _ text: [UInt8]) -> Int? {
    guard !word.isEmpty, text.count >= word.count else { return nil }
    return (0...(text.count - word.count)).first { text[$0...].starts(with: word) }
  }

  @Test func `finds the first place of each word`() {
    for text in Self.texts {
      for word in Self.words {
        let found = unsafe text.withUnsafeBufferPointer {
          unsafe ByteFinder.offset(of: word, in: $0)
        }
        #expect(found == plainOffset(word, text))
        let begins = unsafe text.withUnsafeBufferPointer {
          unsafe ByteFinder.begins($0, with: word)
        }
        #expect(begins == text.starts(with: word))
      }
    }
  }

  @Test func `finds any word of a table`() {
    for length in 1...Self.words.count {
      let words = Array(Self.words.prefix(length))
      let table = WordTable(words)
      let list = WordList(words)
      for text in Self.texts {
        let occurs = unsafe text.withUnsafeBufferPointer { unsafe table.occurs(in: $0) }
        #expect(occurs == words.contains { plainOffset($0, text) != nil })
        let begins = unsafe text.withUnsafeBufferPointer { unsafe list.begin($0) }
        #expect(begins == words.contains { text.starts(with: $0) })
      }
    }
  }

  @Test(arguments: [
    ("", "", ""), (" a  b ", "a b", "ab"), ("\u{3000}\u{3000}标 题\u{A0}", "标 题", "标题"),
    ("a\u{200B}b", "a b", "ab"), ("\u{FEFF}x\u{2028}", "x", "x"), ("。，", "。，", "。，"),
    ("\u{C2}", "\u{C2}", "\u{C2}"), ("  ", "", ""), ("a\u{7F}\u{1}b", "a b", "ab"),
    ("a&nbsp&nbsp2018", "a 2018", "a2018"), ("&nbsp;x&nbs", "x&nbs", "x&nbs"),
    ("A&B&", "A&B&", "A&B&"),
  ])
  func `folds and drops white space of every kind`(text: String, folded: String, squeezed: String) {
    let bytes = Array(text.utf8)[...]
    #expect(WhiteSpace.folded(bytes) == folded)
    #expect(WhiteSpace.squeezed(bytes) == Array(squeezed.utf8))
    #expect(WhiteSpace.letters(bytes) == squeezed.unicodeScalars.count)
    // A slice that does not begin at zero is read the same way.
    let inner = ([0x20, 0x41] + bytes)[2...]
    #expect(WhiteSpace.squeezed(inner) == Array(squeezed.utf8))
  }
}
