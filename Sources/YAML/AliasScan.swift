import Texts

/// Finds an alias (`*name`) whose anchor (`&name`) is in the same text, before YAML is parsed.
///
/// The scan does not know quotes or comments, so it could see an alias where YAML sees text; that
/// needs the same ASCII name behind a `&` and a `*`, which no plan or pack has any use for. It
/// never misses a true alias: names are letters, digits, `_` and `-`, as libyaml reads them.
enum AliasScan {
  /// The first alias that has an anchor, as a problem; nil when there is none.
  static func problem(in text: String, file: String) -> YAMLProblem? {
    var anchors: Set<ArraySlice<UInt8>> = []
    var aliases: [(name: ArraySlice<UInt8>, line: Int, column: Int)] = []
    let bytes = Array(text.utf8)
    var line = 1
    var column = 1
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") {
        let name = bytes[(index + 1)...].prefix(while: isNameByte)
        if byte == UInt8(ascii: "&") {
          anchors.insert(name)
        } else {
          aliases.append((name, line, column))
        }
      }
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    anchors.remove([])
    guard let first = aliases.first(where: { anchors.contains($0.name) }) else { return nil }
    let name = String(decoding: first.name, as: UTF8.self)
    return YAMLProblem(
      file: file, line: first.line, column: first.column,
      message: Bilingual(
        zh: "别名“*\(name)”：这里不支持锚点和别名，请把内容再写一遍",
        en: "alias \"*\(name)\": anchors and aliases are not read here; write the value again"))
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
