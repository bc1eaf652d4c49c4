import Rules
import Support
import Testing
import Texts
import YAML

struct `Pack finder` {
  let shipped = PackFinder(folders: ["/nowhere", Fixtures.root + "/Rules"])

  @Test func `finds a shipped pack by name and says which folder served it`() throws {
    let location = try shipped.locate("shanting-2021").get()
    #expect(location.folder == Fixtures.root + "/Rules")
    #expect(try shipped.load(location).id == "shanting-2021")
  }

  @Test(arguments: ["", "/", "/pack.yaml"])
  func `takes a path as it is, the folder's or the head's`(_ end: String) throws {
    let path = Fixtures.root + "/Rules/shanting-2021" + end
    let location = try PackFinder(folders: []).locate(path).get()
    #expect(location.folder == nil)
    #expect(location.name == "shanting-2021")
  }

  @Test func `lists each name once, sorted`() {
    let twice = PackFinder(folders: shipped.folders + shipped.folders)
    let names = twice.all().map(\.name)
    #expect(names.contains("shanting-2021"))
    #expect(names == Array(Set(names)).sorted())
  }

  @Test(arguments: [
    ("shanting-2012", "unknown rule pack \"shanting-2012\"; did you mean \"shanting-2021\"?"),
    ("../no-such/x", "no rule pack at \"../no-such/x\": no such file"),
    ("zzz", "unknown rule pack \"zzz\" (packs: "),
    ("none.yaml", "no rule pack at \"none.yaml\": no such file"),
  ])
  func `says what is near and where it looked`(name: String, expected: String) {
    guard case .failure(let problem) = shipped.locate(name) else {
      Issue.record("\(name) was found")
      return
    }
    #expect(problem.message.en.hasPrefix(expected), "\(problem.message)")
  }

  @Test(arguments: ["/", "/dev/null", "/nowhere/x.yaml"])
  func `refuses what is no file`(path: String) {
    #expect(throws: YAMLProblems.self) { try TextFile.bytes(at: path) }
    #expect(!TextFile.exists(at: path))
  }

  @Test(arguments: [("a-1", true), ("", false), (".x", false), ("a/b", false), ("区", false)])
  func `knows what can be a name`(text: String, expected: Bool) {
    #expect(PackFinder.isName(text) == expected)
  }
}
