import Diagnostics
package import Templating

/// What designers write, read into values.
package struct Design: Sendable {
  /// The folder as given, such as `templates`.
  package let folder: String
  package let templates: TemplateSet
  package let strings: StringsCatalog
  package let assets: AssetCatalog

  package init(folder: String, templates: TemplateSet, strings: StringsCatalog, assets: AssetCatalog) {
    self.folder = folder
    self.templates = templates
    self.strings = strings
    self.assets = assets
  }

  /// The template whose name is nearest to a missing one's. Endings do not count: they are alike, and
  /// `list.html` is not what was meant by `cluster.html`. A name without one is a page's.
  func nearestTemplate(to name: String) -> String? {
    guard let dot = name.lastIndex(of: ".") else {
      let page = name + ".html"
      return templates.contains(page) ? page : nearestTemplate(to: page)
    }
    let ending = name[dot...]
    let stems = templates.names.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
    return Suggestion.nearest(to: String(name.dropLast(ending.count)), in: stems).map { $0 + ending }
  }
}
