import Diagnostics

extension TemplateProblem {
  var identifier: String {
    switch self {
    case .invalidUTF8: "invalid-utf-8"
    case .unexpectedCharacter, .unclosedTag, .unclosedText, .unclosedComment, .unclosedRaw, .unbalanced,
      .invalidEscape, .numberTooLarge, .unexpected, .unclosedBlock, .strayEnd, .invalidSyntax,
      .nestedTooDeeply,
      .repeatedBlock:
      "template-syntax"
    case .unsupported, .unresolvableName, .pythonMethod: "template-unsupported"
    case .unknownTag: "unknown-tag"
    case .unknownFilter: "unknown-filter"
    case .unknownTest: "unknown-test"
    case .unknownFunction: "unknown-function"
    case .unknownTemplate: "unknown-template"
    case .unknownArgument, .missingArgument, .tooManyArguments, .repeatedArgument: "template-argument"
    case .undefinedName, .outOfContext, .undefinedAttribute, .undefinedItem, .undefinedReason, .notExported:
      "undefined-in-template"
    case .printsNone: "printed-none"
    case .unprintable, .notCallable, .notIterable, .wrongType, .wrongOperands, .unorderable, .unhashable,
      .wrongUnpacking:
      "template-type"
    case .iteratorReadTwice, .integerTooLarge, .floatTooLarge, .complexNumber, .divisionByZero, .invalidValue,
      .extendedTwice, .requiredBlock:
      "template-value"
    case .limit: "template-limit"
    case .host(let failure): failure.identifier
    }
  }

  var message: String {
    switch self {
    case .invalidUTF8: "the template is not UTF-8 here"
    case .unexpectedCharacter(let text): "unexpected “\(text)” in a tag"
    case .unclosedTag(let opening, let closing): "this “\(opening)” is never closed with “\(closing)”"
    case .unclosedText: "this text is never closed with the quotation mark that it began with"
    case .unclosedComment: "this comment is never closed with “#}”"
    case .unclosedRaw: "this “raw” is never closed with “{% endraw %}”"
    case .unbalanced(let found, let expected):
      expected.map { "found “\(found)” where “\($0)” was expected" } ?? "found “\(found)” that closes nothing"
    case .invalidEscape(let text): "“\(text)” is not an escape that a text may have"
    case .numberTooLarge(let text): "the number “\(text)” is too large"
    case .unexpected(let found, let expected): "found \(found) where \(expected) was expected"
    case .unknownTag(let name, _, _): "there is no tag “\(name)”"
    case .unclosedBlock(let tag, let end): "this “\(tag)” is never closed with “{% \(end) %}”"
    case .strayEnd(let name, let open):
      open.map { "found “\(name)” while “\($0)” is open" }
        ?? "found “\(name)”, but nothing is open that it could close"
    case .unsupported(let what, _): "\(what) is not supported"
    case .invalidSyntax(let message, _): message
    case .nestedTooDeeply: "this is nested too deeply"
    case .unknownFilter(let name, _, _): "there is no filter “\(name.shortened)”"
    case .unknownTest(let name, _): "there is no test “\(name.shortened)”"
    case .unknownFunction(let name, _): "there is no function or macro “\(name)”"
    case .unknownTemplate(let name, _): "there is no template “\(name.shortened)”"
    case .unknownArgument(let name, let callee, _): "“\(callee)” has no argument “\(name)”"
    case .missingArgument(let name, let callee): "“\(callee)” needs the argument “\(name)”"
    case .tooManyArguments(let callee, let limit):
      limit == 0
        ? "“\(callee)” takes no arguments"
        : "“\(callee)” takes at most \(limit) argument\(limit == 1 ? "" : "s")"
    case .repeatedArgument(let name, let callee): "the argument “\(name)” of “\(callee)” is given twice"
    case .repeatedBlock(let name): "the block “\(name)” is defined twice in this template"
    case .unresolvableName(let name): "Jinja2 cannot look up “\(name)” in the filter of a “set” block"
    case .undefinedName(let name, _): "“\(name.shortened)” is undefined"
    case .outOfContext(let name): "“\(name.shortened)” is undefined in what is used without context"
    case .undefinedAttribute(let name, let owner, _): "\(owner) has no attribute “\(name.shortened)”"
    case .undefinedItem(let key, let owner, _): "\(owner) has no item \(key.shortened)"
    case .undefinedReason(let reason): reason
    case .notExported(let name, let template, _):
      "the template “\(template)” has no macro or variable “\(name)”"
    case .printsNone: "the value is none, which cannot be printed"
    case .unprintable(let kind, _): "\(kind) cannot be printed"
    case .notCallable(let kind): "\(kind) cannot be called"
    case .notIterable(let kind): "\(kind) cannot be gone through"
    case .wrongType(let found, let purpose, let expected):
      "\(purpose) got \(found) where it takes \(expected)"
    case .wrongOperands(let left, let right, let symbol):
      "“\(symbol)” cannot \(symbol == "+" ? "join" : "calculate with") \(left) and \(right)"
    case .unorderable(let left, let right, let symbol): "“\(symbol)” cannot compare \(left) and \(right)"
    case .unhashable(let kind): "\(kind) cannot be the key of a map"
    case .pythonMethod(let name, let owner, _): "the method “\(name)” of \(owner) is not supported"
    case .iteratorReadTwice: "this iterator was read before, and can be read only once"
    case .wrongUnpacking(let count, let expected):
      "\(expected) names are given for \(count) value\(count == 1 ? "" : "s")"
    case .integerTooLarge: "the result is an integer of more than 64 bits"
    case .floatTooLarge: "the result is a float that is too large"
    case .complexNumber: "a negative number has no real power with a fraction"
    case .divisionByZero: "division by zero"
    case .invalidValue(let message, _): message.shortened
    case .limit(let limit):
      switch limit {
      case .rangeLength: "this range has more than \(Limits.elements) numbers"
      case .elements: "this makes a list of more than \(Limits.elements) elements"
      case .textLength: "this makes a text of more than \(Limits.bytes / 1_048_576) MB"
      case .outputLength: "the page is longer than \(Limits.bytes / 1_048_576) MB"
      case .iterations(let limit): "the loops of this page go round more than \(limit) times"
      case .work:
        "this page takes too much work, probably because it does again and again what could be done once"
      case .depth: "this has more than \(Limits.depth) lists or maps within each other"
      case .calls: "templates, blocks and macros call each other too deeply, probably without an end"
      }
    case .extendedTwice: "this template extends a second one"
    case .requiredBlock(let name):
      "the required block “\(name)” is not given by any template that extends this one"
    case .host(let failure): failure.message
    }
  }

