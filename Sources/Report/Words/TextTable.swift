package import Texts

/// A closed table of fixed texts: one case a text, both languages in one place.
///
/// `words` is a switch without default, so the compiler asks for the texts of a new case.
package protocol TextTable: CaseIterable, Sendable {
  /// The text in both languages.
  var words: Bilingual { get }
}

extension TextTable {
  /// The text in one language.
  package func text(_ language: Language) -> String { words.text(language) }
}

/// Every fixed text of the reports with the name of its table and case, table after table.
package let allFixedTexts: [(name: String, words: Bilingual)] =
  listing(StatusWord.self) + listing(VerdictWord.self) + listing(SeverityWord.self)
  + listing(DueWord.self) + listing(KindWord.self) + listing(HeadWord.self)
  + listing(OverviewWord.self) + listing(UnitWord.self) + listing(TableWord.self)
  + listing(ReasonWord.self) + listing(LibertyWord.self) + listing(SiteWord.self)
  + listing(DiffWord.self) + listing(MethodWord.self) + listing(SheetWord.self)
  + listing(ExplainWord.self) + listing(CalendarWord.self) + listing(RuleWord.self)
  + listing(ExhibitWord.self)
  + listing(SheetNote.self) + listing(SumNote.self)
  + listing(DocumentWord.self) + listing(NoteWord.self)

private func listing<Table: TextTable>(_ table: Table.Type) -> [(name: String, words: Bilingual)] {
  Table.allCases.map { ("\(Table.self).\($0)", $0.words) }
}
