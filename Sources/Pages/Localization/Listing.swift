import Foundation
import Synchronization
import Templating

/// Lists in the words of one language (CLDR): “A, B and C”.
final class Listing: Sendable {
  private let style: ListFormatStyle<StringStyle, [String]>
  /// The pieces before, between and after the members, by the number of members.
  private let patterns = Mutex<[Int: [String]]>([:])

  /// - Parameter locale: A locale identifier, such as `de-DE`.
  init(locale: String) {
    style = .list(type: .and).locale(Locale(identifier: locale))
  }

  /// One text of several: safe where one of them is, and in their language where all are in one.
  func text(_ members: [Text]) -> Text {
    guard let first = members.first else { return Text("") }
    let isSafe = members.contains(where: \.isSafe)
    let pieces = pieces(for: members.count)
    var bytes = Array(pieces[0].utf8)
    for (member, piece) in zip(members, pieces.dropFirst()) {
      bytes += isSafe ? member.escaped.bytes : member.bytes
      bytes += piece.utf8
    }
    let isOne = members.allSatisfy { $0.language == first.language }
    return Text(utf8: bytes, isSafe: isSafe, language: isOne ? first.language : nil)
  }

  /// What stands before the first member, between any two, and after the last one.
  private func pieces(for count: Int) -> [String] {
    patterns.withLock { patterns in
      if let pieces = patterns[count] { return pieces }
      // A character of the private use area stands for each member.
      let text = style.format([String](repeating: "\u{E000}", count: count))
      let pieces = text.components(separatedBy: "\u{E000}")
      patterns[count] = pieces
      return pieces
    }
  }
}
