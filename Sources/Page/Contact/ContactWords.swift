/// The labels under which pages give their contact fields.
///
/// Source: 政府信息公开条例 art. 12 (办公地址, 办公时间, 联系电话, 传真号码, 互联网联系方式) and art. 20(2) (负责人姓名).
enum ContactWords {
  /// The kind of a label without white space; nil for any other label.
  static func kind(of label: [UInt8]) -> ContactField.Kind? {
    guard label.count >= 6, label.count <= 60 else { return latin(label) }
    if let kind = exact[label] { return kind }
    if ByteText.containsAny(label[...], of: foreign) { return nil }
    if let ending = telephones.first(where: { ByteText.ends(label[...], with: $0) }) {
      let front = label.dropLast(ending.count)
      return ByteText.containsAny(front, of: supervising) ? .supervisionTelephone : .telephone
    }
    for (kind, endings) in endings
    where endings.contains(where: { ByteText.ends(label[...], with: $0) }) {
      return kind
    }
    return nil
  }

  private static func latin(_ label: [UInt8]) -> ContactField.Kind? {
    let word = String(decoding: ByteText.lowered(label[...]), as: UTF8.self)
    switch word {
    case "tel", "phone": return .telephone
    case "fax": return .fax
    case "email", "e-mail", "mail": return .email
    default: return nil
    }
  }

  private static let exact: [[UInt8]: ContactField.Kind] = {
    let table: [(ContactField.Kind, [String])] = [
      (
        .officeAddress,
        ["地址", "办公地点", "单位地址", "机构地址", "通信地址", "通讯地址", "联系地址", "具体地址", "详细地址", "地点", "办公场所"]
      ),
      (.officeHours, ["办公时间", "工作时间", "作息时间", "上班时间", "接待时间", "受理时间", "对外办公时间", "服务时间"]),
      (.telephone, ["电话", "联系方式", "办公电话", "咨询方式"]),
      (.fax, ["传真", "传真号", "传真号码", "传真电话", "办公传真"]),
      (.postcode, ["邮编", "邮政编码", "邮政编号", "邮政"]),
      (
        .email,
        ["邮箱", "电子邮箱", "电子邮件", "邮箱地址", "电子信箱", "联系邮箱", "互联网联系方式", "公开邮箱", "email", "e-mail"]
      ),
      (.head, ["负责人", "主要负责人", "负责人姓名", "单位负责人", "机构负责人", "法定代表人", "主要负责人姓名", "部门负责人"]),
    ]
    var out: [[UInt8]: ContactField.Kind] = [:]
    for (kind, words) in table { for word in words { out[Array(word.utf8)] = kind } }
    return out
  }()

  private static let telephones = ByteText.words("电话", "电话号码", "联系电话", "热线", "电话及传真")
  private static let supervising = ByteText.words("监督", "投诉", "举报", "纪检")
  private static let foreign = ByteText.words(
    "网站地址", "网址", "链接", "企业", "申请人", "手机", "会议", "活动", "比赛")
  private static let endings: [(ContactField.Kind, [[UInt8]])] = [
    (.officeAddress, ByteText.words("办公地址", "办公地点", "通讯地址", "通信地址", "单位地址", "联系地址")),
    (.officeHours, ByteText.words("办公时间", "工作时间", "上班时间")),
    (.fax, ByteText.words("传真", "传真号码")),
    (.postcode, ByteText.words("邮政编码", "邮编")),
    (.email, ByteText.words("电子邮箱", "电子邮件", "电子信箱")),
    (.head, ByteText.words("负责人姓名")),
  ]
}
