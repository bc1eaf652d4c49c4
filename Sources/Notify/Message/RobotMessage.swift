import Codings
import Dates
import JSON
import Report

/// What the group robots of 企业微信 and 钉钉 take, and what they answer.
///
/// Sources: developer.work.weixin.qq.com/document/path/91770 (text ≤ 2048 bytes, markdown ≤ 4096);
/// open.dingtalk.com, “自定义机器人接入” (20,000 bytes, and the signature).
enum RobotMessage {
  /// The JSON of a message to 企业微信.
  static func wecom(_ note: ChangeNote, _ form: NotifyChannel.Form, link: String?) -> [UInt8] {
    var json = JSONWriter(.oneLine)
    json.object { json in
      json.member("msgtype", form.rawValue)
      json.object(form.rawValue) {
        switch form {
        case .text: $0.member("content", note.text(.text, link: link, most: 2048))
        case .markdown: $0.member("content", note.text(.markdown, link: link, most: 4096))
        }
      }
    }
    return json.finished()
  }

  /// The JSON of a message to 钉钉.
  static func dingtalk(_ note: ChangeNote, _ form: NotifyChannel.Form, link: String?) -> [UInt8] {
    let room = 18_000
    var json = JSONWriter(.oneLine)
    json.object { json in
      json.member("msgtype", form.rawValue)
      json.object(form.rawValue) {
        switch form {
        case .text: $0.member("content", note.text(.text, link: link, most: room))
        case .markdown:
          $0.member("title", note.subject)
          $0.member("text", note.text(.markdown, link: link, most: room))
        }
      }
    }
    return json.finished()
  }

  /// The address with the signature that 钉钉 wants: HMAC-SHA256 of `<ms>\n<secret>` by the secret.
  static func signed(_ address: String, secret: String, now: Timestamp) -> String {
    let moment = "\(now.secondsSince1970)000"
    let code = MessageCode.sha256(Array("\(moment)\n\(secret)".utf8), key: Array(secret.utf8))
    let sign = Base64.text(code).replacing("+", with: "%2B").replacing("/", with: "%2F")
      .replacing("=", with: "%3D")
    return address + (address.contains("?") ? "&" : "?") + "timestamp=\(moment)&sign=\(sign)"
  }

  /// What a robot's answer complains of; nil when it took the message (`errcode` 0).
  static func complaint(_ answer: Answer) -> String? {
    guard let json = JSONValue(answer.body), let code = json["errcode"]?.number else {
      return "no errcode in the answer"
    }
    return code == 0 ? nil : "errcode \(code): \(json["errmsg"]?.text ?? "")"
  }
}
