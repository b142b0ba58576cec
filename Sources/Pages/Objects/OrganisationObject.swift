import Content
import SiteGraph
import Templating

/// An organisation, or somebody outside the network whom an entry names, as templates see them.
enum OrganisationObject {
  static func value(_ organisation: Organisation, in localized: LocalizedSite) -> Value {
    value(
      key: organisation.key,
      name: localized.text(organisation.name) ?? LabelText(text: organisation.key, language: nil),
      url: organisation.url)
  }

  /// - Parameter key: The key in organisations.yml, `nil` for those named in an entry.
  static func value(key: String?, name: LabelText, url: String?) -> Value {
    .object(
      AttributeObject([
        ("kind", .string("organisation")), ("key", Value(key)), ("name", Value(name)), ("title", Value(name)),
        ("url", Value(url)), ("permalink", Value(url)),
      ]))
  }
}
