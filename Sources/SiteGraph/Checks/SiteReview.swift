package import Content
package import Diagnostics

/// What an editor should look after in a site that can be built: `oresund check` asks, a build does not.
///
/// Each check is a function of these values alone, linear in the size of the site.
package struct SiteReview: Sendable {
  package let site: Site
  /// All that the site was made of, with drafts and what has expired.
  package let content: ContentTree
  /// What is known of the image files, by path as given.
  package let images: [String: ImageFacts]

  package init(site: Site, content: ContentTree, images: [String: ImageFacts]) {
    self.site = site
    self.content = content
    self.images = images
  }

  /// All that the checks find.
  package var diagnostics: [Diagnostic] {
    quietClusters + unusedTopics + duplicateTitles + longTexts + translationGaps + orphanedFiles
      + imageProblems
  }

  /// The variants that readers see, entry by entry, in the site's order of languages.
  var visibleVariants: [(entry: Entry, variant: Variant)] {
    let visibility = Visibility(options: site.options)
    return site.entries.flatMap { entry in
      site.languages.compactMap { language in
        entry.variants[language.tag].flatMap { visibility.isVisible($0) ? (entry, $0) : nil }
      }
    }
  }

  /// The paths of the image files that the site publishes, as given, sorted.
  package static func imagePaths(of content: ContentTree) -> [String] {
    let prefix = content.folder.hasSuffix("/") ? content.folder : "\(content.folder)/"
    let paths =
      content.staticFiles.map { "\(prefix)static/\($0)" }
      + content.entries.flatMap { $0.attachments.map(\.path) }
    return paths.filter(ImageFiles.isImage).sorted()
  }
}
