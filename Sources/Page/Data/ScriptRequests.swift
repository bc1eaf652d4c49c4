import JSON
import Markup
import Web

/// A request that a page's own script makes, as far as literals and plain variables tell it.
struct ScriptRequest {
  var address: [UInt8]
  /// Names and values of what is sent along, in order.
  var parameters: [(name: String, value: [UInt8])] = []
  var isPost = false

  /// The address with the parameters behind it; nil for one that can't be fetched, or that a page
  /// made look like a posted form.
  func url(base: WebURL?) -> WebURL? {
    guard var url = WebURL(address, base: base) else { return nil }
    if !parameters.isEmpty {
      guard let whole = WebURL(url.string + (url.query == nil ? "?" : "&") + query) else {
        return nil
      }
      url = whole
    }
    return FormRequest.isKey(url) ? nil : url
  }

  /// The key of a posted form; nil when it is too long.
  func form(base: WebURL?) -> WebURL? {
    guard let url = WebURL(address, base: base) else { return nil }
    return FormRequest(endpoint: url, form: query)?.key
  }

  private var query: String {
    parameters.map { "\(FormRequest.encoded($0.name.utf8))=\(FormRequest.encoded($0.value))" }
      .joined(separator: "&")
  }
}

/// Finds the requests of a page's scripts: an address that holds a mark, what is put together with
/// it, and the `data` and `type` beside it.
///
/// Nothing is run. A variable counts when a script of the page sets it to a literal or a hidden
/// field bears its name; the page's number counts as 1.
struct ScriptRequests {
  let page: ListPage
  let scripts: PageScripts

  /// The most requests of one page.
  private static let most = 8

  /// Requests whose literal of the address satisfies `isMarked`, in order, each once.
  func requests(_ isMarked: ([UInt8]) -> Bool) -> [ScriptRequest] {
    var found: [ScriptRequest] = []
    for script in scripts.scripts where !script.isData && script.text.count <= 400_000 {
      let tokens = ScriptTokens(script.text)
      for (place, token) in tokens.tokens.enumerated() {
        guard found.count < Self.most, case .string(let text) = token, text.count <= 2000,
          isMarked(text), let request = request(around: place, tokens)
        else { continue }
        if !found.contains(where: { $0.address == request.address }) { found.append(request) }
      }
    }
    return found
  }

  // MARK: The address

  private func request(around place: Int, _ tokens: ScriptTokens) -> ScriptRequest? {
    var start = place
    while start >= 2, tokens.tokens[start - 1] == .mark("+") {
      start -= 2
      while start >= 2, tokens.tokens[start - 1] == .mark(".") { start -= 2 }
    }
    guard let (address, end) = text(from: start, tokens), !address.isEmpty else { return nil }
    var request = ScriptRequest(address: address)
    addOptions(near: end, tokens, to: &request)
    return request
  }

  /// Literals and variables joined by `+`, and the place after them.
  private func text(from start: Int, _ tokens: ScriptTokens) -> (text: [UInt8], end: Int)? {
    var out: [UInt8] = []
    var place = start
    while place < tokens.tokens.count {
      switch tokens.tokens[place] {
      case .string(let text): out += text
      case .number(let number): out += String(number).utf8
      case .name(var name):
        while place + 2 < tokens.tokens.count, tokens.tokens[place + 1] == .mark("."),
          case .name(let inner) = tokens.tokens[place + 2]
        {
          name = inner
          place += 2
        }
        guard let value = value(of: name) else { return nil }
        out += value
      case .mark: return nil
      }
      place += 1
      guard place < tokens.tokens.count, tokens.tokens[place] == .mark("+") else { break }
      place += 1
    }
    return (out, place)
  }

  /// What a variable holds as far as the page shows it.
  func value(of name: String) -> [UInt8]? {
    for script in scripts.scripts where !script.isData {
      switch PageScripts.value(of: name, in: script.text) {
      case .text(let text): return text
      case .number(let number):
        return Self.isPageName(name) ? Array("1".utf8) : Array(String(number).utf8)
      case .other, nil: continue
      }
    }
    if Self.isPageName(name) { return Array("1".utf8) }
    return hiddenField(name)
  }

