import Page

/// PDF through poppler's tools: pdfinfo for what it is, pdftotext for the words and their places.
struct PDFFormat {
  let tools: Toolbox

  /// The most pages that are read.
  static let mostPages = 300

  func read(_ bytes: [UInt8]) -> AttachmentFacts {
    var facts = AttachmentFacts(.pdf)
    guard let info = tools.run(.pdfinfo, ["-enc", "UTF-8", Toolbox.inputPath], on: bytes),
      let words = tools.run(
        .pdftotext,
        ["-enc", "UTF-8", "-tsv", "-l", "\(Self.mostPages)", Toolbox.inputPath, "-"],
        on: bytes)
    else {
      return AttachmentFacts(
        .pdf, unreadable: .toolMissing, detail: Toolbox.Tool.pdftotext.package)
    }
    if String(decoding: info.errors, as: UTF8.self).contains("Incorrect password") {
      facts.isEncrypted = true
      facts.unreadable = .encrypted
      return facts
    }
    let properties = Self.properties(info.output)
    facts.pages = properties["Pages"].flatMap { Int($0) }
    facts.isEncrypted = properties["Encrypted"]?.hasPrefix("yes") ?? false
    if let fault = Self.fault(info.ending, words.ending, facts) {
      facts.unreadable = fault
      return facts
    }
    if let pages = facts.pages, pages > Self.mostPages { facts.isCut = true }
    var sheet = TextSheet()
    let pages = Self.pages(words.output).map { PlacedWords($0) }
    for page in pages { page.write(to: &sheet) }
    if sheet.text.isEmpty {
      // Fonts that are not in the file need the tables of poppler-data.
      guard !words.errors.hasPlace(of: Array("CMap file".utf8)) else {
        facts.unreadable = .toolMissing
        facts.detail = "poppler-data"
        return facts
      }
      facts.images = images(bytes)
    } else if Self.isGarbled(sheet.text) {
      facts.unreadable = .garbled
      return facts
    }
    sheet.fill(&facts)
    facts.title = Headline.find(
      sheet.text, property: properties["Title"], large: pages.first?.headline)
    return facts
  }

  /// pdftotext says 3 where the owner forbids copying (pdftotext(1), exit codes).
  private static func fault(
    _ info: ChildProcess.Ending, _ words: ChildProcess.Ending, _ facts: AttachmentFacts
  ) -> AttachmentFacts.Unreadable? {
    switch words {
    case .exited(0): return info == .exited(0) ? nil : .damaged
    case .exited(3): return .encrypted
    case .exited: return .damaged
    case .signalled, .timedOut, .tooMuchOutput, .notStarted: return .limits
    }
  }

  /// Fonts that do not say which letters their shapes are give marks of replacement and private
  /// characters: more than a third of those is no text.
  private static func isGarbled(_ text: [UInt8]) -> Bool {
    let scalars = String(decoding: text.prefix(60_000), as: UTF8.self).unicodeScalars
    let bad = scalars.count { $0.value == 0xFFFD || (0xE000...0xF8FF).contains($0.value) }
    return bad * 3 > scalars.count
  }

  private static func properties(_ output: [UInt8]) -> [String: String] {
    var found: [String: String] = [:]
    for line in output.split(separator: 0x0A) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self)
      found[name] = TextSheet.folded(String(decoding: line[(colon + 1)...], as: UTF8.self))
    }
    return found
  }

  /// The words of each page: rows of twelve columns, of which level 5 are words.
  private static func pages(_ output: [UInt8]) -> [[PlacedWords.Word]] {
    var pages: [[PlacedWords.Word]] = []
    var number = -1
    for line in output.split(separator: 0x0A).dropFirst() {
      let columns = line.split(separator: 0x09, maxSplits: 11, omittingEmptySubsequences: false)
      guard columns.count == 12 else { continue }
      let values = columns[0..<11].map { Double(String(decoding: $0, as: UTF8.self)) ?? .nan }
      guard values[0] == 5 else { continue }
      let page = values[1].isFinite ? Int(max(0, min(values[1], 1e6))) : 0
      if page != number {
        pages.append([])
        number = page
      }
      let word = PlacedWords.Word(
        left: values[6], top: values[7], width: values[8], height: values[9],
        text: String(decoding: columns[11], as: UTF8.self))
      pages[pages.count - 1].append(word)
    }
    return pages
  }

  /// How many pictures stand on the first pages.
  private func images(_ bytes: [UInt8]) -> Int {
    let list = tools.run(.pdfimages, ["-list", "-l", "20", Toolbox.inputPath], on: bytes)
    guard let list, list.ending == .exited(0) else { return 0 }
    return max(0, list.output.split(separator: 0x0A).count - 2)
  }
}
