import Testing
import Web

struct `Web addresses` {
  private func resolve(_ reference: String, _ base: String) throws -> String? {
    let base = try #require(WebURL(base))
    return WebURL(Array(reference.utf8), base: base)?.string
  }

  // A fragment is dropped, but sends a reference through all rules instead of the short way.
  @Test(
    arguments: [
      "http://a.cn/", "http://a.cn/b/c.html", "http://a.cn:81/b/c/?q=/x",
      "https://a.cn/x/../y/z.htm",
      "http://a.cn/b/c.d/e?x/y",
    ])
  func `resolve plain references as all others`(base: String) throws {
    let references = [
      "a", "a.html", "a/b.html", "/a.html", "/", "/a/", "./a.html", "../a.html", "../../a/b.html",
      "../../../../a", "./../a", "../", "./", "..", ".", "...", "../..", "./.a", "../a/../b",
      "a/./b",
      "a/..b", "/../a", "/.a", "a?x=1&y=2", "a?/../x", "?x", "/a?", "a?b?c", "..//a", ".//a",
      "//b.cn/a",
      "http://a.cn/k.html", "http://a.cn", "http://a.cn:81/k", "http://a.cnx/k", "http://a.cn/../k",
      "https://a.cn/k", "HTTP://A.cn/k", "a:b", "javascript:x", "a b", "a%20b", "a=1", "政务", "a;b",
      "-", "_/x", "https://b.cn", "http://b.cn/", "https://www.b-c.gov.cn/x/y.html?z=1",
      "http://b..cn/",
      "http://.b.cn/", "http://b.cn./", "http://b.1/", "http://1.b/", "http://1.2.3.4/x",
      "http://b_c.cn/x",
      "http://b.cn:80/x", "http://u@b.cn/", "http://b.cn?x", "http://b.cn/a//b", "http://b.cn/./a",
      "http://b.cn/%41", "http://B.cn/", "http:///b.cn", "http://", "https:/b.cn", "https",
      "http://b.cn/政务",
      "http://-b.cn/", "http://b/", "httpx://b.cn/",
      "http://\(String(repeating: "b", count: 64)).cn/",
    ]
    let base = try #require(WebURL(base))
    for reference in references {
      let plain = WebURL(Array(reference.utf8), base: base)
      let whole = WebURL(Array((reference + "#f").utf8), base: base)
      #expect(plain == whole, "\(reference) against \(base)")
      #expect(plain?.path == whole?.path && plain?.query == whole?.query)
      #expect(plain?.hostPort == whole?.hostPort)
      #expect(plain?.scheme == whole?.scheme && plain?.origin == whole?.origin)
    }
  }

