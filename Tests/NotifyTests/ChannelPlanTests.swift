import Notify
import Testing
import Texts
import YAML

/// `notify` in a plan.
struct `Notify in a plan` {
  private static func read(_ text: String) throws -> (channels: [NotifyChannel], problems: String) {
    let root = try YAMLDocument.read(Array(text.utf8), file: "plan.yaml")
    let log = YAMLProblemLog()
    let map = try #require(root.mapping(log: log))
    let channels = NotifyDecoder(log: log) { $0?.text }.decode(map)
    return (channels, log.problems.map(\.description).joined(separator: "\n"))
  }

  @Test func `names every kind of channel`() throws {
    let (channels, problems) = try Self.read(
      """
      notify:
        - {to: wecom, url-env: MINGCHA_WECOM_URL}
        - {to: dingtalk, url-env: DING_URL, secret-env: DING_SECRET, format: text, always: true}
        - {to: webhook, url-env: HOOK, token-env: TOKEN, lang: en, ca-file: /etc/ca.pem}
        - to: mail
          url: smtp://mail.example.gov.cn:587
          from: mingcha@example.gov.cn
          recipients: [a@example.gov.cn, b@example.gov.cn]
          user-env: SMTP_USER
          password-env: SMTP_PASSWORD
          link: https://example.gov.cn/mingcha/latest/
      """)
    #expect(problems.isEmpty, "\(problems)")
    #expect(channels.map(\.service) == [.wecom, .dingtalk, .webhook, .mail])
    #expect(channels[0].addressVariable == "MINGCHA_WECOM_URL" && channels[0].form == .markdown)
    #expect(channels[1].secretVariable == "DING_SECRET" && channels[1].always)
    #expect(channels[1].form == .text && channels[2].language == .english)
    #expect(channels[2].authorities == "/etc/ca.pem")
    #expect(channels[3].mail?.recipients.count == 2 && channels[3].mail?.startTLS == .required)
    #expect(channels[3].place == "plan.yaml:5:5")
  }

  @Test(arguments: [
    ("{to: wecon, url-env: A}", "wecom"), ("{to: wecom}", "url-env"),
    ("{to: wecom, url-env: A, colour: red}", "colour"),
    ("{to: wecom, url: \"https://qyapi.example/?key=geheim\"}", "url-env"),
    ("{to: dingtalk, url-env: A, secret: geheim}", "secret-env"),
    ("{to: wecom, url-env: \"https://geheim.example/\"}", "MINGCHA_WECOM_URL"),
    ("{to: wecom, url-env: A, format: html}", "markdown"),
    ("{to: mail, from: a@b.cn, recipients: [c@d.cn]}", "smtps://"),
    ("{to: mail, url: \"https://a.cn\", from: a@b.cn, recipients: [c@d.cn]}", "smtps://"),
    ("{to: mail, url: \"smtp://u:geheim@a.cn\", from: a@b.cn, recipients: [c@d.cn]}", "smtps://"),
    ("{to: mail, url: smtp://a.cn, from: \"a@b.cn\\r\\nBcc: x@y.cn\", recipients: [c@d.cn]}", "@"),
    ("{to: mail, url: smtp://a.cn, from: a@b.cn, recipients: []}", "recipients"),
    (
      "{to: mail, url: smtp://a.cn, from: a@b.cn, recipients: [c@d.cn], user-env: U}",
      "password-env"
    ),
    (
      "{to: mail, url: smtp://a.cn, from: a@b.cn, recipients: [c@d.cn], user-env: U, "
        + "password-env: P, starttls: none}", "starttls: none"
    ),
    ("{to: mail, url: smtp://a.cn, from: a@b.cn, recipients: [c@d.cn], link: there}", "https://"),
  ])
  func `is refused at its place, with the remedy and without the secret`(
    item: String, remedy: String
  ) throws {
    let (_, problems) = try Self.read("notify:\n  - \(item)\n")
    #expect(problems.contains("plan.yaml:2:"), "\(problems)")
    #expect(
      problems.contains(remedy) || (remedy == "recipients" && problems.contains("邮箱")),
      "\(problems)")
    #expect(!problems.contains("geheim") || item.contains("smtp://u:"), "\(problems)")
  }
}
