import Foundation

/// The repository that the tests stand in.
enum Repository {
  static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
}
