import CCurl
import Glibc
import Web

/// Turns what libcurl says at the end of a transfer into a response or an error.
struct TransferVerdict {
  let code: CURLcode
  let transfer: ActiveTransfer
  let handle: EasyHandle

  var timing: TransferTiming {
    var timing = TransferTiming()
    timing.nameLookup = handle.largeNumber(CURLINFO_NAMELOOKUP_TIME_T)
    timing.connect = handle.largeNumber(CURLINFO_CONNECT_TIME_T)
    timing.handshake = handle.largeNumber(CURLINFO_APPCONNECT_TIME_T)
    timing.firstByte = handle.largeNumber(CURLINFO_STARTTRANSFER_TIME_T)
    timing.total = handle.largeNumber(CURLINFO_TOTAL_TIME_T)
    return timing
  }

  var result: Result<Response, TransferError> {
    if code == CURLE_OK {
      // libcurl takes a connection that ends inside the head for a response without body.
      guard transfer.headIsComplete else { return failure(.malformed) }
      return response(cut: nil)
    }
    switch transfer.stop {
    case .headLimit: return failure(.headTooLarge)
    case .bodyLimit: return response(cut: .length)
    case nil: break
    }
    if transfer.headIsComplete, status >= 200 {
      return response(cut: code == CURLE_OPERATION_TIMEDOUT ? .time : .disconnect)
    }
    if transfer.refused != nil, code == CURLE_COULDNT_CONNECT { return failure(.addressForbidden) }
    return failure(kind)
  }

  private var status: Int { handle.number(CURLINFO_RESPONSE_CODE) }

  private func response(cut: Response.Cut?) -> Result<Response, TransferError> {
    if let fault = HeadFraming.fault(in: transfer.head) {
      return .failure(TransferError(.malformed, fault))
    }
    let version: HTTPVersion =
      switch handle.number(CURLINFO_HTTP_VERSION) {
      case Int(CURL_HTTP_VERSION_1_0): .http10
      case Int(CURL_HTTP_VERSION_2_0): .http2
      default: .http11
      }
    return .success(
      Response(
        status: status, version: version, head: transfer.head, body: transfer.body, cut: cut))
  }

  private func failure(_ kind: TransferError.Kind) -> Result<Response, TransferError> {
    if kind == .addressForbidden, let refused = transfer.refused {
      return .failure(TransferError(kind, refused.description))
    }
    let said = handle.failureText
    let text = unsafe said.isEmpty ? String(cString: curl_easy_strerror(code)) : said
    return .failure(TransferError(kind, text))
  }

  private var kind: TransferError.Kind {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: .nameNotResolved
    case CURLE_COULDNT_CONNECT: connectKind
    case CURLE_OPERATION_TIMEDOUT: transfer.clock.kind
    case CURLE_PEER_FAILED_VERIFICATION: certificateKind
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_USE_SSL_FAILED: handshakeKind
    case CURLE_GOT_NOTHING: .emptyReply
    case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE: .reset
    // libcurl before 8.6 has no other word for a field line beyond its own limit of 100 KiB.
    case CURLE_OUT_OF_MEMORY where !transfer.requestHead.isEmpty && !transfer.headIsComplete:
      .headTooLarge
    case CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT: .noResources
    default: .malformed
    }
  }

  private var connectKind: TransferError.Kind {
    switch Int32(truncatingIfNeeded: handle.number(CURLINFO_OS_ERRNO)) {
    case ENETUNREACH, EHOSTUNREACH: .connectUnreachable
    case EMFILE, ENFILE, ENOBUFS: .noResources
    case ETIMEDOUT: .timeoutConnect
    default: .connectRefused
    }
  }

  /// OpenSSL tells what went wrong in the handshake by its words alone.
  private var handshakeKind: TransferError.Kind {
    let words = handle.failureText.lowercased()
    func says(_ phrases: [String]) -> Bool { phrases.contains { words.contains($0) } }
    if says(["wrong version number", "http request", "packet length too long"]) { return .notTLS }
    let isOld = says([
      "unsupported protocol", "version too low", "protocol version", "no protocols available",
      "legacy", "dh key too small", "no shared cipher", "no ciphers available",
      "insufficient security", "alert handshake failure",
    ])
    return isOld ? .handshakeOutdated : .handshake
  }

  /// The numbers are OpenSSL's `X509_V_ERR_*`; 0 and 1 (nothing asked yet) mean that libcurl's own
  /// check of the name failed.
  private var certificateKind: TransferError.Kind {
    switch handle.number(CURLINFO_SSL_VERIFYRESULT) {
    case 0, 1, 62, 64: .certificateName
    case 9: .certificateNotYetValid
    case 10: .certificateExpired
    case 18: .certificateSelfSigned
    // 19: the chain ends at an authority of its own that it sends along.
    case 2, 19, 20, 21: .certificateIssuer
    case 23: .certificateRevoked
    case 66, 67, 68: .certificateWeak
    default: .certificateInvalid
    }
  }
}
