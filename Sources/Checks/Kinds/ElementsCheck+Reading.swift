import Page
import Texts

extension ElementsCheck {
  /// What one page shows of one part.
  struct PartReading {
    let part: Part
    private(set) var isMet = false
    /// The words seen.
    private(set) var excerpt: String?
    /// Why what stands there does not count.
    private(set) var nearMiss: Bilingual?
    /// Why the page can't tell: a picture, an attachment, a cut text.
    private(set) var doubt: Bilingual?
    private(set) var leaders = LeaderCount()

    /// The page's words, where these are known: what is not among them is not looked for.
    private let words: PageWords?

    /// `filesAreRead` says that the page's documents were looked at by themselves.
    ///
    /// `rowsAreRead` says that the page is a list's frame whose rows were all read from its interface.
    init(
      _ part: Part, _ facts: PageFacts, _ words: PageWords? = nil, filesAreRead: Bool = false,
      rowsAreRead: Bool = false
    ) {
      self.part = part
      self.words = words
      switch part.shape {
      case .text: readText(facts)
      case .value, .address, .hours, .telephone, .fax: readValue(facts)
      case .leaders: readLeaders(facts)
      case .sections: readSections(facts)
      }
      if !isMet, part.pictures, facts.bodyImages > 0 || !facts.attachments.isEmpty,
        part.titles.fits(TitleText.normalize(facts.title ?? ""))
      {
        isMet = true
        excerpt = facts.title
      }
      guard !isMet, doubt == nil else { return }
      if PageContent.isOutOfSight(facts), !(filesAreRead && facts.bodyImages == 0) {
        doubt = PageContent.whereabouts(facts, filesAreRead)
      } else if PageContent.isCut(facts) {
        doubt = Wording.text("页面未能读全", "the page was not read to its end")
      } else if facts.listState == .unreadable || facts.listState == .elsewhere && !rowsAreRead {
        doubt = Wording.text("内容由脚本生成，无法读取", "a script fills the page")
      }
    }

    // MARK: Labelled values

    /// The values under the part's labels: from fields, else from lines `label：value`.
    private func values(_ facts: PageFacts) -> [String] {
      var found = facts.fields.filter { part.fields.contains(FoldedName($0.label)) }.map(\.value)
      if let words, !part.fields.contains(where: { words.mayHold(Array($0.text.utf8)) }) {
        return found
      }
      switch part.shape {
      case .address, .hours, .telephone, .fax:
        for table in facts.tables { found += below(table) }
      case .text, .value, .leaders, .sections: break
      }
      let lines = TextLines.all(of: facts.text, most: 2000)
      for (number, line) in lines.enumerated() {
        guard let value = labelled(line) else { continue }
        if !value.isEmpty {
          found.append(value)
        } else if number + 1 < lines.count {
          // The label is a heading of its own: the value is the next line.
          found.append(String(lines[number + 1]))
        }
      }
      return found
    }

    /// The cells below a head that is one of the labels: rows of several offices or places.
    private func below(_ table: TableFacts) -> [String] {
      guard
        let head = table.cells.first(where: {
          $0.row < 3 && part.fields.contains(FoldedName($0.text))
        })
      else { return [] }
      return table.cells.lazy.filter { $0.row > head.row && $0.column == head.column }.prefix(50)
        .map(\.text)
    }

    /// 受理机构为区政府办公室: a sentence names the value too.
    private static let names = Array("为".utf8)

    private func labelled(_ line: Substring) -> String? {
      let bytes = TitleText.normalize(TextLines.head(of: line, bytes: 900))
      for label in part.fields {
        guard let place = bytes.place(of: Array(label.text.utf8)) else { continue }
        var rest = bytes[(place + label.text.utf8.count)...]
        let isHeading = rest.isEmpty && place <= 12
        if isHeading { return "" }
        rest = Self.afterFrame(rest, startsLine: place <= 3)
        guard let mark = rest.first,
          mark == UInt8(ascii: ":") || part.shape == .hours
            || part.shape == .value && rest.starts(with: Self.names)
            || part.shape == .address && place <= 3
            || part.shape == .telephone && (0x30...0x39).contains(mark)
        else { continue }
        if mark != UInt8(ascii: ":"), part.shape == .value {
          rest = rest.dropFirst(Self.names.count)
        }
        if mark == UInt8(ascii: ":") { rest = rest.dropFirst() }
        return String(decoding: rest, as: UTF8.self)
      }
      return nil
    }

    /// What follows a label within 【】, or with a remark behind it: 【办公地址】…, 联系电话（传真）：….
    private static func afterFrame(
      _ text: ArraySlice<UInt8>, startsLine: Bool
    ) -> ArraySlice<UInt8> {
      for close in closings where startsLine && text.starts(with: close) {
        return text.dropFirst(close.count)
      }
      guard text.first == UInt8(ascii: "("), let end = text.prefix(40).firstIndex(of: 0x29) else {
        return text
      }
      let rest = text[(end + 1)...]
      return rest.first == UInt8(ascii: ":") ? rest : text
    }

