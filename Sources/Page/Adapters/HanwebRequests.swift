import Markup
import Web

/// Where the rows of a jpage list are had that the page does not hold.
///
/// The page's script hands `proxyUrl` and the proxy's parameters to `$(…).jpage({…})`; the proxy takes
/// the numbers of the first and last row, by GET or, where the script says so, by POST
/// (facts: cms.md §2).
enum HanwebRequests {
  private static let proxy = Array("dataproxy.jsp".utf8)
  /// Pages that the script fetches at once.
  private static let group = 3

  /// Requests for the rows after the first `shown`; none where the page tells no total.
  static func rest(
    shown: Int, total: Int?, perPage: Int?, _ page: ListPage, _ scripts: PageScripts
  ) -> [WebURL] {
    let request = ScriptRequests(page: page, scripts: scripts).requests {
      ByteSearch.find(proxy, in: $0) != nil
    }.first
    guard let request else { return [] }
    let rows = min(max(perPage ?? 15, 1), 200)
    // Without a total the first group is asked for, and its answer tells the rest.
    let end = min(total ?? (shown == 0 ? rows : 0), rows * group * PagerSeries.limit)
    return stride(from: shown + 1, through: end, by: rows * group).compactMap { start in
      address(request, start, min(start + rows * group - 1, max(end, rows * group)), rows, page)
    }
  }

  private static func address(
    _ request: ScriptRequest, _ start: Int, _ end: Int, _ rows: Int, _ page: ListPage
  ) -> WebURL? {
    let numbers = [("startrecord", start), ("endrecord", end), ("perpage", rows)]
      .map { (name: $0.0, value: Array(String($0.1).utf8)) }
    let own = request.parameters.filter { parameter in
      !numbers.contains { $0.name == parameter.name.lowercased() }
    }
    guard request.isPost, !own.isEmpty else {
      return ScriptRequest(address: request.address, parameters: numbers + own).url(base: page.base)
    }
    guard
      let endpoint = ScriptRequest(address: request.address, parameters: numbers)
        .url(base: page.base)
    else { return nil }
    return ScriptRequest(address: Array(endpoint.string.utf8), parameters: own)
      .form(base: page.base)
  }

  /// Of an answer: the groups after its own, by its own address and the total that it states.
  static func following(_ url: WebURL?, total: Int?) -> [WebURL] {
    guard let total, let url, let start = number("startrecord", url), start.value == 1,
      let end = number("endrecord", url), end.value >= start.value
    else { return [] }
    let step = end.value - start.value + 1
    let last = min(total, step * PagerSeries.limit)
    return stride(from: end.value + 1, through: last, by: step).compactMap { first in
      var text = Array(url.string.utf8)
      // The later number first, so that the earlier one's place stays true.
      let numbers = [(start.place, first), (end.place, min(first + step - 1, last))]
        .sorted { $0.0.lowerBound > $1.0.lowerBound }
      for (place, value) in numbers { text.replaceSubrange(place, with: String(value).utf8) }
      return WebURL(String(decoding: text, as: UTF8.self))
    }
  }

  private static func number(_ name: String, _ url: WebURL) -> (place: Range<Int>, value: Int)? {
    let text = Array(url.string.utf8)
    for joint in ["?", "&"] {
      let mark = Array("\(joint)\(name)=".utf8)
      guard let hit = ByteSearch.find(mark, in: text) else { continue }
      let start = hit + mark.count
      let end = text[start...].firstIndex { !(0x30...0x39).contains($0) } ?? text.count
      guard (1...7).contains(end - start),
        let value = Int(String(decoding: text[start..<end], as: UTF8.self))
      else { return nil }
      return (start..<end, value)
    }
    return nil
  }
}
