/// Systems that write `createPageHTML('page_div', total, current, 'index', 'shtml', rows)`: the
/// element first, pages counted from 1, page 2 is `index_2.shtml`.
let sohuPagerAdapter = CMSAdapter(name: "createPageHTML with element") { scripts in
  for name in ["createPageHTML", "createPage"] {
    for call in scripts.calls(name) {
      guard call.arguments.count >= 5, case .text = call.arguments[0],
        case .number(let total) = call.arguments[1],
        case .number(let current) = call.arguments[2],
        case .text(let stem) = call.arguments[3], case .text(let ending) = call.arguments[4]
      else { continue }
      return ScriptPager(
        node: call.node, total: max(1, total), current: max(1, current),
        scheme: .init(name: stem, fileExtension: ending, offset: 0))
    }
  }
  return nil
}
