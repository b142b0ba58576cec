import SiteGraph
import Content
import Templating

/// Renders the pages of one language.
final class PageRenderer: Sendable {
  private let templates: TemplateSet
  private let bindings: HostBindings
  private let site: any TemplateObject
  private let data: Value
  private let includes: IncludeCache?

  /// - Parameter keepsIncludes: Whether what an include printed serves other pages, too.
  init(localized: LocalizedSite, design: Design, shownSections: Set<String>, keepsIncludes: Bool) {
    includes = keepsIncludes ? IncludeCache() : nil
    templates = design.templates
    bindings = HostFunctions(localized: localized, assets: design.assets).bindings
    site = SiteObject.make(localized, shownSections: shownSections)
    data = .record(localized.site.data.map { ($0.key, Value($0.value)) })
  }

  /// Renders a page and appends it to the output, or tells why it cannot.
  ///
  /// - Parameter subject: The page's path, named in errors.
  func render(
    _ template: String, page: any TemplateObject, subject: String, into output: inout [UInt8]
  ) -> RenderFailure? {
    do throws(RenderFailure) {
      try templates.render(
        template, context: ["page": .object(RenderedPage(page)), "site": .object(site), "data": data],
        bindings: bindings, includes: includes, subject: subject, into: &output)
      return nil
    } catch {
      return error
    }
  }
}
