/// A form that is posted, and the address under which it is known wherever addresses are keys.
///
/// The key is the endpoint's address with `__wb_method=POST` and the form behind its query:
/// `http://host/list?size=15&__wb_method=POST&page=2`. Web archives index posted forms so (the
/// convention of pywb and CDXJ), and two forms to one endpoint are two addresses. A page can write
/// such an address into a link; whoever takes addresses from pages has to refuse it (`isKey`).
package struct FormRequest: Sendable, Hashable {
  /// What is asked.
  package let endpoint: WebURL
  /// The body, `application/x-www-form-urlencoded`.
  package let form: String

  /// The longest body, in bytes.
  package static let longestForm = 4096

  private static let name = Array("__wb_method=".utf8)
  private static let mark = Array("__wb_method=POST".utf8)

  /// Makes a request of a form that is encoded already.
  ///
  /// Nil for an empty form, one longer than `longestForm` or with bytes that no encoded form has,
  /// and for an endpoint that is a key itself.
  package init?(endpoint: WebURL, form: String) {
    guard (1...Self.longestForm).contains(form.utf8.count), form.utf8.allSatisfy(Self.isPlain),
      !Self.isKey(endpoint), Self.place(of: Self.name, in: Array(form.utf8)) == nil
    else { return nil }
    self.endpoint = endpoint
    self.form = form
  }

  /// Takes a key apart; nil for any other address.
  package init?(key: WebURL) {
    guard let query = key.query.map({ Array($0.utf8) }),
      let start = Self.place(of: Self.mark, in: query)
    else { return nil }
    let before = query[..<max(0, start - 1)]
    let after = query[(start + Self.mark.count)...]
    guard after.first == UInt8(ascii: "&") else { return nil }
    let target = key.path + (start == 0 ? "" : "?" + String(decoding: before, as: UTF8.self))
    guard let endpoint = WebURL(key.origin + target) else { return nil }
    self.init(endpoint: endpoint, form: String(decoding: after.dropFirst(), as: UTF8.self))
  }

  /// The address under which the request is known; nil when it would be too long for one.
  package var key: WebURL? {
    let joint = endpoint.query == nil ? "?" : "&"
    return WebURL(endpoint.string + joint + String(decoding: Self.mark, as: UTF8.self) + "&" + form)
  }

  /// Says whether an address has the form of a key, whatever its method.
  package static func isKey(_ url: WebURL) -> Bool {
    guard let query = url.query else { return false }
    return place(of: name, in: Array(query.utf8)) != nil
  }

  /// Percent-encodes one name or value of a form (UTF-8).
  package static func encoded(_ text: some Sequence<UInt8>) -> String {
    var out: [UInt8] = []
    for byte in text {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2A, 0x2D, 0x2E, 0x5F: out.append(byte)
      default: PercentEncoding.encode(byte, into: &out)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Where a parameter begins that starts with `word`.
  private static func place(of word: [UInt8], in query: [UInt8]) -> Int? {
    guard query.count >= word.count else { return nil }
    return (0...(query.count - word.count)).first { index in
      (index == 0 || query[index - 1] == UInt8(ascii: "&")) && query[index...].starts(with: word)
    }
  }

  /// Bytes that an address keeps as they are, so that a key gives back the very form.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~*%+&=,:/!$'()@;?[]".utf8.contains(byte)
    }
  }
}
