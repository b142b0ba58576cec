/// Whether a request was meant for this server. A page of another site can have its name lead to this machine
/// (DNS rebinding), and then ask for what only this machine's user may see; but its name stays in `Host`.
struct HostHeader: Sendable {
  private static let loopbackNames: Set<Substring> = ["localhost", "[::1]"]

  /// Whether the server can be reached from this machine alone.
  let isLoopback: Bool

  /// - Parameter header: `Host`, with or without a port.
  func accepts(_ header: String?) -> Bool {
    guard isLoopback else { return true }
    guard let header = header?.lowercased() else { return false }
    var name = header[...]
    if let colon = name.lastIndex(of: ":"), !name.hasSuffix("]") {
      guard name[name.index(after: colon)...].allSatisfy({ ("0"..."9").contains($0) }) else { return false }
      name = name[..<colon]
    }
    return Self.loopbackNames.contains(name) || name.hasSuffix(".localhost") || Self.isLoopbackAddress(name)
  }

  /// Whether an IPv4 address leads to this machine: 127.0.0.0/8.
  static func isLoopbackAddress(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in
        !part.isEmpty && part.count <= 3 && part.allSatisfy { ("0"..."9").contains($0) }
      }
  }
}
