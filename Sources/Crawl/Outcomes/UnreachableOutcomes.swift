import Web

/// Outcomes of addresses whose server could not be talked to.
let unreachableOutcomes: [OutcomeEntry] = [
  OutcomeEntry(
    "robots.unreachable", .unreachable, retryable: true,
    "robots.txt 无法读取（服务器错误或无法连接），按 RFC 9309 视为禁止访问。请修复后重新核查。",
    "robots.txt could not be had (server error or no connection), which RFC 9309 treats as a ban. Mend it and audit again."
  ),
  OutcomeEntry(
    "dns.failed", .unreachable, retryable: true,
    "域名无法解析。请检查域名是否正确、是否到期、DNS 是否正常。",
    "The name has no address. Check its spelling, its registration and its name servers."),
  OutcomeEntry(
    "connect.refused", .unreachable, retryable: true,
    "服务器拒绝连接。请检查服务是否运行、端口是否开放。",
    "The server refuses the connection. Check that the service runs and the port is open."),
  OutcomeEntry(
    "connect.unreachable", .unreachable, retryable: true,
    "没有到服务器的网络路由。请检查网络与地址。", "There is no route to the server. Check network and address."),
  OutcomeEntry(
    "connect.reset", .unreachable, retryable: true,
    "连接被重置。请检查防火墙与服务器日志。", "The connection was reset. Check the firewall and the server's log."),
  OutcomeEntry(
    "tls.expired", .unreachable,
    "HTTPS 证书已过期。请更换证书。", "The HTTPS certificate has expired. Renew it."),
  OutcomeEntry(
    "tls.notYetValid", .unreachable,
    "HTTPS 证书尚未生效。请检查证书与服务器时间。",
    "The HTTPS certificate is not valid yet. Check it and the clock."),
  OutcomeEntry(
    "tls.name", .unreachable,
    "HTTPS 证书与域名不符。请更换包含该域名的证书。",
    "The HTTPS certificate is for another name. Use one that covers this name."),
  OutcomeEntry(
    "tls.selfSigned", .unreachable,
    "HTTPS 证书为自签名证书。请使用受信任机构签发的证书。",
    "The HTTPS certificate is self-signed. Use one by a trusted authority."),
  OutcomeEntry(
    "tls.issuer", .unreachable,
    "无法验证 HTTPS 证书的签发机构，常见原因是缺少中间证书。请补全证书链。",
    "The certificate's issuer can't be verified, often because an intermediate is missing. Complete the chain."
  ),
  OutcomeEntry(
    "tls.revoked", .unreachable,
    "HTTPS 证书已被吊销。请更换证书。", "The HTTPS certificate was revoked. Replace it."),
  OutcomeEntry(
    "tls.weak", .unreachable,
    "HTTPS 证书的密钥或签名算法强度不足。请更换为 RSA 2048 位以上或椭圆曲线密钥，并使用 SHA-256 以上签名。",
    "Key or signature of the HTTPS certificate are too weak. Use RSA of 2048 bits or an elliptic curve, signed with SHA-256 or better."
  ),
  OutcomeEntry(
    "tls.invalid", .unreachable,
    "HTTPS 证书无效。请更换证书。", "The HTTPS certificate is not valid. Replace it."),
  OutcomeEntry(
    "tls.outdated", .unreachable,
    "服务器只支持已不安全的 HTTPS 协议或加密套件。请启用 TLS 1.2 以上版本和前向安全的套件。",
    "The server offers only protocols or ciphers that are no longer safe. Enable TLS 1.2 or newer with current ciphers."
  ),
  OutcomeEntry(
    "tls.notTLS", .unreachable,
    "该端口提供的不是 HTTPS 服务。请检查端口配置，或改用 http 网址。",
    "What answers on that port is no HTTPS. Check the port, or use the http address."),
  OutcomeEntry(
    "tls.handshake", .unreachable, retryable: true,
    "HTTPS 握手中断。请检查服务器、防火墙和证书配置。",
    "The TLS handshake broke off. Check server, firewall and certificate."),
  OutcomeEntry(
    "timeout.dns", .unreachable, retryable: true,
    "域名解析超时。请检查 DNS。", "Looking the name up took too long. Check its name servers."),
  OutcomeEntry(
    "timeout.connect", .unreachable, retryable: true,
    "连接服务器超时。请检查网络与防火墙。", "Connecting took too long. Check network and firewall."),
  OutcomeEntry(
    "timeout.tls", .unreachable, retryable: true,
    "HTTPS 握手超时。请检查服务器负载。", "The TLS handshake took too long. Check the server's load."),
  OutcomeEntry(
    "timeout.response", .unreachable, retryable: true,
    "服务器没有在规定时间内响应。请检查服务器性能。",
    "The server did not answer in time. Check its performance."),
  OutcomeEntry(
    "http.emptyReply", .unreachable, retryable: true,
    "服务器未返回任何内容即断开。请检查服务器与防火墙。",
    "The server hung up without an answer. Check server and firewall."),
  OutcomeEntry(
    "http.serverError", .unreachable, retryable: true,
    "服务器内部错误（5xx）。请检查服务器日志。", "The server failed (5xx). Check its log."),
  OutcomeEntry(
    "host.down", .unreachable, retryable: true,
    "该主机连续多次无法访问，其余地址不再访问。请恢复后重新核查。",
    "The host failed many times in a row, so the rest was not asked for. Audit again when it is up."
  ),
  OutcomeEntry(
    "network.down", .unreachable, retryable: true,
    "本机网络不通，未对任何站点下结论。请检查本机网络。",
    "This machine's own network failed; no site is judged by it. Check the network here."),
  OutcomeEntry(
    "local.resources", .unreachable, retryable: true,
    "本机内存、线程或文件描述符不足。请降低并发后重新核查。",
    "This machine ran out of memory, threads or descriptors. Use fewer connections."),
]
