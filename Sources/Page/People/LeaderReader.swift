import Markup
import Texts
import Web

/// Reads leaders: cards with photos, tables, lines of name, post and duty, a leader's own page.
///
/// Only on pages that say in title, column or breadcrumb that they show leaders: a name beside a
/// post in the news is none.
struct LeaderReader {
  let document: Document
  let lines: PageLines
  let outline: PageOutline
  let tables: [TableFacts]
  let base: WebURL?
  /// The texts that say what the page is about.
  let subject: [UInt8]
  let isOwn: (Int) -> Bool

  private static let most = 200
  /// The longest duty that is kept, in bytes.
  private static let longestDuty = 1200

  /// The leaders in order of place; empty on other pages.
  func read() -> [Leader] {
    guard LeaderWords.namesLeaders(subject[...]) else { return [] }
    let listed = inTables()
    return listed.isEmpty ? inLines() : listed
  }

  // MARK: Tables

  /// 姓名 | 职务 | 分工 as the head of columns.
  private func inTables() -> [Leader] {
    var out: [Leader] = []
    for table in tables {
      let grid = TableGrid(table)
      guard let head = head(of: grid), let name = head.fields[.name] else { continue }
      for row in (head.row + 1)..<max(head.row + 1, table.rows) where out.count < Self.most {
        func text(_ field: LeaderWords.Field) -> String? {
          guard let column = head.fields[field], let cell = grid.cell(row: row, column: column),
            cell.row > head.row, !cell.text.isEmpty
          else { return nil }
          return cell.text
        }
        guard let cell = grid.cell(row: row, column: name), cell.row == row,
          let person = PersonName.whole(Array(cell.text.utf8)[...])
        else { continue }
        out.append(
          Leader(
            name: person, post: text(.post).map { WhiteSpace.folded(Array($0.utf8)[...]) },
            duty: text(.duty).map(Self.cut)))
      }
    }
    return out
  }

  private func head(of grid: TableGrid) -> (row: Int, fields: [LeaderWords.Field: Int])? {
    for row in 0..<min(3, grid.table.rows) {
      var fields: [LeaderWords.Field: Int] = [:]
      for column in 0..<grid.table.columns {
        guard let cell = grid.cell(row: row, column: column), cell.width == 1,
          let field = LeaderWords.field(of: ByteText.squeezed(cell.text)), fields[field] == nil
        else { continue }
        fields[field] = column
      }
      if fields[.name] != nil, fields.count >= 2 { return (row, fields) }
    }
    return nil
  }

  private static func cut(_ text: String) -> String {
    guard text.utf8.count > longestDuty else { return text }
    var end = text.startIndex
    while text.utf8.distance(from: text.startIndex, to: end) < longestDuty - 8 {
      end = text.index(after: end)
    }
    return String(text[..<end])
  }

  // MARK: Lines and cards

  /// A leader begins with a name, alone or beside a post; post, duty and photo follow it or stand
  /// right before it.
  private func inLines() -> [Leader] {
    var found: [(leader: Leader, line: Int)] = []
    var post: (text: String, line: Int)?
    for line in lines.facts.indices where isOwn(line) && found.count < Self.most {
      let text = lines.flow.text(line)
      if lines.facts[line].isFoot { break }
      if var leader = begin(line, text) {
        if leader.post == nil, let before = post, line - before.line == 1 {
          leader.post = before.text
        }
        leader.page = page(line)
        found.append((leader, line))
        post = nil
        continue
      }
      if LeaderWords.isPost(text) {
        let words = ByteText.text(text)
        // A post right below a name is that name's; else it waits for the name below it.
        if let last = found.indices.last, found[last].leader.post == nil,
          line - found[last].line <= 2
        {
          found[last].leader.post = words
        } else {
          post = (words, line)
        }
      } else if let last = found.indices.last, let (post, duty) = rest(line, text) {
        if let post, found[last].leader.post == nil { found[last].leader.post = post }
        if let duty, (found[last].leader.duty?.utf8.count ?? 0) < Self.longestDuty {
          found[last].leader.duty = Self.cut(
            [found[last].leader.duty, duty].compactMap { $0 }.joined(separator: "\n"))
        }
      }
    }
    // One bare name is a name in a menu; a page of cards has several, or posts, or photos.
    let photos = photos(found.map(\.line))
    for (index, photo) in photos { found[index].leader.photo = photo }
    let rows = found.count { $0.leader.page != nil }
    let certain = found.filter {
      $0.leader.post != nil || $0.leader.photo != nil || rows >= 3 && $0.leader.page != nil
    }
    guard !certain.isEmpty else { return [] }
    return Self.unique((certain.count * 2 >= found.count ? found : certain).map(\.leader))
  }

