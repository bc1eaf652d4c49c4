import Glibc
import Page

/// The reading process: one document in, its facts out.
package enum AttachmentWorker {
  /// Reads the document on standard input and prints its facts.
  ///
  /// `arguments` are those that `FileReader` gives. Returns the exit status.
  package static func run(_ arguments: [String]) -> Int32 {
    guard arguments.count == 6, let limits = WorkerLimits(words: arguments[0..<4]) else {
      return 2
    }
    limits.enter()
    guard let bytes = MemoryFile.bytes(of: 0, most: limits.mostBytes) else { return 3 }
    let tools = Toolbox(
      folders: arguments[4].split(separator: ":").map(String.init), seconds: limits.seconds)
    let reading = DocumentReading(tools: tools, depth: 0)
    let facts = reading.read(bytes, name: arguments[5])
    return print(FactsWire.bytes(facts)) ? 0 : 3
  }

  private static func print(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let part = unsafe UnsafeRawBufferPointer(rebasing: unsafe buffer[offset...])
        let count = unsafe write(1, part.baseAddress, part.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        offset += count
      }
      return true
    }
  }
}
