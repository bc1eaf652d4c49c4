import Markup

/// Reads the elements of a service guide from tables, labelled lines and headed sections.
struct GuideReader {
  let lines: PageLines
  let part: MainPart
  let tables: [TableFacts]
  let isOwn: (Int) -> Bool

  /// The longest value that is kept, in bytes.
  private static let longest = 2000
  private static let most = 120

  /// The elements in order of place; empty on pages that are no guide.
  ///
  /// A guide names three classes at least, two of them such as only guides have: a page with an
  /// address and a telephone is none. Cheap: other pages are left after one search.
  func read() -> [GuideElement] {
    guard lines.words.contains(.guide) else { return [] }
    var out = inTables()
    let known = Set(out.map(\.element))
    // Sections that repeat what the table says are left out.
    out += inLines().filter { !known.contains($0.element) }
    let classes = Set(out.map(\.element))
    guard classes.count >= 3, classes.intersection(Self.own).count >= 2 else { return [] }
    return Array(out.prefix(Self.most))
  }

  private static let own: Set<GuideElement.Class> = [
    .itemName, .basis, .conditions, .materials, .process, .timeLimit, .fee, .agency, .target,
  ]

  // MARK: Tables

  /// Rows `label | value`, also two or three pairs a row; labels that span rows of values.
  private func inTables() -> [GuideElement] {
    var out: [GuideElement] = []
    for table in tables where table.rows >= 3 {
      for (index, cell) in table.cells.enumerated() {
        guard let element = GuideWords.element(of: cell.text) else { continue }
        var values: [String] = []
        for next in table.cells[(index + 1)...] {
          guard next.row < cell.row + cell.height, next.row >= cell.row else { break }
          guard GuideWords.element(of: next.text) == nil else { break }
          if next.column > cell.column, !next.text.isEmpty { values.append(next.text) }
        }
        add(element, cell.text, values.joined(separator: "\n"), to: &out)
      }
    }
    return out
  }

  private func add(
    _ element: GuideElement.Class, _ label: String, _ value: String, to out: inout [GuideElement]
  ) {
    guard out.count < Self.most * 4 else { return }
    let name = String(decoding: GuideWords.plain(Array(label.utf8)[...]), as: UTF8.self)
    var bytes = Array(value.utf8).prefix(Self.longest)
    while let last = bytes.last, bytes.count == Self.longest, last & 0xC0 == 0x80 {
      bytes = bytes.dropLast()
      if bytes.last.map({ $0 >= 0xC0 }) == true {
        bytes = bytes.dropLast()
        break
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    // The same element of another item of the page is kept; an empty repetition is not.
    if text.isEmpty, out.contains(where: { $0.element == element }) { return }
    out.append(GuideElement(element: element, label: name, value: text))
  }

  // MARK: Lines

  /// `办理地点：…`, and headings `一、设定依据` with what stands below them.
  private func inLines() -> [GuideElement] {
    var out: [GuideElement] = []
    var open: (element: GuideElement.Class, label: String, value: [String], bytes: Int)?
    func close() {
      if let done = open {
        add(done.element, done.label, done.value.joined(separator: "\n"), to: &out)
      }
      open = nil
    }
    let first = part.headline?.lines.upperBound ?? 0
    for line in first..<max(first, lines.facts.count) where isOwn(line) {
      let facts = lines.facts[line]
      if facts.isFoot || facts.endsArticle && !out.isEmpty { break }
      let text = lines.flow.text(line)
      if let (element, label, value) = GuideWords.opening(text) {
        close()
        open = (element, label, value.isEmpty ? [] : [value], value.utf8.count)
      } else if let current = open {
        if GuideWords.isHeading(text) {
          close()
        } else if current.bytes < Self.longest {
          open?.value.append(ByteText.text(text))
          open?.bytes += text.count
        }
      }
    }
    close()
    return out
  }

  static let marks = ByteText.words(
    "设定依据", "法律依据", "办理依据", "实施依据", "申请条件", "受理条件", "办理条件", "办理材料", "申请材料", "申报材料", "所需材料",
    "提交材料", "办理流程", "办理程序", "办事流程", "办结时限", "办理时限", "承诺时限", "法定时限", "收费标准", "事项名称", "服务对象", "报送材料",
    "审批依据",
    "办理主体")
}
