import Fetch
import Testing

struct MailboxTests {
  @Test func `items come out in order`() {
    let box = Mailbox<Int>()
    for number in 1...200 { box.put(number) }
    #expect((1...100).compactMap { _ in box.take() } == Array(1...100))
    #expect(box.takeAll(until: 0) == Array(101...200))
    #expect(box.takeAll(until: 0).isEmpty)
  }

  @Test func `closing gives what is in, then nil`() {
    let box = Mailbox<Int>()
    box.put(1)
    box.close()
    box.put(2)
    #expect(box.take() == 1)
    #expect(box.take() == nil)
    #expect(box.takeAll(until: .infinity).isEmpty)
  }

  @Test func `what a taker does before it waits is done only where nothing is in`() {
    let box = Mailbox<Int>()
    box.put(1)
    #expect(box.take { box.put(3) } == 1)
    #expect(box.take { box.put(2) } == 2)
    box.close()
    var isTold = false
    #expect(box.take { isTold = true } == nil)
    #expect(isTold)
  }

  @Test func `threads that hold back what they made hand it over before they wait`() {
    let (there, back) = (Mailbox<Int>(), Mailbox<Int>())
    let threads = (1...3).compactMap { _ in
      SystemThread {
        var held: [Int] = []
        func handOver() {
          back.put(contentsOf: held)
          held = []
        }
        while let item = there.take(beforeWaiting: handOver) { held.append(item) }
      }
    }
    // Each round waits for all of the last: a thread that kept one item would stop it for good.
    for round in 1...300 {
      there.put(contentsOf: Array(repeating: round, count: round % 7 + 1))
      for _ in 0..<(round % 7 + 1) { #expect(back.take() == round) }
    }
    there.close()
    for thread in threads { thread.join() }
  }

  @Test func `threads share the work and nothing is lost`() {
    let work = Mailbox<Int>()
    let done = Mailbox<Int>()
    let threads = (1...4).compactMap { _ in
      SystemThread { while let item = work.take() { done.put(item) } }
    }
    #expect(threads.count == 4)
    for number in 1...1000 { work.put(number) }
    work.close()
    for thread in threads { thread.join() }
    #expect(done.takeAll(until: 0).sorted() == Array(1...1000))
  }
}
