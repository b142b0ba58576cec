import Content
import Diagnostics
import Foundation

/// Writes into translations which state of their originals they follow.
struct TranslationStamp {
  let loader: ContentLoader
  let entries: [Entry]

  /// Stamps one translation; nothing else in its file changes.
  ///
  /// - Parameter path: The file, as the user names it.
  /// - Returns: What was done, in a sentence.
  func stamp(_ path: String) throws(DiagnosedFailure) -> String {
    let (entry, variant) = try entries.variant(at: path)
    guard variant.language != entry.originalLanguage else {
      throw failure(TranslationProblem.isOriginal(path), at: path)
    }
    guard let original = entry.original else {
      throw failure(TranslationProblem.notTranslation(path), at: path)
    }
    let file = variant.file
    if variant.fields["translated_from"]?.value.text == original.digest {
      return "\(file.path) follows \(original.file.path) already"
    }
    do {
      let bytes = try Disk.bytes(of: file.path)
      guard let stamped = edited(bytes, variant: variant, digest: original.digest),
        isTheSame(stamped, variant: variant, kind: entry.kind, digest: original.digest)
      else { throw failure(TranslationProblem.cannotStamp(digest: original.digest), at: file.path) }
      try write(stamped, to: file.path)
    } catch let error as Disk.Failure {
      throw failure(CommandProblem.unreadable(file.path, reason: error.reason), at: file.path)
    } catch let error as DiagnosedFailure {
      throw error
    } catch {
      throw failure(CommandProblem.unwritable(file.path, reason: error.reason), at: file.path)
    }
    return "\(file.path) follows \(original.file.path) as it is now"
  }

  /// The file with its `translated_from`; `nil` where its front matter is written in a way that no line can
  /// be added to.
  private func edited(_ bytes: [UInt8], variant: Variant, digest: String) -> [UInt8]? {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    guard let first = lines.first else { return nil }
    let lineEnd: [UInt8] = first.last == 0x0D ? [0x0D] : []
    let line = Array("translated_from: \(digest)".utf8) + lineEnd
    if let place = variant.fields["translated_from"]?.place {
      // The value alone: a comment beside it stays.
      guard lines.indices.contains(place.line - 1) else { return nil }
      var scalars = Array(String(decoding: lines[place.line - 1], as: UTF8.self).unicodeScalars)
      let value = place.column - 1..<place.column - 1 + place.length
      guard value.lowerBound > 0, value.upperBound <= scalars.count else { return nil }
      scalars.replaceSubrange(value, with: digest.unicodeScalars)
      lines[place.line - 1] = scalars.flatMap { Array(String($0).utf8) }
    } else {
      let fence = Array("---".utf8) + lineEnd
      guard let end = lines.dropFirst().firstIndex(of: fence) else { return nil }
      lines.insert(line, at: end)
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  /// Whether an edited file says what it said before, and the digest.
  private func isTheSame(_ bytes: [UInt8], variant: Variant, kind: Kind, digest: String) -> Bool {
    let parsed = loader.parser.parse(bytes, file: variant.file, kind: kind)
    guard let read = parsed.variant, read.fields["translated_from"]?.value.text == digest else {
      return false
    }
    return read.digest == variant.digest
      && Set(read.fields.keys) == Set(variant.fields.keys).union(["translated_from"])
  }

  /// Replaces a file's contents at once; its permissions stay.
  private func write(_ bytes: [UInt8], to path: String) throws {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    if let permissions = attributes[.posixPermissions] {
      try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
    }
  }

  private func failure(_ problem: some Problem, at path: String?) -> DiagnosedFailure {
    DiagnosedFailure(diagnostic: problem.at(path.map { Place(file: $0) }))
  }
}
