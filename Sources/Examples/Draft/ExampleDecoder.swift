import Crawl
import Dates
import Findings
package import Rules
import Texts
import Web
package import YAML

/// Reads an example's keys: `expect`, `about`, `unit`, `units`, `as-of`, `from`, `to`, `site`.
package struct ExampleDecoder {
  private let rule: Rule
  private let pack: Pack
  private let log: YAMLProblemLog

  package init(rule: Rule, pack: Pack, log: YAMLProblemLog) {
    self.rule = rule
    self.pack = pack
    self.log = log
  }

  /// The draft; nil when a problem was logged.
  package func decode(_ example: RuleExample) -> ExampleDraft? {
    let map = example.content
    map.allow(only: ExampleKeys.own.names, log: log)
    map.require(ExampleKeys.own.requiredNames, log: log)
    let before = log.problems.count
    let expected = map.enumeration("expect", of: Status.self, log: log)
    let units = units(map)
    let asOf = map.date("as-of", log: log) ?? CivilDate(year: pack.year, month: 12, day: 31)
    guard let expected, let asOf else { return nil }
    let from = map.date("from", log: log) ?? CivilDate(year: asOf.year, month: 1, day: 1) ?? asOf
    let to = map.date("to", log: log) ?? asOf
    guard let period = DateSpan(from: from, to: to) else {
      map["to"]?.reject(
        expected: Bilingual(zh: "不早于from的日子", en: "a day not before from"), log: log)
      return nil
    }
    var draft = ExampleDraft(
      rule: example.rule, place: example.place, expected: expected, units: units, asOf: asOf,
      period: period)
    let reader = PieceDecoder(units: units, usual: usual, period: period, log: log)
    for piece in map.mappings("site", log: log) ?? [] { reader.read(piece, into: &draft) }
    return log.problems.count == before ? draft : nil
  }

  /// Where things stand unless an example says otherwise: with whom the rule's scope looks first.
  private var usual: ExampleDraft.Home {
    rule.scope == .district ? .portal : .unit(0)
  }

  private func units(_ map: YAMLMapping) -> [ExampleDraft.Unit] {
    var units = [judged(map.string("unit", log: log))]
    for item in map.mappings("units", log: log) ?? [] {
      item.allow(only: ExampleKeys.unit.names, log: log)
      item.require(ExampleKeys.unit.requiredNames, log: log)
      guard let name = item.string("name", log: log) else { continue }
      let kind = item.enumeration("kind", of: UnitKind.self, log: log) ?? .department
      units.append(ExampleDraft.Unit(name: name, kind: kind))
    }
    return units
  }

  /// The unit that is judged: the one named, else the rule's first.
  private func judged(_ named: String?) -> ExampleDraft.Unit {
    let entries = rule.units.compactMap { name in pack.roster.first { $0.name == name } }
    if let named {
      let kind = pack.roster.first { $0.name == named || $0.aliases.contains(named) }?.kinds.first
      let usual = entries.compactMap(\.kinds.first).first ?? .department
      return ExampleDraft.Unit(name: named, kind: kind ?? usual)
    }
    if let single = entries.first(where: { $0.kinds.isEmpty }) {
      return ExampleDraft.Unit(name: single.name, kind: .department)
    }
    let kind = entries.first?.kinds.first ?? .department
    return ExampleDraft.Unit(name: Self.name(of: kind), kind: kind)
  }

  private static func name(of kind: UnitKind) -> String {
    switch kind {
    case .department: "区财政局"
    case .town: "云门镇人民政府"
    case .institution: "区大数据中心"
    case .enterprise: "区自来水公司"
    case .party: "区委宣传部"
    case .government: "区人民政府"
    }
  }
}

/// Reads the pieces of an example's site.
struct PieceDecoder {
  let units: [ExampleDraft.Unit]
  let usual: ExampleDraft.Home
  let period: DateSpan
  let log: YAMLProblemLog

  /// Reads one piece: a column, a page, a link to something unread, or one off the hosts.
  func read(_ piece: YAMLMapping, into draft: inout ExampleDraft) {
    if piece["column"] != nil {
      if let column = column(piece) { draft.columns.append(column) }
    } else if piece["page"] != nil {
      piece.allow(only: ExampleKeys.piece.names, log: log)
      if var page = page(piece, title: piece.string("page", log: log)) {
        page.home = home(piece)
        draft.pages.append(page)
      }
    } else if piece["unread"] != nil || piece["departure"] != nil {
      if let link = link(piece) { draft.links.append(link) }
    } else {
      piece.value.reject(
        expected: Bilingual(
          zh: "含 column、page、unread 或 departure 的条目",
          en: "a piece with column, page, unread or departure"), log: log)
    }
  }

  private func home(_ map: YAMLMapping) -> ExampleDraft.Home {
    guard let value = map["of"], let name = value.string(log: log) else { return usual }
    if name == "portal" { return .portal }
    if let number = units.firstIndex(where: { $0.name == name }) { return .unit(number) }
    if name == "unit" { return .unit(0) }
    let known = ["portal", "unit"] + units.map(\.name)
    let near = NearestWord.hint(name, in: known)
    log.add(
      value.problem(
        Bilingual(
          zh: "“\(name)”不是本例的单位\(near.zh)（可用：\(known.joined(separator: ", "))）",
          en: "\"\(name)\" is no unit of this example\(near.en)")))
    return usual
  }

