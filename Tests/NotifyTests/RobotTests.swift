import Dates
import Findings
import Foundation
import Notify
import Score
import Support
import Synchronization
import Testing
import Texts

/// Group robots and webhooks, against a server on loopback.
struct `A robot` {
  private static let now = Timestamp(secondsSince1970: 1_767_225_600)

  private static func channel(_ service: NotifyChannel.Service) -> NotifyChannel {
    var channel = NotifyChannel(service: service, place: "plan.yaml:9:5")
    channel.addressVariable = "ROBOT"
    return channel
  }

  /// Tells one channel; the server answers with `answer`.
  private static func tell(
    _ channel: NotifyChannel, from old: AuditResult?, to new: AuditResult,
    path: String = "/send?key=geheimgeheim", secret: String? = nil,
    answer: ServerReply = .response(.text(#"{"errcode":0,"errmsg":"ok"}"#))
  ) throws -> (outcome: Notifier.Outcome, requests: [ServerRequest]) {
    let server = try LoopbackServer { _ in answer }
    defer { server.stop() }
    var environment = ["ROBOT": "\(server.origin)\(path)\n"]
    environment["SECRET"] = secret
    let told = Notifier(channels: [channel], environment: environment, now: now)
      .tell(from: old, to: new)
    return (try #require(told.first).outcome, server.requests)
  }

  private static func content(_ request: ServerRequest?, _ keys: String...) throws -> String {
    let body = Data(try #require(request).body)
    var value: Any? = try JSONSerialization.jsonObject(with: body)
    for key in keys { value = (value as? [String: Any])?[key] }
    return try #require(value as? String)
  }

  @Test(arguments: [
    (NotifyChannel.Service.wecom, NotifyChannel.Form.markdown, "content"),
    (.wecom, .text, "content"), (.dingtalk, .markdown, "text"), (.dingtalk, .text, "content"),
  ])
  func `is told only what changed`(
    service: NotifyChannel.Service, form: NotifyChannel.Form, key: String
  ) throws {
    var channel = Self.channel(service)
    channel.form = form
    channel.link = "https://example.gov.cn/mingcha/"
    let (outcome, requests) = try Self.tell(
      channel,
      from: try AuditSketch.audit([.pass, .fail, .fail, .pass], percent: 50),
      to: try AuditSketch.audit([.fail, .pass, .fail, .undetermined], percent: 45))
    #expect(outcome == .sent)
    #expect(requests.count == 1 && requests[0].method == "POST")
    #expect(requests[0].field("content-type")?.hasPrefix("application/json") == true)
    #expect(try Self.content(requests.first, "msgtype") == form.rawValue)
    let text = try Self.content(requests.first, form.rawValue, key)
    for part in ["新出现", "A.1", "已整改", "A.2", "现未能见", "A.4", "50.0%", "45.0%", "/mingcha/"] {
      #expect(text.contains(part), "\(part): \(text)")
    }
    #expect(!text.contains("A.3"), "did not change")
    #expect(text.contains("[查看报告]") == (form == .markdown))
  }

  @Test func `hears nothing when nothing changed, unless it always wants to`() throws {
    let audit = try AuditSketch.audit([.fail, .pass])
    for service in [NotifyChannel.Service.wecom, .dingtalk, .webhook] {
      var channel = Self.channel(service)
      var told = try Self.tell(channel, from: audit, to: audit)
      #expect(told.outcome == .nothingNew && told.requests.isEmpty)
      told = try Self.tell(channel, from: nil, to: audit)
      #expect(told.outcome == .nothingNew && told.requests.isEmpty)
      channel.always = true
      told = try Self.tell(channel, from: audit, to: audit)
      #expect(told.outcome == .sent && told.requests.count == 1)
    }
  }

  @Test func `of 钉钉 gets an address signed with the secret`() throws {
    var channel = Self.channel(.dingtalk)
    channel.secretVariable = "SECRET"
    let (outcome, requests) = try Self.tell(
      channel, from: try AuditSketch.audit([.pass]), to: try AuditSketch.audit([.fail]),
      path: "/robot/send?access_token=abc", secret: "SECabc123")
    #expect(outcome == .sent)
    // Computed with Python's hmac for 2026-01-01T00:00:00Z.
    #expect(
      requests.first?.target == "/robot/send?access_token=abc&timestamp=1767225600000"
        + "&sign=pvwH8bM5eQ0kH1kr%2BRPVoBxU5B9l7NCsCB86NIxp2WY%3D")
  }

  @Test func `that is a webhook gets the comparison as JSON, and its token`() throws {
    var channel = Self.channel(.webhook)
    channel.secretVariable = "SECRET"
    let (outcome, requests) = try Self.tell(
      channel, from: try AuditSketch.audit([.pass]), to: try AuditSketch.audit([.fail]),
      secret: "token-1234", answer: .response(ServerResponse(status: 204, body: [])))
    #expect(outcome == .sent)
    #expect(try Self.content(requests.first, "schema") == "mingcha.diff/1")
    #expect(requests.first?.field("authorization") == "Bearer token-1234")
  }

  @Test(arguments: [
    (NotifyChannel.Form.text, 2048), (.markdown, 4096),
  ])
  func `of 企业微信 gets no more than it takes, and the rest is counted`(
    form: NotifyChannel.Form, most: Int
  ) throws {
    var channel = Self.channel(.wecom)
    channel.form = form
    let (outcome, requests) = try Self.tell(
      channel, from: try AuditSketch.audit(Array(repeating: .pass, count: 120)),
      to: try AuditSketch.audit(Array(repeating: .fail, count: 120)))
    #expect(outcome == .sent)
    let text = try Self.content(requests.first, form.rawValue, "content")
    #expect(text.utf8.count <= most && text.utf8.count > most / 4)
    #expect(text.contains("新出现 (120)") && text.contains("另有"))
  }

  @Test func `cannot be made to link, mention or shout by what a website says`() throws {
    let hostile = "[点这里](http://evil.example) <font color=red>@all</font> **x** # y"
    let (_, requests) = try Self.tell(
      Self.channel(.wecom), from: try AuditSketch.audit([.pass]),
      to: try AuditSketch.audit([.fail], message: hostile))
    let text = try Self.content(requests.first, "markdown", "content")
    for sign in ["[", "<", "@", "**"] { #expect(!text.contains(sign), "\(sign): \(text)") }
  }

  @Test(arguments: [
    (ServerReply.response(.text(#"{"errcode":93000,"errmsg":"bad key geheimgeheim"}"#)), "93000"),
    (.response(.text("down", status: 503)), "503"),
    (.redirect(to: "http://127.0.0.2:1/other"), "302"),
    (.response(.text("<html>")), "errcode"), (.rawThenClose([]), ""),
    (.endless(head: Array("HTTP/1.1 200 OK\r\n\r\n".utf8), chunk: Array("word".utf8)), ""),
  ])
  func `that does not take it is told about without a secret`(
    reply: ServerReply, word: String
  ) throws {
    let (outcome, requests) = try Self.tell(
      Self.channel(.wecom), from: try AuditSketch.audit([.pass]),
      to: try AuditSketch.audit([.fail]), answer: reply)
    guard case .failed(let reason) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(word.isEmpty || reason.zh.contains(word) && reason.en.contains(word), "\(reason)")
    #expect(!reason.zh.contains("geheim") && !reason.en.contains("geheim"))
    #expect(requests.count == 1, "a message that may have arrived is not sent twice")
  }

  @Test(arguments: [
    (nil, "ROBOT"), ("   ", "ROBOT"), ("http://qyapi.example.cn/send?key=geheimgeheim", "https"),
    ("ftp://127.0.0.1/geheimgeheim", "https"), ("geheimgeheim", "https"),
    ("http://127.0.0.1:1/geheimgeheim-geheim", ""),
  ])
  func `whose variable is missing or wrong fails without being shown`(
    address: String?, word: String
  ) throws {
    let told = Notifier(
      channels: [Self.channel(.wecom)], environment: address.map { ["ROBOT": $0] } ?? [:],
      now: Self.now
    ).tell(from: try AuditSketch.audit([.pass]), to: try AuditSketch.audit([.fail]))
    guard case .failed(let reason) = try #require(told.first).outcome else {
      Issue.record("\(told)")
      return
    }
    #expect(word.isEmpty || reason.zh.contains(word), "\(reason)")
    #expect(!reason.zh.contains("geheim") && !reason.en.contains("geheim"))
  }

  @Test(
    .enabled(if: TestAuthority.isAvailable),
    arguments: [TLSFault.selfSigned, .unknownIssuer, .expired, .wrongName])
  func `whose certificate can't be trusted is told nothing`(fault: TLSFault) throws {
    let authority = try TestAuthority()
    let server = try TLSServer(fault, address: "127.0.0.1", authority: authority)
    defer { server.stop() }
    var channel = Self.channel(.wecom)
    channel.authorities = authority.certificate
    let told = Notifier(
      channels: [channel], environment: ["ROBOT": "\(server.start)?key=geheimgeheim"],
      now: Self.now
    ).tell(from: try AuditSketch.audit([.pass]), to: try AuditSketch.audit([.fail]))
    guard case .failed(let reason) = try #require(told.first).outcome else {
      Issue.record("\(told)")
      return
    }
    #expect(reason.en.contains("certificate"), "\(reason)")
  }
}
