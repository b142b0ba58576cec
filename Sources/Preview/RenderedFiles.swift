import Synchronization

/// The pages and other files that were asked for last, as they were made: for who asks again, and for the time in
/// which a page cannot be made.
final class RenderedFiles: Sendable {
  struct File: Sendable {
    /// The state of the site from which it was made.
    let generation: Int
    let bytes: [UInt8]
  }

  private struct State {
    var files: [String: (file: File, used: Int)] = [:]
    var clock = 0
    var size = 0
  }

  /// How many files are kept, and how many bytes.
  private static let count = 256
  private static let bytes = 32 << 20

  private let state = Mutex(State())

  subscript(path: String) -> File? {
    state.withLock { state in
      state.clock += 1
      state.files[path]?.used = state.clock
      return state.files[path]?.file
    }
  }

  /// Keeps a file, in the place of those that were not asked for longest.
  func keep(_ file: File, at path: String) {
    guard file.bytes.count < Self.bytes / 4 else { return }
    state.withLock { state in
      if let known = state.files[path], known.file.generation > file.generation { return }
      state.clock += 1
      state.size += file.bytes.count - (state.files[path]?.file.bytes.count ?? 0)
      state.files[path] = (file, state.clock)
      while state.files.count > Self.count || state.size > Self.bytes,
        let oldest = state.files.min(by: { $0.value.used < $1.value.used })
      {
        state.size -= oldest.value.file.bytes.count
        state.files[oldest.key] = nil
      }
    }
  }
}