  private func outcome(_ map: YAMLMapping) -> Outcome? {
    guard let value = map["outcome"], let code = value.string(log: log) else { return nil }
    if let entry = OutcomeTable.entry(code) { return entry.outcome }
    let near = NearestWord.hint(code, in: allOutcomes.map(\.outcome.code))
    log.add(
      value.problem(
        Bilingual(zh: "没有结果代码“\(code)”\(near.zh)", en: "no outcome \"\(code)\"\(near.en)")))
    return nil
  }

  private func link(_ map: YAMLMapping) -> LinkDraft? {
    let keys = map["unread"] == nil ? ExampleKeys.departure : ExampleKeys.unread
    map.allow(only: keys.names, log: log)
    let text = map.string("unread", log: log) ?? map.string("departure", log: log)
    guard let text else { return nil }
    var link = LinkDraft(text: text, home: home(map), target: nil, outcome: nil)
    if map["departure"] != nil {
      let address = map.string("to", log: log) ?? "http://platform.example.com/"
      link.target = WebURL(address)
    } else {
      link.outcome = outcome(map) ?? OutcomeTable.outcome("timeout.response")
    }
    return link
  }

  // MARK: Columns

  private func column(_ map: YAMLMapping) -> ColumnDraft? {
    map.allow(only: ExampleKeys.column.names, log: log)
    guard let name = map.string("column", log: log) else { return nil }
    var column = ColumnDraft(name: name, home: home(map))
    column.above = map.strings("under", log: log) ?? []
    column.perPage = map.int("per-page", in: 1...500, log: log) ?? 60
    column.isScript = map.bool("script", log: log) ?? false
    column.outcome = outcome(map)
    if let next = map["next"]?.string(log: log) { column.unreadNext = OutcomeTable.outcome(next) }
    if let body = map.mapping("body", log: log) {
      body.allow(only: ExampleKeys.page.names, log: log)
      column.body = page(body, title: body.string("title", log: log) ?? name)
    }
    for row in map.mappings("rows", log: log) ?? [] {
      for var page in rows(row) {
        page.home = column.home
        column.rows.append(page)
      }
    }
    return column
  }

  /// One row, or a row for each period of a series.
  private func rows(_ map: YAMLMapping) -> [PageDraft] {
    guard map["every"] != nil else {
      map.allow(only: ExampleKeys.page.names, log: log)
      return page(map, title: map.string("title", log: log)).map { [$0] } ?? []
    }
    map.allow(only: ExampleKeys.row.names, log: log)
    guard let cadence = map.enumeration("every", of: Cadence.self, log: log),
      let span = DateSpan(
        from: map.date("from", log: log) ?? period.from, to: map.date("to", log: log) ?? period.to),
      let model = page(map, title: map.string("title", log: log))
    else { return [] }
    let without = (map.list("without", log: log) ?? []).compactMap {
      $0.int(in: 1...53, log: log)
    }
    let offset = map.int("day", in: 1...366, log: log) ?? 3
    return cadence.periods(touching: span).filter { !without.contains($0.index) }.map { period in
      var row = model
      row.date = min(period.span.from + (offset - 1), period.span.to)
      row.title = Self.fill(model.title, period)
      row.text = model.text.map { Self.fill($0, period) }
      return row
    }
  }

  private static func fill(_ text: String, _ period: DatePeriod) -> String {
    let month = period.cadence == .monthly ? period.index : period.span.from.month
    return text.replacing("{year}", with: "\(period.year)").replacing("{month}", with: "\(month)")
      .replacing("{n}", with: "\(period.index)")
  }

  // MARK: Pages

  private func page(_ map: YAMLMapping, title: String?) -> PageDraft? {
    guard let title else {
      map.require(["title"], log: log)
      return nil
    }
    var page = PageDraft(title: title)
    page.date = map.date("date", log: log)
    page.listDate = map.date("list-date", log: log)
    page.written = map.date("written", log: log)
    page.number = map.string("number", log: log)
    page.source = map.string("source", log: log)
    page.text = map.string("text", log: log)
    page.fields = pairs("fields", map).map { (label: $0.0, value: $0.1) }
    page.attachments = map.strings("attachments", log: log) ?? []
    page.images = map.int("images", in: 0...100, log: log) ?? 0
    page.related = pairs("related", map).map { (label: $0.0, title: $0.1) }
    page.markup = map.string("markup", log: log)
    page.outcome = outcome(map)
    page.isBare = map.bool("bare", log: log) ?? false
    return page
  }

  private func pairs(_ key: String, _ map: YAMLMapping) -> [(String, String)] {
    guard let pairs = map.mapping(key, log: log) else { return [] }
    return pairs.keys.compactMap { name in
      pairs[name].flatMap { $0.text }.map { (name, $0) }
    }
  }
}
