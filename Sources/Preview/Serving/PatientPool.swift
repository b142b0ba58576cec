import FlyingSocks

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Waits for sockets as another pool does, but not for ever: who neither sends nor takes anything for a minute is
/// no longer waited for, and the connection ends.
struct PatientPool: AsyncSocketPool {
  private static let patience = Duration.seconds(60)

  let pool: any AsyncSocketPool

  func prepare() async throws { try await pool.prepare() }

  func run() async throws { try await pool.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    if Self.isListening(socket) { return try await pool.suspendSocket(socket, untilReadyFor: events) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.suspendSocket(socket, untilReadyFor: events) }
      group.addTask {
        try await Task.sleep(for: Self.patience)
        throw SocketError.timeout(message: "nothing was sent or taken")
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// Whether the socket is the one that connections come in through.
  private static func isListening(_ socket: Socket) -> Bool {
    var isListening: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    return getsockopt(socket.file.rawValue, SOL_SOCKET, SO_ACCEPTCONN, &isListening, &size) == 0
      && isListening != 0
  }
}
