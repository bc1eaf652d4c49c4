import CLibXML2

/// One XML part of a document, written by libxml2's text writer: the only file that calls it.
///
/// Elements are opened and closed in order; the library escapes what has to be. What fails shows when
/// the part is finished.
@safe struct XMLPart: ~Copyable {
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr
  private let root: String
  private var isSound = true

  /// Begins the part with its root element.
  init(_ root: String, _ attributes: [(String, String)]) throws(DocumentError) {
    guard let buffer = unsafe xmlBufferCreate() else { throw .part(root) }
    guard let writer = unsafe xmlNewTextWriterMemory(buffer, 0) else {
      unsafe xmlBufferFree(buffer)
      throw .part(root)
    }
    unsafe xmlBufferSetAllocationScheme(buffer, XML_BUFFER_ALLOC_DOUBLEIT)
    unsafe self.buffer = buffer
    unsafe self.writer = writer
    self.root = root
    note(unsafe xmlTextWriterStartDocument(writer, nil, "UTF-8", "yes"))
    open(root, attributes)
  }

  deinit {
    unsafe xmlFreeTextWriter(writer)
    unsafe xmlBufferFree(buffer)
  }

  private mutating func note(_ code: Int32) {
    if code < 0 { isSound = false }
  }

  /// Opens an element; what follows lies in it until it is closed.
  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    note(unsafe xmlTextWriterStartElement(writer, name))
    for (name, value) in attributes {
      note(unsafe xmlTextWriterWriteAttribute(writer, name, Self.allowed(value)))
    }
  }

  /// Closes the element that was opened last.
  mutating func close() { note(unsafe xmlTextWriterEndElement(writer)) }

  /// An element without content.
  mutating func empty(_ name: String, _ attributes: [(String, String)] = []) {
    open(name, attributes)
    close()
  }

  /// An element that holds a text.
  mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    open(name, attributes)
    self.text(text)
    close()
  }

  /// Text inside of the open element.
  mutating func text(_ text: String) {
    note(unsafe xmlTextWriterWriteString(writer, Self.allowed(text)))
  }

  /// Whole elements that are in XML form already and hold nothing foreign: they are not escaped.
  mutating func ready(_ elements: String) {
    note(unsafe xmlTextWriterWriteRaw(writer, elements))
  }

  /// Closes what is open and gives the bytes.
  consuming func finished() throws(DocumentError) -> [UInt8] {
    note(unsafe xmlTextWriterEndDocument(writer))
    note(unsafe xmlTextWriterFlush(writer))
    guard isSound, let content = unsafe xmlBufferContent(buffer) else { throw .part(root) }
    let length = Int(unsafe xmlBufferLength(buffer))
    return unsafe Array(UnsafeBufferPointer(start: content, count: length))
  }

  /// The text on one line, without signs that XML does not allow or that turn the reading direction.
  private static func allowed(_ text: String) -> String {
    // Most texts have none: the bytes of all that is replaced begin so.
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }
    if isPlain, !text.utf8.contains(0xEF) { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: out.append(" ")
      case 0xFFFE, 0xFFFF: out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
