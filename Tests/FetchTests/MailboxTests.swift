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
