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
}
