import Web

/// One way in which a server misbehaves: a site of its own, so that no other hides it.
package struct HostileSite: Sendable {
  package typealias Reply = @Sendable (ServerRequest) -> ServerReply

  /// A short name of letters, digits and `-`; the site's id in a plan.
  package let name: String
  /// The outcome codes that are right for the start page; several where the kernel decides which
  /// of two ends of a connection is seen first.
  package let codes: [String]
  /// What is wrong with the server, or what the code follows from.
  package let why: String
  /// Path and query of the address that is asked for first.
  package let start: String
  /// No more requests than these may reach the server, all that is not a page included.
  package let mostRequests: Int
  /// Every address misbehaves, not the start page alone.
  private let isEverywhere: Bool
  private let robots: Reply?
  private let page: Reply

  /// One row of the tables.
  ///
  /// `robots` answers for robots.txt, which is a 404 without it. A site with a bound of its own
  /// (`mostRequests`) plays all its addresses; the others have nothing beside the start page.
  package init(
    _ name: String, _ codes: String..., why: String, start: String = "/", mostRequests: Int? = nil,
    robots: Reply? = nil, reply: @escaping Reply
  ) {
    self.name = name
    self.codes = codes
    self.why = why
    self.start = start
    self.mostRequests = mostRequests ?? Self.usualRequests
    isEverywhere = mostRequests != nil
    self.robots = robots
    page = reply
  }

  /// What the site's server does with a request.
  package func reply(to request: ServerRequest) -> ServerReply {
    if request.path == "/robots.txt" { return robots?(request) ?? .notFound }
    guard isEverywhere || request.target == start else { return .notFound }
    return page(request)
  }

  /// Enough for a start page, robots.txt and what else a crawler asks every site for, each with
  /// its repetitions.
  private static let usualRequests = 16
}

/// Every site of the hostile world, in the order of the tables.
package let allHostileSites: [HostileSite] =
  headSites + statusSites + bodySites + chunkSites + codingSites + redirectSites + escapeSites
  + typeSites + monsterSites + trapSites + challengeSites + robotsSites + throttleSites

extension ServerRequest {
  /// `http://host:port` as the client named it.
  package var origin: String { "http://\(field("host") ?? "127.0.0.1")" }
}

/// The makings of replies that several tables use.
enum Hostile {
  /// A page of content that no reader takes for an error.
  static let content =
    "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>工作动态</title></head><body><p>"
    + String(repeating: "推进政务公开工作，落实主动公开目录。", count: 40) + "</p></body></html>"

  /// The same as a reply.
  static let page = ServerReply.html(content)

  /// A page of content with links below it.
  static func page(links: [String]) -> ServerReply {
    .html(content + links.map { "<a href=\"\($0)\">栏目</a>" }.joined(separator: "\n"))
  }

  /// The lines as a head, CRLF and the empty line included, then `body`.
  static func message(_ lines: String..., body: [UInt8] = []) -> [UInt8] {
    Array((lines + ["", ""]).joined(separator: "\r\n").utf8) + body
  }

  /// A good status line and type, the lines, and `body`.
  static func ok(_ lines: String..., body: String = content) -> [UInt8] {
    let all = ["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8"] + lines + ["", ""]
    return Array(all.joined(separator: "\r\n").utf8) + Array(body.utf8)
  }

  /// A body under a content coding.
  static func coded(_ coding: String, _ body: [UInt8]) -> ServerReply {
    .response(
      ServerResponse(
        fields: [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", coding)],
        body: body))
  }

  /// A body under a type.
  static func typed(_ type: String, _ body: [UInt8]) -> ServerReply {
    .response(ServerResponse(fields: [("Content-Type", type)], body: body))
  }
}
