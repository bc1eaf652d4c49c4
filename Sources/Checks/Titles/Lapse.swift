import Page

/// Marks by which a document says that it is no longer in force.
enum Lapse {
  private static let words = ["已废止", "【废止】", "（废止）", "(废止)", "已失效", "【失效】", "（失效）", "(失效)"]
    .map { (word: $0, bytes: TitleText.normalize($0)) }
  private static let labels = FoldedName.all(["有效性", "效力状态", "文件状态", "是否有效", "时效性", "有效状态"])

  /// The mark that an item's title or its page's table bears; nil for none.
  static func mark(_ item: Item, _ page: ReadPage?) -> String? {
    for (word, bytes) in words where item.normal.place(of: bytes) != nil { return word }
    guard let page else { return nil }
    for field in page.facts.fields where labels.contains(FoldedName(field.label)) {
      let value = FoldedName(field.value).text
      for word in ["废止", "失效", "无效"] where value.contains(word) { return word }
    }
    return nil
  }
}
