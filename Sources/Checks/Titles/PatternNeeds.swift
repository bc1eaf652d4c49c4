/// The pairs of characters without which an expression fits nowhere.
///
/// Read from the expression by the plainest rules: characters that must stand side by side. What
/// is optional, a class, a look ahead or behind asks for nothing; what is not understood leaves the
/// whole expression without needs. So a text without the pairs surely does not fit.
struct PatternNeeds: Sendable, Equatable {
  /// The pairs of each way to fit: a text must have all of one way.
  ///
  /// Nil when some way needs nothing, or the expression is not understood.
  let ways: [[UInt32]]?

  /// More ways than this are not worth to be told apart.
  private static let mostWays = 32
  private static let mostPairs = 6

  /// Needs of an expression in the syntax of `Pattern`, without flags.
  init(_ expression: String) {
    var reader = Reader(Array(expression.unicodeScalars))
    let ways = reader.alternatives(depth: 0)
    self.ways = ways.flatMap { reader.isAtEnd ? Self.useful($0) : nil }
  }

  private init(ways: [[UInt32]]?) { self.ways = ways }

  /// Those of one expression that is put together of several alternatives.
  init(anyOf all: [PatternNeeds]) {
    var ways: [[UInt32]] = []
    for needs in all {
      guard let own = needs.ways else {
        self.ways = nil
        return
      }
      ways += own
    }
    self.ways = ways
  }

  private static func useful(_ ways: [[UInt32]]) -> [[UInt32]]? {
    ways.isEmpty || ways.contains { $0.isEmpty } ? nil : ways
  }

  /// Reads an expression once, from the left.
  private struct Reader {
    private let text: [Unicode.Scalar]
    private var place = 0

    init(_ text: [Unicode.Scalar]) { self.text = text }

    var isAtEnd: Bool { place == text.count }

    private var next: Unicode.Scalar? { place < text.count ? text[place] : nil }

    private func isNext(_ word: String) -> Bool {
      let scalars = Array(word.unicodeScalars)
      return place + scalars.count <= text.count
        && Array(text[place..<(place + scalars.count)]) == scalars
    }

    /// Ways to fit, up to a closing bracket or the end; an empty way needs nothing.
    ///
    /// Nil: not understood.
    mutating func alternatives(depth: Int) -> [[UInt32]]? {
      guard depth < 20 else { return nil }
      var ways: [[UInt32]] = []
      while true {
        guard let sequence = sequence(depth: depth) else { return nil }
        ways += sequence
        if ways.count > mostWays { ways = [[]] }
        guard next == "|" else { return ways }
        place += 1
      }
    }

    private mutating func sequence(depth: Int) -> [[UInt32]]? {
      var ways: [[UInt32]] = [[]]
      var last: UInt32?
      while let scalar = next, scalar != "|", scalar != ")" {
        place += 1
        switch scalar {
        case "^", "$": last = nil
        case ".":
          guard repetition() != nil else { return nil }
          last = nil
        case "[":
          guard skipClass(), repetition() != nil else { return nil }
          last = nil
        case "(":
          guard let inner = group(depth: depth), let least = repetition() else { return nil }
          last = nil
          if least > 0, !inner.contains(where: \.isEmpty), ways.count * inner.count <= mostWays {
            ways = ways.flatMap { way in inner.map { Self.joined(way, $0) } }
          }
        case "?", "*", "+", "{", "}", "]": return nil
        default:
          var literal: Unicode.Scalar? = scalar
          if scalar == "\\" {
            switch escaped() {
            case .character(let character): literal = character
            case .other: literal = nil
            case nil: return nil
            }
          }
          guard let least = repetition() else { return nil }
          guard least > 0, let literal else {
            last = nil
            continue
          }
          let character = String(literal).utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
          if let last {
            let pair = CharacterPair.number(last, character)
            ways = ways.map { Self.joined($0, [pair]) }
          }
          last = character
        }
      }
      return ways
    }

    private static func joined(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
      Array((left + right).prefix(mostPairs))
    }

    /// What stands between brackets; `[[]]` for a look ahead or behind.
    private mutating func group(depth: Int) -> [[UInt32]]? {
      var isLook = false
      if next == "*" { return nil }
      if next == "?" {
        if let look = ["?!", "?=", "?<!", "?<="].first(where: isNext) {
          isLook = true
          place += look.unicodeScalars.count
        } else if let plain = ["?:", "?|", "?>"].first(where: isNext) {
          place += plain.unicodeScalars.count
        } else {
          // Flags, names, conditions, calls.
          return nil
        }
      }
      guard let inner = alternatives(depth: depth + 1), next == ")" else { return nil }
      place += 1
      return isLook ? [[]] : inner
    }

    /// What stands behind a backslash.
    private enum Escaped {
      case character(Unicode.Scalar)
      /// A class of characters, or a place between them.
      case other
    }

    /// Nil: not understood.
    private mutating func escaped() -> Escaped? {
      guard let scalar = next else { return nil }
      place += 1
      guard scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) else {
        return .character(scalar)
      }
      return "dDwWsSbBRhHvV".unicodeScalars.contains(scalar) ? .other : nil
    }

    private mutating func skipClass() -> Bool {
      if next == "^" { place += 1 }
      if next == "]" { place += 1 }
      while let scalar = next {
        place += 1
        if scalar == "]" { return true }
        // A class within a class is not looked into.
        if scalar == "[" { return false }
        if scalar == "\\" {
          guard next != nil else { return false }
          place += 1
        }
      }
      return false
    }

    private static func isDigit(_ character: Character) -> Bool {
      character.isASCII && character.isNumber
    }

    /// How often what stands before must come at least: 1 where nothing is said.
    ///
    /// Nil: not understood.
    private mutating func repetition() -> Int? {
      var least = 1
      switch next {
      case "?", "*":
        least = 0
        place += 1
      case "+": place += 1
      case "{":
        guard let close = text[place...].firstIndex(of: "}") else { return nil }
        let inner = text[(place + 1)..<close].map(Character.init)
        let digits = inner.prefix(while: Self.isDigit)
        let rest = inner.dropFirst(digits.count)
        let isCount = rest.isEmpty || rest.first == "," && rest.dropFirst().allSatisfy(Self.isDigit)
        guard !digits.isEmpty, isCount, let number = Int(String(digits)) else { return nil }
        least = number
        place = close + 1
      default: return 1
      }
      // Lazy or possessive.
      if next == "?" || next == "+" { place += 1 }
      return least
    }
  }
}
