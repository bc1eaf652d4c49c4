import Checks
import Dates
import Findings
import Page
import Rules
import Sites
import Support
import Web
import YAML

/// One row of a sketched list.
struct Row {
  var title: String
  /// The page's own date; the list's too unless `list` says otherwise.
  var date: String?
  var list: String?
  var outcome: Outcome? = .ok
  var owner: String?
  var fill: (inout PageFacts) -> Void = { _ in }

  init(
    _ title: String, _ date: String? = nil, list: String? = nil, outcome: Outcome? = .ok,
    owner: String? = nil, fill: @escaping (inout PageFacts) -> Void = { _ in }
  ) {
    self.title = title
    self.date = date
    self.list = list
    self.outcome = outcome
    self.owner = owner
    self.fill = fill
  }
}

extension Outcome {
  static let gone = Outcome(code: "http.notFound", family: .notFound)
  static let blocked = Outcome(code: "blocked.challenge", family: .blocked)
  static let budget = Outcome(code: "budget.pages", family: .disallowed)
}

/// A district with its portal at `http://www.example.gov.cn/`, described in a few words.
struct SiteSketch {
  var units: [UnitProfile] = []
  private var columns: [(column: Column, owner: String?)] = []
  private var publications: [(value: Publication, columns: [WebURL])] = []
  private var pages: [(record: PageRecord, owner: Attribution?)] = []
  private var unread: [UnreadAddress] = []
  private var departures: [Departure] = []
  private var count = 0
  /// Documents that were asked for.
  var attachments: [AttachmentRecord] = []
  /// Why the crawl ended early.
  var stopped: String?

  /// With a home page, and 区财政局 as `czj`, 区民政局 as `mzj`, both with a tree of their own.
  init(home: Outcome = .ok) {
    unit("czj", "区财政局", ["青岚区财政局", "财政局"])
    unit("mzj", "区民政局", ["青岚区民政局"])
    addPage("/", nil, home) {
      $0.kind = .home
      $0.title = "青岚区人民政府"
    }
    for unit in ["czj", "mzj"] {
      addPage("/\(unit)/", unit, .ok) { $0.kind = .directory }
    }
  }

  static func url(_ path: String) -> WebURL {
    guard let url = WebURL("http://www.example.gov.cn\(path)") else {
      preconditionFailure("no address: \(path)")
    }
    return url
  }

  mutating func unit(
    _ id: String, _ name: String, _ aliases: [String] = [], kind: String = "department",
    isScoped: Bool = true
  ) {
    units.append(
      UnitProfile(
        id: UnitID(id), name: name, aliases: aliases, kind: kind, site: SiteID("portal"),
        scope: isScoped ? [Self.url("/\(id)/")] : []))
  }

  /// A column of a unit (or of the portal) with its rows, each a page of its own.
  @discardableResult
  mutating func column(
    _ name: String, of unit: String?, state: ColumnState = .complete, rows: [Row] = [],
    unread holes: [Outcome] = [], path way: [String] = [],
    body: ((inout PageFacts) -> Void)? = nil
  ) -> WebURL {
    count += 1
    let path = (unit.map { "/\($0)" } ?? "") + "/c\(count)/"
    var column = Column(name: name, url: Self.url(path))
    column.state = state
    column.path = way
    column.owner = unit.map { Attribution(unit: UnitID($0), reason: .scope) }
    if state != .unread && state != .missing {
      addPage(path, unit, .ok) {
        $0.kind = body == nil ? .column : .article
        $0.title = name
        $0.column = name
        body?(&$0)
      }
      column.pages = [column.url]
      if body != nil { column.body = pages.last?.record.facts }
    }
    for (number, hole) in holes.enumerated() {
      let url = Self.url("\(path)index_\(number + 1).html")
      let address = UnreadAddress(url: url, outcome: hole, linkTexts: ["下一页"], isEntry: false)
      column.unread.append(address)
      unread.append(address)
      addPage("\(path)index_\(number + 1).html", unit, hole)
    }
    for (number, row) in rows.enumerated() {
      add(row, at: "\(path)\(number).html", unit, to: &column)
    }
    columns.append((column, unit))
    return column.url
  }

