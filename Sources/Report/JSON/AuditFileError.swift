import JSON
package import Texts

/// Why a text is no audit that this version can read: where, and what is wrong there.
package struct AuditFileError: Error, Hashable, CustomStringConvertible {
  /// The place in the file: `units[3].findings[12].status`, or `byte 1234` of malformed JSON.
  package let path: String
  /// What was seen and what belongs there.
  package let reason: Bilingual

  init(_ path: String, _ reason: Bilingual) {
    self.path = path.isEmpty ? "audit.json" : path
    self.reason = reason
  }

  /// A text that is no JSON.
  init(_ fault: JSONFault) {
    self.init("byte \(fault.position)", Self.reason(fault.kind))
  }

  private static func reason(_ kind: JSONFault.Kind) -> Bilingual {
    switch kind {
    case .trailing: Bilingual(zh: "正文之后还有多余内容", en: "something follows the value")
    case .tooDeep: Bilingual(zh: "嵌套超过 64 层", en: "nested deeper than 64")
    case .tooLarge: Bilingual(zh: "内容过多", en: "too many values")
    case .ends: Bilingual(zh: "内容在此中断", en: "the text ends here")
    case .noValue: Bilingual(zh: "此处不是 JSON 值", en: "no JSON value here")
    case .noName: Bilingual(zh: "此处应为带引号的键名", en: "a quoted name belongs here")
    case .control: Bilingual(zh: "字符串中有控制字符", en: "a control character in a string")
    case .openString: Bilingual(zh: "字符串没有结束", en: "a string does not end")
    case .number: Bilingual(zh: "数字写法有误", en: "a malformed number")
    case .expected(let byte):
      Bilingual(
        zh: "此处应为“\(UnicodeScalar(byte))”", en: "\"\(UnicodeScalar(byte))\" belongs here")
    }
  }

  package var description: String { "\(path): \(reason.en)" }

  /// One line for a person.
  package func message(_ language: Language) -> String {
    path + (language == .chinese ? "：" : ": ") + reason.text(language)
  }
}
