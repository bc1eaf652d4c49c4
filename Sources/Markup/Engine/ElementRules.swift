import Texts

/// What is known of elements by their names: the rules by which tags that are left out are put in.
///
/// They are those of HTML 4 as libxml2 keeps them, since the facts of every page that was ever
/// archived rest on its trees; a test holds each of them against the library.
///
/// A value without references to count: its tables are made once, never change and stay for good,
/// which is also why threads may share them.
@safe struct ElementRules: @unchecked Sendable {
  /// A name's number: below `known` one of the table, above it one of the page's own.
  typealias Name = Int32

  /// How many names the table has room for.
  static let known: Name = 128

  /// The rules; made once.
  static let shared = ElementRules()

  /// How many names the table has.
  let count: Int
  private let names: UnsafePointer<UnsafeBufferPointer<UInt8>>
  /// The first eight bytes of each name.
  private let keys: UnsafePointer<UInt64>
  private let tags: UnsafePointer<Tag>
  /// Which start tags close an open element: two words of bits for each.
  private let closers: UnsafePointer<UInt64>
  private let empties: UnsafePointer<Bool>
  private let ranks: UnsafePointer<UInt8>
  /// Open addressing over the names' first eight bytes: number + 1.
  private let slots: UnsafePointer<UInt8>

  let html: Name
  let head: Name
  let body: Name
  let p: Name
  let script: Name
  let style: Name

  init() {
    let texts = Self.words.split(whereSeparator: { $0.isWhitespace }).map { String($0) }
    count = texts.count
    let names = unsafe texts.map { text in
      unsafe UnsafeBufferPointer(start: Self.table(Array(text.utf8)), count: text.utf8.count)
    }
    unsafe self.names = unsafe Self.table(names)
    unsafe keys = unsafe Self.table(names.map { unsafe Self.packed($0) })
    unsafe tags = unsafe Self.table(names.map { unsafe Tag(name: $0) })
    let numbers = Dictionary(uniqueKeysWithValues: texts.enumerated().map { ($1, $0) })
    func number(_ text: some StringProtocol) -> Name { Name(numbers[String(text)] ?? 0) }
    func list(_ text: String) -> [Name] {
      text.split(whereSeparator: { $0.isWhitespace }).map { number($0) }
    }
    var closers = [UInt64](repeating: 0, count: 2 * Int(Self.known))
    for (old, new) in Self.closing {
      for name in list(new) {
        for element in list(old) {
          closers[2 * Int(element) + Int(name >> 6)] |= 1 << UInt64(name & 63)
        }
      }
    }
    unsafe self.closers = unsafe Self.table(closers)
    var empties = [Bool](repeating: false, count: Int(Self.known))
    for name in list(Self.empty) { empties[Int(name)] = true }
    unsafe self.empties = unsafe Self.table(empties)
    var ranks = [UInt8](repeating: 100, count: Int(Self.known))
    for (name, rank) in Self.endRanks { ranks[Int(number(name))] = rank }
    unsafe self.ranks = unsafe Self.table(ranks)
    var slots = [UInt8](repeating: 0, count: 1024)
    for index in unsafe names.indices {
      var slot = unsafe Self.slot(Self.packed(names[index]))
      while slots[slot] != 0 { slot = (slot + 1) & 1023 }
      slots[slot] = UInt8(index + 1)
    }
    unsafe self.slots = unsafe Self.table(slots)
    html = number("html")
    head = number("head")
    body = number("body")
    p = number("p")
    script = number("script")
    style = number("style")
  }

