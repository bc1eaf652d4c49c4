/// TRS WCM: `createPageHTML(total, current, "index", "html")`, pages counted from 0, so that page 2
/// is `index_1.html`; `createPage(…)` and `Pager({size:…, current:…, prefix:…, suffix:…})` likewise
/// (facts: cms.md §4).
let trsAdapter = CMSAdapter(name: "TRS WCM") { scripts in
  for name in ["createPageHTML", "createPage", "createPageHtml"] {
    for call in scripts.calls(name) {
      guard call.arguments.count >= 4, case .number(let total) = call.arguments[0],
        case .number(let current) = call.arguments[1],
        case .text(let stem) = call.arguments[2], case .text(let ending) = call.arguments[3]
      else { continue }
      return ScriptPager(
        node: call.node, total: max(1, total), current: current + 1,
        scheme: .init(name: stem, fileExtension: ending, offset: -1))
    }
  }
  return pagerObject(scripts)
}

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
