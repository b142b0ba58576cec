import Content
import Diagnostics

extension [Entry] {
  /// The entry and the variant that a file is.
  ///
  /// - Parameter path: The file, as the user names it.
  func variant(at path: String) throws(DiagnosedFailure) -> (Entry, Variant) {
    guard let wanted = Disk.resolved(path) else {
      throw DiagnosedFailure(diagnostic: TranslationProblem.noFile(path).at(nil))
    }
    for entry in self {
      for variant in entry.variants.values where Disk.resolved(variant.file.path) == wanted {
        return (entry, variant)
      }
    }
    throw DiagnosedFailure(diagnostic: TranslationProblem.notTranslation(path).at(Place(file: path)))
  }
}

extension EntryFile {
  /// The path of the same entry's file in another language.
  func path(in language: String) -> String {
    let ending = self.language.map { ".\($0).md" } ?? ".md"
    return path.dropLast(ending.count) + ".\(language).md"
  }
}
