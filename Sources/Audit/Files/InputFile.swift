import Foundation

/// Reads the files that a caller names.
package enum InputFile {
  /// The largest file that is read at all, in bytes.
  static let largest = 1 << 30

  /// The file's bytes; a `UsageFault` says what is wrong with the path.
  package static func read(_ path: String) throws -> [UInt8] {
    let kind = kind(of: path)
    if kind == .folder {
      throw UsageFault("\(path): 是文件夹，不是文件 / is a folder, not a file")
    }
    guard kind == .file else {
      throw UsageFault("\(path): 没有这个文件 / no such file")
    }
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    if let size, size > largest {
      throw UsageFault("\(path): 文件超过 1 GiB / larger than 1 GiB")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageFault("\(path): 无法读取，请检查权限 / can't be read; check its permissions")
    }
    return [UInt8](data)
  }

  /// The first bytes of a file; nil when there is none or it can't be read.
  static func beginning(of path: String, most: Int) -> [UInt8]? {
    guard kind(of: path) == .file, let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    return (try? file.read(upToCount: most)).map { [UInt8]($0) }
  }

  /// What stands at a path.
  package enum Kind: Sendable { case file, folder, nothing }

  package static func kind(of path: String) -> Kind {
    let values = try? FileManager.default.attributesOfItem(atPath: path)
    switch values?[.type] as? FileAttributeType {
    case nil: return .nothing
    case .typeDirectory?: return .folder
    case .typeSymbolicLink?:
      let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      return target == path ? .nothing : kind(of: target)
    default: return .file
    }
  }
}
