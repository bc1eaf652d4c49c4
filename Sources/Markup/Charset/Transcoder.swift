import Texts

private import Glibc

/// Turns text of a charset into UTF-8 through iconv(3).
enum Transcoder {
  /// The text in UTF-8 with U+FFFD for each run of bytes that is none, and how many those are.
  ///
  /// Nothing is lost: reading goes on after the fault. UTF-8 itself is repaired the same way.
  static func toUTF8(_ bytes: ArraySlice<UInt8>, from charset: Charset) -> ([UInt8], Int) {
    if charset == .utf8 { return repaired(bytes) }
    guard let converter = unsafe open(charset) else { return repaired(bytes) }
    defer { _ = unsafe iconv_close(converter) }
    var input = Array(bytes)
    var output = [UInt8](repeating: 0, count: input.count * 3 + 16)
    var faults = 0
    let written = unsafe input.withUnsafeMutableBytes { source in
      unsafe output.withUnsafeMutableBytes { target in
        unsafe convert(converter, source, target, isGB: charset == .gb18030, &faults)
      }
    }
    output.removeLast(output.count - written)
    return (output, faults)
  }

  private static func open(_ charset: Charset) -> iconv_t? {
    let handle = unsafe iconv_open("UTF-8", charset.iconvName)
    return unsafe handle == iconv_t(bitPattern: -1) ? nil : handle
  }

  private static func convert(
    _ converter: iconv_t, _ source: UnsafeMutableRawBufferPointer,
    _ target: UnsafeMutableRawBufferPointer, isGB: Bool, _ faults: inout Int
  ) -> Int {
    guard let first = source.baseAddress, let start = target.baseAddress else {
      return 0
    }
    var from: UnsafeMutablePointer<CChar>? = unsafe first.assumingMemoryBound(to: CChar.self)
    var left = source.count
    var to: UnsafeMutablePointer<CChar>? = unsafe start.assumingMemoryBound(to: CChar.self)
    var room = target.count
    var inFault = false
    while left > 0 {
      let before = left
      let result = unsafe iconv(converter, &from, &left, &to, &room)
      if left < before { inFault = false }
      if result != Int(bitPattern: UInt.max) || left == 0 { break }
      if errno == E2BIG || room < 3 { break }
      if isGB, let known = unsafe GB18030Gaps.text(at: from, left) {
        for byte in known.bytes {
          unsafe to?.pointee = CChar(bitPattern: byte)
          unsafe to = to?.advanced(by: 1)
        }
        room -= known.bytes.count
        unsafe from = from?.advanced(by: known.width)
        left -= known.width
        inFault = false
        continue
      }
      // One byte is skipped; a run of bad bytes counts once.
      if !inFault {
        faults += 1
        inFault = true
        for byte in [0xEF, 0xBF, 0xBD] as [UInt8] {
          unsafe to?.pointee = CChar(bitPattern: byte)
          unsafe to = to?.advanced(by: 1)
          room -= 1
        }
      }
      unsafe from = from?.advanced(by: 1)
      left -= 1
    }
    return target.count - room
  }

  private static func repaired(_ bytes: ArraySlice<UInt8>) -> ([UInt8], Int) {
    let owned = Array(bytes)
    if UTF8Check.isValid(owned) { return (owned, 0) }
    let text = Array(String(decoding: owned, as: UTF8.self).utf8)
    var faults = 0
    var index = 0
    while index + 2 < text.count {
      if text[index] == 0xEF, text[index + 1] == 0xBF, text[index + 2] == 0xBD {
        faults += 1
        index += 3
      } else {
        index += 1
      }
    }
    return (text, faults)
  }
}