  /// Memory of the elements that is never given back.
  private static func table<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    unsafe memory.initialize(from: elements, count: elements.count)
    return unsafe UnsafePointer(memory)
  }

  /// The name of a number of the table.
  func name(_ number: Name) -> UnsafeBufferPointer<UInt8> { unsafe names[Int(number)] }

  func tag(_ number: Name) -> Tag { unsafe tags[Int(number)] }

  /// The number of a lower-case name, nil when it is not in the table.
  func number(_ name: UnsafeBufferPointer<UInt8>) -> Name? {
    let key = unsafe Self.packed(name)
    var slot = Self.slot(key)
    while unsafe slots[slot] != 0 {
      let index = unsafe Int(slots[slot]) - 1
      if unsafe keys[index] == key && names[index].count == name.count,
        unsafe name.count <= 8 || SameBytes.are(names[index], name)
      {
        return Name(index)
      }
      slot = (slot + 1) & 1023
    }
    return nil
  }

  /// The first eight bytes of a name as one number.
  @inline(__always)
  private static func packed(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for index in 0..<min(name.count, 8) { key = key << 8 | UInt64(unsafe name[index]) }
    return key
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  /// A start tag of that name ends the open element `open`.
  func closes(_ open: Name, by name: Name) -> Bool {
    guard open < Self.known, name < Self.known, name >= 0 else { return false }
    return unsafe closers[2 * Int(open) + Int(name >> 6)] >> UInt64(name & 63) & 1 != 0
  }

  /// The element never has content.
  func isEmpty(_ name: Name) -> Bool { unsafe name < Self.known && empties[Int(name)] }

  /// An end tag closes only elements of its own rank or a lower one.
  func rank(_ name: Name) -> UInt8 { unsafe name < Self.known ? ranks[Int(name)] : 100 }

  /// Elements that put themselves into a head where none is open.
  func belongsToHead(_ name: Name) -> Bool {
    guard name < Self.known else { return false }
    switch tag(name) {
    case .script, .style, .meta, .link, .title, .base: return true
    default: return false
    }
  }

  /// Elements for which no body is put in.
  func isFraming(_ name: Name) -> Bool {
    guard name < Self.known else { return false }
    return unsafe tag(name) == .frame || tag(name) == .frameset
      || self.name(name).elementsEqual("noframes".utf8)
  }

  private static let words = """
    a abbr acronym address applet area article aside b base basefont bdo big blockquote body
    br button caption center cite code col colgroup dd del dfn dir div dl dt em embed
    fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header
    hr html i iframe img input ins isindex kbd label legend li link listing main map marquee
    menu meta nav noframes noscript object ol optgroup option p param plaintext pre q s samp
    script section select small source span strike strong style sub sup table tbody td
    textarea tfoot th thead time title tr tt u ul var video xmp
    """

  private static let empty =
    "area base basefont br col frame hr img input isindex link meta param"

  /// End tags that close more than what stands innermost.
  private static let endRanks: [(String, UInt8)] = [
    ("div", 150), ("td", 160), ("th", 160), ("tr", 170), ("thead", 180), ("tbody", 180),
    ("tfoot", 180), ("table", 190), ("head", 200), ("body", 200), ("html", 220),
  ]

  /// Open elements, and the start tags that end them.
  private static let closing: [(String, String)] = [
    ("a", "a fieldset table td th"),
    ("address", "dd dl dt form li ul"),
    ("b i", "center p td th"),
    ("big s small strike tt", "p"),
    ("caption", "col colgroup tbody tfoot thead tr"),
    ("col colgroup", "colgroup tbody tfoot thead tr"),
    ("dd", "dt"),
    ("dir menu", "dd dl dt form ul"),
    ("dl", "form li"),
    ("dt", "dd dl"),
    ("font", "center td th"),
    ("form hr", "form"),
    ("h1 h2 h3 h4 h5 h6", "fieldset form li p table"),
    (
      "head",
      """
      a abbr acronym address b bdo big blockquote body br center cite code dd dfn dir div dl
      dt em fieldset font form frameset h1 h2 h3 h4 h5 h6 hr i iframe img kbd li listing map
      menu ol p pre q s samp small span strike strong sub sup table tt u ul var xmp
      """
    ),
    ("legend", "fieldset"),
    ("li", "li"),
    ("link style title", "body frameset"),
    ("listing pre xmp", "dd dl dt fieldset form li table ul"),
    ("ol", "form ul"),
    ("option", "optgroup option"),
    (
      "p",
      """
      address blockquote body caption center col colgroup dd dir div dl dt fieldset form
      frameset h1 h2 h3 h4 h5 h6 head hr li listing menu ol p pre table tbody td tfoot th
      title tr ul xmp
      """
    ),
    ("script", "noscript"),
    ("span", "td th"),
    ("tbody thead", "tbody tfoot"),
    ("td th", "tbody td tfoot th tr"),
    ("tfoot", "tbody"),
    ("tr", "tbody tfoot tr"),
    ("u", "p td th"),
    ("ul", "address form menu ol pre"),
  ]
}
