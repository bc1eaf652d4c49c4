package import Dates
package import Web

/// An element of a service guide, such as 设定依据, 申请条件 or 办理材料.
package struct GuideElement: Sendable, Hashable {
  /// The classes of elements of the inspection's rule 服务不实用 and those that guides add to them.
  ///
  /// Source: 政府网站与政务新媒体检查指标 (国办秘函〔2019〕19号), veto 6.
  package enum Class: String, Sendable, CaseIterable {
    case itemName, basis, conditions, materials, place, agency, fee, hours, telephone, process
    case timeLimit, supervision, target, result, forms
  }

  package var element: Class
  /// As the page shows it, numbering apart.
  package var label: String
  /// Lines apart by a line feed; at most 2,000 bytes.
  package var value: String
  package var isPlaceholder: Bool

  package init(element: Class, label: String, value: String) {
    self.element = element
    self.label = label
    self.value = value
    isPlaceholder = Placeholder.isPlaceholder(value)
  }
}

/// A question with its answer.
package struct QuestionAnswer: Sendable, Hashable {
  package var question: String
  /// Lines apart by a line feed, at most 4,000 bytes; empty where the page shows none.
  package var answer: String

  package init(question: String, answer: String) {
    self.question = question
    self.answer = answer
  }
}

/// A letter or message of the public, from a list or from its own page.
package struct PublicLetter: Sendable, Hashable {
  /// How far it was dealt with, where the page says so.
  package enum Status: String, Sendable {
    /// 已回复, 已答复, 已办结.
    case answered
    /// 待回复, 未回复, 办理中, 已受理.
    case open
  }

  package var title: String
  package var url: WebURL?
  /// 来信时间, 留言时间.
  package var askedOn: CivilDate?
  /// 回复时间, 答复时间.
  package var repliedOn: CivilDate?
  package var status: Status?
  /// The page's own word for the status.
  package var statusText: String?
  /// 答复单位, 受理部门.
  package var agency: String?

  package init(
    title: String, url: WebURL? = nil, askedOn: CivilDate? = nil, repliedOn: CivilDate? = nil,
    status: Status? = nil, statusText: String? = nil, agency: String? = nil
  ) {
    self.title = title
    self.url = url
    self.askedOn = askedOn
    self.repliedOn = repliedOn
    self.status = status
    self.statusText = statusText
    self.agency = agency
  }
}
