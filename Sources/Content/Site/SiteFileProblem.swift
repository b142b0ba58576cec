import Diagnostics

/// What is wrong with site.yml, topics.yml and organisations.yml beyond the types of their values.
enum SiteFileProblem: Problem {
  case noLanguages
  case noLanguageTag(String)
  case noLocale(String)
  case sameLanguage(String, other: String)
  case areaTaken(String)
  case topicWithoutLabel(String)
  case topicLoop(String)
}
