#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An open folder, closed when nobody holds it any more. What is done in it is done in that very folder,
/// whatever its name leads to by then.
final class Folder: Sendable {
  let descriptor: Int32

  /// Takes over an open descriptor.
  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    // Nothing was written through it, so there is nothing to lose.
    close(descriptor)
  }
}
