/// What tells one state of a file on disk from another, without reading it.
///
/// Two states that are written within one tick of the file system's clock (some milliseconds) and are of one
/// length can have the same; who is told of changes need not rely on it.
package struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let file: UInt64
  let size: Int64
  /// When the content changed, in nanoseconds since 1970.
  let modified: Int64
  /// When anything changed, permissions and name included.
  let changed: Int64
}
