private import CLibXML2

/// What is told of an XML text, element by element; names without their prefixes.
protocol XMLHandler: AnyObject {
  func start(_ name: String, _ attributes: [String: String])
  func end(_ name: String)
  func text(_ text: String)
}

/// Reads XML with libxml2's SAX interface: no tree, no network, no entities of its own.
///
/// A text with a document type is refused at once: office formats forbid it (ECMA-376 part 2,
/// §8.2.5.1; GB/T 33190 has none), and it is where expanding entities and foreign files come from.
enum XMLReader {
  /// How reading ended.
  enum Ending: Equatable { case whole, damaged, forbidden }

  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// The handler on its way through C.
  @safe private final class Bridge {
    let handler: any XMLHandler
    var isForbidden = false
    var context: xmlParserCtxtPtr?

    init(_ handler: any XMLHandler) { self.handler = handler }
  }

  /// Tells `handler` all that stands in `bytes`, up to the first fault.
  static func read(_ bytes: [UInt8], _ handler: some XMLHandler) -> Ending {
    precondition(isReady)
    let bridge = Bridge(handler)
    let isWhole = unsafe bytes.withUnsafeBytes { raw -> Bool in
      guard let start = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self),
        let context = unsafe xmlCreateMemoryParserCtxt(start, Int32(clamping: raw.count))
      else { return false }
      defer { unsafe xmlFreeParserCtxt(context) }
      let options =
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
        | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue
      _ = unsafe xmlCtxtUseOptions(context, Int32(options))
      guard let sax = unsafe context.pointee.sax else { return false }
      unsafe install(sax)
      unsafe bridge.context = context
      unsafe context.pointee.userData = Unmanaged.passUnretained(bridge).toOpaque()
      let code = unsafe xmlParseDocument(context)
      return unsafe code == 0 && context.pointee.wellFormed != 0
    }
    return withExtendedLifetime(bridge) {
      bridge.isForbidden ? .forbidden : isWhole ? .whole : .damaged
    }
  }

  private static func install(_ sax: UnsafeMutablePointer<xmlSAXHandler>) {
    unsafe sax.pointee = xmlSAXHandler()
    unsafe sax.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe sax.pointee.startElementNs = { user, name, _, _, _, _, count, _, values in
      guard let bridge = unsafe XMLReader.bridge(user), let name = unsafe name else { return }
      var attributes: [String: String] = [:]
      if let values = unsafe values {
        for index in 0..<Int(min(count, 200)) {
          // Name, prefix, namespace, start and end of the value.
          guard let key = unsafe values[index * 5], let start = unsafe values[index * 5 + 3],
            let end = unsafe values[index * 5 + 4], unsafe start <= end
          else { continue }
          let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
          attributes[unsafe String(cString: key)] = unsafe String(decoding: value, as: UTF8.self)
        }
      }
      bridge.handler.start(unsafe String(cString: name), attributes)
    }
    unsafe sax.pointee.endElementNs = { user, name, _, _ in
      guard let bridge = unsafe XMLReader.bridge(user), let name = unsafe name else { return }
      bridge.handler.end(unsafe String(cString: name))
    }
    unsafe sax.pointee.characters = { user, text, length in
      guard let bridge = unsafe XMLReader.bridge(user), length > 0 else { return }
      let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(length))
      bridge.handler.text(unsafe String(decoding: bytes, as: UTF8.self))
    }
    unsafe sax.pointee.ignorableWhitespace = sax.pointee.characters
    unsafe sax.pointee.cdataBlock = sax.pointee.characters
    unsafe sax.pointee.internalSubset = { user, _, _, _ in
      guard let bridge = unsafe XMLReader.bridge(user) else { return }
      bridge.isForbidden = true
      if let context = unsafe bridge.context { unsafe xmlStopParser(context) }
    }
  }

  private static func bridge(_ user: UnsafeMutableRawPointer?) -> Bridge? {
    guard let user = unsafe user else { return nil }
    return unsafe Unmanaged<Bridge>.fromOpaque(user).takeUnretainedValue()
  }
}
