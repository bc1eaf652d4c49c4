import Foundation
import Support
import Testing

/// Streams that take nothing: a full disk behind a redirection, a closed terminal.
struct `A stream that is lost` {
  private static func shell(_ line: String) async throws -> (status: Int32, words: String) {
    let folder = try TemporaryFolder()
    let words = try folder.create("words")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", line, "sh", BuiltCommand.folder.appendingPathComponent("mingcha").path,
    ]
    process.currentDirectoryURL = BuiltCommand.root
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: words)
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    let status =
      process.terminationReason == .exit
      ? process.terminationStatus : 1000 + process.terminationStatus
    return (status, String(decoding: try Data(contentsOf: words), as: UTF8.self))
  }

  @Test func `ends a command that only prints with a status and words`() async throws {
    let full = try await Self.shell("\"$1\" rules list > /dev/full")
    #expect(full.status == 70)
    #expect(full.words.contains("stdout"))
    let gone = try await Self.shell("\"$1\" rules schema >&-")
    #expect(gone.status == 0)
  }

  @Test func `says nothing when its reader has enough`() async throws {
    let ended = try await Self.shell("\"$1\" rules schema | head -c 10")
    #expect(ended.status == 0)
    #expect(ended.words.isEmpty)
  }

  @Test func `is no crash where words to the caller are lost`() async throws {
    #expect(try await Self.shell("\"$1\" audit /nowhere.yaml 2> /dev/full").status == 2)
    #expect(try await Self.shell("\"$1\" audit /nowhere.yaml 2>&- >&- <&-").status == 2)
  }

  @Test func `no folder's name and a rate beyond the plan's bounds are refused before any request`()
    async throws
  {
    for words in [["--out", ""], ["--rate", "0.001"], ["--rate", "1e300"]] {
      let ended = try await BuiltCommand.run(
        "mingcha",
        ["audit", "http://127.0.0.1:1/", "--unit", "区财政局", "--rules", "shanting-2021"] + words,
        input: .nullDevice)
      #expect(ended.status == 2)
    }
  }
}
