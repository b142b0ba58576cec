package import Content

extension Entry {
  /// The title for readers of a language: the variant's, else the original's, else what the kind names
  /// instead (a cluster's name), else the file's name.
  ///
  /// - Parameter available: Whether a language's variant counts; drafts may not.
  package func title(in language: String, available: (String) -> Bool = { _ in true }) -> LabelText {
    for tag in [language, originalLanguage] where available(tag) || tag == originalLanguage {
      if let title = variants[tag]?.fields["title"]?.value.text {
        return LabelText(text: title, language: tag)
      }
    }
    if let field = kind.titleField, let name = shared[field]?.value.text {
      return LabelText(text: name, language: nil)
    }
    return LabelText(text: name, language: nil)
  }

  /// The areas that the entry is about: its `country`, then its `countries`.
  package var areas: [String] {
    let countries = texts(of: "countries")
    guard let country = shared["country"]?.value.text, !countries.contains(country) else { return countries }
    return [country] + countries
  }

  /// The texts of a shared field that is a text or a list of texts.
  func texts(of field: String) -> [String] {
    guard let value = shared[field]?.value else { return [] }
    if let list = value.list { return list.compactMap(\.value.text) }
    return value.text.map { [$0] } ?? []
  }
}
