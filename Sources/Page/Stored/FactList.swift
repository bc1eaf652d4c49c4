/// Facts that lie in a file of facts until they are asked for.
package protocol KeptFacts: Sendable {
  associatedtype Fact: Sendable, Equatable

  /// The facts; made anew each time.
  var all: [Fact] { get }
}

/// Facts of a page, as a list or in a file of facts.
package struct FactList<Kept: KeptFacts>: Sendable {
  enum Form: Sendable {
    case list([Kept.Fact])
    case kept(Kept)
  }

  private(set) var form: Form

  init(_ facts: [Kept.Fact]) { form = .list(facts) }

  init(_ facts: Kept) { form = .kept(facts) }

  /// The facts; made anew each time where they lie in a file.
  package var all: [Kept.Fact] {
    get {
      switch form {
      case .list(let facts): facts
      case .kept(let facts): facts.all
      }
    }
    _modify {
      var facts = all
      // Not held twice: a change would copy the list.
      form = .list([])
      defer { form = .list(facts) }
      yield &facts
    }
  }
}

extension FactList: Equatable {
  package static func == (left: Self, right: Self) -> Bool { left.all == right.all }
}

/// A dump shows the facts, wherever they lie.
extension FactList: CustomReflectable, CustomStringConvertible {
  package var customMirror: Mirror { Mirror(reflecting: all) }
  package var description: String { "\(all)" }
}