  static func isPageName(_ name: String) -> Bool {
    [
      "page", "pageno", "pageindex", "pagenum", "pagenumber", "curpage", "currpage", "currentpage",
      "nowpage", "pn", "p",
    ].contains(name.lowercased())
  }

  private func hiddenField(_ name: String) -> [UInt8]? {
    let document = page.document
    for node in 0..<document.count where document.tag(node) == .input {
      for key in ["id", "name"] as [StaticString]
      where document.attribute(node, key)?.elementsEqual(name.utf8) ?? false {
        return document.attribute(node, "value").map { Array($0) }
      }
    }
    return nil
  }

  // MARK: What is sent along

  /// `data: {…}`, `{…}` as the next argument, and `type: 'post'` within the same object or call.
  private func addOptions(near end: Int, _ tokens: ScriptTokens, to request: inout ScriptRequest) {
    let reach = max(0, end - 60)..<min(tokens.tokens.count, end + 160)
    // The object around the address bounds what belongs to it.
    var low = reach.lowerBound
    var high = reach.upperBound
    for place in reach where place < end {
      guard tokens.partner.indices.contains(place), tokens.partner[place] >= end,
        tokens.tokens[place] == .mark("{") || tokens.tokens[place] == .mark("(")
      else { continue }
      let body = tokens.partner[place] - place
      if body < 400 {
        low = place
        high = tokens.partner[place]
      }
    }
    if low > 1, case .name(let call) = tokens.tokens[low - 1], call.lowercased() == "post" {
      request.isPost = true
    }
    for place in low..<high {
      guard case .name(let name) = tokens.tokens[place], place + 2 < tokens.tokens.count,
        tokens.tokens[place + 1] == .mark(":")
      else { continue }
      switch (name.lowercased(), tokens.tokens[place + 2]) {
      case ("type", .string(let text)), ("method", .string(let text)),
        ("ajaxtype", .string(let text)):
        request.isPost = ByteSearch.lowered(text) == Array("post".utf8)
      case ("data", .mark("{")), ("params", .mark("{")), ("ajaxparam", .mark("{")),
        ("proxyparam", .mark("{")):
        request.parameters += members(place + 2, tokens)
      default: break
      }
    }
    if request.parameters.isEmpty, end + 1 < high, tokens.tokens[end] == .mark(","),
      tokens.tokens[end + 1] == .mark("{")
    {
      request.parameters = members(end + 1, tokens)
    }
  }

  /// The members of an object literal that have a value.
  private func members(
    _ open: Int, _ tokens: ScriptTokens
  ) -> [(name: String, value: [UInt8])] {
    guard tokens.partner.indices.contains(open), tokens.partner[open] > open else { return [] }
    var found: [(name: String, value: [UInt8])] = []
    var place = open + 1
    while place + 2 < tokens.tokens.count, place < tokens.partner[open], found.count < 40 {
      let name: String
      switch tokens.tokens[place] {
      case .name(let text): name = text
      case .string(let text): name = String(decoding: text, as: UTF8.self)
      case .number, .mark:
        place += 1
        continue
      }
      guard tokens.tokens[place + 1] == .mark(":") else {
        place += 1
        continue
      }
      if let (value, end) = text(from: place + 2, tokens), value.count <= 2000 {
        found.append((name, Self.isPageName(name) ? firstPage(value) : value))
        place = end
      } else {
        place += 2
      }
      // To the next comma of this object.
      while place < tokens.partner[open], tokens.tokens[place] != .mark(",") {
        let inner = tokens.partner.indices.contains(place) ? tokens.partner[place] : -1
        place = inner > place ? inner + 1 : place + 1
      }
      place += 1
    }
    return found
  }

  /// A page's number as it is first asked for: 0 stays 0.
  private func firstPage(_ value: [UInt8]) -> [UInt8] {
    value.elementsEqual("0".utf8) ? value : Array("1".utf8)
  }
}
