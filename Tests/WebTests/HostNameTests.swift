import Support
import Testing
import Web

struct `Host names` {
  private func host(_ text: String) -> String? { WebURL("http://\(text)/")?.host }

  // One host, many spellings: a link must not lead past the plan's hosts by writing them otherwise.
  @Test(arguments: [
    "www.a.gov.cn", "WWW.A.GOV.CN", "www.a.gov.cn.", "www.a.gov.cn:80", "www.a.gov.cn:",
    "www.a.gov.cn:00080", "ｗｗｗ．ａ．ｇｏｖ．ｃｎ", "www。a。gov。cn", "www｡a｡gov｡cn", "%77ww.a.gov.cn",
    "www%2Ea%2egov.cn", "www%E3%80%82a.gov.cn", "w\u{AD}ww.a.gov.cn", "www.a\u{200B}.gov.cn",
    "\u{FEFF}www.a.gov.cn", "www.a\u{2060}.gov.cn",
  ])
  func `have one form however they are spelt`(text: String) {
    #expect(host(text) == "www.a.gov.cn")
  }

  @Test(arguments: [
    "中国.cn", "xn--fiqs8s.cn", "XN--FIQS8S.CN", "中国。ＣＮ", "%E4%B8%AD%E5%9B%BD.cn", "中国.cn.",
    "中\u{FE0F}国.cn", "中\u{200B}国.cn",
  ])
  func `of other scripts have one ASCII form`(text: String) {
    #expect(host(text) == "xn--fiqs8s.cn")
  }

  @Test(arguments: [
    "a..b", ".a", "a..", ".", "a.1", "1.2.3.4.5", "1.2.3.256", "256.1", "0x100000000", "08.1.1.1",
    "a.0x7f", "a b", "a%20b", "a%00b", "a%2Fb", "a%3Fb", "a%23b", "a%40b", "a%3A80", "a%5Cb", "a%",
    "a%4", "a%zz", "a<b", "a>b", "a|b", "a^b", "a`b", "a\"b", "a{b}", "a'b", "a*b", "a!b", "a,b",
    "\u{202E}nc.vog.a", "a\u{2066}b", "a\u{200D}b", "a\u{200E}b", "e\u{301}a.cn", "\u{F900}.cn",
    "\u{1112}\u{1161}.cn", "a\u{7F}b", "a\u{85}b", "\u{E000}.cn", "\u{FFFE}.cn", "a\u{3000}b",
    "[::1%25eth0]", "[::1%eth0]", "[1.2.3.4]", "[]", "[::1]x", "[::1]:x", "[::ffff:1.2.3.256]",
    "a:80:80", "a:-1", "a:+80", "a:65536", "a:99999999999999999999999", "a:0", "a:8 0",
    String(repeating: "a", count: 64), String(repeating: "a.", count: 127) + "cn",
    String(repeating: "政", count: 64),
  ])
  func `that no host may have are refused`(text: String) {
    #expect(host(text) == nil)
  }

  // Every spelling that inet_aton(3) or a browser takes for the metadata address of clouds.
  @Test(arguments: [
    "169.254.169.254", "169.254.43518", "169.16689662", "2852039166", "0xA9FEA9FE",
    "0xa9.0xfe.0xa9.0xfe",
    "0251.0376.0251.0376", "0251.0xfe.43518", "00000251.254.169.254", "169.254.169.254.",
    "１６９.２５４.１６９.２５４", "169。254。169。254", "%31%36%39.254.169.254", "169.254.169\u{AD}.254",
    "0251.0376.0124776",
  ])
  func `that are an address in disguise are that address`(text: String) {
    #expect(host(text) == "169.254.169.254")
  }

  @Test(arguments: [
    ("[::1]", "[::1]"), ("[0:0:0:0:0:0:0:1]", "[::1]"), ("[FE80::1]", "[fe80::1]"),
    ("[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]"),
    ("[::FFFF:A9FE:A9FE]", "[::ffff:a9fe:a9fe]"),
    ("[64:ff9b::169.254.169.254]", "[64:ff9b::a9fe:a9fe]"),
  ])
  func `of IPv6 are written as RFC 5952 says`(text: String, wanted: String) {
    #expect(host(text) == wanted)
  }

  @Test func `of a plan cover every spelling`() throws {
    let plan = try #require(HostPort("www.a.gov.cn"))
    for text in ["http://WWW.a.gov.cn./x", "https://www。a。gov。cn:443/", "http://www.a.gov.cn:080/"]
    {
      #expect(plan.covers(try #require(WebURL(text))), "\(text)")
    }
    #expect(HostPort("www.a.gov.cn.") == plan)
  }
}

