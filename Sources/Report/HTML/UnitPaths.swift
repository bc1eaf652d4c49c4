import Score
import Web

/// The file name of each unit's page: the unit's id where it is a safe name, else an encoding of it.
///
/// Ids come from plans and from foreign audit files: `../x` or an empty id must not leave the
/// folder, and two units never share a file.
struct UnitPaths {
  /// File names without extension, in the order of the units.
  let names: [String]

  init(_ units: [UnitResult]) {
    var taken: Set<String> = []
    names = units.map { unit in
      let base = Self.name(unit.id.text)
      var name = base
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(base)~\(number)"
        number += 1
      }
      return name
    }
  }

  private static func name(_ id: String) -> String {
    var out: [UInt8] = []
    for byte in id.utf8.prefix(60) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        out.append(byte)
      case UInt8(ascii: ".") where !out.isEmpty: out.append(byte)
      default: out += "~\(String(byte, radix: 16))".utf8
      }
    }
    return out.isEmpty ? "unit" : String(decoding: out, as: UTF8.self)
  }
}
