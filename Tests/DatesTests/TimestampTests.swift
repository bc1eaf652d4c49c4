import Dates
import Testing

struct `A moment` {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z", "19700101000000"),
    (1_614_931_509, "2021-03-05T08:05:09Z", "20210305080509"),
    (-1, "1969-12-31T23:59:59Z", "19691231235959"),
    (Int64.min, "0001-01-01T00:00:00Z", "00010101000000"),
    (Int64.max, "9999-12-31T23:59:59Z", "99991231235959"),
  ])
  func `is written as text and as digits`(_ seconds: Int64, _ text: String, _ digits: String) {
    let moment = Timestamp(secondsSince1970: seconds)
    #expect(moment.description == text)
    var out = Array("at ".utf8)
    moment.append(digitsTo: &out)
    #expect(String(decoding: out, as: UTF8.self) == "at " + digits)
  }
}
