import ArgumentParser
import Content
import Diagnostics
import Foundation
import Pages
import SiteGraph

/// One run of `oresund translations`.
struct TranslationsRun {
  let settings: BuildSettings
  let language: String?
  let showsAll: Bool
  let format: TranslationsCommand.Format

  /// Prints the report. Mistakes in the content are told, too, and what they concern is left out.
  func show() throws {
    let workers = Workers(count: settings.jobs)
    let loaded = ContentLoader.load(
      folder: settings.content, includesDrafts: settings.showsDrafts, map: workers.map)
    let failures = loaded.diagnostics.filter { $0.severity == .error }
    StandardError.tell(failures)
    guard let tree = loaded.tree else { throw ExitCode(1) }
    let languages = try chosen(tree.configuration.languages.map(\.tag))
    let options = SiteOptions(
      today: settings.today ?? PreparedSite.today(in: tree.configuration.timeZone),
      showsDrafts: settings.showsDrafts)
    let report = TranslationReport(tree, options: options)
    let overview = TranslationOverview(report, languages: languages, strings: missingStrings(tree, options))
    switch format {
    case .text: print(overview.table(showsAll: showsAll), terminator: "")
    case .json: print(try overview.json())
    }
    if !failures.isEmpty { throw ExitCode(1) }
  }

  /// Stamps translations with the state of their originals.
  func stamp(_ files: [String]) throws {
    let loader = ContentLoader(folder: settings.content)
    let workers = Workers(count: settings.jobs)
    let parsed = workers.map(loader.files) { loader.parse($0) }
    let loaded = loader.assemble(parsed, includesDrafts: true)
    guard let tree = loaded.tree else {
      StandardError.tell(loaded.diagnostics.filter { $0.severity == .error })
      throw ExitCode(1)
    }
    let stamping = TranslationStamp(loader: loader, entries: tree.entries)
    var problems: [Diagnostic] = []
    for file in files {
      do throws(DiagnosedFailure) {
        print(try stamping.stamp(file))
      } catch {
        problems.append(error.diagnostic)
      }
    }
    StandardError.tell(problems)
    if !problems.isEmpty { throw ExitCode(1) }
  }

  /// The languages that are asked for.
  private func chosen(_ languages: [String]) throws -> [String] {
    guard let language else { return languages }
    guard languages.contains(language) else {
      throw ValidationError(
        "“\(language)” is no language of this site (\(languages.joined(separator: ", "))).")
    }
    return [language]
  }

  /// The strings that each language lacks; none where the templates cannot be read.
  private func missingStrings(_ tree: ContentTree, _ options: SiteOptions) -> [String: [String]] {
    let outcome = DesignFolder(path: settings.templates)
      .design(defaultLanguage: tree.configuration.defaultLanguage)
    guard let design = outcome.design else { return [:] }
    let check = StringsCheck(kinds: tree.kinds, languages: tree.configuration.languages, design: design)
    return Dictionary(
      uniqueKeysWithValues: tree.configuration.languages.map { ($0.tag, check.missing(in: $0.tag)) })
  }
}
