import Foundation
import Synchronization

/// The end of what a program writes to standard error, read as it comes: a pipe that nobody empties stops the program.
final class Complaints: Sendable {
  private static let limit = 2000

  private let bytes = Mutex<[UInt8]>([])
  private let hasEnded = DispatchGroup()

  init(of handle: FileHandle) {
    hasEnded.enter()
    let thread = Thread { [self] in
      while let data = handle.available, !data.isEmpty {
        bytes.withLock { bytes in
          bytes += data
          if bytes.count > Self.limit { bytes.removeFirst(bytes.count - Self.limit) }
        }
      }
      hasEnded.leave()
    }
    thread.start()
  }

  /// What was said until the program ended, on one line.
  var text: String {
    hasEnded.wait()
    return bytes.withLock { String(decoding: $0, as: UTF8.self) }
      .split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension FileHandle {
  /// What there is to read, empty at the end; `nil` where nothing can be read.
  fileprivate var available: Data? {
    do {
      return try read(upToCount: 1 << 12) ?? Data()
    } catch {
      return nil
    }
  }
}
