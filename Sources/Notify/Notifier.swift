package import Dates
import JSON
import Report
package import Score
package import Texts
import Web

/// Tells the channels of a plan what changed between two runs.
package struct Notifier: Sendable {
  /// What became of one channel.
  package enum Outcome: Sendable, Hashable {
    case sent
    /// Nothing changed, and the channel asks for changes only.
    case nothingNew
    /// Why not, without any secret.
    case failed(Bilingual)
  }

  private let channels: [NotifyChannel]
  private let environment: [String: String]
  private let now: Timestamp
  private static let attempts = 3

  /// `environment` holds the variables that the channels name; `now` dates and signs messages.
  package init(channels: [NotifyChannel], environment: [String: String], now: Timestamp) {
    self.channels = channels
    self.environment = environment
    self.now = now
  }

  /// Sends to every channel in turn; `old` is the run before, nil for a first one.
  ///
  /// A first run has nothing to be compared with: only channels with `always` hear of it. Takes at
  /// most 30 seconds an attempt.
  package func tell(
    from old: AuditResult?, to new: AuditResult
  ) -> [(channel: NotifyChannel, outcome: Outcome)] {
    channels.map { channel in
      let note = ChangeNote(from: old, to: new, in: channel.language ?? new.language)
      if note.isEmpty, !channel.always { return (channel, .nothingNew) }
      return (channel, send(note, channel))
    }
  }

  private func send(_ note: ChangeNote, _ channel: NotifyChannel) -> Outcome {
    var secrets = Secrets(environment)
    do {
      let parcel = try parcel(note, channel, &secrets)
      let answer = try Self.delivered(parcel)
      guard let complaint = Self.complaint(answer, channel.service) else { return .sent }
      let words = secrets.redacted(complaint)
      return .failed(
        Bilingual(zh: "对方没有接受：\(words)", en: "the other side did not take it: \(words)"))
    } catch let missing as Secrets.Missing {
      return .failed(
        Bilingual(
          zh: "环境变量 \(missing.variable) 没有设", en: "the variable \(missing.variable) is not set"))
    } catch let fault as DeliveryFault {
      return .failed(
        Bilingual(
          zh: secrets.redacted(fault.message.zh), en: secrets.redacted(fault.message.en)))
    } catch {
      return .failed(Bilingual(zh: "没有发出", en: "it was not sent"))
    }
  }

  /// Tried again at once where nothing had reached the other side.
  private static func delivered(_ parcel: Parcel) throws(DeliveryFault) -> Answer {
    for _ in 1..<attempts {
      do throws(DeliveryFault) {
        return try Courier.send(parcel)
      } catch {
        if !error.isBeforeSending { throw error }
      }
    }
    return try Courier.send(parcel)
  }

  private func parcel(
    _ note: ChangeNote, _ channel: NotifyChannel, _ secrets: inout Secrets
  ) throws -> Parcel {
    if let mail = channel.mail { return try letter(note, channel, mail, &secrets) }
    var address = try webAddress(channel, &secrets)
    var fields = ["Content-Type: application/json; charset=utf-8"]
    let bytes: [UInt8]
    switch channel.service {
    case .wecom: bytes = RobotMessage.wecom(note, channel.form, link: channel.link)
    case .dingtalk:
      bytes = RobotMessage.dingtalk(note, channel.form, link: channel.link)
      if let variable = channel.secretVariable {
        address = RobotMessage.signed(address, secret: try secrets.value(variable), now: now)
      }
    case .webhook, .mail:
      bytes = note.json
      if let variable = channel.secretVariable {
        let token = try secrets.value(variable)
        guard token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
          throw Self.unfit(variable, Bilingual(zh: "一个不含空格的词", en: "one word without spaces"))
        }
        fields.append("Authorization: Bearer \(token)")
      }
    }
    return Parcel(
      address: address, way: .post(fields: fields), bytes: bytes,
      authorities: channel.authorities)
  }

  /// The address of a robot or a webhook: `https`, or `http` to an address of digits.
  private func webAddress(
    _ channel: NotifyChannel, _ secrets: inout Secrets
  ) throws -> String {
    let variable = channel.addressVariable ?? ""
    let text = try secrets.address(variable)
    guard let url = WebURL(text), text.contains("://") else {
      throw Self.unfit(variable, Bilingual(zh: "https 地址", en: "an https address"))
    }
    let isNumber = IPAddress(url.host.filter { $0 != "[" && $0 != "]" }) != nil
    guard url.string.hasPrefix("https://") || isNumber else {
      throw Self.unfit(
        variable,
        Bilingual(
          zh: "https 地址（http 只用于写成数字的内网地址）",
          en: "an https address (http only for a numeric address of the own network)"))
    }
    return url.string
  }

  private func letter(
    _ note: ChangeNote, _ channel: NotifyChannel, _ mail: MailSettings, _ secrets: inout Secrets
  ) throws -> Parcel {
    let variable = channel.addressVariable ?? ""
    let text = try channel.address ?? secrets.value(variable)
    guard let server = MailServer(text) else { throw Self.unfit(variable, MailServer.expected) }
    let message = MailMessage(
      from: mail.from, recipients: mail.recipients, subject: note.subject,
      text: note.text(.text, link: channel.link, most: 200_000), now: now)
    var parcel = Parcel(
      address: server.address,
      way: .mail(
        from: mail.from, recipients: mail.recipients,
        mustTurnToTLS: !server.isWrapped && mail.startTLS == .required),
      bytes: message.bytes, authorities: channel.authorities)
    if let user = mail.userVariable { parcel.user = try secrets.value(user) }
    if let password = mail.passwordVariable { parcel.password = try secrets.value(password) }
    return parcel
  }

  private static func unfit(_ variable: String, _ expected: Bilingual) -> DeliveryFault {
    DeliveryFault(
      message: Bilingual(
        zh: "环境变量 \(variable) 应为\(expected.zh)",
        en: "the variable \(variable) must be \(expected.en)"))
  }

  /// What an answer complains of; nil when the message was taken.
  private static func complaint(
    _ answer: Answer, _ service: NotifyChannel.Service
  ) -> String? {
    switch service {
    case .mail: nil
    case .wecom, .dingtalk, .webhook:
      if !(200..<300).contains(answer.status) {
        "HTTP \(answer.status)"
      } else {
        service == .webhook ? nil : RobotMessage.complaint(answer)
      }
    }
  }
}
