import Foundation

/// Sizes of files as the readers of one language write them: “1.2 MB”, of a thousand bytes to the kilobyte.
struct FileSizeText: Sendable {
  private let style: ByteCountFormatStyle

  /// - Parameter locale: A locale identifier, such as `de-DE`.
  init(locale: String) {
    style = ByteCountFormatStyle(
      style: .file, allowedUnits: [.bytes, .kb, .mb, .gb], spellsOutZero: false,
      locale: Locale(identifier: locale))
  }

  func text(_ bytes: Int) -> String { style.format(Int64(bytes)) }
}
