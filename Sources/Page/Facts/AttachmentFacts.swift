package import Texts

/// A table of a document: a grid of cells in which every row is as long as the first.
///
/// A cell that spans rows or columns stands in each place that it covers.
package struct AttachmentTable: Sendable, Hashable {
  /// The sheet's name, in workbooks.
  package var caption: String?
  package var rows: [[String]]

  package init(caption: String? = nil, rows: [[String]]) {
    self.caption = caption
    self.rows = rows
  }
}

/// Everything that the auditor knows of one document that was downloaded.
///
/// Absent is nil or empty, never a guess. What can't be read says why.
package struct AttachmentFacts: Sendable, Equatable {
  /// What the bytes are, whatever the name says.
  package enum Kind: String, Sendable, CaseIterable {
    case pdf, doc, docx, xls, xlsx, wps, et, ofd, rtf, csv, txt, html, zip
    /// Known, and not read by this program.
    case ppt, pptx, opendocument, rar, sevenZip = "7z", image, mhtml
    case unknown
  }

  /// Why a document can't be read, or not to its end; the words are stable.
  package enum Unreadable: String, Sendable, CaseIterable {
    /// A password is needed.
    case encrypted
    /// The file is no sound file of its kind, or ends early.
    case damaged
    /// Pictures of pages without any text.
    case scanned
    /// The fonts do not say which letters their shapes are.
    case garbled
    /// There are no bytes, or no text and no table in it.
    case empty
    /// A kind that is not read.
    case unsupported
    /// More bytes, members or cells than are read.
    case tooLarge
    /// Reading took more time, memory or output than is granted.
    case limits
    /// A program that reads it is not installed.
    case toolMissing
    /// The transfer did not bring the whole file.
    case incomplete
    /// The reading process could not be started.
    case notStarted
  }

  /// One file within an archive.
  package struct Member: Sendable, Equatable {
    package var name: String
    package var kind: Kind
    package var unreadable: Unreadable?

    package init(name: String, kind: Kind, unreadable: Unreadable?) {
      self.name = name
      self.kind = kind
      self.unreadable = unreadable
    }
  }

  /// The most text that is kept, in bytes.
  package static let longestText = 256 << 10

  package var kind: Kind
  /// The headline on the first page, else the title in the file's properties.
  package var title: String?
  /// Blocks on lines of their own; the cells of a table's row on one line.
  package var text = ""
  /// The length of the text in characters, white space not counted.
  package var textLength = 0
  /// How many pages there are, for kinds that have any.
  package var pages: Int?
  package var tables: [AttachmentTable] = []
  /// Pictures seen on the pages that were read.
  package var images = 0
  /// The file bears a password, be it only against changes.
  package var isEncrypted = false
  /// There is more than was kept: what is not found may stand there.
  package var isCut = false
  package var unreadable: Unreadable?
  /// What the reason is about: the package to install, the tool's words.
  package var detail: String?
  /// The files of an archive, in its order.
  package var members: [Member] = []

  package init(_ kind: Kind, unreadable: Unreadable? = nil, detail: String? = nil) {
    self.kind = kind
    self.unreadable = unreadable
    self.detail = detail
  }

  /// Pages of pictures and no text.
  package var isScanned: Bool { unreadable == .scanned }

  /// Text or tables came, and all that there are.
  package var isWhole: Bool { unreadable == nil && !isCut }
}

extension AttachmentFacts.Unreadable {
  /// What it means, and what to do.
  package var sentence: Bilingual {
    switch self {
    case .encrypted:
      Bilingual(zh: "文件已加密，需要密码才能打开", en: "the file is encrypted and needs a password")
    case .damaged:
      Bilingual(zh: "文件损坏或不完整，无法打开", en: "the file is damaged or incomplete")
    case .scanned:
      Bilingual(
        zh: "文件是扫描图片，没有可读的文字，请发布文字版", en: "the file is a scan without text; publish it as text")
    case .garbled:
      Bilingual(
        zh: "文件的字体不含文字编码，读出的是乱码，请重新导出",
        en: "its fonts do not tell the letters, so the text is garbled; export it again")
    case .empty:
      Bilingual(zh: "文件没有内容", en: "the file holds nothing")
    case .unsupported:
      Bilingual(zh: "不支持读取该文件格式", en: "files of this kind are not read")
    case .tooLarge:
      Bilingual(zh: "文件过大，未能读全", en: "the file is larger than what is read")
    case .limits:
      Bilingual(
        zh: "读取文件超出时间、内存或输出上限", en: "reading it took more time, memory or output than granted")
    case .toolMissing:
      Bilingual(
        zh: "缺少读取该文件的程序，请运行 scripts/setup 安装",
        en: "the program that reads it is not installed; run scripts/setup")
    case .incomplete:
      Bilingual(zh: "文件没有下载完整", en: "the transfer did not bring the whole file")
    case .notStarted:
      Bilingual(zh: "无法启动读取进程", en: "the reading process could not be started")
    }
  }
}
