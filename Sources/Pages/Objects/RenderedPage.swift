import Templating

/// An entry on its own page: keeps what its template has asked for, since templates ask several times
/// (`{% if page.body %}…{{ page.body }}`) and a body takes time.
///
/// Unchecked: made for one render, and never leaves its thread.
final class RenderedPage: TemplateObject, @unchecked Sendable {
  private let page: any TemplateObject
  private var known: [String: Value] = [:]

  init(_ page: any TemplateObject) {
    self.page = page
  }

  var attributeNames: [String] { page.attributeNames }

  func attribute(_ name: String) -> Value? {
    if let value = known[name] { return value }
    let value = page.attribute(name)
    if let value { known[name] = value }
    return value
  }
}
