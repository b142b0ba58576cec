import Content
import SiteGraph
import Templating

/// How a page names its siblings in other languages.
struct PageLinks {
  /// The same page in another of the site's languages.
  struct Translation {
    let language: Int
    let path: String
    let state: TranslationState
    /// The language of the body that its readers get; `nil` where there is none.
    var bodyLanguage: String?
  }

  private let localized: LocalizedSite
  private var site: Site { localized.site }

  init(_ localized: LocalizedSite) {
    self.localized = localized
  }

  /// `page.translations`: what the language switch shows.
  func value(ofTranslations translations: [Translation]) -> Value {
    .list(
      translations.map { translation in
        let language = site.languages[translation.language]
        return .record([
          ("language", .string(language.tag)), ("label", .text(Text(language.label, language: language.tag))),
          ("url", .string(site.url(translation.path))),
          ("permalink", .string(site.permalink(translation.path))),
          ("state", .string(translation.state.rawValue)),
          ("body_language", Value(translation.bodyLanguage)),
        ])
      })
  }

  /// `page.alternates`.
  func value(of alternates: [Alternate]) -> Value {
    .list(
      alternates.map {
        .record([
          ("language", .string($0.language)), ("url", .string(site.url($0.path))),
          ("permalink", .string($0.permalink)),
        ])
      })
  }

  /// The siblings that hreflang names, and the one for readers of other languages.
  ///
  /// - Parameters:
  ///   - standard: What readers of other languages get, if not the default language's sibling.
  ///   - fallback: What they get where the default language has no sibling.
  func alternates(
    _ siblings: [(language: Int, path: String)], standard: String? = nil, fallback: String? = nil
  ) -> [Alternate] {
    let others = standard ?? siblings.first { $0.language == localized.defaultLanguage }?.path ?? fallback
    return siblings.map { alternate(site.languages[$0.language].tag, $0.path) }
      + (others.map { [alternate("x-default", $0)] } ?? [])
  }

  private func alternate(_ language: String, _ path: String) -> Alternate {
    Alternate(language: language, path: path, permalink: site.permalink(path))
  }
}
