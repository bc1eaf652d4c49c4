package import Texts

/// A key of a pack's files: its name, what it takes and what it means.
///
/// Decoders, documentation and schema all go by the same lists of these.
package struct PackKey: Sendable {
  package let name: String
  package let form: KeyForm
  package let isRequired: Bool
  package let meaning: Bilingual

  package init(
    _ name: String, _ form: KeyForm, isRequired: Bool = false, _ meaning: Bilingual
  ) {
    self.name = name
    self.form = form
    self.isRequired = isRequired
    self.meaning = meaning
  }

  package init(
    _ name: String, _ form: KeyForm, isRequired: Bool = false, _ zh: String, _ en: String
  ) {
    self.init(name, form, isRequired: isRequired, Bilingual(zh: zh, en: en))
  }
}

extension [PackKey] {
  /// The names of all keys, in order.
  package var names: [String] { map(\.name) }

  /// The names of the keys that may not be missing.
  package var requiredNames: [String] { filter(\.isRequired).map(\.name) }
}

/// What a key takes.
package indirect enum KeyForm: Sendable {
  case text
  /// A list of texts; one text stands for a list of one. Shared words may be named: `$columns/…`.
  case texts
  /// The same, of title patterns.
  case patterns
  /// `{zh: …, en: …}`, or one text for both.
  case bilingual
  case flag
  case count(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  case oneOf([String])
  /// A list of such words.
  case someOf([String])
  /// `YYYY-MM-DD`.
  case day
  /// `MM-DD`, or `MM-end`.
  case dayOfYear
  /// Either of them.
  case dayOrDayOfYear
  /// Lists of words, or one list.
  case wordGroups
  /// Lists of whole numbers.
  case counts(ClosedRange<Int>)
  case countGroups(ClosedRange<Int>)
  /// Texts by names of one's own.
  case named
  /// Whole numbers by names of one's own.
  case namedCounts(ClosedRange<Int>)
  /// Lists of texts by names of one's own.
  case namedTexts
  /// A mapping with these keys.
  case entry([PackKey])
  /// A list of such mappings.
  case entries([PackKey])
  /// A list of mappings of several sorts, told apart by their first key.
  case pieces([[PackKey]])
  /// The keys of a check, by its kind.
  case check
  /// Examples: made-up sites and what should be said of them.
  case examples

  /// One of an enumeration's words.
  package static func word<Word>(_ type: Word.Type) -> KeyForm
  where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    .oneOf(Word.allCases.map(\.rawValue))
  }

  /// Some of an enumeration's words.
  package static func words<Word>(_ type: Word.Type) -> KeyForm
  where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    .someOf(Word.allCases.map(\.rawValue))
  }
}
