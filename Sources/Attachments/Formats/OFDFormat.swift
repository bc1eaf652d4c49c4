import Page

/// OFD (GB/T 33190-2016): the words of every page with their places; several documents in one
/// file are read one after the other.
enum OFDFormat {
  private static let mostPages = 300
  private static let mostDocuments = 20

  static func read(_ bytes: [UInt8]) -> AttachmentFacts {
    var facts = AttachmentFacts(.ofd)
    let archive = ZipArchive(bytes) { name in
      let key = name.lowercased()
      return key.hasSuffix(".xml") && !key.contains("/signs/") && !key.contains("/res/")
    }
    let root = RootHandler()
    guard let part = archive["OFD.xml"], XMLReader.read(part, root) == .whole,
      !root.documents.isEmpty
    else {
      facts.unreadable = archive.fault
      facts.isEncrypted = archive.isEncrypted
      return facts
    }
    facts.isEncrypted =
      archive.isEncrypted
      || archive.entries.contains { $0.name.lowercased().hasSuffix("encryptions.xml") }
    var sheet = TextSheet()
    if root.documents.count > mostDocuments || archive.isCut || archive.isDamaged { sheet.cut() }
    var pages = 0
    var headline: String?
    for place in root.documents.prefix(mostDocuments) {
      let path = join("", place)
      let document = DocumentHandler()
      guard let part = archive[path], XMLReader.read(part, document) == .whole else {
        sheet.cut()
        continue
      }
      for page in document.pages {
        pages += 1
        guard pages <= mostPages, let part = archive[join(path, page)] else {
          sheet.cut()
          continue
        }
        let content = ContentHandler()
        if XMLReader.read(part, content) != .whole { sheet.cut() }
        facts.images += content.images
        let words = PlacedWords(content.words)
        if pages == 1 { headline = words.headline }
        words.write(to: &sheet)
      }
    }
    facts.pages = pages
    sheet.fill(&facts)
    if facts.unreadable == .empty, facts.isEncrypted { facts.unreadable = .encrypted }
    if facts.unreadable == .empty, facts.isCut { facts.unreadable = .damaged }
    facts.title = Headline.find(sheet.text, property: root.title, large: headline)
    return facts
  }

  /// A place as another file names it: from the root with a slash before it, else beside the file.
  static func join(_ file: String, _ place: String) -> String {
    if place.hasPrefix("/") { return String(place.dropFirst()) }
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in place.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

/// `OFD.xml`: where the documents lie, and the first one's title.
private final class RootHandler: XMLHandler {
  private(set) var documents: [String] = []
  private(set) var title: String?
  private var text = ""

  func start(_ name: String, _ attributes: [String: String]) { text = "" }

  func end(_ name: String) {
    let value = TextSheet.folded(text)
    if name == "DocRoot", !value.isEmpty, documents.count < 100 { documents.append(value) }
    if name == "Title", title == nil, !value.isEmpty { title = value }
    text = ""
  }

  func text(_ text: String) { self.text += text }
}

/// `Document.xml`: the pages in their order.
private final class DocumentHandler: XMLHandler {
  private(set) var pages: [String] = []
  private var isPages = false

  func start(_ name: String, _ attributes: [String: String]) {
    if name == "Pages" { isPages = true }
    if name == "Page", isPages, let place = attributes["BaseLoc"], pages.count < 10_000 {
      pages.append(place)
    }
  }

  func end(_ name: String) { if name == "Pages" { isPages = false } }
  func text(_ text: String) {}
}

/// A page's content: text objects and pictures; measures in millimetres.
private final class ContentHandler: XMLHandler {
  private(set) var words: [PlacedWords.Word] = []
  private(set) var images = 0
  private var boundary = [0.0, 0, 0, 0]
  private var size = 3.5
  private var origin = (x: 0.0, y: 0.0)
  private var steps: [Double] = []
  private var text: String?

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "TextObject":
      let numbers = Self.numbers(attributes["Boundary"] ?? "")
      boundary = numbers.count == 4 ? numbers : [0, 0, 0, 0]
      size = attributes["Size"].flatMap { Double($0) } ?? 3.5
      // A matrix of the object scales its letters: the vertical scale tells their height.
      let matrix = Self.numbers(attributes["CTM"] ?? "")
      if matrix.count == 6, matrix[3].isFinite, matrix[3] != 0 { size *= abs(matrix[3]) }
      origin = (0, size)
    case "TextCode":
      if let x = attributes["X"].flatMap({ Double($0) }) { origin.x = x }
      if let y = attributes["Y"].flatMap({ Double($0) }) { origin.y = y }
      steps = Self.deltas(attributes["DeltaX"] ?? "")
      text = ""
    case "ImageObject": images += 1
    default: break
    }
  }

  func end(_ name: String) {
    guard name == "TextCode", let text else { return }
    place(text)
    self.text = nil
  }

  func text(_ text: String) { self.text? += text }

  /// Letters one behind the other; a wide step begins a word of its own.
  private func place(_ text: String) {
    guard size.isFinite, size > 0, words.count < PlacedWords.mostWords else { return }
    var left = boundary[0] + origin.x
    let top = boundary[1] + origin.y - size
    var word = PlacedWords.Word(left: left, top: top, width: 0, height: size, text: "")
    for (index, character) in text.unicodeScalars.enumerated() {
      let own = character.isASCII ? size / 2 : size
      let step = index < steps.count ? steps[index] : own
      word.text.unicodeScalars.append(character)
      word.width = left + own - word.left
      left += step.isFinite ? step : own
      guard step > own + 0.9 * size else { continue }
      words.append(word)
      word = PlacedWords.Word(left: left, top: top, width: 0, height: size, text: "")
    }
    if !word.text.isEmpty { words.append(word) }
  }

  private static func numbers(_ text: String) -> [Double] {
    text.split(whereSeparator: { $0 == " " || $0 == "," }).prefix(16).compactMap { Double($0) }
  }

  /// Steps between letters; `g 5 3.5` stands for five of 3.5 (§11.3).
  private static func deltas(_ text: String) -> [Double] {
    let words = text.split(separator: " ").prefix(20_000)
    var found: [Double] = []
    var index = words.startIndex
    while index < words.endIndex, found.count < 20_000 {
      if words[index] == "g", index + 2 < words.endIndex, let count = Int(words[index + 1]),
        let step = Double(words[index + 2])
      {
        found += Array(repeating: step, count: max(0, min(count, 10_000)))
        index += 3
      } else {
        if let step = Double(words[index]) { found.append(step) }
        index += 1
      }
    }
    return found
  }
}
