package import Diagnostics

extension PageProblem: Problem {
  package var identifier: String {
    switch self {
    case .missingTemplate: "missing-template"
    case .fileTaken, .fileFolds, .fileIsFolder, .addressOfNetwork: "address-taken"
    case .untitledSection: "untitled-section"
    case .aliasTaken: "alias-taken"
    case .noSuchPath: "broken-link"
    case .notAMap, .notAString: "strings-file"
    case .unknownPluralCategory: "unknown-plural-form"
    case .missingPluralForms: "missing-plural-form"
    case .unusedString: "unused-string"
    case .missingStrings: "missing-string"
    case .stringsOfOtherLanguage: "undeclared-language"
    case .unknownAsset: "unknown-asset"
    case .stylesheetsInCircle: "stylesheet-circle"
    case .unknownString: "unknown-string"
    case .notADate: "not-a-date"
    case .unknownDateStyle: "unknown-date-style"
    case .notATimeZone: "unknown-time-zone"
    case .notANumber: "not-a-number"
    case .notAText: "not-a-text"
    case .notAList: "not-a-list"
    }
  }

  package var severity: Severity {
    switch self {
    case .untitledSection, .unusedString, .missingStrings, .stringsOfOtherLanguage: .warning
    case .missingPluralForms(_, _, _, _, let hasOther): hasOther ? .warning : .error
    default: .error
    }
  }

  package var message: String {
    switch self {
    case .missingTemplate(let name, let need, _): "there is no template “\(name)”, which \(need) needs"
    case .fileTaken(let path): "two files want to be published as “\(path)”"
    case .fileFolds(let path, let other):
      "“\(path)” and “\(other)” differ only in letters’ case or Unicode form"
    case .fileIsFolder(let path, let child): "“\(path)” is a file, but “\(child)” needs a folder of that name"
    case .untitledSection(let name, _): "the section “\(name)” has no title for lists and the menu"
    case .aliasTaken(let path): "“\(path)” is the address of another file, so it cannot lead to this page"
    case .addressOfNetwork(let path, let owner): "\(path) is the address of \(owner)"
    case .noSuchPath(let path, _): "there is no page or file “\(path)” on this site"
    case .notAMap(let shape): "a strings file is a map from keys to texts, but this is \(shape)"
    case .notAString(let key): "the string “\(key)” is neither a text nor a map of plural forms"
    case .unknownPluralCategory(let name, _): "“\(name)” is no plural category"
    case .missingPluralForms(let forms, let key, let language, let numbers, _):
      "“\(key)” has no form \(Self.quoted(forms.map(\.rawValue))), which “\(language)” needs for numbers such as "
        + numbers.map(String.init).joined(separator: ", ")
    case .unusedString(let key, _): "no template uses the string “\(key)”"
    case .missingStrings(let keys, let language, _, let fallback, _):
      (keys.count == 1
        ? "the string “\(keys[0])” has no text in “\(language)”"
        : "\(keys.count) strings have no text in “\(language)”: \(Self.beginning(of: keys))")
        + ", so readers get “\(fallback)” there"
    case .stringsOfOtherLanguage(let tag, let languages, _):
      "“\(tag)” is no language of this site (\(languages.joined(separator: ", "))), and none falls back to it"
    case .unknownAsset(let name, _): "there is no file “\(name)” in the templates’ assets"
    case .stylesheetsInCircle(let name): "“\(name)” needs this stylesheet itself, so neither can be finished"
    case .unknownString(let key, _): "there is no string “\(key)”"
    case .notADate(let shape): "the filter “date” takes a date, but this is \(shape)"
    case .unknownDateStyle(let name, _): "“\(name)” is no style of dates"
    case .notATimeZone(let name): "“\(name)” is no time zone"
    case .notANumber(let shape): "the filter “number” takes a number, but this is \(shape)"
    case .notAText(let shape, let filter): "“\(filter)” takes a text, but this is \(shape)"
    case .notAList(let shape, let filter): "“\(filter)” takes a list, but this is \(shape)"
    }
  }

  package var remedy: String? {
    switch self {
    case .missingTemplate(_, _, let nearest):
      nearest.map { "did you mean “\($0)”?" } ?? "write it in the templates folder"
    case .unknownAsset(_, let nearest):
      nearest.map { "did you mean “\($0)”?" } ?? "put the file into assets/ of the templates"
    case .stylesheetsInCircle: "import in one direction only"
    case .unknownPluralCategory(_, let nearest):
      nearest.map { "did you mean “\($0)”?" } ?? "say zero, one, two, few, many or other"
    case .missingPluralForms(let forms, _, _, _, let hasOther):
      "write \(Self.quoted(forms.map { "\($0.rawValue): …" }))"
        + (hasOther
          ? "; until then readers get that of “other”"
          : forms == [.other] ? "" : ", or “other: …” for all the rest")
    case .unusedString(_, let nearest):
      nearest.map { "did you mean “\($0)”?" } ?? "remove it"
    case .missingStrings(let keys, _, let file, let fallback, let text):
      keys.count == 1
        ? "write “\(keys[0]): …” in \(file); in “\(fallback)” it is “\(text)”"
        : "write them in \(file), as “\(keys[0]): …”, which is “\(text)” in “\(fallback)”"
    case .stringsOfOtherLanguage(_, _, let nearest):
      nearest.map { "did you mean “\($0)”?" } ?? "declare the language in site.yml, or remove the file"
    case .unknownString(let key, let nearest):
      nearest.map { "did you mean “\($0)”?" } ?? "write “\(key): …” in templates/strings/<language>.yml"
    case .unknownDateStyle(_, let nearest):
      nearest.map { "did you mean “\($0)”?" }
        ?? "say short, medium, long, full, month, year, time or datetime"
    case .aliasTaken: "remove it"
    case .addressOfNetwork:
      "give the page another “slug:” or, under “sections” in site.yml, the list another name"
    case .fileFolds: "give the file another name: not every disk and server tells the two apart"
    case .fileIsFolder: "give what lies in static/ another name"
    case .untitledSection(let name, let language):
      "write “\(name): …” in strings/\(language).yml of the templates, and in the file of every other language"
    case .fileTaken: "rename one of them, or give the entry another “slug:”"
    case .noSuchPath(let path, nil) where path.split(separator: "/").last?.contains(".") ?? false:
      "put the file into static/"
    case .noSuchPath(_, let nearest):
      nearest.map { "did you mean “\($0)”?" }
        ?? "write the way to the entry’s Markdown file, and its address is found in each language"
    case .notADate: "ask first whether there is one: {% if page.updated %}"
    case .notATimeZone: "write it as the IANA time zone database does, such as America/Denver"
    case .notAMap, .notAString, .notANumber, .notAText, .notAList: nil
    }
  }

  private static func quoted(_ words: [String]) -> String {
    words.map { "“\($0)”" }.joined(separator: ", ")
  }

  /// The first of many names.
  private static func beginning(of names: [String]) -> String {
    names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " …" : "")
  }
}
