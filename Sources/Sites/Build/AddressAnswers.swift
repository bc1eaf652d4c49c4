import Page
import Web

/// What is known of the addresses of a file of facts, by their numbers, each asked for once.
struct AddressAnswers<Answer> {
  private var names: FactNames?
  private var answers: [Answer?] = []

  /// The answer to an address of `names`; `ask` is called the first time.
  @inline(__always)
  mutating func answer(_ address: Int, of names: FactNames, _ ask: (WebURL) -> Answer) -> Answer {
    if names !== self.names {
      self.names = names
      answers = Array(repeating: nil, count: names.addresses.count)
    }
    if let known = answers[address] { return known }
    let answer = ask(names.addresses[address])
    answers[address] = answer
    return answer
  }
}
