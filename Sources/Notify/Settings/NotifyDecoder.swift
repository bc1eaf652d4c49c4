import Texts
import Web
package import YAML

/// Reads the `notify` of a plan.
package struct NotifyDecoder {
  private let log: YAMLProblemLog
  /// Reads a `ca-file`: the path of a file that holds certificates, or nil with a problem logged.
  private let authorities: (YAMLValue?) -> String?

  package init(log: YAMLProblemLog, authorities: @escaping (YAMLValue?) -> String?) {
    self.log = log
    self.authorities = authorities
  }

  /// The channels in the plan's order; faulty ones are logged and left out.
  package func decode(_ plan: YAMLMapping) -> [NotifyChannel] {
    (plan.mappings("notify", log: log) ?? []).compactMap(channel)
  }

  private static let common = ["to", "always", "lang", "link", "ca-file"]

  private static func keys(_ service: NotifyChannel.Service) -> [String] {
    switch service {
    case .wecom: common + ["url-env", "format"]
    case .dingtalk: common + ["url-env", "secret-env", "format"]
    case .webhook: common + ["url-env", "token-env"]
    case .mail:
      common + ["url", "url-env", "from", "recipients", "user-env", "password-env", "starttls"]
    }
  }

  private func channel(_ item: YAMLMapping) -> NotifyChannel? {
    item.require(["to"], log: log)
    guard
      let service = item.enumeration("to", of: NotifyChannel.Service.self, log: log)
    else { return nil }
    let keys = Self.keys(service)
    let written = ["url", "secret", "token", "user", "password"].filter {
      item.place(of: $0) != nil && !keys.contains($0)
    }
    for key in written { refuseSecret(item, key) }
    item.without(Set(written)).allow(only: keys, log: log)
    let value = item.value
    var channel = NotifyChannel(
      service: service, place: "\(value.file):\(value.line):\(value.column)")
    channel.addressVariable = variable(item, "url-env")
    channel.secretVariable = variable(item, service == .webhook ? "token-env" : "secret-env")
    channel.form = item.enumeration("format", of: NotifyChannel.Form.self, log: log) ?? .markdown
    channel.always = item.bool("always", log: log) ?? false
    channel.language = item.enumeration("lang", of: Language.self, log: log)
    channel.link = link(item)
    channel.authorities = authorities(item["ca-file"])
    if service == .mail {
      guard let mail = mail(item, &channel) else { return nil }
      channel.mail = mail
    } else {
      item.require(["url-env"], log: log)
    }
    return channel
  }

  private func refuseSecret(_ item: YAMLMapping, _ key: String) {
    guard let place = item.place(of: key) else { return }
    log.add(
      place.problem(
        Bilingual(
          zh: "“\(key)”不能写在方案里：把它放进环境变量，这里写 \(key)-env: 变量名",
          en: "\"\(key)\" must not stand in a plan: put it into a variable of the environment and "
            + "write \(key)-env: NAME")))
  }

  /// A variable's name: letters, digits and `_`.
  private func variable(_ item: YAMLMapping, _ key: String) -> String? {
    guard let value = item[key], let text = value.string(log: log) else { return nil }
    let isName = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "_")
    }
    if isName, text.utf8.first.map({ $0 > 0x39 }) ?? false { return text }
    // The value is not shown: it may be the secret itself.
    log.add(
      value.problem(
        Bilingual(
          zh: "\(key) 应为环境变量的名称（字母、数字、下划线），如 MINGCHA_WECOM_URL",
          en: "\(key) must be the name of a variable (letters, digits, \"_\"), such as "
            + "MINGCHA_WECOM_URL")))
    return nil
  }

  private func link(_ item: YAMLMapping) -> String? {
    guard let value = item["link"], let text = value.string(log: log) else { return nil }
    if text.contains("://"), let url = WebURL(text) { return url.string }
    value.reject(
      expected: Bilingual(
        zh: "报告的网址，如 https://example.gov.cn/mingcha/",
        en: "the report's address, such as https://example.gov.cn/mingcha/"), log: log)
    return nil
  }

  private func mail(_ item: YAMLMapping, _ channel: inout NotifyChannel) -> MailSettings? {
    item.require(["from", "recipients"], log: log)
    switch (item["url"], item["url-env"]) {
    case (nil, nil):
      log.add(
        item.value.problem(
          Bilingual(
            zh: "缺少键“url”（如 smtps://smtp.example.gov.cn）或“url-env”",
            en: "missing key \"url\" (such as smtps://smtp.example.gov.cn) or \"url-env\"")))
    case (let url?, nil):
      guard let text = url.string(log: log) else { return nil }
      guard MailServer(text) != nil else {
        url.reject(expected: MailServer.expected, log: log)
        return nil
      }
      channel.address = text
    case (nil, _?): break
    case (let url?, _?):
      log.add(
        url.problem(Bilingual(zh: "url 和 url-env 只能写一个", en: "give url or url-env, not both")))
    }
    let from = item["from"].flatMap(mailbox)
    let recipients = recipients(item)
    guard let from, !recipients.isEmpty else { return nil }
    var mail = MailSettings(from: from, recipients: recipients)
    mail.userVariable = variable(item, "user-env")
    mail.passwordVariable = variable(item, "password-env")
    mail.startTLS =
      item.enumeration("starttls", of: MailSettings.StartTLS.self, log: log) ?? .required
    checkAccount(item, mail)
    return mail
  }

  private func checkAccount(_ item: YAMLMapping, _ mail: MailSettings) {
    if (item["user-env"] == nil) != (item["password-env"] == nil) {
      log.add(
        item.value.problem(
          Bilingual(
            zh: "user-env 和 password-env 要一起写", en: "user-env and password-env go together")))
    }
    if mail.startTLS == .none, let place = item["password-env"] {
      log.add(
        place.problem(
          Bilingual(
            zh: "starttls: none 时不能用密码（会明文传送）；改为 required 或用 smtps://",
            en: "no password with starttls: none, it would go out in the clear; write required, "
              + "or use smtps://")))
    }
  }

  private func recipients(_ item: YAMLMapping) -> [String] {
    guard let value = item["recipients"] else { return [] }
    var values = [value]
    if case .sequence(let items) = value.content {
      values = items
      if items.isEmpty {
        value.reject(expected: Bilingual(zh: "至少一个邮箱", en: "at least one mailbox"), log: log)
      }
    }
    return values.compactMap(mailbox)
  }

  /// A plain address `name@host`; nothing that could end a header or a command.
  private func mailbox(_ value: YAMLValue) -> String? {
    guard let text = value.string(log: log) else { return nil }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isPlain = text.utf8.allSatisfy {
      (0x21...0x7E).contains($0) && !"<>()[],;:\\\"".utf8.contains($0)
    }
    if isPlain, parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), text.utf8.count <= 254 {
      return text
    }
    value.reject(
      expected: Bilingual(zh: "一个邮箱，如 jc@example.gov.cn", en: "a mailbox such as a@example.org"),
      log: log)
    return nil
  }
}
