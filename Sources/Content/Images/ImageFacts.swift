/// What an editor should know of an image file before it is published, beside its size in pixels.
package struct ImageFacts: Hashable, Sendable {
  /// The file's length in bytes.
  package let length: Int
  /// Whether it tells where it was taken.
  package let tellsPosition: Bool

  package init(length: Int, tellsPosition: Bool) {
    self.length = length
    self.tellsPosition = tellsPosition
  }

  /// Bytes of a file that are searched at most.
  private static let limit = 1 << 26

  /// Reads a whole file, or fails where it cannot be read, which ``ContentLoader`` reports.
  package init?(of path: String) {
    guard let identity = Disk.identity(of: path) else { return nil }
    do throws(Disk.Failure) {
      let bytes = try Disk.bytes(of: path, limit: Self.limit)
      self.init(length: Int(identity.size), tellsPosition: ImagePosition.isTold(in: bytes))
    } catch {
      return nil
    }
  }
}
