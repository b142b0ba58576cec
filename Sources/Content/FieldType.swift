/// What a field of a kind can hold, and so how its scalar is read, checked and shown to templates.
package indirect enum FieldType: Hashable, Sendable {
  /// One line in the language of its variant.
  case text
  /// A proper name: one line that has no language.
  case name
  /// Several lines of Markdown.
  case markdown
  /// A day, `YYYY-MM-DD`.
  case date
  /// A year, `YYYY`, or a day, `YYYY-MM-DD`.
  case yearOrDate
  /// A day with or without a local time, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
  case time
  /// An identifier of the IANA time zone database, such as `America/Denver`.
  case timeZone
  case number
  /// A whole number, not negative.
  case count
  case boolean
  /// A country, ISO 3166-1 alpha-2 in small letters.
  case country
  /// A country, a continent, `global`, `eu` or one of the site's groups.
  case area
  /// Coordinates in degrees (WGS 84): `{lat, lon}`.
  case place
  /// An absolute http or https address.
  case url
  /// An address of this site or another one: a path to a Markdown file or a file beside the entry, or a URL.
  case link
  case email
  /// A file beside the entry, a path from the content folder's `static/` (`/logo.svg`), or a URL.
  case file
  /// A path of this site, such as `/old/address/`.
  case path
  /// A part of an address.
  case slug
  /// The name of a template.
  case template
  /// One of some words.
  case choice([String])
  /// Another entry, by its file's name; with `outside`, also an organisation, by its key or as `{name, url}`.
  case reference(kinds: [String], outside: Bool)
  /// A term of a vocabulary: `topics` or `organisations`.
  case term(vocabulary: String)
  case list(of: FieldType)
  case record([FieldDeclaration])
  /// Anything.
  case data
}