    private static let closings = ["】", "]", "〕"].map { Array($0.utf8) }

    private mutating func readValue(_ facts: PageFacts) {
      let values = values(facts)
      for value in values {
        if part.shape == .fax, ValueShape.saysNone(value) {
          isMet = true
          excerpt = value
          return
        }
        if Placeholder.isPlaceholder(value) {
          note(
            value,
            Wording.text("只有占位内容“\(Territory.short(value))”", "only a placeholder stands there"))
        } else if ValueShape.fits(part.shape, value) {
          isMet = true
          excerpt = value
          return
        } else {
          note(
            value,
            Wording.text(
              "“\(Territory.short(value))”不是有效的\(part.name.zh)", "this is no valid \(part.name.en)")
          )
        }
      }
      // Opening hours often stand without a label.
      if part.shape == .hours, let line = ValueShape.hoursLine(facts.text) {
        isMet = true
        excerpt = line
        nearMiss = nil
        return
      }
      if part.shape == .fax, let line = ValueShape.noFaxLine(facts.text) {
        isMet = true
        excerpt = line
        return
      }
      if values.isEmpty {
        note(
          nil, Wording.text("页面没有写明\(part.name.zh)", "the page does not show the \(part.name.en)"))
      }
    }

    private mutating func note(_ value: String?, _ reason: Bilingual) {
      guard nearMiss == nil else { return }
      excerpt = value
      nearMiss = reason
    }

    // MARK: Text

    private mutating func readText(_ facts: PageFacts) {
      for value in values(facts) where !Placeholder.isPlaceholder(value) {
        if TitleText.normalize(value).count >= 3 * part.minLength {
          isMet = true
          excerpt = value
          return
        }
      }
      let length = max(facts.textLength, 0)
      let showsWords =
        part.text.isEmpty || part.text.contains(where: (words ?? PageWords(facts)).says)
      if Placeholder.isPlaceholder(facts.text) {
        note(facts.text, Wording.text("页面没有内容", "the page holds nothing"))
      } else if length < part.minLength {
        note(
          facts.text,
          Wording.text(
            "正文只有\(length)字，不足\(part.minLength)字",
            "its text has \(length) characters, not \(part.minLength)"))
      } else if !showsWords {
        note(nil, Wording.text("正文不是\(part.name.zh)", "its text is not about the \(part.name.en)"))
      } else {
        isMet = true
        excerpt = facts.text
      }
    }

    // MARK: Leaders and sections

    private mutating func readLeaders(_ facts: PageFacts) {
      leaders = LeaderCount(facts)
      let seen = leaders
      if seen.posts > 0 && seen.duties > 0 && seen.duties * 2 >= seen.posts {
        isMet = true
        excerpt = seen.sample
      } else if seen.posts > 0 {
        excerpt = seen.sample
        nearMiss = Wording.text(
          "列出领导\(seen.posts)名，写明分工的只有\(seen.duties)名",
          "\(seen.posts) leader(s), of whom \(seen.duties) with work in charge")
      } else {
        nearMiss = Wording.text("没有领导姓名和职务", "no leader with name and post stands there")
      }
      // Words of a division of work stand there, in a form that was not taken apart.
      if !isMet, seen.duties == 0, Self.tellsOfWork(facts) {
        doubt = Wording.text(
          "页面写有主持、分管等工作，未能逐人读出",
          "the page tells who is in charge of what in a form that could not be read")
      }
    }

    private static let workWords = ["主持", "分管", "协助"].map { Array($0.utf8) }
    private static let work = Array("工作".utf8)

    private static func tellsOfWork(_ facts: PageFacts) -> Bool {
      guard facts.kind != .home, facts.entries.isEmpty else { return false }
      let text = Array(facts.text.utf8)
      return workWords.enumerated().contains { number, word in
        var from = 0
        while let hit = text.place(of: word, from: from) {
          from = hit + word.count
          // 主持工作 is work; 分管工作 is a heading, 分管预算科 is work.
          if number == 0 || !text[from...].starts(with: work) { return true }
        }
        return false
      }
    }

    private mutating func readSections(_ facts: PageFacts) {
      let seen = SectionCount(facts)
      if seen.sections > 0 && seen.withTasks * 2 >= seen.sections
        && seen.sections + seen.withTasks >= 3
      {
        isMet = true
        excerpt = seen.sample
      } else if seen.sections > 0 {
        excerpt = seen.sample
        nearMiss = Wording.text(
          "列出机构\(seen.sections)个，写明职责的只有\(seen.withTasks)个",
          "\(seen.sections) section(s), of which \(seen.withTasks) with tasks")
      } else {
        nearMiss = Wording.text("没有内设机构及其职责", "no section with its tasks stands there")
      }
    }
  }
}
