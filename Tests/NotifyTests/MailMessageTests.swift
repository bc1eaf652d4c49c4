import Dates
import Testing

@testable import Notify  // the wire form of a mail has no door of its own

/// Mails as they go over the wire.
struct `A mail` {
  private static func message(_ subject: String, _ text: String = "正文\n") throws -> MailMessage {
    MailMessage(
      from: "mingcha@example.gov.cn", recipients: ["a@example.gov.cn", "b@example.gov.cn"],
      subject: subject, text: text, now: try #require(Timestamp("2026-11-22T03:05:09Z")))
  }

  @Test func `has a head that any reader takes, and a body in base 64`() throws {
    let bytes = try Self.message("明察", String(repeating: "一二三四五六七八九十\n", count: 9)).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.components("\r\n")
    #expect(lines.contains("Date: Sun, 22 Nov 2026 11:05:09 +0800"))
    #expect(lines.contains("Subject: =?UTF-8?B?5piO5a+f?="))
    #expect(lines.contains("To: <a@example.gov.cn>,"))
    #expect(lines.contains(" <b@example.gov.cn>"))
    #expect(lines.contains("Content-Type: text/plain; charset=utf-8"))
    #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect(text.hasSuffix("\r\n"))
  }

  @Test func `folds a long subject into words that hold whole signs`() {
    let encoded = MailMessage.encoded(String(repeating: "察", count: 40))
    let words = encoded.components("\r\n ")
    #expect(words.count == 3)
    #expect(words.allSatisfy { $0.utf8.count <= 75 && $0.hasPrefix("=?UTF-8?B?") })
  }

  @Test func `lets no subject end its header`() throws {
    let text = String(
      decoding: try Self.message("a\r\nBcc: x@example.org").bytes, as: UTF8.self)
    #expect(!text.contains("Bcc"))
  }
}

extension String {
  /// The parts between separators.
  fileprivate func components(_ separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
