import Content

/// What a shell can complete from the content: kinds, languages, entries' files.
struct ContentCompletion {
  private let loader: ContentLoader
  /// The beginning of the word that is being completed.
  private let prefix: String

  /// - Parameter arguments: The command line so far, which may name the content folder.
  init(_ arguments: [String], prefix: String) {
    var folder = "content"
    for (argument, next) in zip(arguments, arguments.dropFirst()) where argument == "--content" {
      folder = next
    }
    for argument in arguments where argument.hasPrefix("--content=") {
      folder = String(argument.dropFirst("--content=".count))
    }
    loader = ContentLoader(folder: folder)
    self.prefix = prefix
  }

  /// The words that begin as the one that is being completed.
  func among(_ words: (ContentCompletion) -> [String]) -> [String] {
    words(self).filter { $0.hasPrefix(prefix) }
  }

  var kinds: [String] { loader.kinds.map(\.name) }
  var languages: [String] { loader.configuration?.languages.map(\.tag) ?? [] }
  var entryFiles: [String] { loader.files.map(\.file.path) }
}
