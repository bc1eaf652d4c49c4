/// The tables of a page, as a list or where they lie in a file of facts.
///
/// Every second page of an archive has one, of a hundred cells; one kind of check asks for them.
struct TableList: Sendable, Equatable, CustomReflectable, CustomStringConvertible {
  private enum Form: Sendable {
    case list([TableFacts])
    /// What reads them where they begin; it was looked over before.
    case kept(FactsDecoder)
  }

  private var form: Form

  init(_ tables: [TableFacts]) { form = .list(tables) }

  /// The tables that `decoder` comes to next, which are sound.
  init(keptAt decoder: FactsDecoder) { form = .kept(decoder) }

  /// The tables; made anew each time where they lie in a file.
  var all: [TableFacts] {
    get {
      switch form {
      case .list(let tables): return tables
      case .kept(var decoder): return decoder.list { TableFacts(from: &$0) }
      }
    }
    _modify {
      var tables = all
      // Not held twice: a change would copy the list.
      form = .list([])
      defer { form = .list(tables) }
      yield &tables
    }
  }

  static func == (left: Self, right: Self) -> Bool { left.all == right.all }

  /// A dump shows the tables, wherever they lie.
  var customMirror: Mirror { Mirror(reflecting: all) }
  var description: String { "\(all)" }
}
