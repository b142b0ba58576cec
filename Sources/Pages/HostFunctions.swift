import CommonMark
import Content
import Diagnostics
import Foundation
import SiteGraph
package import Templating

/// The filters and functions that Oresund adds to the template language.
package struct HostFunctions: Sendable {
  /// Their names and parameters, the same in all languages.
  package static let declarations = HostDeclarations(
    filters: [
      CallableDeclaration("lang_attr", [.init("than", standard: Value.none)]),
      CallableDeclaration(
        "date",
        [
          .init("style", standard: "medium"), .init("until", standard: Value.none),
          .init("zone", standard: Value.none),
        ]),
      CallableDeclaration("markdown"),
      CallableDeclaration("number"),
      CallableDeclaration("permalink"),
      CallableDeclaration("to_sentence"),
    ],
    functions: [
      CallableDeclaration("t", [.init("key"), .init("count", standard: Value.none)], acceptsKeywords: true),
      CallableDeclaration("asset", [.init("name")]),
      CallableDeclaration("integrity", [.init("name")]),
    ],
    globals: ["page", "site", "data"])

  private let localized: LocalizedSite
  private let assets: AssetCatalog
  private let markdownParser: MarkdownParser

  init(localized: LocalizedSite, assets: AssetCatalog) {
    self.localized = localized
    self.assets = assets
    markdownParser = MarkdownParser(options: localized.site.configuration.markdown)
  }

  /// What they do for the pages of one language.
  var bindings: HostBindings {
    HostBindings(
      Self.declarations,
      filters: [
        "lang_attr": { arguments throws(TemplateFailure) in languageAttribute(arguments) },
        "date": { arguments throws(TemplateFailure) in try date(arguments) },
        "markdown": { arguments throws(TemplateFailure) in try markdown(arguments) },
        "number": { arguments throws(TemplateFailure) in try number(arguments) },
        "permalink": { arguments throws(TemplateFailure) in try permalink(arguments) },
        "to_sentence": { arguments throws(TemplateFailure) in try sentence(arguments) },
      ],
      functions: [
        "t": { arguments throws(TemplateFailure) in try string(arguments) },
        "asset": { arguments throws(TemplateFailure) in
          .string(localized.site.url(try asset(arguments).path))
        },
        "integrity": { arguments throws(TemplateFailure) in .string(try asset(arguments).integrity) },
      ])
  }

  // MARK: Filters

  /// ` lang="…"` where a text's language differs from the page's, or from the given one; with `dir` where
  /// the direction differs, too. Nothing for texts that have no language.
  private func languageAttribute(_ arguments: CallableArguments) -> Value {
    guard case .text(let text) = arguments.input, let language = text.language else { return .html("") }
    var inherited = localized.tag
    if case .text(let than) = arguments[0] { inherited = than.string }
    if language == inherited { return .html("") }
    let direction = isRightToLeft(language)
    let attribute = direction == isRightToLeft(inherited) ? "" : " dir=\"\(direction ? "rtl" : "ltr")\""
    return .html(" lang=\"\(language)\"\(attribute)")
  }

  private func isRightToLeft(_ tag: String) -> Bool {
    localized.site.configuration.language(tag)?.isRightToLeft
      ?? (Locale.Language(identifier: tag).characterDirection == .rightToLeft)
  }

  private func date(_ arguments: CallableArguments) throws(TemplateFailure) -> Value {
    let start = try date(in: arguments.input)
    guard case .text(let name) = arguments[0], var style = DateTexts.Style(rawValue: name.string) else {
      let name = arguments[0].shape
      let nearest = Suggestion.nearest(to: name, in: DateTexts.Style.allCases.map(\.rawValue))
      throw .init(PageProblem.unknownDateStyle(name, nearest: nearest))
    }
    var end: (value: LocalDateTime, isYear: Bool)?
    if case .none = arguments[1] {} else { end = try date(in: arguments[1]) }
    var zone: String?
    if case .none = arguments[2] {
    } else {
      guard case .text(let name) = arguments[2], TimeZones.isKnown(name.string) else {
        throw .init(PageProblem.notATimeZone(arguments[2].shape))
      }
      zone = name.string
    }
    if style != .time, start.isYear || end?.isYear == true { style = .year }
    return Value(localized.dates.text(start.value, style, until: end?.value, zone: zone))
  }

  /// A day, with or without a time, or a year alone: its first day, which is to be written as the year.
  private func date(in value: Value) throws(TemplateFailure) -> (value: LocalDateTime, isYear: Bool) {
    guard case .text(let text) = value else { throw .init(PageProblem.notADate(value.typeName)) }
    let string = text.string
    let isYear = string.utf8.count == 4
    guard let date = LocalDateTime(isYear ? "\(string)-01-01" : string) else {
      throw .init(PageProblem.notADate(value.typeName))
    }
    return (date, isYear)
  }

  private func number(_ arguments: CallableArguments) throws(TemplateFailure) -> Value {
    switch arguments.input {
    case .integer(let number): return .string(localized.wholeNumbers.format(number))
    case .float(let number): return .string(localized.decimalNumbers.format(number))
    default: throw .init(PageProblem.notANumber(arguments.input.typeName))
    }
  }

  /// Markdown in the text's language, else in the page's; safe as bodies are.
  private func markdown(_ arguments: CallableArguments) throws(TemplateFailure) -> Value {
    guard case .text(let text) = arguments.input else {
      throw .init(PageProblem.notAText(arguments.input.typeName, filter: "markdown"))
    }
    let language = text.language ?? localized.tag
    let rendered = markdownParser.parse(text.bytes, file: "", firstLine: 1, language: language)
    return .text(Text(utf8: rendered.defaultHTML, isSafe: true, language: text.language))
  }

  /// The absolute address of one of the site's.
  private func permalink(_ arguments: CallableArguments) throws(TemplateFailure) -> Value {
    guard case .text(let text) = arguments.input else {
      throw .init(PageProblem.notAText(arguments.input.typeName, filter: "permalink"))
    }
    let address = text.string
    return .string(address.hasPrefix("/") ? localized.site.baseURL.origin + address : address)
  }

  /// Texts as a list in words: “A, B and C”.
  private func sentence(_ arguments: CallableArguments) throws(TemplateFailure) -> Value {
    let members: [Value]
    switch arguments.input {
    case .list(let list), .tuple(let list): members = list
    default: throw .init(PageProblem.notAList(arguments.input.typeName, filter: "to_sentence"))
    }
    var texts: [Text] = []
    for member in members {
      guard case .text(let text) = member else {
        throw .init(PageProblem.notAText(member.typeName, filter: "to_sentence"))
      }
      texts.append(text)
    }
    return .text(localized.listing.text(texts))
  }

  // MARK: Functions

  private func string(_ arguments: CallableArguments) throws(TemplateFailure) -> Value {
    guard case .text(let key) = arguments[0] else {
      throw .init(PageProblem.notAText(arguments[0].typeName, filter: "t"))
    }
    var count: Int?
    // Where a value is markup, such as a link, the string around it becomes markup, too.
    let isMarkup = arguments.keywords.contains {
      if case .text(let text) = $0.value { text.isSafe } else { false }
    }
    var values = arguments.keywords.map { argument -> (name: String, value: String) in
      if isMarkup, case .text(let text) = argument.value { return (argument.name, text.escaped.string) }
      return (argument.name, printed(argument.value))
    }
    if case .integer(let number) = arguments[1] {
      count = number
      values.append(("count", localized.wholeNumbers.format(number)))
    }
    guard let found = localized.strings.text(key.string, count: count, values: values, isMarkup: isMarkup)
    else {
      let nearest = Suggestion.nearest(to: key.string, in: localized.strings.keys)
      throw .init(PageProblem.unknownString(key.string, nearest: nearest))
    }
    return .text(Text(found.text, isSafe: isMarkup, language: found.language))
  }

  private func printed(_ value: Value) -> String {
    switch value {
    case .text(let text): text.string
    case .integer(let number): localized.wholeNumbers.format(number)
    case .float(let number): localized.decimalNumbers.format(number)
    case .boolean(let boolean): boolean ? "true" : "false"
    default: ""
    }
  }

  private func asset(_ arguments: CallableArguments) throws(TemplateFailure) -> AssetCatalog.Asset {
    guard case .text(let name) = arguments[0], let asset = assets.asset(name.string) else {
      let nearest = Suggestion.nearest(to: arguments[0].shape, in: assets.names)
      throw .init(PageProblem.unknownAsset(arguments[0].shape, nearest: nearest))
    }
    return asset
  }
}

extension TemplateFailure {
  fileprivate init(_ problem: PageProblem) {
    self.init(problem.message, remedy: problem.remedy, identifier: problem.identifier)
  }
}

extension Value {
  /// The value in words, for messages.
  fileprivate var shape: String {
    switch self {
    case .text(let text): text.string
    case .integer(let number): String(number)
    case .float(let number): String(number)
    case .boolean(let boolean): boolean ? "true" : "false"
    case .none: "none"
    case .list, .tuple: "a list"
    case .map: "a map"
    case .object: "an object"
    case .undefined, .runtime: "no value"
    }
  }
}
