package import Content
package import Diagnostics

/// One language's strings: `templates/strings/<lang>.yml`, or the built-in file of the language.
package struct StringsFile: Sendable {
  /// A text, or its forms by CLDR plural category.
  package enum Entry: Sendable {
    case text(String)
    case forms([String: String])
  }

  package let language: String
  /// The file's path, for diagnostics.
  package let file: String
  package let entries: [String: Located<Entry>]

  /// Reads a file; what is wrong with it is reported, the rest is kept.
  package static func read(
    language: String, file: String, bytes: [UInt8]
  ) -> (strings: StringsFile, diagnostics: [Diagnostic]) {
    var reader = Reader()
    if let root = SourceDocument.yaml(bytes, file: file, diagnostics: &reader.diagnostics) {
      reader.read(root)
    }
    return (StringsFile(language: language, file: file, entries: reader.entries), reader.diagnostics)
  }

  /// The strings that come with Oresund, for the languages that it speaks.
  package static func builtIn() -> [StringsFile] {
    [("de", PackageResources.de_yml), ("en", PackageResources.en_yml)].map { language, bytes in
      read(language: language, file: "strings/\(language).yml", bytes: bytes).strings
    }
  }

  private struct Reader {
    var entries: [String: Located<Entry>] = [:]
    var diagnostics: [Diagnostic] = []

    mutating func read(_ root: YAMLNode) {
      guard let members = root.mapping else {
        diagnostics.append(PageProblem.notAMap(root.shape).at(root.place))
        return
      }
      for member in members {
        if let text = member.value.scalar {
          entries[member.key.value] = Located(.text(text), at: member.key.place)
        } else if let forms = member.value.mapping {
          entries[member.key.value] = Located(.forms(self.forms(forms)), at: member.key.place)
        } else {
          diagnostics.append(PageProblem.notAString(member.key.value).at(member.value.place))
        }
      }
    }

    private mutating func forms(_ members: [YAMLNode.Member]) -> [String: String] {
      var forms: [String: String] = [:]
      for form in members {
        if PluralCategory(rawValue: form.key.value) != nil, let text = form.value.scalar {
          forms[form.key.value] = text
        } else {
          let nearest = Suggestion.nearest(to: form.key.value, in: PluralCategory.allCases.map(\.rawValue))
          diagnostics.append(
            PageProblem.unknownPluralCategory(form.key.value, nearest: nearest).at(form.key.place))
        }
      }
      return forms
    }
  }
}
