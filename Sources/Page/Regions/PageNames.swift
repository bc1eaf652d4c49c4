package import Markup
import Texts

/// What the names (`id`, `class`) of a page's elements hint at; each distinct name is judged once.
///
/// Pages repeat a few dozen names a thousand times. One walk over the attributes; two small numbers
/// a node.
package struct PageNames: Sendable {
  /// What a name hints at, for the readers of articles.
  struct Hints: OptionSet, Sendable {
    let rawValue: UInt8

    static let body = Hints(rawValue: 1)
    static let breadcrumb = Hints(rawValue: 2)
    static let title = Hints(rawValue: 4)
    static let frame = Hints(rawValue: 8)
    /// Outweighs `frame`.
    static let article = Hints(rawValue: 16)
  }

  private struct Name {
    var hash: UInt64
    var value: ByteRange
    var hints: Hints
    var region: RegionWords.Hint?
  }

  private static let id = Document.key("id")
  private static let kind = Document.key("class")

  private var names: [Name] = []
  /// Open addressing by the names' hashes: 1 + the name's place in `names`.
  private var slots = [UInt32](repeating: 0, count: 256)
  /// For each node 1 + the place of its `id` and of its `class`; 0 for none.
  private var ids: [UInt32]
  private var classes: [UInt32]

  package init(_ document: Document) {
    let none = [UInt32](repeating: 0, count: Int(document.count))
    ids = none
    classes = none
    // What is set up at its first use is asked for at each: once is enough.
    let (id, kind) = (Self.id, Self.kind)
    for node in 0..<document.count where document.nodes[Int(node)].attributeCount > 0 {
      let first = Int(document.nodes[Int(node)].firstAttribute)
      let end = first + Int(document.nodes[Int(node)].attributeCount)
      for index in first..<end {
        let attribute = document.attributes[index]
        if attribute.key == id {
          ids[Int(node)] = number(attribute.value, document)
        } else if attribute.key == kind {
          classes[Int(node)] = number(attribute.value, document)
        }
      }
    }
  }

  /// What an element's names hint at together.
  func hints(_ node: NodeIndex) -> Hints {
    let id = ids[Int(node)]
    let kind = classes[Int(node)]
    var hints: Hints = []
    if id > 0 { hints.formUnion(names[Int(id) - 1].hints) }
    if kind > 0 { hints.formUnion(names[Int(kind) - 1].hints) }
    return hints
  }

  /// The part of the page that an element's `class`, else its `id`, hints at.
  func region(_ node: NodeIndex) -> RegionWords.Hint? {
    let kind = classes[Int(node)]
    if kind > 0, let hint = names[Int(kind) - 1].region { return hint }
    let id = ids[Int(node)]
    return id > 0 ? names[Int(id) - 1].region : nil
  }

  /// 1 + the place of a name in `names`; 0 for an empty one.
  private mutating func number(_ value: ByteRange, _ document: Document) -> UInt32 {
    guard !value.isEmpty else { return 0 }
    let hash = document.hash(of: value)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let known = names[Int(slots[slot]) - 1]
      if known.hash == hash, document.isEqual(known.value, value) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let meaning = NameMemory.meaning(of: document.slice(value), hash: hash) { name in
      let text = Self.withoutPlacing(name)
      return NameMemory.Meaning(hints: Self.hints(of: text), region: RegionWords.hint(in: text))
    }
    names.append(Name(hash: hash, value: value, hints: meaning.hints, region: meaning.region))
    let number = UInt32(names.count)
    slots[slot] = number
    if names.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (index, name) in names.enumerated() {
      var slot = Int(truncatingIfNeeded: name.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// Without the classes that say how an element is placed, `position-relative`: they name nothing.
  private static func withoutPlacing(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard ByteText.find(placing, in: value) != nil else { return value }
    let words = value.split(separator: 0x20).filter { word in
      !(word.starts(with: placing) && places.contains { word.dropFirst(placing.count) == $0[...] })
    }
    return Array(words.joined(separator: [0x20]))[...]
  }

  private static let placing = Array("position-".utf8)
  private static let places = ByteText.words("relative", "absolute", "fixed", "static", "sticky")

  private static func hints(of value: ArraySlice<UInt8>) -> Hints {
    let name = ByteText.lowered(value.prefix(200))
    var hints = Hints(rawValue: UInt8(truncatingIfNeeded: words.marks(in: name[...])))
    for index in name.indices.dropLast() {
      let pair = pair(name[index], name[index + 1])
      if breadcrumbPairs.contains(pair) { hints.insert(.breadcrumb) }
      if titlePairs.contains(pair), !isButton(name[index...]) { hints.insert(.title) }
    }
    if name.split(separator: 0x20).contains(where: { bodies.place(of: $0) != nil }) {
      hints.insert(.body)
    }
    return hints
  }

  private static let bodies = WordIndex(Array(HintWords.bodyBytes))

  private static func pair(_ first: UInt8, _ second: UInt8) -> UInt16 {
    UInt16(first) << 8 | UInt16(second)
  }

  /// `searchbtn`: the two letters of 标题 begin the word for a button.
  private static func isButton(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.starts(with: "btn".utf8)
  }

  /// In the order of the bits of `Hints`; a body's name counts only as a whole word.
  private static let words = WordGroups([
    [], HintWords.breadcrumbBytes, HintWords.titleBytes, HintWords.frameBytes,
    HintWords.articleBytes,
  ])
  private static let breadcrumbPairs = pairs(HintWords.breadcrumbBytes)
  private static let titlePairs = pairs(HintWords.titleBytes)

  private static func pairs(_ words: [[UInt8]]) -> [UInt16] {
    words.filter { $0.count == 2 }.map { pair($0[0], $0[1]) }
  }
}
