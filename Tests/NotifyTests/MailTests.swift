import Dates
import Findings
import Foundation
import Notify
import Score
import Support
import Testing
import Texts

/// Mail, against a mail server on loopback (`Tests/Interop/smtp_server.py`).
@Suite(.serialized)
struct `Mail` {
  /// A running server; it ends with the value.
  private final class Server {
    let folder: TemporaryFolder
    let port: Int
    private let process = Process()
    private let input = Pipe()

    init(_ words: [String]) throws {
      folder = try TemporaryFolder()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
      process.arguments = ["\(Fixtures.root)/Tests/Interop/smtp_server.py", folder.path] + words
      process.standardInput = input
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let line = output.fileHandleForReading.availableData
      port = try #require(
        Int(String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    deinit {
      try? input.fileHandleForWriting.close()
      process.waitUntilExit()
    }

    func text(_ name: String) -> String? {
      FileManager.default.contents(atPath: "\(folder.path)/\(name)")
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private static func tell(
    _ address: String, authorities: String? = nil, startTLS: MailSettings.StartTLS = .none,
    account: Bool = false
  ) throws -> Notifier.Outcome {
    var channel = NotifyChannel(service: .mail, place: "plan.yaml:9:5")
    channel.address = address
    channel.authorities = authorities
    var mail = MailSettings(
      from: "mingcha@example.gov.cn", recipients: ["a@example.gov.cn", "b@example.gov.cn"])
    mail.startTLS = startTLS
    if account {
      mail.userVariable = "WHO"
      mail.passwordVariable = "WORD"
    }
    channel.mail = mail
    let told = Notifier(
      channels: [channel], environment: ["WHO": "audit", "WORD": "geheim-1"],
      now: Timestamp(secondsSince1970: 1_767_225_600)
    ).tell(from: try AuditSketch.audit([.pass]), to: try AuditSketch.audit([.fail]))
    return try #require(told.first).outcome
  }

  @Test func `arrives whole at a relay without TLS`() throws {
    let server = try Server([])
    #expect(try Self.tell("smtp://127.0.0.1:\(server.port)") == .sent)
    let log = try #require(server.text("0.log"))
    #expect(log.contains("clear MAIL FROM:<mingcha@example.gov.cn>"))
    #expect(log.contains("clear RCPT TO:<b@example.gov.cn>"))
    let mail = try #require(server.text("0.eml"))
    let parts = mail.components(separatedBy: "\r\n\r\n")
    #expect(parts[0].contains("Subject: =?UTF-8?B?"))
    let body = try #require(
      Data(base64Encoded: parts[1], options: .ignoreUnknownCharacters))
    let text = String(decoding: body, as: UTF8.self)
    #expect(text.contains("新出现") && text.contains("区财政局 A.1"), "\(text)")
  }

  @Test(.enabled(if: TestAuthority.isAvailable), arguments: ["starttls", "wrapped"])
  func `goes over TLS with the account, and the password never in the clear`(tls: String) throws {
    let authority = try TestAuthority()
    let pair = try authority.issue(.none, address: "127.0.0.1")
    let server = try Server(["--tls", tls, "--certificate", pair.certificate, "--key", pair.key])
    let scheme = tls == "wrapped" ? "smtps" : "smtp"
    let outcome = try Self.tell(
      "\(scheme)://127.0.0.1:\(server.port)", authorities: authority.certificate,
      startTLS: .required, account: true)
    #expect(outcome == .sent)
    let log = try #require(server.text("0.log"))
    #expect(log.contains("auth |audit|geheim-1"))
    #expect(log.contains("tls MAIL FROM") && !log.contains("clear MAIL"))
    #expect(!log.contains("clear AUTH"))
  }

  @Test func `does not go to a server that knows no STARTTLS`() throws {
    let server = try Server([])
    guard
      case .failed(let reason) = try Self.tell(
        "smtp://127.0.0.1:\(server.port)", startTLS: .required, account: true)
    else {
      Issue.record("sent in the clear")
      return
    }
    #expect(!reason.en.contains("geheim"))
    #expect(server.text("0.log") == nil)
  }

  @Test(
    .enabled(if: TestAuthority.isAvailable),
    arguments: [TLSFault.selfSigned, .unknownIssuer, .expired, .wrongName])
  func `does not go to a server whose certificate can't be trusted`(fault: TLSFault) throws {
    let authority = try TestAuthority()
    let pair = try authority.issue(fault, address: "127.0.0.1")
    for (tls, scheme) in [("wrapped", "smtps"), ("starttls", "smtp")] {
      let server = try Server(["--tls", tls, "--certificate", pair.certificate, "--key", pair.key])
      let outcome = try Self.tell(
        "\(scheme)://127.0.0.1:\(server.port)", authorities: authority.certificate,
        startTLS: .required, account: true)
      guard case .failed = outcome else {
        Issue.record("\(tls): \(outcome)")
        continue
      }
      #expect(server.text("0.log") == nil)
    }
  }

  @Test func `that is refused is told about`() throws {
    let server = try Server(["--refuse"])
    guard case .failed(let reason) = try Self.tell("smtp://127.0.0.1:\(server.port)") else {
      Issue.record("sent")
      return
    }
    #expect(reason.en.contains("550"), "\(reason)")
  }
}
