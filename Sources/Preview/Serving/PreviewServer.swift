import FlyingSocks
import Foundation

/// The web server of the preview.
package struct PreviewServer: Sendable {
  package enum Failure: Error {
    /// The host is no address of this machine.
    case noAddress(String)
    /// The ports from the given one on are taken.
    case noFreePort(Int)
    case other(String)
  }

  /// How many ports are tried.
  private static let attempts = 100
  /// How often those who listen hear that all is as it was, so that cut connections are noticed.
  private static let pulse = Duration.seconds(15)

  /// How long nobody is let in where the system allows no more.
  private static let pause = Duration.milliseconds(100)

  private let preview: Preview
  private let host: String
  private let port: UInt16

  /// Finds a port: the given one, or the next that is free.
  ///
  /// - Parameters:
  ///   - host: An IPv4 or IPv6 address, or `localhost`.
  ///   - port: 0 for any.
  package init(_ preview: Preview, host: String, port: UInt16) throws(Failure) {
    self.preview = preview
    self.host = host == "localhost" ? "127.0.0.1" : host
    self.port = try Self.freePort(host: self.host, from: port)
  }

  /// Where the site can be looked at on this machine: `http://127.0.0.1:8080`.
  package var address: String {
    let name =
      switch host {
      case "0.0.0.0": "127.0.0.1"
      case "::": "[::1]"
      case _ where host.contains(":"): "[\(host)]"
      default: host
      }
    return "http://\(name):\(port)"
  }

  private var isLoopback: Bool { host == "::1" || HostHeader.isLoopbackAddress(host) }

  // MARK: Ports

  private static func freePort(host: String, from first: UInt16) throws(Failure) -> UInt16 {
    let last = min(Int(first) + attempts - 1, Int(UInt16.max))
    for port in Int(first)...max(last, Int(first)) {
      if let free = try bind(host: host, port: UInt16(port)) { return free }
    }
    throw .noFreePort(Int(first))
  }

  /// Takes a port and gives it back.
  ///
  /// - Returns: `nil` where somebody has it.
  private static func bind(host: String, port: UInt16) throws(Failure) -> UInt16? {
    do {
      return host.contains(":")
        ? try bind(sockaddr_in6.inet6(ip6: host, port: port))
        : try bind(sockaddr_in.inet(ip4: host, port: port))
    } catch let SocketError.failed(_, code, _) where code == EADDRINUSE || code == EACCES {
      return nil
    } catch let SocketError.failed(_, code, _) where code == EADDRNOTAVAIL {
      throw .noAddress(host)
    } catch SocketError.unsupportedAddress {
      throw .noAddress(host)
    } catch {
      throw .other(error.localizedDescription)
    }
  }

  private static func bind<Address: SocketAddress>(_ address: Address) throws -> UInt16? {
    let socket = try listen(address)
    // What cannot be closed is closed already, here and below.
    defer { try? socket.close() }
    switch try socket.sockname() {
    case .ip4(_, let port), .ip6(_, let port): return port
    case .unix: return nil
    }
  }

  // MARK: Serving

  /// Serves until the task is cancelled. Whatever ends the server otherwise, it is started anew.
  package func run() async {
    let pulse = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: Self.pulse)
        preview.tellAgain()
      }
    }
    defer { pulse.cancel() }
    while !Task.isCancelled {
      do {
        try await serve()
      } catch {
        // Sleeping fails where the task is cancelled, which ends the loop.
        try? await Task.sleep(for: Self.pause)
      }
    }
  }

  private func serve() async throws {
    let pool = PatientPool(pool: SocketPool<Poll>.make(maxEvents: 64))
    try await pool.prepare()
    let listener = try AsyncSocket(socket: listeningSocket(), pool: pool)
    defer { try? listener.close() }
    let host = PreviewHost(preview: preview, host: HostHeader(isLoopback: isLoopback))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask { try await Self.accept(on: listener, host) }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private static func accept(on listener: AsyncSocket, _ host: PreviewHost) async throws {
    try await withThrowingDiscardingTaskGroup { connections in
      while true {
        do {
          let socket = try await listener.accept()
          connections.addTask { await HTTPConnection(socket: socket, host: host).serve() }
        } catch let SocketError.failed(_, code, _) where [EMFILE, ENFILE, ECONNABORTED].contains(code) {
          // There are as many connections as the system allows, or somebody went at once.
          try await Task.sleep(for: pause)
        }
      }
    }
  }

  private func listeningSocket() throws -> Socket {
    host.contains(":")
      ? try Self.listen(sockaddr_in6.inet6(ip6: host, port: port))
      : try Self.listen(sockaddr_in.inet(ip4: host, port: port))
  }

  private static func listen<Address: SocketAddress>(_ address: Address) throws -> Socket {
    let socket = try Socket(domain: Int32(Address.family))
    do {
      try socket.setValue(true, for: .localAddressReuse)
      #if canImport(Darwin)
        try socket.setValue(true, for: .noSIGPIPE)
      #endif
      try socket.bind(to: address)
      try socket.listen()
      return socket
    } catch {
      try? socket.close()
      throw error
    }
  }
}
