package import CommonMark
package import Diagnostics

/// `content/site.yml`: what holds for the whole site.
package struct SiteConfiguration: Sendable {
  /// What a reader of a language gets of an entry that is missing in it (`untranslated:`).
  package enum Untranslated: String, Sendable, CaseIterable {
    case page
    case link
    case hide
  }

  package struct Group: Sendable {
    package let key: String
    package let label: LocalizedText
    /// Country codes.
    package let members: [Located<String>]

    package init(key: String, label: LocalizedText, members: [Located<String>]) {
      self.key = key
      self.label = label
      self.members = members
    }
  }

  package struct Aim: Hashable, Sendable {
    package let from: Int
    package let to: Int
    package let by: CalendarDate

    package init(from: Int, to: Int, by: CalendarDate) {
      self.from = from
      self.to = to
      self.by = by
    }
  }

  package struct Licence: Hashable, Sendable {
    package let name: String
    package let url: String?

    package init(name: String, url: String?) {
      self.name = name
      self.url = url
    }
  }

  package struct LegalPage: Sendable {
    /// The role, such as `imprint`.
    package let role: String
    /// The page's key.
    package let page: Located<String>
    /// Whether site.yml names it; those of every site need not be there.
    package let isNamed: Bool

    package init(role: String, page: Located<String>, isNamed: Bool = true) {
      self.role = role
      self.page = page
      self.isNamed = isNamed
    }
  }

  /// The path of the file, for diagnostics.
  package var file: String
  package var name: LocalizedText
  package var tagline: LocalizedText?
  /// Scheme, host and path, without a slash at the end.
  package var baseURL: BaseURL
  package var defaultLanguage: String
  /// In the order of the file; at least one.
  package var languages: [Language]
  /// An identifier of the IANA time zone database.
  package var timeZone: String
  package var untranslated: Untranslated
  package var untranslatedByKind: [String: Untranslated]
  package var pageSize: Int
  package var groups: [Group]
  /// Sections and pages in the order of the menu; `nil` for the default.
  package var menu: [Located<String>]?
  package var aim: Aim?
  package var legal: [LegalPage]
  package var licence: Licence?
  package var markdown: MarkdownOptions
  package var severity: SeverityPolicy
  /// The identifiers that `severity:` names, in the order of the file, known or not.
  package var severityIdentifiers: [Located<String>]
  package var search: Bool
  package var compress: Bool
  package var params: DataValue

  package init(
    file: String, name: LocalizedText, baseURL: BaseURL, defaultLanguage: String, languages: [Language]
  ) {
    self.file = file
    self.name = name
    self.baseURL = baseURL
    self.defaultLanguage = defaultLanguage
    self.languages = languages
    timeZone = "UTC"
    untranslated = .page
    untranslatedByKind = [:]
    pageSize = 20
    groups = []
    legal = ["imprint", "privacy"].map {
      LegalPage(role: $0, page: Located($0, at: Place(file: file)), isNamed: false)
    }
    markdown = MarkdownOptions()
    severity = SeverityPolicy()
    severityIdentifiers = []
    search = true
    compress = false
    params = .map([])
  }

  package func language(_ tag: String) -> Language? { languages.first { $0.tag == tag } }

  package func untranslated(of kind: String) -> Untranslated { untranslatedByKind[kind] ?? untranslated }
}
