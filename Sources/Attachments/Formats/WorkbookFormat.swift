import Page

/// Excel's binary workbooks (BIFF8, [MS-XLS]), as Excel 97 to 2003, WPS and web systems write them.
///
/// Read here and not by catdoc's xls2csv: that one garbles Chinese text from the first 一 (U+4E00,
/// whose low byte is zero) on, and knows no merged cells. Workbooks older than Excel 97 go to it
/// all the same.
struct WorkbookFormat {
  let tools: Toolbox
  let kind: AttachmentFacts.Kind

  func read(_ bytes: [UInt8]) -> AttachmentFacts {
    var facts = AttachmentFacts(kind)
    let file = OLEFile(bytes)
    if file.isEncryptedPackage {
      facts.isEncrypted = true
      facts.unreadable = .encrypted
      return facts
    }
    guard let stream = file.stream("Workbook") else {
      guard file.stream("Book") != nil else {
        facts.unreadable = .damaged
        return facts
      }
      return old(bytes)
    }
    var book = BIFFWorkbook(stream)
    book.read()
    if book.isEncrypted {
      facts.isEncrypted = true
      facts.unreadable = .encrypted
      return facts
    }
    var sheet = TextSheet()
    for (name, cells) in book.sheets {
      sheet.table(cells.grid(), caption: name)
      if cells.isCut { sheet.cut() }
    }
    if book.isDamaged { sheet.cut() }
    sheet.fill(&facts)
    if facts.unreadable == .empty, book.isDamaged { facts.unreadable = .damaged }
    facts.title = Headline.find(sheet.text, property: nil)
    return facts
  }

  private func old(_ bytes: [UInt8]) -> AttachmentFacts {
    var facts = AttachmentFacts(kind)
    let arguments = ["-d", "utf-8", "-s", "cp936", "-q", "3", "-b", "\u{0C}", Toolbox.inputPath]
    guard let sheets = tools.run(.xls2csv, arguments, on: bytes) else {
      return AttachmentFacts(
        kind, unreadable: .toolMissing, detail: Toolbox.Tool.xls2csv.package)
    }
    switch sheets.ending {
    case .exited(0): break
    case .exited: facts.unreadable = .damaged
    case .signalled, .timedOut, .tooMuchOutput, .notStarted: facts.unreadable = .limits
    }
    guard facts.unreadable == nil else { return facts }
    var sheet = TextSheet()
    for part in sheets.output.split(separator: 0x0C) {
      sheet.table(CSVFormat.grid(String(decoding: part, as: UTF8.self)))
    }
    sheet.fill(&facts)
    facts.title = Headline.find(sheet.text, property: nil)
    return facts
  }
}

/// The records of a workbook's stream: sheets with the texts of their cells.
struct BIFFWorkbook {
  private static let mostSheets = 50
  private static let mostStrings = 200_000

  private let bytes: [UInt8]
  private(set) var sheets: [(name: String, cells: SheetCells)] = []
  private(set) var isEncrypted = false
  /// The stream ends within a record, or a sheet lies outside of it.
  private(set) var isDamaged = false
  private var strings: [String] = []
  private var places: [(name: String, start: Int)] = []
  private var formats: [Int] = []
  private var dayFormats: Set<Int> = []
  private var is1904 = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// One record; `place` is where its content begins.
  private struct Record {
    var type: Int
    var place: Int
    var length: Int
    var end: Int { place + length }
  }

  private func record(at place: Int) -> Record? {
    guard place + 4 <= bytes.count else { return nil }
    let record = Record(
      type: bytes.word16(place), place: place + 4, length: bytes.word16(place + 2))
    return record.end <= bytes.count ? record : nil
  }

  mutating func read() {
    // BIFF8 says 0x0600; anything else has other strings.
    guard bytes.word16(0) == 0x0809, bytes.word16(4) == 0x0600 else {
      isDamaged = true
      return
    }
    readGlobals()
    guard !isEncrypted else { return }
    if places.count > Self.mostSheets { isDamaged = true }
    for (name, start) in places.prefix(Self.mostSheets) { readSheet(name, start) }
  }

  // MARK: What all sheets share

  private mutating func readGlobals() {
    var next = 0
    while let record = record(at: next) {
      next = record.end
      switch record.type {
      case 0x0A: return
      case 0x2F:
        isEncrypted = true
        return
      case 0x22: is1904 = bytes.word16(record.place) == 1
      case 0x85: addSheet(record)
      case 0xE0: formats.append(bytes.word16(record.place + 2))
      case 0x41E:
        let code = text(at: record.place + 2, wideCount: true, end: record.end)
        if NumberFormat.showsDay(code) { dayFormats.insert(bytes.word16(record.place)) }
      case 0xFC: next = readStrings(record)
      default: break
      }
    }
    isDamaged = true
  }

  private mutating func addSheet(_ record: Record) {
    // Type 0 is a sheet of cells; others are charts and macros.
    guard record.length > 8, bytes[record.place + 5] == 0, places.count <= Self.mostSheets else {
      return
    }
    let name = text(at: record.place + 6, wideCount: false, end: record.end)
    places.append((name, bytes.word32(record.place)))
  }

  /// A text of one record: its length, a byte of flags, then letters of one or two bytes.
  private func text(at place: Int, wideCount: Bool, end: Int) -> String {
    let head = place + (wideCount ? 2 : 1)
    guard head < end else { return "" }
    let count = wideCount ? bytes.word16(place) : Int(bytes[place])
    let isWide = bytes[head] & 1 == 1
    let units = letters(from: head + 1, count: count, isWide: isWide, end: end).text
    return String(decoding: units, as: UTF16.self)
  }

