import Content
import Diagnostics
import Foundation
import Synchronization

/// The texts that diagnostics show lines of, each read once.
final class SourceExcerpts: Sendable {
  private let texts = Mutex<[String: SourceText?]>([:])

  /// Bytes of a file in which a zero says that it is no text.
  private static let beginning = 1 << 16

  /// A file's text. One that cannot be read any more is shown without its excerpt, and so are images and what else is
  /// no text.
  func text(of file: String) -> SourceText? {
    texts.withLock { texts in
      if let known = texts[file] { return known }
      let bytes = ImageFiles.isImage(file) ? nil : FileManager.default.contents(atPath: file)
      let text = bytes.flatMap { bytes in
        bytes.prefix(Self.beginning).contains(0) ? nil : SourceText(file: file, bytes: Array(bytes))
      }
      texts[file] = .some(text)
      return text
    }
  }
}