  // RFC 3986 §5.4.1 and §5.4.2, without the fragments, which are dropped. `g:h` is another scheme,
  // an empty reference and a mere fragment name no other page.
  @Test(
    arguments: [
      ("g:h", nil), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
      ("/g", "http://a/g"), ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"),
      ("g?y", "http://a/b/c/g?y"), ("#s", nil), ("g#s", "http://a/b/c/g"),
      ("g?y#s", "http://a/b/c/g?y"), (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"),
      ("g;x?y#s", "http://a/b/c/g;x?y"), ("", nil), (".", "http://a/b/c/"), ("./", "http://a/b/c/"),
      ("..", "http://a/b/"), ("../", "http://a/b/"), ("../g", "http://a/b/g"),
      ("../..", "http://a/"), ("../../", "http://a/"), ("../../g", "http://a/g"),
      ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"),
      ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
      ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
      ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
      ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
      ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
      ("g#s/./x", "http://a/b/c/g"), ("g#s/../x", "http://a/b/c/g"),
    ] as [(String, String?)])
  func `resolve as RFC 3986 §5.4 shows`(reference: String, wanted: String?) throws {
    #expect(try resolve(reference, "http://a/b/c/d;p?q") == wanted)
  }

  @Test(arguments: [
    ("HTTP://WWW.Example.GOV.CN", "http://www.example.gov.cn/"),
    ("http://a:80/", "http://a/"), ("https://a:443/", "https://a/"),
    ("http://a:443/", "http://a:443/"),
    ("http://a:/x", "http://a/x"), ("http://a:0080/", "http://a/"),
    ("http://a?q", "http://a/?q"), ("http://a/?", "http://a/?"),
    ("http://a/b#c", "http://a/b"), ("  http://a/b \n", "http://a/b"),
    ("http://a/b\nc\td", "http://a/bcd"), ("http://a\\b\\c?d\\e", "http://a/b/c?d\\e"),
    ("http:\\\\a\\b", "http://a/b"), ("http://a/b c", "http://a/b%20c"),
    ("http://a/%7e/%E4", "http://a/%7e/%E4"), ("http://a/政", "http://a/%E6%94%BF"),
    ("http://a/%2e%2e/b", "http://a/b"), ("http://a/b/%2E/c", "http://a/b/c"),
    ("http://a/b/.%2e/c", "http://a/c"),
    ("http://a/<\"{}|^`>", "http://a/%3C%22%7B%7D%7C%5E%60%3E"),
    ("http://a//b//c", "http://a//b//c"), ("http://a/b;jsessionid=1", "http://a/b;jsessionid=1"),
  ])
  func `have one normal form`(text: String, wanted: String) {
    #expect(WebURL(text)?.string == wanted)
    #expect(WebURL(wanted)?.string == wanted)
  }

  // The spellings that inet_aton(3) takes: octal, hexadecimal, fewer than four parts.
  @Test(arguments: [
    ("http://127.0.0.1/", "127.0.0.1"), ("http://2130706433/", "127.0.0.1"),
    ("http://0x7f000001/", "127.0.0.1"), ("http://0177.0.0.1/", "127.0.0.1"),
    ("http://127.1/", "127.0.0.1"), ("http://0x7f.1/", "127.0.0.1"),
    ("http://[::1]/", "[::1]"), ("http://[0:0:0:0:0:0:0:1]:8080/", "[::1]"),
    ("http://[FE80::1]/", "[fe80::1]"),
  ])
  func `settle odd spellings of an address`(text: String, host: String) {
    #expect(WebURL(text)?.host == host)
  }

  @Test(arguments: [
    ("./", "http://a.cn/b/c/"), (".", "http://a.cn/b/c/"), ("..", "http://a.cn/b/"),
    ("../../../x", "http://a.cn/x"), ("a/./b/../c.html", "http://a.cn/b/c/a/c.html"),
    ("%2e%2E/x", "http://a.cn/b/x"), ("a.b/c..d", "http://a.cn/b/c/a.b/c..d"),
    ("/.x/..y", "http://a.cn/.x/..y"), ("?q=/../", "http://a.cn/b/c/d.html?q=/../"),
    ("中.html?文", "http://a.cn/b/c/%E4%B8%AD.html?%E6%96%87"),
  ])
  func `resolve dots only where they are segments`(reference: String, wanted: String) throws {
    let base = try #require(WebURL("http://a.cn/b/c/d.html?e=1"))
    let url = try #require(WebURL(Array(reference.utf8), base: base))
    #expect(url.string == wanted)
    #expect(url == WebURL(wanted))
    #expect(url.path == WebURL(wanted)?.path)
    #expect(url.query == WebURL(wanted)?.query)
  }

  @Test(arguments: ["256.0.0.1", "1.2.3.4.5", "1..2.3", "1.2.3.", ".1.2.3", "1.2.3.4x"])
  func `take no false spelling of an address for one`(host: String) {
    #expect(WebURL("http://\(host)/")?.host != "0.0.0.1")
    #expect(WebURL("http://\(host):80/")?.hostPort == WebURL("http://\(host)/")?.hostPort)
  }

  @Test func `give hosts of other scripts their ASCII form`() {
    #expect(WebURL("http://中国/")?.host == "xn--fiqs8s")
    #expect(WebURL("http://%E4%B8%AD%E5%9B%BD/")?.host == "xn--fiqs8s")
    #expect(WebURL("http://中国。ＣＮ:8080/")?.string == "http://xn--fiqs8s.cn:8080/")
    #expect(WebURL("http://１２７.0.0.1/")?.host == "127.0.0.1")
    // RFC 3492 §7.1 (B) and a mixed label, (L).
    #expect(WebURL("http://他们为什么不说中文/")?.host == "xn--ihqwcrb4cv8a8dqg056pqjye")
    #expect(WebURL("http://3年b組金八先生/")?.host == "xn--3b-ww4c5e180e575a65lsy2b")
    #expect(WebURL("http://%2e%2Fa/") == nil)
    #expect(WebURL("http://\(String(repeating: "政", count: 200))/") == nil)
    #expect(WebURL("http://中国/") == WebURL("http://XN--FIQS8S/"))
  }

  @Test(arguments: [
    "ftp://a/", "javascript:void(0)", "mailto:a@b", "file:///etc/passwd", "data:text/html,x",
    "http://user@a/", "http://user:pw@a/", "http://a@b:80/", "http:///x", "http://", "http:a",
    "http://a:99999/", "http://a:0/", "http://a:-1/", "http://a:8x/", "http://a b/", "//a/", "/x",
    "x", "", "http://[::1/", "http://[zz]/", "http://?q",
  ])
  func `are not anything else`(text: String) {
    #expect(WebURL(text) == nil)
  }

  @Test func `have a longest length, before and after encoding`() {
    let longest = "http://a/" + String(repeating: "x", count: WebURL.longest - 9)
    #expect(WebURL(longest)?.string == longest)
    #expect(WebURL(longest + "x") == nil)
    #expect(WebURL("http://a/" + String(repeating: "政", count: 2000)) == nil)
  }

  @Test func `tell their parts`() throws {
    let url = try #require(WebURL("http://a.cn:8080/b/c.html?d=1&e?f"))
    #expect(url.scheme == .http)
    #expect(url.host == "a.cn")
    #expect(url.port == 8080)
    #expect(url.path == "/b/c.html")
    #expect(url.query == "d=1&e?f")
    #expect(url.target == "/b/c.html?d=1&e?f")
    #expect(url.origin == "http://a.cn:8080")
    #expect(url.folder == "http://a.cn:8080/b/")
    #expect(url.hostPort.description == "a.cn:8080")
  }

  @Test func `keep base port and host in relative references`() throws {
    #expect(try resolve("x", "http://127.0.0.1:8080/a/b") == "http://127.0.0.1:8080/a/x")
    #expect(try resolve("//c/x", "https://a/") == "https://c/x")
    #expect(try resolve("..\\x.html", "http://a/b/c/") == "http://a/b/x.html")
  }

  @Test func `take foreign bytes without harm`() throws {
    let base = try #require(WebURL("http://a/b/"))
    #expect(WebURL([0xD5, 0xFE], base: base)?.string == "http://a/b/%D5%FE")
    for byte in UInt8.min...UInt8.max {
      for text in [
        [byte], [byte, byte], Array("http://".utf8) + [byte], [0x2F, 0x2F, byte, 0x3A],
      ] {
        guard let url = WebURL(text, base: base) else { continue }
        #expect(WebURL(url.string) == url)
      }
    }
  }
}

struct `Hosts with ports` {
  @Test(arguments: [
    ("www.a.gov.cn", "www.a.gov.cn"), ("WWW.A.cn:8080", "www.a.cn:8080"), ("a:80", "a:80"),
    ("127.0.0.1:8080", "127.0.0.1:8080"), ("[::1]", "[::1]"), ("[::1]:80", "[::1]:80"),
  ])
  func `are read and printed`(text: String, again: String) {
    #expect(HostPort(text)?.description == again)
  }

