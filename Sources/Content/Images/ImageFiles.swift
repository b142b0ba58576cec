import Diagnostics

/// The image files that a content folder publishes, with their sizes: each is read once, and as a rule only
/// its beginning.
package struct ImageFiles {
  /// By path as given.
  private(set) var sizes: [String: ImageSize] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  private static let endings: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"]
  /// Bytes that are read at first; metadata seldom take more.
  private static let usual = 1 << 16
  /// Bytes that are read at most.
  private static let limit = 1 << 24

  /// - Parameter paths: All published files; those are read whose names end as an image's.
  init(_ paths: [String]) {
    for path in paths where Self.isImage(path) { read(path) }
  }

  /// Whether a file's name ends as that of an image.
  package static func isImage(_ path: String) -> Bool {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return endings.contains(path[path.index(after: dot)...].lowercased())
  }

  private mutating func read(_ path: String) {
    do throws(Disk.Failure) {
      let beginning = try Disk.bytes(of: path, limit: Self.usual)
      do throws(ImageMistake) {
        sizes[path] = try ImageHeader.size(of: beginning)
      } catch {
        guard error == .truncated, beginning.count == Self.usual else { return report(error, at: path) }
        let file = try Disk.bytes(of: path, limit: Self.limit)
        do throws(ImageMistake) {
          sizes[path] = try ImageHeader.size(of: file)
        } catch {
          report(error, at: path)
        }
      }
    } catch {
      diagnostics.append(SourceProblem.unreadable(reason: error.reason).at(Place(file: path)))
    }
  }

  private mutating func report(_ mistake: ImageMistake, at path: String) {
    diagnostics.append(ImageProblem.unknownSize(mistake).at(Place(file: path)))
  }
}
