/// Follows the members of a file and remembers where the last whole exchange ends.
///
/// A request and a note belong to the response behind them: without it they are the beginning of
/// an exchange that a kill cut short, even where their own members are whole.
struct TailScan {
  /// The end of the last exchange, or of another record that stands by itself.
  private(set) var sound = 0
  /// The end of the last whole member.
  private(set) var members = 0
  private var start = 0
  private var head: [UInt8] = []

  /// How much of a member is looked at: our own record headers are far shorter.
  private static let longestHeader = 8192

  mutating func begin(at offset: Int) {
    start = offset
    head.removeAll(keepingCapacity: true)
  }

  mutating func take(_ bytes: [UInt8]) {
    guard head.count < Self.longestHeader else { return }
    head += bytes.prefix(Self.longestHeader - head.count)
  }

  mutating func end(length: Int) {
    members = start + length
    if !isOpening { sound = members }
  }

  /// Says whether the member is the request or the note of an exchange.
  private var isOpening: Bool {
    guard head.starts(with: Array("WARC/1.".utf8)) else { return false }
    let fields = MessageHead(ResponseBlock.split(head).head)
    let type = fields.first("warc-type").map { MessageHead.lower($0) }
    guard fields.first("warc-concurrent-to") != nil else { return false }
    return type == "request" || type == "metadata"
  }
}