  private func letters(
    from place: Int, count: Int, isWide: Bool, end: Int
  ) -> (text: [UInt16], next: Int) {
    let size = isWide ? 2 : 1
    let fit = max(0, min(count, (end - place) / size))
    let units = (0..<fit).map { index in
      isWide ? UInt16(bytes.word16(place + index * 2)) : UInt16(bytes[place + index])
    }
    return (units, place + fit * size)
  }

  /// The texts that cells share; they run on over the records of type CONTINUE behind this one.
  ///
  /// Returns where the record after them begins. A text that is cut by a record's end goes on in
  /// the next one behind a byte of flags of its own ([MS-XLS] §2.4.265, §2.5.293).
  private mutating func readStrings(_ first: Record) -> Int {
    var parts = [first]
    while let last = parts.last, let next = record(at: last.end), next.type == 0x3C {
      parts.append(next)
    }
    var part = 0
    var place = first.place + 8
    let count = min(bytes.word32(first.place + 4), Self.mostStrings)
    /// Goes to the next part when this one is used up; false at the end.
    func advance() -> Bool {
      while place >= parts[part].end {
        guard part + 1 < parts.count else { return false }
        place = parts[part + 1].place + (place - parts[part].end)
        part += 1
      }
      return true
    }
    while strings.count < count, advance(), place + 3 <= parts[part].end {
      var left = bytes.word16(place)
      var flags = bytes[place + 2]
      place += 3
      var tail = 0
      if flags & 8 != 0 {
        tail += bytes.word16(place) * 4
        place += 2
      }
      if flags & 4 != 0 {
        tail += bytes.word32(place)
        place += 4
      }
      var units: [UInt16] = []
      while left > 0 {
        let (found, next) = letters(
          from: place, count: left, isWide: flags & 1 == 1, end: parts[part].end)
        units += found
        left -= found.count
        place = next
        guard left > 0 else { break }
        guard part + 1 < parts.count else {
          isDamaged = true
          break
        }
        part += 1
        place = parts[part].place
        guard place < parts[part].end else { break }
        flags = bytes[place]
        place += 1
      }
      strings.append(String(decoding: units, as: UTF16.self))
      place += min(tail, bytes.count)
    }
    return parts.last?.end ?? first.end
  }

  // MARK: Sheets

  private mutating func readSheet(_ name: String, _ start: Int) {
    var cells = SheetCells()
    var next = start
    /// The cell of the formula whose text comes in the next record.
    var waiting: (row: Int, column: Int)?
    var isEnded = false
    while let record = record(at: next) {
      next = record.end
      let row = bytes.word16(record.place)
      let column = bytes.word16(record.place + 2)
      switch record.type {
      case 0x0A: isEnded = true
      case 0xFD where record.length >= 10:
        let index = bytes.word32(record.place + 6)
        if strings.indices.contains(index) { cells.add(row, column, strings[index]) }
      case 0x204:
        cells.add(row, column, text(at: record.place + 6, wideCount: true, end: record.end))
      case 0x203 where record.length >= 14:
        cells.add(row, column, shown(double(record.place + 6), record.place + 4))
      case 0x27E where record.length >= 10:
        cells.add(row, column, shown(Self.packed(bytes.word32(record.place + 6)), record.place + 4))
      case 0xBD: addPacked(record, row, column, &cells)
      case 0x06 where record.length >= 14:
        if bytes.word16(record.place + 12) != 0xFFFF {
          cells.add(row, column, shown(double(record.place + 6), record.place + 4))
        } else if bytes[record.place + 6] == 0 {
          waiting = (row, column)
        }
      case 0x207:
        if let place = waiting {
          cells.add(
            place.row, place.column, text(at: record.place, wideCount: true, end: record.end))
        }
        waiting = nil
      case 0xE5: addMerges(record, &cells)
      default: break
      }
      if isEnded { break }
    }
    if !isEnded { isDamaged = true }
    sheets.append((name, cells))
  }

  private func addPacked(_ record: Record, _ row: Int, _ first: Int, _ cells: inout SheetCells) {
    var column = first
    for place in stride(from: record.place + 4, to: record.end - 7, by: 6) {
      cells.add(row, column, shown(Self.packed(bytes.word32(place + 2)), place))
      column += 1
    }
  }

  private func addMerges(_ record: Record, _ cells: inout SheetCells) {
    for place in stride(from: record.place + 2, to: record.end - 7, by: 8) {
      cells.merge(
        bytes.word16(place), bytes.word16(place + 2), bytes.word16(place + 4),
        bytes.word16(place + 6))
    }
  }

  private func double(_ place: Int) -> Double {
    let low = UInt64(truncatingIfNeeded: bytes.word32(place))
    let high = UInt64(truncatingIfNeeded: bytes.word32(place + 4))
    return Double(bitPattern: high << 32 | low)
  }

  /// An RK number: 30 bits of a double or of an integer, and whether it counts hundredths.
  private static func packed(_ value: Int) -> Double {
    let number =
      value & 2 != 0
      ? Double(Int32(truncatingIfNeeded: value) >> 2)
      : Double(bitPattern: UInt64(truncatingIfNeeded: value & 0xFFFF_FFFC) << 32)
    return value & 1 != 0 ? number / 100 : number
  }

  private func shown(_ number: Double, _ format: Int) -> String {
    let index = bytes.word16(format)
    let id = formats.indices.contains(index) ? formats[index] : 0
    return SheetCells.shown(
      number, isDate: NumberFormat.isDate(id) || dayFormats.contains(id), is1904: is1904)
  }
}
