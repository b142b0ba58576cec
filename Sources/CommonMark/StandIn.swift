// Stands in until the Markdown parser lands: delete this file then.
package struct RichText: Sendable { package init() {} }
package struct MarkdownOptions: Hashable, Sendable { package init() {} }
