import Foundation

/// The two streams: results on stdout, talk on stderr.
enum Terminal {
  /// Prints a result.
  static func print(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Says something that is no result.
  static func say(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
