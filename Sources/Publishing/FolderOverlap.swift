/// A folder that the output folder must keep apart from.
package enum FolderRole: String, Hashable, Sendable {
  case content
  case templates
  case state
}

/// How the output folder lies relative to another one that it must be apart from.
package enum FolderOverlap: Hashable, Sendable {
  case same
  /// The output folder is in the other one.
  case inside
  /// The other one is in the output folder.
  case around

  /// How a folder lies relative to another, or `nil` if they are apart.
  ///
  /// - Parameters: Absolute paths without links, `.` and `..`, as ``resolvedPath(_:)`` gives them.
  package static func between(_ folder: String, and other: String) -> FolderOverlap? {
    let parts = folder.utf8.split(separator: UInt8(ascii: "/"))
    let otherParts = other.utf8.split(separator: UInt8(ascii: "/"))
    let common = zip(parts, otherParts).prefix { $0.elementsEqual($1) }.count
    switch (common == parts.count, common == otherParts.count) {
    case (true, true): return .same
    case (false, true): return .inside
    case (true, false): return .around
    case (false, false): return nil
    }
  }
}

/// What is wrong with the places of the folders: the output folder equal to, inside or around one that is
/// read. Links are resolved first; folders need not exist.
///
/// - Throws: ``PublishingFailure`` if a path cannot be resolved.
package func overlapProblems(
  output: String, others: [(path: String, role: FolderRole)]
) throws(PublishingFailure) -> [PublishingProblem] {
  try overlapProblems(output: output, others: others, system: OperatingSystem())
}

/// What is wrong with the place of the state folder: what a build remembers must not be among what it reads.
///
/// - Throws: ``PublishingFailure`` if a path cannot be resolved.
package func overlapProblems(
  state: String, others: [(path: String, role: FolderRole)]
) throws(PublishingFailure) -> [PublishingProblem] {
  let system = OperatingSystem()
  let resolvedState = try system.resolvedPath(state)
  var problems: [PublishingProblem] = []
  for (path, role) in others {
    switch FolderOverlap.between(resolvedState, and: try system.resolvedPath(path)) {
    case .same?, .inside?: problems.append(.stateInFolder(state, other: path, role: role))
    case .around?, nil: break
    }
  }
  return problems
}

func overlapProblems(
  output: String, others: [(path: String, role: FolderRole)], system: any FileSystem
) throws(PublishingFailure) -> [PublishingProblem] {
  let resolvedOutput = try system.resolvedPath(output)
  var problems: [PublishingProblem] = []
  for (path, role) in others {
    guard let overlap = FolderOverlap.between(resolvedOutput, and: try system.resolvedPath(path)) else {
      continue
    }
    // A state folder around the output folder holds nothing that a build could mistake for its own.
    if role == .state, overlap == .inside { continue }
    problems.append(.foldersOverlap(output: output, overlap, other: path, role: role))
  }
  return problems
}

extension FileSystem {
  /// A path made absolute, with all links resolved as far as it exists.
  func resolvedPath(_ path: String) throws(PublishingFailure) -> String {
    var existing = path.hasPrefix("/") ? path : "./" + path
    var missing: [Substring] = []
    // How many folders that do not exist are left again by “..”.
    var left = 0
    while true {
      do throws(SystemError) {
        let parts = try realPath(existing).split(separator: "/").dropLast(left) + missing.reversed()
        return "/" + parts.joined(separator: "/")
      } catch .doesNotExist {
        var parts = existing.split(separator: "/")
        guard let last = parts.popLast() else {
          throw PublishingFailure(.systemFailure(.read, path, reason: .doesNotExist))
        }
        existing = (existing.hasPrefix("/") ? "/" : "./") + parts.joined(separator: "/")
        switch last {
        case ".": break
        case "..": left += 1
        default: if left > 0 { left -= 1 } else { missing.append(last) }
        }
      } catch .isNotAFolder {
        throw PublishingFailure(.notAFolder(fileAbove(path)))
      } catch {
        throw PublishingFailure(.systemFailure(.read, path, reason: error))
      }
    }
  }

  /// The part of a path that is a file, which nothing can be below.
  private func fileAbove(_ path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    while parts.count > 1 {
      parts.removeLast()
      let above = parts.joined(separator: "/")
      // What fails here failed before, and is told as that.
      if (try? realPath(above)) != nil { return above }
    }
    return path
  }
}