struct `References as browsers read them` {
  // WHATWG URL Standard §4.4, "special authority (ignore) slashes" and "relative" states.
  @Test(
    arguments: [
      ("http:x.html", "http://a.cn/b/x.html"), ("http:/x.html", "http://a.cn/x.html"),
      ("http:?q=1", "http://a.cn/b/c?q=1"), ("HTTP:./x", "http://a.cn/b/x"),
      ("https:x.cn/y", "https://x.cn/y"), ("https:/x.cn/y", "https://x.cn/y"),
      ("https:///x.cn/y", "https://x.cn/y"), ("http:///x.cn/y", "http://x.cn/y"),
      ("////x.cn/y", "http://x.cn/y"), ("\\\\x.cn\\y", "http://x.cn/y"),
      ("/\\x.cn", "http://x.cn/"),
      ("http:\\\\x.cn/y", "http://x.cn/y"), ("https:\\x.cn", "https://x.cn/"),
      ("ht\ntp://x.cn/", "http://x.cn/"), (" \u{1}http://x.cn/\u{1F} ", "http://x.cn/"),
      ("http:", nil), ("http://", nil), ("https:", nil), ("//", nil), ("///", nil),
      ("http:#x", nil),
      ("http://user@x.cn/", nil), ("https:user@x.cn/", nil), ("//u:p@x.cn/", nil),
      ("javascript:alert(1)", nil), ("JAVA\nSCRIPT:alert(1)", nil), ("file:/etc/passwd", nil),
      ("ws://x.cn/", nil), ("blob:http://x.cn/1", nil), ("view-source:http://x.cn/", nil),
    ] as [(String, String?)])
  func `are resolved`(reference: String, wanted: String?) throws {
    let base = try #require(WebURL("http://a.cn/b/c?d"))
    #expect(WebURL(Array(reference.utf8), base: base)?.string == wanted)
  }

  @Test(arguments: ["http:a.cn", "http:/a.cn/", "http:///a.cn/", "//a.cn/", "a.cn"])
  func `are strict where a person writes the address`(text: String) {
    #expect(WebURL(text) == nil)
  }
}

struct `Addresses and libcurl` {
  /// A row of numbers that is the same on every run.
  private struct Numbers {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }

    mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }
  }

  private static let schemes = ["http", "https", "HTTP", "hTTps", "http", "ftp", "file", "//x"]
  private static let marks = ["://", "://", "://", ":/", ":///", ":\\\\", ":"]
  private static let users = ["", "", "", "", "u@", "u:p@", "@", "%40", "a.cn@", "a.cn:80@"]
  private static let pieces = [
    "a", "b.cn", "www", ".", "127", "0x7f", "0177", "1", "256", "%2e", "%31", "。", "１", "中",
    "[::1]",
    "[", "]", "::", "-", "_", "\u{AD}", "xn--fiqs8s", "#", "?", "\\", ":", ";", "%00", " ", "\t",
    "@",
    "localhost", "2852039166", "%", "|", "\u{202E}",
  ]
  private static let ports = [
    "", "", "", ":80", ":443", ":8080", ":0", ":99999", ":", ":8x", ":-1",
  ]
  private static let tails = [
    "", "/", "/x", "?q", "#f", "/a/../b", "/@b.cn/", "//b.cn", "\\b.cn", "/%2f..", "?@b.cn",
    "#@b.cn",
    "/x y", "/\u{1}", "/政",
  ]

  @Test func `agree on the host of whatever we accept`() throws {
    var numbers = Numbers()
    var accepted = 0
    let base = try #require(WebURL("http://base.cn/a/b"))
    for _ in 1...6000 {
      var text = numbers.pick(Self.schemes) + numbers.pick(Self.marks) + numbers.pick(Self.users)
      for _ in 0...numbers.below(4) { text += numbers.pick(Self.pieces) }
      text += numbers.pick(Self.ports) + numbers.pick(Self.tails)
      for url in [WebURL(text), WebURL(Array(text.utf8), base: base)].compactMap({ $0 }) {
        accepted += 1
        // What we judge by the plan's hosts is the host that libcurl would connect to.
        let theirs = try #require(LibcurlAddress(url.string), "\(text) → \(url)")
        #expect(theirs.host == url.host || Self.isSame(theirs.host, url.host), "\(text) → \(url)")
        #expect(theirs.port == url.port, "\(text) → \(url)")
        #expect(theirs.scheme == url.scheme.rawValue && !theirs.hasUser, "\(text) → \(url)")
        #expect(WebURL(url.string) == url, "\(text) → \(url)")
        #expect(url.string.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(text) → \(url)")
      }
    }
    #expect(accepted > 500)
  }

  private static func isSame(_ theirs: String, _ ours: String) -> Bool {
    guard let left = IPAddress(theirs), let right = IPAddress(ours) else { return false }
    return left == right
  }
}
