import Markup
import Web

/// Finds where a page sends its reader at once.
struct RedirectReader {
  let document: Document
  let lines: PageLines
  let metas: PageMetas
  let base: WebURL?

  /// The most text that a page may show and still be a shell around a redirect, in bytes.
  private static let shell = 300

  /// The target of a meta refresh, or of `location.href = '…'` in a page that shows nothing else.
  func read() -> WebURL? {
    if let target = metas.refresh, let url = WebURL(target, base: base), url != base { return url }
    guard lines.flow.bytes.count <= Self.shell, document.count < 400 else { return nil }
    for node in document.all(.script, in: 0) {
      guard let content = document.descendants(of: node).first else { continue }
      let source = document.content(content)
      guard source.count <= 8192, ByteText.contains(source, Array("location".utf8)) else {
        continue
      }
      if let target = Self.target(ScriptTokens(source).tokens),
        let url = WebURL(target, base: base), url != base
      {
        return url
      }
    }
    return nil
  }

  /// The literal that is set as `location`, `location.href`, or given to `replace` or `assign`.
  private static func target(_ tokens: [ScriptTokens.Token]) -> [UInt8]? {
    for index in tokens.indices where tokens[index] == .name("location") {
      let rest = tokens[(index + 1)...].prefix(4)
      if case .string(let text)? = rest.last, rest.count == 4,
        rest.starts(with: [.mark("."), .name("href"), .mark("=")])
          || rest.starts(with: [.mark("."), .name("replace"), .mark("(")])
          || rest.starts(with: [.mark("."), .name("assign"), .mark("(")])
      {
        return text
      }
      if case .string(let text)? = rest.dropFirst().first, rest.first == .mark("=") { return text }
    }
    return nil
  }
}
