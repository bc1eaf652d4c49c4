/// The file name of each of several pages: its id where that is a safe name, else an encoding of it.
///
/// Ids come from plans and from foreign audit files: `../x` or an empty id must not leave the
/// folder, and two pages never share a file.
struct PageNames {
  /// File names without extension, in the order of the ids.
  let names: [String]
  private static let longest = 60

  /// Names the pages; an id of which nothing is left is called `otherwise`.
  init(_ ids: [String], otherwise: String) {
    // The folder's own page.
    var taken: Set<String> = ["index"]
    names = ids.map { id in
      let base = Self.name(id) ?? otherwise
      var name = base
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(base)~\(number)"
        number += 1
      }
      return name
    }
  }

  /// An id as a file name; nil when nothing is left of it.
  static func name(_ id: String) -> String? {
    var out: [UInt8] = []
    for byte in id.utf8.prefix(longest) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        out.append(byte)
      case UInt8(ascii: ".") where !out.isEmpty: out.append(byte)
      default: out += "~\(String(byte, radix: 16))".utf8
      }
    }
    return out.isEmpty ? nil : String(decoding: out, as: UTF8.self)
  }
}