  var remedy: String? {
    switch self {
    case .unknownTag(_, let suggestion, let remedy): didYouMean(suggestion) ?? remedy
    case .unknownFilter(_, let suggestion, let remedy): remedy ?? didYouMean(suggestion)
    case .unexpectedCharacter(let text): Self.otherSigns[text]
    case .unexpected("“|”", "the name of a filter"): "write “or”"
    case .unexpected("“if”", "“%}”"): "write “elif”"
    case .undefinedName(let name, let suggestion): Self.otherNames[name] ?? didYouMean(suggestion)
    case .unknownFunction("lipsum", _): "write the text: a page must not depend on chance"
    case .wrongOperands(_, _, "+"): "join texts with “~”, and make numbers of texts with “| int” or “| float”"
    case .nestedTooDeeply: "set a variable to what is inside, and use that"
    case .unknownTest(_, let suggestion), .unknownFunction(_, let suggestion),
      .unknownTemplate(_, let suggestion),
      .unknownArgument(_, _, let suggestion),
      .undefinedAttribute(_, _, let suggestion), .undefinedItem(_, _, let suggestion),
      .notExported(_, _, let suggestion):
      didYouMean(suggestion)
    case .unsupported(_, let remedy): remedy
    case .invalidSyntax(_, let remedy), .unprintable(_, let remedy), .pythonMethod(_, _, let remedy),
      .invalidValue(_, let remedy):
      remedy
    case .host(let failure): failure.remedy
    case .outOfContext: "say “with context”, or give it to the macro as an argument"
    case .printsNone: "say “or \"\"”, or ask with “if”"
    case .iteratorReadTwice: "make a list of it first: “| list”"
    case .unresolvableName(let name): "set a variable to “\(name)” before, outside of the block"
    case .unclosedBlock(_, let end): "add “{% \(end) %}” where it ends"
    case .integerTooLarge: "make it a float first: “| float”"
    case .limit(.calls): "take one of the calls that lead here out, or put it into an “if” that ends them"
    case .limit(.work): "set a variable before the loop to what is the same in every round"
    default: nil
    }
  }

  /// What the language has for signs of other languages.
  private static let otherSigns = [
    "&": "write “and”", "!": "write “not”, or “!=” between two values", "?": "write “a if condition else b”",
    ";": "begin another tag", "$": "write the name alone",
  ]

  /// What is meant by names that have a meaning elsewhere, or in other places.
  private static let otherNames = [
    "TRUE": "write “true”", "FALSE": "write “false”", "NULL": "write “none”", "null": "write “none”",
    "nil": "write “none”", "NONE": "write “none”",
    "super": "“super()” stands in a block that another template’s block is replaced by",
    "caller": "“caller()” stands in a macro that a “call” tag calls",
    "loop":
      "“loop” is known between “for” and “endfor” alone",
  ]

  private func didYouMean(_ suggestion: String?) -> String? { suggestion.map { "did you mean “\($0)”?" } }
}

extension String {
  /// The text, cut where it would fill the screen: what a template makes may be long.
  fileprivate var shortened: String {
    unicodeScalars.count <= 300 ? self : String(unicodeScalars.prefix(300)) + "…"
  }
}
