import ArgumentParser
import Content
import Diagnostics
import Foundation

/// The site that something new is begun in.
enum NewEntrySite {
  /// Reads all but the entries; ends the run where there is no site.yml that can be read.
  static func load(_ content: String) throws -> (ContentLoader, SiteConfiguration) {
    let loader = ContentLoader(folder: content)
    guard let configuration = loader.configuration else {
      try fail(loader.diagnostics.filter { $0.severity == .error })
    }
    return (loader, configuration)
  }

  /// Tells what is wrong, and ends the run.
  static func fail(_ diagnostics: [Diagnostic]) throws -> Never {
    StandardError.tell(diagnostics)
    throw ExitCode(1)
  }
}
