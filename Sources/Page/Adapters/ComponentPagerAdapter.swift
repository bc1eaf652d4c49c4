import Markup

/// Systems whose lists are components of a page, `comp_958`: pages are counted down, so that of 199
/// pages page 2 is `index_958_198.html`; `var purl="../../n3/index_958"; … maxPageNum = 199;`.
let componentPagerAdapter = CMSAdapter(name: "component counted down") { scripts in
  let word = Array("maxPageNum".utf8)
  for script in scripts.scripts where !script.isData {
    guard ByteSearch.find(word, in: script.text) != nil,
      case .text(let stem)? = PageScripts.value(of: "purl", in: script.text),
      let total = highest(word, in: script.text), total > 1
    else { continue }
    return ScriptPager(
      node: script.node, total: total, current: 1,
      scheme: .init(
        name: stem, fileExtension: Array("html".utf8), offset: total + 1, isCountedDown: true))
  }
  return nil
}

/// The highest number that the variable is set to: it is 0 before the count is known.
private func highest(_ name: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
  var found: Int?
  var from = text.startIndex
  while let hit = ByteSearch.find(name, in: text, from: from) {
    from = hit + name.count
    let rest = text[from...].prefix(24).filter { $0 > 0x20 }
    guard rest.first == 0x3D else { continue }
    let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }.prefix(6)
    guard !digits.isEmpty else { continue }
    found = max(found ?? 0, digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
  }
  return found
}
