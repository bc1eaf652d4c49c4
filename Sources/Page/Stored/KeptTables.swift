/// The tables of a page where they lie in a file of facts.
///
/// Every second page of an archive has one, of a hundred cells; one kind of check asks for them.
package struct KeptTables: KeptFacts {
  /// What reads them where they begin; it was looked over before.
  private let decoder: FactsDecoder

  /// The tables that `decoder` comes to next, which are sound.
  init(at decoder: FactsDecoder) { self.decoder = decoder }

  package var all: [TableFacts] {
    var decoder = decoder
    return decoder.list { TableFacts(from: &$0) }
  }
}
