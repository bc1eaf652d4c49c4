import Fetch
import Testing
import Web

struct `Cookies of an earlier run` {
  private static let moment: Int64 = 1_600_000_000

  @Test(
    arguments: [
      ("k=v", "a.gov.cn\tFALSE\t/x\tFALSE\t0\tk\tv"),
      ("k=v; Path=/; HttpOnly", "a.gov.cn\tFALSE\t/\tFALSE\t0\tk\tv"),
      ("k = v ; path=y", "a.gov.cn\tFALSE\t/x\tFALSE\t0\tk\tv"),
      ("k=", "a.gov.cn\tFALSE\t/x\tFALSE\t0\tk\t"),
      ("k=v; Domain=.gov.cn", "gov.cn\tTRUE\t/x\tFALSE\t0\tk\tv"),
      ("k=v; Domain=A.GOV.CN", "a.gov.cn\tTRUE\t/x\tFALSE\t0\tk\tv"),
      ("k=v; Max-Age=60", "a.gov.cn\tFALSE\t/x\tFALSE\t1600000060\tk\tv"),
      ("k=v; Max-Age=0", "a.gov.cn\tFALSE\t/x\tFALSE\t1\tk\tv"),
      ("k=v; Max-Age=-99999999999999999999", "a.gov.cn\tFALSE\t/x\tFALSE\t1\tk\tv"),
      ("k=v; Max-Age=x", "a.gov.cn\tFALSE\t/x\tFALSE\t0\tk\tv"),
      ("k=v; Expires=Sun, 06 Nov 1994 08:49:37 GMT", "a.gov.cn\tFALSE\t/x\tFALSE\t784111777\tk\tv"),
      (
        "k=v; Max-Age=60; Expires=Sun, 06 Nov 1994 08:49:37 GMT",
        "a.gov.cn\tFALSE\t/x\tFALSE\t1600000060\tk\tv"
      ),
      // Another site's, a whole country's, over an open line, without a name, forged.
      ("k=v; Domain=b.gov.cn", nil), ("k=v; Domain=cn", nil), ("k=v; Secure", nil), ("=v", nil),
      ("v", nil), ("k=v\tx", nil), ("k=v\r\nX: y", nil), ("", nil),
    ] as [(String, String?)])
  func `are put back as they were set`(field: String, line: String?) throws {
    let url = try #require(WebURL("http://a.gov.cn/x/y.html"))
    let lines = CookieLine.lines([Array(field.utf8)], url: url, at: Self.moment)
    #expect(lines == (line.map { [$0] } ?? []))
  }

  @Test func `of an address stay with it, and too long ones are left out`() throws {
    let url = try #require(WebURL("https://10.0.0.1/"))
    let lines = CookieLine.lines(
      [
        Array("k=v; Domain=10.0.0.1; Secure".utf8),
        Array("k=\(String(repeating: "x", count: 5000))".utf8), [0x6B, 0x3D, 0xFF],
      ], url: url, at: Self.moment)
    #expect(lines == ["10.0.0.1\tFALSE\t/\tTRUE\t0\tk\tv"])
  }
}
