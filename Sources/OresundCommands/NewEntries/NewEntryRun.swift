import ArgumentParser
import CommonMark
import Content
import Diagnostics
import Foundation

/// One run of `oresund new`.
struct NewEntryRun {
  let content: String
  let kind: String
  let title: String
  let language: String?
  let date: CalendarDate?
  let only: [String]
  let name: String?
  let isFolder: Bool

  func run() throws {
    let (loader, site) = try NewEntrySite.load(content)
    guard let kind = loader.kinds.first(where: { $0.name == self.kind }) else {
      let names = loader.kinds.map(\.name)
      let nearest = Suggestion.nearest(to: self.kind, in: names).map { " Did you mean “\($0)”?" } ?? ""
      throw ValidationError(
        "“\(self.kind)” is no kind of this site (\(names.joined(separator: ", "))).\(nearest)")
    }
    let tags = site.languages.map(\.tag)
    for tag in only + (language.map { [$0] } ?? []) where !tags.contains(tag) {
      throw ValidationError("“\(tag)” is no language of this site (\(tags.joined(separator: ", "))).")
    }
    let chosen = only.isEmpty ? tags : tags.filter(only.contains)
    let language = self.language ?? (chosen.contains(site.defaultLanguage) ? site.defaultLanguage : chosen[0])
    guard chosen.contains(language) else {
      throw ValidationError("The title is in “\(language)”, which --only leaves out.")
    }
    let draft = EntryDraft(
      kind: kind, date: date ?? PreparedSite.today(in: site.timeZone), title: title, language: language,
      loader: loader)
    do throws(DiagnosedFailure) {
      let name = try checkedName(draft, loader)
      let files = files(of: draft, name: name, languages: chosen, site: site)
      try files.write()
      tell(files, kind: kind, name: name, languages: chosen, site: site)
    } catch {
      try NewEntrySite.fail([error.diagnostic])
    }
  }

  /// The files' name without the date, which no other entry of the kind has.
  private func checkedName(_ draft: EntryDraft, _ loader: ContentLoader) throws(DiagnosedFailure) -> String {
    let name = self.name ?? Slug.of(title, language: draft.language)
    let problem: NewEntryProblem?
    if name.isEmpty {
      problem = self.name == nil ? .noName(title: title) : .badName("")
    } else if !EntryFile.isName(name) {
      problem = .badName(name)
    } else {
      let folded = name.lowercased()
      let others = loader.files.filter { $0.kind.name == draft.kind.name }
      let other = others.first { $0.file.name.lowercased() == folded }
      problem = other.map { .nameTaken(name, by: $0.file.path) }
    }
    if let problem { throw DiagnosedFailure(diagnostic: problem.at(nil)) }
    return name
  }

  private func files(
    of draft: EntryDraft, name: String, languages: [String], site: SiteConfiguration
  ) -> NewFiles {
    let stem = (draft.date.map { "\($0)-" } ?? "") + name
    let path = "\(content)/\(draft.kind.section)/\(stem)\(isFolder ? "/index" : "")"
    // A site in one language has none in its files' names.
    func file(_ language: String) -> String {
      site.languages.count == 1 ? "\(path).md" : "\(path).\(language).md"
    }
    let original = file(draft.language).split(separator: "/").last.map(String.init) ?? ""
    var files = NewFiles()
    for language in [draft.language] + languages.filter({ $0 != draft.language }) {
      files.add(
        file(language),
        text: language == draft.language ? draft.original : draft.translation(of: original, into: language))
    }
    return files
  }

  private func tell(
    _ files: NewFiles, kind: Kind, name: String, languages: [String], site: SiteConfiguration
  ) {
    for file in files.files { print(file.path) }
    print(
      """
      Write the text, fill in what is empty, and remove “draft: true” from each file that may be published.
      In the preview (oresund serve), it is at:
      """)
    for case let language? in languages.map(site.language) {
      print("  \(kind.address(of: name, in: language))")
    }
  }
}

extension Kind {
  /// Where an entry of the kind lives that has no slug of its own.
  fileprivate func address(of name: String, in language: Language) -> String {
    hasSection ? "/\(language.tag)/\(language.section(section))/\(name)/" : "/\(language.tag)/\(name)/"
  }
}