  @Test(arguments: [
    "", "a/", "a/b", "http://a", "u@a", "a:", "a:x", "a:0", "a:70000", "a b", " a", "a#b", "a?b",
    "a\tb", "a\\b", "::1", "[::1]x",
  ])
  func `are nothing else`(text: String) {
    #expect(HostPort(text) == nil)
  }

  @Test(arguments: [
    ("a", "http://a/", true), ("a", "https://a/", true), ("a", "http://a:8080/", false),
    ("a:8080", "http://a:8080/x", true), ("a:8080", "http://a/", false),
    ("a:80", "http://a/", true),
    ("a:80", "https://a/", false), ("a", "http://b.a/", false), ("A", "http://a/", true),
  ])
  func `cover the addresses of that host and port`(
    text: String, address: String, wanted: Bool
  ) throws {
    let host = try #require(HostPort(text))
    #expect(host.covers(try #require(WebURL(address))) == wanted)
  }

  @Test(
    arguments: [
      "http://a.cn/", "https://a.cn:8443/x?y=/z?", "http://127.0.0.1:8080/a/b", "http://[::1]/",
      "http://[::1]:81/?q", "http://xn--fiqs8s/%E6%94%BF",
    ])
  func `are read back from their own text as they were`(text: String) throws {
    let read = try #require(WebURL(text))
    #expect(read.string == text)
    let taken = try #require(WebURL(normal: text))
    #expect(taken == read)
    #expect(taken.scheme == read.scheme)
    #expect(taken.hostPort == read.hostPort)
    #expect(taken.port == read.port)
    #expect(taken.path == read.path)
    #expect(taken.query == read.query)
    #expect(taken.origin == read.origin)
  }