  /// The leader with whom a line begins; nil for a line that names none.
  private func begin(_ line: Int, _ text: ArraySlice<UInt8>) -> Leader? {
    guard text.count <= 3000 else { return nil }
    for label in lines.labels(of: line) {
      guard let field = LeaderWords.field(of: ByteText.squeezed(label.label)), field == .name,
        let name = PersonName.whole(lines.flow.bytes[label.value])
      else { continue }
      return labelled(name, line)
    }
    if let name = PersonName.whole(text) ?? linkedName(line) { return Leader(name: name) }
    return Self.nameFirst(text) ?? Self.postFirst(text)
  }

  /// A name that is a link, with nothing but a date beside it: a row of a list.
  private func linkedName(_ line: Int) -> String? {
    let found = lines.flow.lines[line]
    guard let first = found.pieces.first, lines.flow.pieces[first].link != 0,
      found.plainBytes == 0 || lines.dates(of: line).count == 1
    else { return nil }
    return PersonName.whole(lines.flow.bytes[lines.flow.pieces[first].range])
  }

  /// 姓名：张三 职务：局长 分工：… in one line.
  private func labelled(_ name: String, _ line: Int) -> Leader {
    var leader = Leader(name: name)
    for label in lines.labels(of: line) where !label.value.isEmpty {
      let value = ByteText.text(lines.flow.bytes[label.value])
      switch LeaderWords.field(of: ByteText.squeezed(label.label)) {
      case .post: leader.post = value
      case .duty: leader.duty = Self.cut(value)
      case .name, nil: break
      }
    }
    return leader
  }

  /// `张三 党组书记、局长`, `张三，局长，主持全面工作`, `张 三：局长`.
  private static func nameFirst(_ text: ArraySlice<UInt8>) -> Leader? {
    // The longest name first: 欧阳修远 before 欧阳.
    for (place, width) in breaks(in: text.prefix(48)).reversed() {
      guard let name = PersonName.whole(text[..<place]) else { continue }
      let rest = text[(place + width)...]
      let parts = split(rest)
      guard LeaderWords.isPost(parts.post) else { continue }
      let duty = ByteText.text(parts.duty)
      return Leader(
        name: name, post: ByteText.text(parts.post),
        duty: LeaderWords.isDuty(parts.duty) ? cut(duty) : nil)
    }
    return nil
  }

  /// `党组书记、局长：张三`, `局长 张三`.
  private static func postFirst(_ text: ArraySlice<UInt8>) -> Leader? {
    guard text.count <= 240 else { return nil }
    for (place, width) in breaks(in: text).reversed() {
      guard let name = PersonName.whole(text[(place + width)...]),
        LeaderWords.isPost(text[..<place])
      else { continue }
      return Leader(name: name, post: ByteText.text(text[..<place]))
    }
    return nil
  }

  /// Where a name may end: blanks, commas, colons.
  private static func breaks(in text: ArraySlice<UInt8>) -> [(place: Int, width: Int)] {
    var out: [(Int, Int)] = []
    var index = text.startIndex
    while index < text.endIndex, out.count < 40 {
      if text[index] == 0x20 || text[index] == 0x09 {
        out.append((index, 1))
      } else if let mark = separators.first(where: { text[index...].starts(with: $0) }) {
        out.append((index, mark.count))
      }
      index += 1
    }
    return out
  }

