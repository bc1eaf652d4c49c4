/// A contact field of a page: what it is, under which words, with which value.
package struct ContactField: Sendable, Hashable {
  /// The kinds; their words are keys of the JSON of `mingcha read`.
  package enum Kind: String, Sendable, CaseIterable {
    case officeAddress, officeHours, telephone, supervisionTelephone, fax, postcode, email, head
  }

  package var kind: Kind
  /// As the page shows it, without colon and inner spaces; empty where running text has none.
  package var label: String
  package var value: String
  /// Something stands there that is no value: 暂无, ××, 0000, 待定.
  package var isPlaceholder: Bool

  package init(kind: Kind, label: String, value: String) {
    self.kind = kind
    self.label = label
    self.value = value
    isPlaceholder = Placeholder.isPlaceholder(value)
  }
}
