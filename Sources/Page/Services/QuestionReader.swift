import Markup
import Texts

/// Reads questions with their answers: 问/答 marks, definition lists, headings that ask.
struct QuestionReader {
  let document: Document
  let lines: PageLines
  let part: MainPart
  /// The page's title and column, in which a list of questions says what it is.
  let subject: [UInt8]
  let isOwn: (Int) -> Bool

  private static let most = 300
  /// The longest question and the longest answer that are kept, in bytes.
  private static let longestQuestion = 600
  private static let longestAnswer = 4000

  /// The pairs in order; empty on other pages, which are left after one search.
  func read() -> [QuestionAnswer] {
    let mayMark = lines.words.contains(.question)
    let isNamed = ByteText.containsAny(subject[...], of: Self.subjects)
    guard mayMark || isNamed else { return [] }
    var pairs = mayMark ? marked() : []
    if pairs.isEmpty, isNamed {
      pairs = defined()
      if pairs.count < 2 { pairs = asked() }
      if pairs.count < 2 { pairs = [] }
    }
    return pairs
  }

  private var run: [Int] {
    let first = part.headline?.lines.upperBound ?? 0
    var out: [Int] = []
    for line in first..<max(first, lines.facts.count) {
      if lines.facts[line].isFoot || lines.facts[line].endsArticle && !out.isEmpty { break }
      if isOwn(line) { out.append(line) }
    }
    return out
  }

  // MARK: 问 and 答

  /// Every 问： that an 答： answers before the next 问：; a question alone is none.
  private func marked() -> [QuestionAnswer] {
    var out: [QuestionAnswer] = []
    var question: [UInt8]?
    var answer: [UInt8]?
    func close() {
      if let asked = question, let said = answer, out.count < Self.most {
        add(asked, said, to: &out)
      }
      question = nil
      answer = nil
    }
    for line in run {
      let text = lines.flow.text(line)
      if let rest = Self.after(Self.questionMarks, text) {
        close()
        // Both in one line: 问：… 答：…
        if let place = Self.answerPlace(in: rest) {
          question = Array(rest[..<place.lowerBound])
          answer = Array(rest[place.upperBound...])
        } else {
          question = Array(rest)
        }
      } else if let rest = Self.after(Self.answerMarks, text), question != nil {
        if answer != nil { answer?.append(0x0A) }
        answer = (answer ?? []) + rest
      } else if answer != nil {
        if (answer?.count ?? 0) <= Self.longestAnswer { answer = (answer ?? []) + [0x0A] + text }
      } else if let asked = question, asked.count + text.count <= Self.longestQuestion {
        question = asked + text
      }
    }
    close()
    return out
  }

  private func add(_ question: [UInt8], _ answer: [UInt8], to out: inout [QuestionAnswer]) {
    let asked = WhiteSpace.folded(question[...])
    guard asked.utf8.count >= 6, question.count <= Self.longestQuestion else { return }
    let said = answer.prefix(Self.longestAnswer).split(separator: 0x0A).map {
      WhiteSpace.folded($0)
    }
    .filter { !$0.isEmpty }
    out.append(QuestionAnswer(question: asked, answer: said.joined(separator: "\n")))
  }

  /// What follows one of the marks that a line begins with, a number before it apart.
  private static func after(_ marks: [[UInt8]], _ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = text
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    if !digits.isEmpty, digits.count <= 3 {
      let next = rest.dropFirst(digits.count)
      if let mark = points.first(where: { next.starts(with: $0) }) {
        rest = next.dropFirst(mark.count).drop { $0 <= 0x20 }
      }
    }
    for mark in marks where rest.starts(with: mark) {
      // 问题1：, 问1：
      var tail = rest.dropFirst(mark.count)
      if let first = mark.last, first != UInt8(ascii: ":"),
        !closers.contains(where: { ByteText.ends(mark[...], with: $0) })
      {
        tail = tail.drop { (0x30...0x39).contains($0) || $0 == 0x20 }
        guard let colon = colons.first(where: { tail.starts(with: $0) }) else { continue }
        tail = tail.dropFirst(colon.count)
      }
      return tail
    }
    return nil
  }

  private static func answerPlace(in text: ArraySlice<UInt8>) -> Range<Int>? {
    for mark in ByteText.words("答：", "答:", "【答】", "A：", "A:") {
      if let place = ByteText.find(mark, in: text) { return place..<(place + mark.count) }
    }
    return nil
  }

  // MARK: Lists

  /// `dt` that asks, `dd` that answers.
  private func defined() -> [QuestionAnswer] {
    var out: [QuestionAnswer] = []
    var index: NodeIndex = 0
    while index < document.count, out.count < Self.most {
      if document.tag(index) == .dt, let next = document.nextElement(after: index),
        document.tag(next) == .dd
      {
        let question = document.text(of: index)
        if Self.asks(Array(question.utf8)[...]) {
          add(Array(question.utf8), Array(document.text(of: next).utf8), to: &out)
        }
      }
      index += 1
    }
    return out
  }

  /// Lines that end with a question mark, each with the lines below it that do not.
  private func asked() -> [QuestionAnswer] {
    var out: [QuestionAnswer] = []
    var question: [UInt8]?
    var answer: [UInt8] = []
    func close() {
      if let question, !answer.isEmpty, out.count < Self.most { add(question, answer, to: &out) }
      answer = []
    }
    for line in run {
      let text = lines.flow.text(line)
      if Self.asks(text), text.count <= 300 {
        close()
        question = Array(text)
      } else if question != nil, answer.count <= Self.longestAnswer {
        if !answer.isEmpty { answer.append(0x0A) }
        answer += text
      }
    }
    close()
    return out
  }

  private static func asks(_ text: ArraySlice<UInt8>) -> Bool {
    ByteText.ends(text, with: Array("？".utf8)) || text.last == UInt8(ascii: "?")
  }

  private static let subjects = ByteText.words(
    "常见问题", "问答", "热点问题", "答疑", "FAQ", "知识库", "百问", "问题解答")
  static let marks = ByteText.words("问：", "问:", "问】", "Q：", "问题", "【问", "提问：")
  private static let questionMarks = ByteText.words(
    "问：", "问:", "【问】", "[问]", "Q：", "Q:", "提问：", "问题：", "问题", "问", "Q")
  private static let answerMarks = ByteText.words(
    "答：", "答:", "【答】", "[答]", "A：", "A:", "回答：", "答复：", "解答：", "回复：", "答", "A")
  private static let closers = ByteText.words("：", "】", "]")
  private static let colons = ByteText.words("：", ":", "】", "]")
  private static let points = ByteText.words("、", ".", "．")
}
