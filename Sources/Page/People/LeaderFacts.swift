package import Web

/// A leader of a unit, as a page of leaders or a leader's own page shows one.
package struct Leader: Sendable, Hashable {
  /// Without white space: `张三`.
  package var name: String
  /// 职务: `党组书记、局长`.
  package var post: String?
  /// 分工: what the leader is in charge of; at most 1,200 bytes.
  package var duty: String?
  package var photo: WebURL?
  /// The leader's own page.
  package var page: WebURL?

  package init(
    name: String, post: String? = nil, duty: String? = nil, photo: WebURL? = nil,
    page: WebURL? = nil
  ) {
    self.name = name
    self.post = post
    self.duty = duty
    self.photo = photo
    self.page = page
  }
}
