import Content
import Diagnostics
import Foundation
import Synchronization

/// The texts that diagnostics show lines of, each read once.
final class SourceExcerpts: Sendable {
  private let texts = Mutex<[String: SourceText?]>([:])

  /// A file's text. One that cannot be read any more is shown without its excerpt, and so are images.
  func text(of file: String) -> SourceText? {
    texts.withLock { texts in
      if let known = texts[file] { return known }
      let text =
        ImageFiles.isImage(file)
        ? nil : FileManager.default.contents(atPath: file).map { SourceText(file: file, bytes: Array($0)) }
      texts[file] = .some(text)
      return text
    }
  }
}
