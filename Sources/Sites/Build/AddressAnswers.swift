import Page
import Web

/// What is known of the addresses of a file of facts, by their numbers, each asked for once.
struct AddressAnswers<Answer> {
  private var names: FactNames?
  private var answers: [Answer?] = []

  /// The addresses to come are those of this file.
  mutating func take(_ names: FactNames) {
    if names === self.names { return }
    self.names = names
    answers = Array(repeating: nil, count: names.addresses.count)
  }

  /// The answer to an address; `ask` is called the first time.
  @inline(__always)
  mutating func answer(_ address: Int, _ ask: (WebURL) -> Answer) -> Answer {
    if let known = answers[address] { return known }
    guard let names else { preconditionFailure("take comes first") }
    let answer = ask(names.addresses[address])
    answers[address] = answer
    return answer
  }
}
