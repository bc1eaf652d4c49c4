import Page
import Texts
import Web

extension ElementsCheck {
  /// What one page shows of the pieces.
  struct EachReading {
    private(set) var missing: [Bilingual] = []
    private(set) var shown = 0
    /// A frame may hold what a piece of media asks for.
    private(set) var hasFrame = false
    private let title: [UInt8]
    private let facts: PageFacts
    private let fields: [Field]
    private let words: PageWords

    /// `files` are the page's documents: what stands there stands on the page.
    init(
      _ pieces: [EachPage.Piece], title: [UInt8], _ facts: PageFacts, _ files: PageFiles? = nil
    ) {
      self.title = title
      self.facts = facts
      fields = facts.fields + (files?.read.flatMap(\.facts.fields) ?? [])
      words = PageWords(facts, files)
      for piece in pieces {
        if shows(piece) {
          shown += 1
        } else {
          missing.append(piece.name)
          if piece.isMedia, !facts.frames.isEmpty { hasFrame = true }
        }
      }
    }

    private func shows(_ piece: EachPage.Piece) -> Bool {
      if piece.titles.fits(title) || piece.labels.contains(where: showsLabel) { return true }
      if piece.words.contains(where: words.has) { return true }
      if piece.formFields > 0, facts.formFields >= piece.formFields { return true }
      if !piece.files.isEmpty, holdsFile(piece.files) { return true }
      if piece.isMedia, facts.bodyImages > 0 || hasFilm { return true }
      guard !piece.links.isEmpty else { return false }
      return facts.links.contains { link in
        piece.links.fits(TitleText.normalize(link.text))
          || piece.links.fits(Array(link.url.string.utf8))
      }
    }

    /// A label with a value; where the page states the label and a placeholder, it says nothing.
    private func showsLabel(_ label: [UInt8]) -> Bool {
      let values = fields.filter { TitleText.normalize($0.label).place(of: label) != nil }
      if !values.isEmpty { return values.contains { !Placeholder.isPlaceholder($0.value) } }
      return words.has(label)
    }

    private func holdsFile(_ names: TitlePatterns) -> Bool {
      let inside = facts.links.filter { $0.role == .body }
      return (facts.attachments + inside).contains { names.fits(TitleText.normalize($0.text)) }
    }

    private static let films = [".mp4", ".mp3", ".flv", ".avi", ".wmv", ".m3u8", ".wav"].map {
      Array($0.utf8)
    }

    private var hasFilm: Bool {
      (facts.attachments + facts.links).contains { file in
        let address = Array(file.url.string.utf8)
        return Self.films.contains { address.place(of: $0) != nil }
      }
    }
  }
}
