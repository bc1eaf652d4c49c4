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
      if let target = Self.target(ScriptTokens(source)),
        let url = WebURL(target, base: base), url != base
      {
        return url
      }
    }
    return nil
  }

  /// The literal that is set as `location`, `location.href`, or given to `replace` or `assign`, where
  /// nothing but the page's loading decides that it is.
  private static func target(_ script: ScriptTokens) -> [UInt8]? {
    let tokens = script.tokens
    for index in tokens.indices where tokens[index] == .name("location") {
      let rest = tokens[(index + 1)...].prefix(4)
      var found: ([UInt8], end: Int)?
      if case .string(let text)? = rest.last, rest.count == 4,
        rest.starts(with: [.mark("."), .name("href"), .mark("=")])
          || rest.starts(with: [.mark("."), .name("replace"), .mark("(")])
          || rest.starts(with: [.mark("."), .name("assign"), .mark("(")])
      {
        found = (text, index + 5)
      } else if case .string(let text)? = rest.dropFirst().first, rest.first == .mark("=") {
        found = (text, index + 3)
      }
      guard let (text, end) = found else { continue }
      // `'/art/' + id` is no address, and what a click or a condition does is no redirect.
      if end < tokens.count, tokens[end] == .mark("+") { continue }
      if isUnconditional(index, script) { return text }
    }
    return nil
  }

  /// The statement runs when the page loads: in no branch, and in no function that waits for a call.
  private static func isUnconditional(_ index: Int, _ script: ScriptTokens) -> Bool {
    let tokens = script.tokens
    func name(_ place: Int) -> String? {
      guard tokens.indices.contains(place), case .name(let name) = tokens[place] else { return nil }
      return name
    }
    /// The bracket that the one at `place` ends.
    func opening(_ place: Int) -> Int? { (0..<place).last { script.partner[$0] == place } }
    /// What stands before a statement or block: `if (…)`, `function go(…)`.
    func lets(_ place: Int) -> Bool {
      guard place >= 0 else { return true }
      if name(place) == "else" { return false }
      guard tokens[place] == .mark(")"), let open = opening(place) else { return true }
      switch name(open - 1) {
      case "if", "while", "for", "switch", "catch": return false
      case "function": return open + 1 == place && runsOnLoad(open - 1, script)
      case let function? where name(open - 2) == "function":
        guard open + 1 == place else { return false }
        return isCalled(function, tokens)
      default: return true
      }
    }
    var start = index
    while start >= 2, tokens[start - 1] == .mark("."), name(start - 2) != nil { start -= 2 }
    guard lets(start - 1) else { return false }
    for open in 0..<index where tokens[open] == .mark("{") && script.partner[open] > index {
      if !lets(open - 1) { return false }
    }
    return true
  }

  /// A function without a name runs by itself, as the page's `onload`, or after a while; any other
  /// waits for a click, a fault, an answer.
  private static func runsOnLoad(_ function: Int, _ script: ScriptTokens) -> Bool {
    let tokens = script.tokens
    guard function > 0 else { return true }
    var caller: String?
    if function > 1, case .name(let name) = tokens[function - 2] { caller = name }
    switch tokens[function - 1] {
    case .mark("("):
      guard let caller else { return true }
      return ["$", "jQuery", "ready", "setTimeout", "setInterval"].contains(caller)
    case .mark("="): return caller?.lowercased().contains("load") ?? false
    case .mark(","):
      guard function > 1, case .string(let event) = tokens[function - 2] else { return false }
      return event.elementsEqual("load".utf8) || event.elementsEqual("DOMContentLoaded".utf8)
    case .mark("!"), .mark(";"), .mark("}"): return true
    default: return false
    }
  }

  /// `go()` outside the function's own definition, or its name handed to a timer or an event.
  private static func isCalled(_ function: String, _ tokens: [ScriptTokens.Token]) -> Bool {
    tokens.indices.contains { place in
      switch tokens[place] {
      case .name(function): place == 0 || tokens[place - 1] != .name("function")
      case .string(let text): text.starts(with: function.utf8)
      case .name, .number, .mark: false
      }
    }
  }
}
