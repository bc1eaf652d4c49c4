import Testing

@testable import Crawl

struct RetryAfterTests {
  static let values: [(String, Double?)] = [
    ("120", 120), (" 5 ", 5), ("0", 0),
    ("Sun, 06 Nov 1994 08:49:37 GMT", 37), ("Sun, 06 Nov 1994 08:48:00 GMT", 0),
    ("-1", nil), ("soon", nil), ("", nil), ("Sunday, 06-Nov-94 08:49:37 GMT", 37),
    ("Sun Nov  6 08:49:37 1994", 37), ("Sunday, 06-Nov-24 08:49:37 GMT", 946_771_237),
    ("Sun, 99 Foo 1994 08:49:37 GMT", nil),
  ]

  @Test(arguments: values) func `seconds and dates are read`(_ text: String, _ seconds: Double?) {
    // 1994-11-06T08:49:00Z
    #expect(RetryAfter.seconds(text, now: 784_111_740) == seconds)
  }
}
