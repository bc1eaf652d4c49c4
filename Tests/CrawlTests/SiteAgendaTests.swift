import Testing

// The agenda is the engine's own: only through it can a look at all sites be seen to be gone.
@testable import Crawl

struct SiteAgendaTests {
  @Test func `all sites are ready at first, in their order`() {
    var agenda = SiteAgenda(count: 3)
    #expect(agenda.nextMoment == -.infinity)
    #expect((0..<3).map { _ in agenda.next(0) } == [0, 1, 2])
    #expect(agenda.next(0) == nil)
    #expect(agenda.nextMoment == .infinity)
  }

  @Test func `a site that is woken twice is given out once`() {
    var agenda = idle(2)
    agenda.wake(1)
    agenda.wake(1)
    agenda.wake(0)
    #expect(agenda.next(0) == 1)
    #expect(agenda.next(0) == 0)
    #expect(agenda.next(0) == nil)
  }

  @Test func `a site waits for its moment, the earliest one counts`() {
    var agenda = idle(2)
    agenda.wake(0, at: 5)
    agenda.wake(0, at: 3)
    agenda.wake(0, at: 7)
    agenda.wake(1, at: 4)
    #expect(agenda.nextMoment == 3)
    #expect(agenda.next(2.9) == nil)
    #expect(agenda.next(3) == 0)
    #expect(agenda.next(3) == nil)
    #expect(agenda.nextMoment == 4)
    #expect(agenda.next(9) == 1)
    #expect(agenda.nextMoment == .infinity)
  }

  @Test func `an event does not wait for the moment`() {
    var agenda = idle(3)
    for site in 0..<3 { agenda.wake(site, at: Double(10 - site)) }
    agenda.wake(0)
    #expect(agenda.next(0) == 0)
    #expect(agenda.nextMoment == 8)
  }

  @Test func `what is not there is passed over`() {
    var agenda = idle(1)
    agenda.wake(7)
    agenda.wake(-1, at: 3)
    agenda.wake(0, at: .infinity)
    #expect(agenda.nextMoment == .infinity)
  }

  @Test func `many sites come in the order of their moments, like sorting them`() {
    let count = 500
    var agenda = idle(count)
    var wanted: [Int: Double] = [:]
    var state: UInt64 = 88_172_645_463_325_252
    for _ in 0..<4 * count {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let site = Int(state % UInt64(count))
      let moment = Double(state >> 32 % 10_000)
      agenda.wake(site, at: moment)
      wanted[site] = min(wanted[site] ?? .infinity, moment)
    }
    var now = 0.0
    while agenda.nextMoment < .infinity {
      now = max(now, agenda.nextMoment)
      while let site = agenda.next(now) {
        #expect(wanted.removeValue(forKey: site) == now)
      }
    }
    #expect(wanted.isEmpty)
  }

  private func idle(_ count: Int) -> SiteAgenda {
    var agenda = SiteAgenda(count: count)
    while agenda.next(0) != nil {}
    return agenda
  }
}
