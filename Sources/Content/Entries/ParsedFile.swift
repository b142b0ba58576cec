package import Diagnostics

/// What a file gave: a variant, unless the file could not be read at all, and what is wrong with it.
package struct ParsedFile: Sendable {
  package let file: EntryFile
  package let kind: Kind
  package let variant: Variant?
  package let diagnostics: [Diagnostic]

  package init(file: EntryFile, kind: Kind, variant: Variant?, diagnostics: [Diagnostic]) {
    self.file = file
    self.kind = kind
    self.variant = variant
    self.diagnostics = diagnostics
  }
}
