import Dates
import Findings
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// The tables of fixed texts.
struct `Fixed texts` {
  private func hasChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test func `are complete in both languages`() {
    for (name, words) in allFixedTexts {
      #expect(!words.zh.isEmpty && !words.en.isEmpty, "\(name)")
      #expect(hasChinese(words.zh) || words.zh == "SHA-256", "\(name) has no Chinese: \(words.zh)")
      #expect(!hasChinese(words.en), "\(name) has Chinese in English: \(words.en)")
    }
  }

  @Test func `are listed once each`() {
    let names = allFixedTexts.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count > 150)
  }
}
