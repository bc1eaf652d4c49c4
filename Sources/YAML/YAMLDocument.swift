import Texts
import Yams

/// Reads one YAML document strictly: bytes in, a tree of values with places out.
///
/// Only what a plan or pack needs is taken: UTF-8, one document, no anchors that are used again
/// (a few lines of aliases can stand for billions of values), no key twice. Nothing is guessed:
/// a scalar keeps its text. The tree has at most one value for each byte of the text, and
/// libyaml refuses more than a thousand levels.
package enum YAMLDocument {
  /// The largest text that is read, in bytes.
  package static let maxBytes = 4 << 20

  /// Reads `bytes`; `file` is the name that problems carry.
  ///
  /// An empty text gives a null at 1:1.
  package static func read(_ bytes: [UInt8], file: String) throws(YAMLProblems) -> YAMLValue {
    let text = try decode(bytes, file: file)
    if let problem = AliasScan.problem(in: text, file: file) { throw YAMLProblems([problem]) }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch let error as YamlError {
      throw YAMLProblems([YAMLSyntaxProblem.problem(error, file: file)])
    } catch {
      let message = Bilingual(zh: "无法读取：\(error)", en: "not readable: \(error)")
      throw YAMLProblems([YAMLProblem(file: file, line: 1, column: 1, message: message)])
    }
    guard let root else { return YAMLValue(content: .null, file: file, line: 1, column: 1) }
    return convert(root, file: file)
  }

  private static func decode(_ bytes: [UInt8], file: String) throws(YAMLProblems) -> String {
    func refuse(_ zh: String, _ en: String, line: Int = 1, column: Int = 1) -> YAMLProblems {
      let message = Bilingual(zh: zh, en: en)
      return YAMLProblems([YAMLProblem(file: file, line: line, column: column, message: message)])
    }
    guard bytes.count <= maxBytes else {
      throw refuse(
        "文件有\(bytes.count)字节，最多读取\(maxBytes)字节",
        "the file has \(bytes.count) bytes; at most \(maxBytes) are read")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw refuse("文件是UTF-16编码，请另存为UTF-8", "the file is UTF-16; save it as UTF-8")
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let scan = UTF8Scan(body)
    guard let fault = scan.fault else { return String(decoding: body, as: UTF8.self) }
    throw refuse(
      "此处字节不是UTF-8（文件可能是GBK编码或二进制文件），请另存为UTF-8",
      "this byte is not UTF-8 (the file may be GBK or binary); save it as UTF-8",
      line: fault.line, column: fault.column)
  }

  private static func convert(_ node: Node, file: String) -> YAMLValue {
    let line = node.mark?.line ?? 1
    let column = node.mark?.column ?? 1
    let content: YAMLValue.Content
    switch node {
    case .scalar(let scalar): content = convert(scalar)
    case .sequence(let items): content = .sequence(items.map { convert($0, file: file) })
    case .mapping(let pairs):
      content = .mapping(
        pairs.map { (key: convert($0.key, file: file), value: convert($0.value, file: file)) })
    case .alias: content = .null
    }
    return YAMLValue(content: content, file: file, line: line, column: column)
  }

  private static func convert(_ scalar: Node.Scalar) -> YAMLValue.Content {
    let isPlain = scalar.style == .plain || scalar.style == .any
    if isPlain && ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return .null }
    return .scalar(scalar.string, quoted: !isPlain)
  }
}

/// Finds the first byte that is no UTF-8, with its place.
private struct UTF8Scan {
  /// 1-based line, and column in characters; nil when all is UTF-8.
  let fault: (line: Int, column: Int)?

  init(_ bytes: ArraySlice<UInt8>) {
    var line = 1
    var column = 1
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue("\n"):
        line += 1
        column = 1
      case .scalarValue: column += 1
      case .emptyInput:
        fault = nil
        return
      case .error:
        fault = (line, column)
        return
      }
    }
  }
}