  @Test(arguments: ["", "http://", "http:///x", "ftp://a.cn/", "a.cn/", "https://a.cn"])
  func `are not made of other texts`(text: String) {
    #expect(WebURL(normal: text) == nil)
  }

  @Test(
    arguments: [
      ("1.2.3.4", "1.2.3.4"), ("255.255.255.255", "255.255.255.255"), ("01.2.3.4", "1.2.3.4"),
      ("1.2.3", "1.2.0.3"), ("0.0.0.0", "0.0.0.0"), ("1.2.3.256", nil), ("1.2.3.4.5", nil),
      ("1..2.3", nil), ("0x7f.0.0.1", "127.0.0.1"), ("1.2.3.00", "1.2.3.0"),
    ] as [(String, String?)])
  func `spell an address of numbers in one way`(host: String, wanted: String?) {
    #expect(WebURL("http://\(host)/")?.host == wanted)
  }

  @Test(arguments: [
    ("/zwgk/", "/zwgk/a.html", true), ("/zwgk/", "/zwgk/", true), ("/zwgk", "/zwgk", true),
    ("/zwgk", "/zwgk/a.html", true), ("/zwgk", "/zwgk2/a.html", false),
    ("/zwgk/", "/zwgk?page=2", false), ("/zwgk", "/zwgk?page=2", true), ("/", "/a", true),
    ("/a/b", "/a", false),
  ])
  func `lies below a path that ends at a segment's end`(
    prefix: String, target: String, isBelow: Bool
  ) throws {
    let url = try #require(WebURL("http://www.example.gov.cn:8080\(target)"))
    #expect(url.isBelow(prefix) == isBelow)
    #expect(url.hasTarget(target) && !url.hasTarget("\(target)x") && !url.hasTarget("/gov.cn"))
    #expect(url.port == 8080)
  }

  @Test(arguments: [
    ("http://www.a.gov.cn/x?y=http://b.cn/", "www.a.gov.cn"),
    ("https://www.a.gov.cn:8443/", "www.a.gov.cn"), ("http://[2001:db8::1]:81/a", "[2001:db8::1]"),
    ("HTTP://WWW.A.GOV.CN", "www.a.gov.cn"), ("http://127.0.0.1:8080/", "127.0.0.1"),
  ])
  func `knows its host, however it was read`(text: String, host: String) throws {
    let url = try #require(WebURL(text))
    let again = try #require(WebURL(normal: url.string))
    let below = try #require(WebURL(Array("../c/d.html".utf8), base: url))
    for made in [url, again, below] {
      #expect(made.host == host && made.hasHost(host) && made.isOnHost(of: url))
      #expect(!made.hasHost(host + "x") && !made.hasHost(String(host.dropLast())))
      #expect(!made.hasHost(""))
    }
  }
}
