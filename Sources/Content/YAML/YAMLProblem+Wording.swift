import Diagnostics

extension YAMLProblem {
  var identifier: String {
    switch self {
    case .aliasExpansion, .anchorGivenTwice: "too-many-aliases"
    case .duplicateKey: "duplicate-key"
    case .escapedControl: "control-character"
    case .commentInValue: "comment-in-value"
    default: "invalid-yaml"
    }
  }

  var severity: Severity {
    if case .commentInValue = self { .warning } else { .error }
  }

  var message: String {
    switch self {
    case .colonInValue: "a value with a colon and a space in it must be in quotes"
    case .missingColon(let line): "“\(line)” is no “key: value”"
    case .unclosedQuote: "the quotation mark that opens here is never closed"
    case .wrongIndentation: "this is indented neither like what is above it nor as a part of it"
    case .indentedFurther: "this is indented further than the line above, which has a value already"
    case .textAfterValue: "this stands after the end of the value"
    case .noComma: "a comma or a closing bracket was expected here"
    case .unclosedBracket: "the bracket that opens here is never closed"
    case .tab: "a tab cannot indent or begin a value in YAML"
    case .reservedStart(let character): "a value that begins with “\(character)” must be in quotes"
    case .listInLine: "a list cannot begin in the line of its key"
    case .unknownEscape: "in double quotes a backslash begins an escape, and YAML does not know this one"
    case .undefinedAlias: "a value that begins with “*” stands for another one, which does not exist"
    case .aliasExpansion: "the aliases of this document stand for too much"
    case .anchorGivenTwice(let name): "two values have the anchor “\(name)”, so that this could mean either"
    case .tooDeep: "this is nested more than \(YAMLReader.maximumDepth) levels deep"
    case .tag(let tag): "“\(Self.written(tag))” is a YAML tag, which has no meaning here"
    case .duplicateKey(let key): "“\(key)” is given twice"
    case .complexKey: "a key must be a word, not a list or a map"
    case .mergeKey: "“<<” merges nothing here"
    case .severalDocuments: "a second YAML document begins here"
    case .blockHeader: "text cannot follow “|” or “>” in the same line"
    case .escapedControl(let scalar): SourceProblem.controlCharacter(scalar).message
    case .commentInValue(let text): "“\(text)” is a comment to YAML and no part of the value"
    case .unreadable(let problem): "this is no YAML: \(problem)"
    }
  }

  var remedy: String? {
    switch self {
    case .colonInValue(let fixed): "write " + (fixed ?? "title: \"Energy: the next step\"")
    case .missingColon: "write a colon and a space after the key; a longer text needs quotes or indentation"
    case .unclosedQuote: "close it, or, if it belongs to the text, put the whole text in the other quotes"
    case .wrongIndentation: "indent lines of one level alike, with spaces"
    case .indentedFurther: "begin it below the line above, or put a text over several lines in quotes"
    case .textAfterValue: "put the whole value in quotes, and use the other ones inside"
    case .noComma, .unclosedBracket:
      "close every “[” with “]” and every “{” with “}”; put texts with commas in quotes"
    case .tab: "use spaces"
    case .reservedStart: "put the whole value in quotes"
    case .listInLine: "begin the list in the next line, or write [one, two]; put a text in quotes"
    case .unknownEscape: "write the backslash twice, or use single quotes"
    case .undefinedAlias, .tag: "if it belongs to the text, put the whole text in quotes"
    case .aliasExpansion, .anchorGivenTwice: "write the values out"
    case .tooDeep: nil
    case .duplicateKey: "keep one of them"
    case .complexKey: "if it begins with “{” or “[” and is meant as text, put it in quotes"
    case .mergeKey: "write the values out"
    case .severalDocuments: "remove the line “---” or “...”"
    case .blockHeader: "begin the text in the next line, or put a text that begins so in quotes"
    case .commentInValue: "put the whole value in quotes, or write a space after “#”"
    case .escapedControl: "remove the escape"
    case .unreadable: nil
    }
  }

  private static func written(_ tag: String) -> String {
    let standard = "tag:yaml.org,2002:"
    return tag.hasPrefix(standard) ? "!!" + tag.dropFirst(standard.count) : tag
  }
}
