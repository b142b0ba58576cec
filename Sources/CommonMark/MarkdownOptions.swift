/// The switches under `markdown:` in site.yml. With `html` on and all others off, the output is libcmark's.
package struct MarkdownOptions: Hashable, Sendable {
  /// Raw HTML and all addresses are written as they are. Off, both are dropped with a warning where they
  /// could harm.
  package var html = false
  /// Links and images become holes, which the page fills; off, they are written as they are.
  package var links = true
  /// Tables (GitHub Flavored Markdown).
  package var tables = true
  /// `~struck~` and `~~struck~~`.
  package var strikethrough = true
  /// `- [ ] to do` and `- [x] done`.
  package var taskLists = true
  /// Addresses of sites and e-mail without brackets become links.
  package var autolinks = true
  /// `[^note]` and `[^note]: …`.
  package var footnotes = true
  /// Quotation marks, apostrophes, dashes and ellipses as the text's language writes them.
  package var typography = true
  /// Headings get ids, and `{#id}` sets one.
  package var headingIDs = true
  /// An image alone in a paragraph, with a title, becomes a figure with a caption.
  package var figures = true
  /// `> [!NOTE]` and its like.
  package var notes = true
  /// `[words]{lang=en}` and `::: {lang=en}`.
  package var spans = true

  package init() {}

  /// Everything off but `html`: what comes out is libcmark's, to the byte.
  package static let plain: MarkdownOptions = {
    var options = MarkdownOptions()
    for option in switches { options[keyPath: option.path] = option.path == \.html }
    return options
  }()

  /// A switch with its name in site.yml.
  package struct Switch: Sendable {
    package let name: String
    package let path: any WritableKeyPath<MarkdownOptions, Bool> & Sendable
  }

  /// All switches, in the order in which site.yml's documentation lists them.
  package static let switches: [Switch] = [
    Switch(name: "html", path: \.html),
    Switch(name: "links", path: \.links),
    Switch(name: "tables", path: \.tables),
    Switch(name: "strikethrough", path: \.strikethrough),
    Switch(name: "task_lists", path: \.taskLists),
    Switch(name: "autolinks", path: \.autolinks),
    Switch(name: "footnotes", path: \.footnotes),
    Switch(name: "typography", path: \.typography),
    Switch(name: "heading_ids", path: \.headingIDs),
    Switch(name: "figures", path: \.figures),
    Switch(name: "notes", path: \.notes),
    Switch(name: "spans", path: \.spans),
  ]
}
