import Testing
import Web

// The cache is the engine's own; its rules are those of the standard and are tested one by one.
@testable import Crawl

struct RobotsCacheTests {
  private let closed = RobotsFile(Array("User-agent: *\nDisallow: /x".utf8))
  private let origin = "http://a.cn"

  private func url(_ path: String) throws -> WebURL { try #require(WebURL("http://a.cn\(path)")) }

  @Test func `the file is asked for first, once`() throws {
    var cache = RobotsCache()
    #expect(cache.permission(for: try url("/a"), now: 0) == .mustAsk)
    cache.asked(origin)
    #expect(cache.permission(for: try url("/a"), now: 0) == .waits)
    cache.take(closed, of: origin, fetchedAt: 0)
    #expect(cache.permission(for: try url("/a"), now: 1) == .allowed)
    #expect(cache.permission(for: try url("/x"), now: 1) == .refused("robots.disallowed"))
  }

  @Test func `each origin has its own file (§2.3)`() throws {
    var cache = RobotsCache()
    cache.take(closed, of: origin, fetchedAt: 0)
    let other = try #require(WebURL("https://a.cn/x"))
    #expect(cache.permission(for: other, now: 0) == .mustAsk)
  }

  @Test func `a file is believed for a day and no longer (§2.4)`() throws {
    var cache = RobotsCache()
    cache.take(closed, of: origin, fetchedAt: 100)
    #expect(cache.permission(for: try url("/a"), now: 100 + 86_399) == .allowed)
    #expect(cache.permission(for: try url("/a"), now: 100 + 86_400) == .mustAsk)
    cache.asked(origin)
    cache.take(.allowsAll, of: origin, fetchedAt: 86_500)
    #expect(cache.permission(for: try url("/x"), now: 86_501) == .allowed)
  }

  @Test func `a file that can't be renewed stays in force (§2.4)`() throws {
    var cache = RobotsCache()
    cache.take(closed, of: origin, fetchedAt: 0)
    var now = 86_400.0
    for _ in 1...2 {
      #expect(cache.permission(for: try url("/a"), now: now) == .mustAsk)
      cache.asked(origin)
      cache.failed(origin, code: "robots.unreachable", detail: nil, now: now, pause: 3)
      now += 3
    }
    #expect(cache.permission(for: try url("/a"), now: now) == .allowed)
    #expect(cache.permission(for: try url("/x"), now: now) == .refused("robots.disallowed"))
  }

  @Test func `unreachable twice forbids all, with the reason (§2.3.1.4)`() throws {
    var cache = RobotsCache()
    cache.asked(origin)
    cache.failed(origin, code: "dns.failed", detail: "a", now: 0, pause: 3)
    #expect(cache.permission(for: try url("/a"), now: 1) == .waitsUntil(3))
    #expect(cache.permission(for: try url("/a"), now: 3) == .mustAsk)
    cache.asked(origin)
    cache.failed(origin, code: "robots.unreachable", detail: "HTTP 500", now: 3, pause: 3)
    #expect(cache.permission(for: try url("/a"), now: 9) == .refused("robots.unreachable"))
    #expect(cache.detail(of: try url("/a"), code: "robots.unreachable") == "HTTP 500")
    #expect(cache.detail(of: try url("/a"), code: "budget.pages") == nil)
  }

  @Test func `a host that was given up is not asked again`() throws {
    var cache = RobotsCache()
    cache.asked(origin)
    cache.failed(origin, code: "dns.failed", detail: nil, now: 0, pause: nil)
    #expect(cache.permission(for: try url("/a"), now: 0) == .refused("dns.failed"))
  }
}
