import Crawl
import Testing
import Web

struct PolitenessTests {
  private let host = HostPort(host: "a.cn", port: nil)
  private let other = HostPort(host: "b.cn", port: nil)

  @Test func `requests keep their distance`() {
    var pace = Politeness(rate: 2, connections: 10)
    var moments: [Double] = []
    var now = 0.0
    while moments.count < 6 {
      switch pace.permission(for: host, now: now) {
      case .now:
        pace.started(host, now: now)
        moments.append(now)
      case .at(let next): now = next
      case .afterOneEnds, .never: return
      }
    }
    #expect(moments == [0, 0.5, 1, 1.5, 2, 2.5])
  }

  @Test func `a late clock costs little, a pause brings no burst`() {
    var pace = Politeness(rate: 1, connections: 10)
    func ask(_ now: Double, _ ending: Politeness.Ending = .answered(0.1)) {
      pace.started(host, now: now)
      pace.ended(host, ending, now: now)
    }
    ask(0)
    ask(1.0625)
    #expect(pace.permission(for: host, now: 1.0625) == .at(2))
    // Nothing was asked for eight seconds.
    ask(10)
    #expect(pace.permission(for: host, now: 10) == .at(10.9))
    ask(11, .throttled(retryAfter: 5))
    ask(20)
    guard case .at(let next) = pace.permission(for: host, now: 20) else {
      Issue.record("a burst after Retry-After")
      return
    }
    #expect(next >= 21)
  }

  @Test func `Crawl-delay counts from the request for robots.txt and is kept whole`() {
    var pace = Politeness(rate: 10, connections: 4)
    pace.started(host, now: 0)
    pace.ended(host, .answered(0.1), now: 0.1)
    pace.setDelay(60, of: host)
    #expect(pace.permission(for: host, now: 0.1) == .at(60))
    pace.started(host, now: 61)
    pace.ended(host, .answered(0.1), now: 61)
    #expect(pace.permission(for: host, now: 61) == .at(121))
  }

  @Test func `no more at once than allowed`() {
    var pace = Politeness(rate: 1000, connections: 2)
    pace.started(host, now: 0)
    pace.started(host, now: 1)
    #expect(pace.permission(for: host, now: 5) == .afterOneEnds)
    pace.ended(host, .answered(0.1), now: 5)
    #expect(pace.permission(for: host, now: 5) == .now)
  }

  @Test func `one host never waits for another`() {
    var pace = Politeness(rate: 0.1, connections: 1)
    pace.started(host, now: 0)
    pace.ended(host, .throttled(retryAfter: 60), now: 0)
    #expect(pace.permission(for: other, now: 0) == .now)
  }

  @Test func `Retry-After is kept, within bounds`() {
    var pace = Politeness(rate: 10, connections: 4)
    pace.started(host, now: 0)
    pace.ended(host, .throttled(retryAfter: 30), now: 1)
    #expect(pace.permission(for: host, now: 30) == .at(31))
    pace.started(other, now: 0)
    pace.ended(other, .throttled(retryAfter: Politeness.longestWait), now: 0)
    #expect(pace.permission(for: other, now: 1) == .at(Politeness.longestWait))
  }

  @Test func `a host that asks for more than a run waits is not asked again`() {
    var pace = Politeness(rate: 10, connections: 4)
    pace.started(host, now: 0)
    pace.ended(host, .throttled(retryAfter: 86_400), now: 1)
    #expect(pace.permission(for: host, now: 2) == .never(afterSeconds: 86_400))
    #expect(pace.permission(for: host, now: 90_000) == .never(afterSeconds: 86_400))
    #expect(pace.permission(for: other, now: 2) == .now)
  }

  @Test func `without Retry-After the pause doubles`() {
    var pace = Politeness(rate: 10, connections: 4)
    var waits: [Double] = []
    for _ in 1...4 {
      pace.started(host, now: 0)
      pace.ended(host, .throttled(retryAfter: nil), now: 0)
      if case .at(let moment) = pace.permission(for: host, now: 0) { waits.append(moment) }
    }
    #expect(waits == [2, 4, 8, 16])
  }

  @Test func `a host that refuses again and again is left alone, unless it answers between`() {
    var pace = Politeness(rate: 10, connections: 4)
    func refuse(_ times: Int) {
      for _ in 0..<times {
        pace.started(host, now: 0)
        pace.ended(host, .throttled(retryAfter: nil), now: 0)
      }
    }
    refuse(Politeness.mostRefusals - 1)
    pace.started(host, now: 0)
    pace.ended(host, .answered(0.1), now: 0)
    refuse(Politeness.mostRefusals - 1)
    #expect(pace.permission(for: host, now: 9_000) == .now)
    refuse(1)
    #expect(pace.permission(for: host, now: 9_000) == .never(afterSeconds: nil))
  }

  @Test func `a host that slows down is given time, and gets its pace back`() {
    var pace = Politeness(rate: 5, connections: 4)
    func answer(_ seconds: Double, times: Int) {
      for _ in 1...times {
        pace.started(host, now: 0)
        pace.ended(host, .answered(seconds), now: 0)
      }
    }
    answer(0.1, times: 5)
    #expect(pace.step(of: host) == 0.2)
    answer(8, times: 6)
    #expect(pace.step(of: host) > 0.4)
    #expect(pace.step(of: host) <= 0.2 * 8)
    answer(0.1, times: 40)
    #expect(abs(pace.step(of: host) - 0.2) < 1e-9)
  }

  @Test func `Crawl-delay widens the distance; what is longer than a run waits ends the host`() {
    var pace = Politeness(rate: 5, connections: 4)
    pace.setDelay(3, of: host)
    #expect(pace.step(of: host) == 3)
    pace.setDelay(0.01, of: host)
    #expect(pace.step(of: host) == 0.2)
    pace.setDelay(Politeness.longestWait, of: host)
    #expect(pace.step(of: host) == Politeness.longestWait)
    pace.setDelay(86_400, of: host)
    #expect(pace.permission(for: host, now: 1e6) == .never(afterSeconds: 86_400))
  }

  @Test func `failures are counted until an answer comes`() {
    var pace = Politeness(rate: 5, connections: 4)
    pace.ended(host, .failed, now: 0)
    pace.ended(host, .failed, now: 0)
    pace.ended(host, .cancelled, now: 0)
    #expect(pace.failures(of: host) == 2)
    pace.ended(host, .answered(0.1), now: 0)
    #expect(pace.failures(of: host) == 0)
  }
}
