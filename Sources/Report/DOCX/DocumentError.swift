/// Why a document could not be made: memory is out, or a library refused.
enum DocumentError: Error, Hashable, CustomStringConvertible {
  /// libxml2 did not take what was written.
  case part(String)
  /// libarchive's own words.
  case package(String)

  var description: String {
    switch self {
    case .part(let name): "a part of a document could not be written: \(name)"
    case .package(let text): "a document could not be packed: \(text)"
    }
  }
}
