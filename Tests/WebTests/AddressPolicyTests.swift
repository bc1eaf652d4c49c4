import Testing
import Web

struct `Address policy` {
  private func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text)) }

  @Test(arguments: [
    "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0",
    "192.0.1.1", "198.17.255.255", "198.20.0.0", "223.255.255.255", "169.253.0.1", "11.0.0.0",
    "9.255.255.255", "126.255.255.255", "128.0.0.0", "2001:4860:4860::8888", "2400:3200::1",
    "240e::1", "64:ff9b::8.8.8.8", "::ffff:8.8.8.8", "2002:808:808::1", "2001:200::1",
  ])
  func `takes addresses of the internet as public`(text: String) throws {
    #expect(AddressPolicy.isPublic(try address(text)))
  }

  @Test(arguments: [
    "0.0.0.0", "0.1.2.3", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255",
    "127.0.0.1", "127.255.255.254", "169.254.0.1", "169.254.169.254", "172.16.0.0",
    "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.0.0", "192.168.255.255", "198.18.0.0",
    "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
    "255.255.255.255", "::", "::1", "fc00::1", "fdff::1", "fe80::1", "febf::1", "fec0::1",
    "ff02::1", "::ffff:127.0.0.1", "::ffff:10.1.2.3", "::ffff:169.254.169.254",
    "64:ff9b::10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "64:ff9b:1::808:808",
    "2002:7f00:1::1", "2002:a9fe:a9fe::", "2001::1", "2001:0:53aa:64c:0:0:0:1", "2001:db8::1",
    "3fff::1", "100::1", "::8.8.8.8", "4000::1", "::ffff:0:8.8.8.8",
  ])
  func `takes special addresses as not public`(text: String) throws {
    #expect(!AddressPolicy.isPublic(try address(text)))
  }

  @Test func `allows public addresses to every plan`() throws {
    let policy = AddressPolicy()
    #expect(policy.allows(try address("8.8.8.8"), literalHosts: [], port: 8081))
  }

  @Test(arguments: [
    ("127.0.0.1", 8080, "127.0.0.1:8080", true), ("127.0.0.1", 8081, "127.0.0.1:8080", false),
    ("127.0.0.2", 8080, "127.0.0.1:8080", false), ("127.0.0.1", 80, "127.0.0.1", true),
    ("127.0.0.1", 443, "127.0.0.1", true), ("127.0.0.1", 8080, "127.0.0.1", false),
    ("127.0.0.1", 8080, "localhost:8080", false), ("::1", 8080, "[::1]:8080", true),
    ("::1", 8080, "127.0.0.1:8080", false), ("::ffff:127.0.0.1", 8080, "127.0.0.1:8080", true),
    ("10.0.0.1", 80, "www.example.gov.cn", false),
  ])
  func `allows a special address only when the plan names it with its port`(
    text: String, port: Int, host: String, wanted: Bool
  ) throws {
    let hosts = [try #require(HostPort(host))]
    #expect(
      AddressPolicy().allows(try address(text), literalHosts: hosts, port: port) == wanted)
  }

  @Test(arguments: [
    ("10.1.2.3", true), ("::ffff:10.1.2.3", true), ("11.0.0.1", true), ("192.168.0.1", false),
    ("fd00::1", true), ("fd01::1", false), ("64:ff9b::10.1.2.3", false),
  ])
  func `allows what the plan's ranges cover`(text: String, wanted: Bool) throws {
    let policy = AddressPolicy(allowed: ["10.0.0.0/8", "fd00::/16"].compactMap { CIDR($0) })
    #expect(policy.allows(try address(text), literalHosts: [], port: 80) == wanted)
  }
}

struct `Address ranges` {
  @Test(arguments: [
    ("10.0.0.0/8", "10.0.0.0/8"), ("0.0.0.0/0", "0.0.0.0/0"), ("10.1.2.3", "10.1.2.3/32"),
    ("10.1.2.3/32", "10.1.2.3/32"), ("fd00::/8", "fd00::/8"), ("::1", "::1/128"), ("::/0", "::/0"),
    ("10.128.0.0/9", "10.128.0.0/9"), ("192.168.1.4/30", "192.168.1.4/30"),
  ])
  func `are read and printed`(text: String, again: String) {
    #expect(CIDR(text)?.description == again)
  }

  @Test(arguments: [
    "10.0.0.0/33", "10.0.0.1/8", "10.0.0/8", "::/129", "10.0.0.0/", "/8", "", "10.0.0.0/8/8",
    "10.0.0.0/-1", "10.0.0.0/+8", "[::1]/128", "host/8", "10.0.0.0/ 8", "10.0.0.0/99999999999",
  ])
  func `refuse everything else`(text: String) {
    #expect(CIDR(text) == nil)
  }

  @Test func `hold exactly their addresses`() throws {
    let range = try #require(CIDR("172.16.0.0/12"))
    for (text, wanted) in [
      ("172.15.255.255", false), ("172.16.0.0", true), ("172.31.255.255", true),
      ("172.32.0.0", false), ("::ffff:172.16.0.1", false),
    ] {
      #expect(range.contains(try #require(IPAddress(text))) == wanted)
    }
  }
}

struct `IP addresses` {
  @Test(arguments: [
    ("1.2.3.4", "1.2.3.4"), ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("[::1]", "::1"),
    ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"),
    ("::ffff:1.2.3.4", "::ffff:102:304"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
    ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"), ("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"),
  ])
  func `are read and printed as in RFC 5952`(text: String, again: String) {
    #expect(IPAddress(text)?.description == again)
  }

  @Test(arguments: [
    "", "1.2.3", "1.2.3.4.5", "01.2.3.4", "256.1.1.1", "1.2.3.", "+1.2.3.4", "0x7f.0.0.1", "1",
    ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "::1%eth0",
    "[1.2.3.4]", "[::1", "1:2:3:4:5:6:7::8", "::1.2.3", "1.2.3.4::", ":1::2", "1::2:", "::+1",
  ])
  func `are nothing else`(text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test func `are made of four or sixteen bytes`() {
    #expect(IPAddress([1, 2, 3, 4])?.description == "1.2.3.4")
    #expect(IPAddress([1, 2, 3]) == nil)
    #expect(IPAddress([UInt8](repeating: 0, count: 16))?.description == "::")
  }
}
