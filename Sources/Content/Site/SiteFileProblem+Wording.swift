import Diagnostics

extension SiteFileProblem {
  var identifier: String {
    switch self {
    case .noLanguages: "missing-key"
    case .noLanguageTag, .noLocale: "invalid-language"
    case .sameLanguage: "duplicate-key"
    case .areaTaken: "name-taken"
    case .topicWithoutLabel: "missing-key"
    case .topicLoop: "topic-loop"
    }
  }

  var message: String {
    switch self {
    case .noLanguages: "a site needs at least one language"
    case .noLanguageTag(let tag): "“\(excerpt(of: tag))” is no language tag"
    case .noLocale(let tag): "“\(excerpt(of: tag))” is no locale"
    case .sameLanguage(let tag, let other): "“\(tag)” and “\(other)” are the same language"
    case .areaTaken(let key): "“\(key)” is the name of a country or area already"
    case .topicWithoutLabel(let key): "the topic “\(key)” has no label in any language"
    case .topicLoop(let key): "the topic “\(key)” is its own broader topic"
    }
  }

  var remedy: String? {
    switch self {
    case .noLanguages: "write languages: { en: { label: English } }"
    case .noLanguageTag: "write a tag of BCP 47, such as en, de-AT or sr-Latn"
    case .noLocale: "write a language of ISO 639 with a country, such as en-GB or de-DE"
    case .sameLanguage: "keep one of them"
    case .areaTaken: "choose another name for the group"
    case .topicWithoutLabel: "write one, such as en: Networks"
    case .topicLoop: "remove one “parent” of the circle"
    }
  }
}
