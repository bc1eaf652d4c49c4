/// A language of reports and messages.
package enum Language: String, Sendable, Codable, CaseIterable {
  case chinese = "zh-Hans"
  case english = "en"
}

/// One text for a person, in Chinese and in English.
package struct Bilingual: Sendable, Hashable, Codable {
  package var zh: String
  package var en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The text in one language.
  package func text(_ language: Language) -> String { language == .chinese ? zh : en }

  package static func + (left: Bilingual, right: Bilingual) -> Bilingual {
    Bilingual(zh: left.zh + right.zh, en: left.en + right.en)
  }
}