  /// A column whose rows are other columns.
  mutating func directory(_ name: String, of unit: String, leadsTo targets: [WebURL]) {
    column(name, of: unit)
    columns[columns.count - 1].column.entries = targets.map {
      ColumnEntry(title: "下级栏目", url: $0, listDate: nil, page: nil)
    }
  }

  /// A column whose rows come from an interface: its frame, and the answer when there was one.
  mutating func listFrame(
    _ name: String, of unit: String, state: ColumnState, unread holes: [Outcome],
    isAnswered: Bool
  ) {
    column(name, of: unit, state: state, unread: holes)
    guard let frame = pages.firstIndex(where: { $0.record.facts?.title == name }) else { return }
    pages[frame].record.facts?.listState = .elsewhere
    guard isAnswered else { return }
    let path = "/\(unit)/answers/\(count).json"
    addPage(path, unit, .ok) {
      $0.kind = .column
      $0.isAnswer = true
      $0.listState = .empty
    }
    columns[columns.count - 1].0.pages.append(Self.url(path))
  }

  private mutating func add(_ row: Row, at path: String, _ unit: String?, to column: inout Column) {
    let owner = row.owner ?? unit
    let date = row.date.flatMap { CivilDate($0) }
    let listDate = row.list.flatMap { CivilDate($0) } ?? date
    column.entries.append(
      ColumnEntry(title: row.title, url: Self.url(path), listDate: listDate, page: nil))
    publications.append(
      (
        Publication(
          title: row.title, url: Self.url(path), date: date ?? listDate,
          listDate: listDate == date ? nil : listDate,
          owner: owner.map { Attribution(unit: UnitID($0), reason: .scope) }, columns: [],
          page: nil, outcome: row.outcome), [column.url]
      ))
    guard let outcome = row.outcome else { return }
    addPage(path, owner, outcome) {
      $0.kind = .article
      $0.title = row.title
      $0.publishedOn = date
      $0.column = column.name
      $0.text = "正文"
      row.fill(&$0)
      $0.textLength = $0.text.unicodeScalars.count
    }
    if outcome.family != .fetched && outcome.family != .notFound {
      unread.append(
        UnreadAddress(
          url: Self.url(path), outcome: outcome, linkTexts: [row.title], isEntry: true))
    }
  }

  /// A page that is in no list.
  mutating func page(
    _ path: String, of unit: String?, _ fill: @escaping (inout PageFacts) -> Void
  ) {
    addPage(path, unit, .ok) {
      $0.kind = .article
      fill(&$0)
      $0.textLength = $0.text.unicodeScalars.count
    }
  }

  private mutating func addPage(
    _ path: String, _ owner: String?, _ outcome: Outcome,
    _ fill: (inout PageFacts) -> Void = { _ in }
  ) {
    var facts: PageFacts?
    if outcome.family == .fetched || outcome.family == .truncated {
      var filled = PageFacts()
      filled.url = Self.url(path)
      fill(&filled)
      if filled.textLength == 0 { filled.textLength = filled.text.unicodeScalars.count }
      facts = filled
    }
    let capture = CaptureReference(
      id: CaptureID("urn:uuid:\(path)"), fetchedAt: Timestamp(secondsSince1970: 1_640_900_000),
      sha256: String(repeating: "0", count: 64))
    pages.append(
      (
        PageRecord(
          url: Self.url(path), finalURL: Self.url(path), outcome: outcome, status: 200,
          facts: facts, capture: facts == nil ? nil : capture, via: nil, detail: nil),
        owner.map { Attribution(unit: UnitID($0), reason: .scope) }
      ))
  }

  /// An address that was known and not read.
  mutating func gap(
    _ path: String, _ outcome: Outcome = .blocked, _ texts: [String] = [], isEntry: Bool = false
  ) {
    unread.append(
      UnreadAddress(
        url: Self.url(path), outcome: outcome, linkTexts: texts.sorted(), isEntry: isEntry))
  }