  /// The post, and what follows it behind a comma, colon or gap.
  private static func split(
    _ text: ArraySlice<UInt8>
  ) -> (post: ArraySlice<UInt8>, duty: ArraySlice<UInt8>) {
    for (place, width) in breaks(in: text).reversed()
    where LeaderWords.isDuty(text[(place + width)...]) {
      if LeaderWords.isPost(text[..<place]) { return (text[..<place], text[(place + width)...]) }
    }
    return (text, [])
  }

  /// Post and duty of the leader above, from a labelled line or a sentence.
  private func rest(_ line: Int, _ text: ArraySlice<UInt8>) -> (post: String?, duty: String?)? {
    var post: String?
    var duty: String?
    for label in lines.labels(of: line) where !label.value.isEmpty {
      let value = ByteText.text(lines.flow.bytes[label.value])
      switch LeaderWords.field(of: ByteText.squeezed(label.label)) {
      case .post: post = value
      case .duty: duty = value
      case .name, nil: break
      }
    }
    if post == nil, duty == nil, LeaderWords.isDuty(text), text.count <= 2400 {
      duty = ByteText.text(text)
    }
    return post == nil && duty == nil ? nil : (post, duty)
  }

  // MARK: Photos and pages

  private func page(_ line: Int) -> WebURL? {
    for piece in lines.flow.lines[line].pieces {
      let link = lines.flow.pieces[piece].link
      guard link != 0, let href = document.attribute(link, "href"), href.first != UInt8(ascii: "#"),
        !href.starts(with: "javascript:".utf8)
      else { continue }
      return WebURL(href, base: base)
    }
    return nil
  }

  /// The picture of each card: before all names, or behind them, as the first card shows it.
  private func photos(_ names: [Int]) -> [(Int, WebURL)] {
    guard let first = names.first else { return [] }
    let nodes = names.map { lines.flow.lines[$0].node }
    let start = lines.flow.lines[first].block
    let images = outline.images.filter { !outline.isInFrame($0) }
    // The nearest ancestor that holds a picture and the first name, and no second one.
    let isBefore = images.contains { image in
      image < nodes[0] && distance(image, start) <= 6
    }
    var out: [(Int, WebURL)] = []
    for index in nodes.indices {
      let low = isBefore ? (index == 0 ? 0 : nodes[index - 1]) : nodes[index]
      let high = isBefore ? nodes[index] : (index + 1 < nodes.count ? nodes[index + 1] : .max)
      let own = images.filter { $0 > low && $0 < high }
      guard let image = isBefore ? own.last : own.first,
        distance(image, lines.flow.lines[names[index]].block) <= 6,
        let source = document.attribute(image, "src"),
        let url = WebURL(source, base: base)
      else { continue }
      out.append((index, url))
    }
    return out
  }

  /// How many steps up from both to their common ancestor, added; large when they are far apart.
  private func distance(_ left: NodeIndex, _ right: NodeIndex) -> Int {
    var steps = 0
    var node = right
    while node != 0, !document.contains(node, left), steps < 8 {
      node = document.parent(of: node)
      steps += 1
    }
    var other = left
    while other != node, other != 0, steps < 16 {
      other = document.parent(of: other)
      steps += 1
    }
    return steps
  }

  private static func unique(_ all: [Leader]) -> [Leader] {
    var out: [Leader] = []
    for leader in all {
      guard let known = out.firstIndex(where: { $0.name == leader.name }) else {
        out.append(leader)
        continue
      }
      out[known].post = out[known].post ?? leader.post
      out[known].duty = out[known].duty ?? leader.duty
      out[known].photo = out[known].photo ?? leader.photo
      out[known].page = out[known].page ?? leader.page
    }
    return out
  }

  private static let separators = ByteText.words(
    "，", ",", "：", ":", "、", "—", "－", "|", "（", "(", "。")
}
