import ArgumentParser
import Content
import Diagnostics
import Foundation

/// One run of `oresund new translation`.
struct NewTranslationRun {
  let content: String
  let file: String
  let language: String?

  func run() throws {
    let (loader, site) = try NewEntrySite.load(content)
    let tags = site.languages.map(\.tag)
    if let language, !tags.contains(language) {
      throw ValidationError("“\(language)” is no language of this site (\(tags.joined(separator: ", "))).")
    }
    let entries = loader.assemble(loader.files.map(loader.parse), includesDrafts: true).tree?.entries ?? []
    do throws(DiagnosedFailure) {
      let (entry, _) = try entries.variant(at: file)
      let language = try wanted(of: entry, among: tags)
      guard let original = entry.original else { throw failure(TranslationProblem.notTranslation(file)) }
      var files = NewFiles()
      files.add(
        original.file.path(in: language), text: try draft(of: original, kind: entry.kind).text(in: language))
      try files.write()
      for file in files.files { print(file.path) }
      print(
        """
        Translate what stands in the comments, and remove “draft: true” when it may be published.
        When the original changes later, “oresund translations” says so.
        """)
      if language == site.defaultLanguage, original.fields["original"]?.value.boolean != true {
        print(
          "Write “original: true” into \(original.file.path): otherwise the new file counts as the original.")
      }
    } catch {
      try NewEntrySite.fail([error.diagnostic])
    }
  }

  /// The language that is asked for, or else the only one that is missing.
  private func wanted(of entry: Entry, among tags: [String]) throws(DiagnosedFailure) -> String {
    if let language {
      guard let variant = entry.variants[language] else { return language }
      throw failure(TranslationProblem.translated(language: language, file: variant.file.path))
    }
    let missing = tags.filter { entry.variants[$0] == nil }
    guard let only = missing.first, missing.count == 1 else {
      throw failure(TranslationProblem.whichLanguage(missing))
    }
    return only
  }

  private func draft(of original: Variant, kind: Kind) throws(DiagnosedFailure) -> TranslationDraft {
    let path = original.file.path
    let bytes: [UInt8]
    do throws(Disk.Failure) {
      bytes = try Disk.bytes(of: path)
    } catch {
      throw failure(CommandProblem.unreadable(path, reason: error.reason))
    }
    guard let draft = TranslationDraft(of: original, kind: kind, bytes: bytes) else {
      throw failure(TranslationProblem.notTranslation(path))
    }
    return draft
  }

  private func failure(_ problem: some Problem) -> DiagnosedFailure {
    DiagnosedFailure(diagnostic: problem.at(Place(file: file)))
  }
}