  /// A link on a unit's page that leads off the plan's hosts, or is of another kind.
  mutating func departure(
    _ text: String, of unit: String, to address: String, kind: Departure.Kind = .outside
  ) {
    guard let url = WebURL(address) else { preconditionFailure("bad address") }
    departures.append(Departure(unit: UnitID(unit), text: text, url: url, kind: kind))
  }

  var site: Site {
    let sorted = pages.sorted { $0.record.url < $1.record.url }
    let addresses = sorted.map(\.record.url)
    let columns = self.columns.map(\.column).sorted { $0.url < $1.url }
    let places = Dictionary(columns.enumerated().map { ($1.url, $0) }) { first, _ in first }
    let values = publications.map { draft -> Publication in
      var value = draft.value
      value.columns = draft.columns.compactMap { places[$0] }.sorted()
      value.page = addresses.firstIndex(of: value.url)
      return value
    }
    var records = SiteRecords(
      site: SiteID("portal"), start: [Self.url("/")], hosts: [], pages: sorted.map(\.record),
      stopped: stopped, requests: sorted.count, bytes: 0)
    records.attachments = attachments.sorted { $0.url < $1.url }
    return Site(
      records: records,
      columns: columns, publications: values.sorted { $0.url < $1.url },
      owners: sorted.map(\.owner), unread: unread.sorted(), departures: departures.sorted())
  }
}

/// A rule under test: its `check:` mapping, and who is bound.
struct RuleSketch {
  var check: String
  var scope = "each"
  var units = "[区直各部门]"
  var effective = "2021-01-01"

  init(_ check: String, scope: String = "each", units: String = "[区直各部门]") {
    self.check = check
    self.scope = scope
    self.units = units
  }

  func pack() throws -> Pack {
    try PackLoader.load(
      Array(
        """
        pack: test-2021
        title: {zh: 示例, en: Test}
        issuer: {zh: 某区, en: A district}
        year: 2021
        effective: \(effective)
        roster:
          - {name: 区直各部门, kinds: [department]}
          - {name: 区财政局, aliases: [青岚区财政局]}
          - {name: 区民政局, aliases: [青岚区民政局]}
          - {name: 区自来水公司}
        rules:
          - id: "A.1"
            article: 第1行
            title: {zh: 所查事项, en: the thing}
            why: {zh: 因, en: Because}
            fix: {zh: 改, en: Mend}
            scope: \(scope)
            units: \(units)
            points: 5
            severity: must
            check: \(check)
        """.utf8), file: "t.yaml")
  }
}

extension SiteSketch {
  func survey(
    _ pack: Pack, asOf: String = "2021-12-31", from: String = "2021-01-01", to: String? = nil
  ) throws -> Survey {
    guard let day = CivilDate(asOf), let first = CivilDate(from),
      let last = CivilDate(to ?? asOf), let period = DateSpan(from: first, to: last)
    else { preconditionFailure("bad days") }
    return Survey(
      asOf: day, period: period, calendar: try Self.calendar.get(),
      index: SurveyIndex(sites: [site], units: units), pack: pack)
  }

  /// The calendar that the project ships.
  private static let calendar = Result {
    let bytes = try TextFile.bytes(at: Fixtures.root + "/Rules/calendar/workdays.csv")
    return try WorkCalendar(csv: String(decoding: bytes, as: UTF8.self))
  }

  /// The finding of the rule for one unit.
  func judge(
    _ rule: RuleSketch, _ unit: String = "czj", asOf: String = "2021-12-31",
    from: String = "2021-01-01", to: String? = nil
  ) throws -> Finding {
    let pack = try rule.pack()
    let book = try RuleBook(pack)
    let survey = try survey(pack, asOf: asOf, from: from, to: to)
    let all = book.judge(survey)
    guard let number = units.firstIndex(where: { $0.id.text == unit }) else {
      preconditionFailure("no unit \(unit)")
    }
    return all[number][0]
  }

  func status(
    _ rule: RuleSketch, _ unit: String = "czj", asOf: String = "2021-12-31",
    from: String = "2021-01-01", to: String? = nil
  ) throws -> Status {
    try judge(rule, unit, asOf: asOf, from: from, to: to).status
  }
}
