import Web

/// How many body bytes a loop may hold at once, in sum and for each host; its thread alone uses it.
///
/// Every transfer may hold `free` bytes: ordinary pages never wait for one another. What is larger
/// shares `sum`, and within it a host has `perHost`; over that a transfer is paused. The oldest
/// large transfer of a host goes on whatever its host holds, and the oldest of all whatever all
/// hold once every body handed over was let go of: something always moves, and no more is held
/// than `sum`, the free bytes, and one body.
final class BodyBudget {
  /// What each transfer may hold without asking.
  static let free = 64 << 10

  /// A transfer that is over its free bytes.
  private struct Large {
    let host: HostPort
    var isPaused = false
  }

  private let sum: Int
  private let perHost: Int
  /// Bytes of large transfers that run, by host and in all.
  private var hosts: [HostPort: Int] = [:]
  private var running = 0
  /// Bytes of bodies that were handed over and not let go of.
  private var handed = 0
  /// By number: numbers grow in the order of starts.
  private var large: [Int: Large] = [:]

  init(sum: Int) {
    self.sum = max(0, sum)
    perHost = max(0, sum) / 4
  }

  /// Some transfer waits for room.
  var hasPaused: Bool { large.values.contains(where: \.isPaused) }

  /// Whether a transfer that holds `count` bytes may take `more`; else it is to be paused.
  func mayTake(_ more: Int, having count: Int, number: Int, host: HostPort) -> Bool {
    guard count + more > Self.free else { return true }
    if large[number] == nil {
      large[number] = Large(host: host)
      hold(count, host)
    }
    guard hasRoom(more, number, host, of: 1) else {
      large[number]?.isPaused = true
      return false
    }
    hold(more, host)
    return true
  }

  private func hold(_ count: Int, _ host: HostPort) {
    running += count
    hosts[host, default: 0] += count
  }

  /// Whether there is room for more, filling at most `part` of the limits.
  private func hasRoom(_ more: Int, _ number: Int, _ host: HostPort, of part: Double) -> Bool {
    let isWithin = Double(running + handed + more) <= Double(sum) * part
    let isHostWithin = Double(hosts[host, default: 0] + more) <= Double(perHost) * part
    if isWithin && isHostWithin { return true }
    if !isHostWithin {
      let oldest = large.filter { $0.value.host == host }.keys.min()
      guard oldest == number else { return false }
    }
    return isWithin || (handed == 0 && large.keys.min() == number)
  }

  /// The paused transfers that may go on, oldest first; they count as running from now on.
  func resumable() -> [Int] {
    let waiting = large.filter(\.value.isPaused).keys.sorted()
    guard !waiting.isEmpty else { return [] }
    var resumed: [Int] = []
    for number in waiting {
      guard let transfer = large[number],
        hasRoom(Self.free, number, transfer.host, of: 0.75)
      else { continue }
      large[number]?.isPaused = false
      resumed.append(number)
    }
    return resumed
  }

  /// A transfer is over; `kept` says that its body is handed over.
  func ended(number: Int, count: Int, kept: Bool) {
    if let transfer = large.removeValue(forKey: number) {
      running -= count
      let rest = hosts[transfer.host, default: 0] - count
      hosts[transfer.host] = rest > 0 ? rest : nil
    }
    if kept { handed += count }
  }

  /// Bodies that were handed over are let go of.
  func released(_ count: Int) { handed = max(0, handed - count) }
}
