/// TRS WCM: `createPageHTML(total, current, "index", "html")`, pages counted from 0, so that page 2
/// is `index_1.html`; `createPage(…)` and `Pager({size:…, current:…, prefix:…, suffix:…})` likewise
/// (facts: cms.md §4).
let trsAdapter = CMSAdapter(name: "TRS WCM") { scripts in
  // Most pages have none of them.
  guard scripts.mention(pagerWords) else { return nil }
  var found: ScriptPager?
  for name in ["createPageHTML", "createPage", "createPageHtml"] {
    for call in scripts.calls(name) {
      guard call.arguments.count >= 4, case .number(let total) = call.arguments[0],
        case .number(let current) = call.arguments[1],
        case .text(let stem) = call.arguments[2], case .text(let ending) = call.arguments[3]
      else { continue }
      // A box beside the list may have a pager too: the longer one leaves no page out.
      if let known = found?.total, known >= total { continue }
      found = ScriptPager(
        node: call.node, total: max(1, total), current: current + 1,
        scheme: .init(name: stem, fileExtension: ending, offset: -1))
    }
    if let found { return found }
  }
  return pagerObject(scripts) ?? writtenPager(scripts)
}

/// One of these stands in every pager of the system.
private let pagerWords = Phrases(["createPage", "Pager(", "countPage"])

/// `Pager({size:16, current:0, prefix:'index', suffix:'html', …})`.
private func pagerObject(_ scripts: PageScripts) -> ScriptPager? {
  for script in scripts.scripts where !script.isData {
    guard let start = ByteSearch.find(Array("Pager(".utf8), in: script.text) else { continue }
    let call = script.text[start...].prefix(400)
    guard case .number(let total)? = PageScripts.value(of: "size", in: call),
      case .number(let current)? = PageScripts.value(of: "current", in: call),
      case .text(let stem)? = PageScripts.value(of: "prefix", in: call),
      case .text(let ending)? = PageScripts.value(of: "suffix", in: call)
    else { continue }
    return ScriptPager(
      node: script.node, total: max(1, total), current: current + 1,
      scheme: .init(name: stem, fileExtension: ending, offset: -1))
  }
  return nil
}

/// `var countPage = 12; var currentPage = 0; … "<a href=\"index_" + nextPage + ".html\">"`.
private func writtenPager(_ scripts: PageScripts) -> ScriptPager? {
  for script in scripts.scripts where !script.isData {
    guard case .number(let total)? = PageScripts.value(of: "countPage", in: script.text),
      case .number(let current)? = PageScripts.value(of: "currentPage", in: script.text),
      let (stem, ending) = writtenName(script.text)
    else { continue }
    return ScriptPager(
      node: script.node, total: max(1, min(total, 100_000)), current: min(current, 100_000) + 1,
      scheme: .init(name: stem, fileExtension: ending, offset: -1))
  }
  return nil
}

/// The parts of `…index_" + n + ".html…`.
private func writtenName(_ text: ArraySlice<UInt8>) -> (stem: [UInt8], ending: [UInt8])? {
  let plus = text.indices.lazy.filter { index in
    text[index] == 0x5F && index + 2 < text.endIndex
      && (text[index + 1] == 0x22 || text[index + 1] == 0x27)
      && text[(index + 2)...].prefix(4).first { $0 > 0x20 } == 0x2B
  }
  for place in plus.prefix(20) {
    var before = text[..<place].suffix(60)
    // `"index" + "_" + n`: the name stands in a literal of its own.
    while let last = before.last, !isNamePart(last), last != 0x2F, last != 0x3E {
      before = before.dropLast()
    }
    let stem = before.reversed().prefix { isNamePart($0) }.reversed()
    let rest = text[(place + 2)...].prefix(80)
    guard !stem.isEmpty,
      let dot = ByteSearch.find([0x22, 0x2E], in: rest)
        ?? ByteSearch.find([0x27, 0x2E], in: rest)
    else { continue }
    let ending = rest[(dot + 2)...].prefix { isNamePart($0) }
    if (2...6).contains(ending.count) { return (Array(stem), Array(ending)) }
  }
  return nil
}

private func isNamePart(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
    || byte == 0x5F
}
