package import Diagnostics

extension ReviewProblem: Problem {
  package var identifier: String {
    switch self {
    case .quietCluster: "quiet-cluster"
    case .unusedTopic: "unused-topic"
    case .duplicateTitle: "duplicate-title"
    case .longTitle: "long-title"
    case .longSummary: "long-summary"
    case .missingTranslation: "missing-translation"
    case .partialTranslation: "partial-translation"
    case .outdatedTranslation: "outdated-translation"
    case .orphanedFile: "orphaned-file"
    case .wideImage, .heavyImage: "large-image"
    case .imageWithPosition: "image-with-position"
    }
  }

  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .quietCluster(_, nil): "there is no news about this cluster"
    case .quietCluster(_, let last?): "the last news about this cluster is of \(last), more than a year ago"
    case .unusedTopic(let key): "no entry has the topic “\(key)”, or one below it"
    case .duplicateTitle(let title): "two entries are called “\(title)”"
    case .longTitle(let count, let limit):
      "this title has \(count) characters, and search results and cards show about \(limit)"
    case .longSummary(let count, let limit):
      "this summary has \(count) characters, and search results and cards show about \(limit)"
    case .missingTranslation(let language): "this is not translated into the language “\(language)”"
    case .partialTranslation(let original, let lacks):
      "this translation lacks what \(original) has: \(lacks.joined(separator: ", "))"
    case .outdatedTranslation: "the original has changed since this translation was made"
    case .orphanedFile(let entry): "nothing shows this image, which lies beside the entry “\(entry)”"
    case .wideImage(let width, let limit):
      "this image is \(width) pixels wide, and pages show none wider than \(limit)"
    case .heavyImage(let length):
      "this image is \(Self.megabytes(length)) MB large, which is slow on a telephone"
    case .imageWithPosition: "this image tells everybody where it was taken (GPS data)"
    }
  }

  package var remedy: String? {
    switch self {
    case .quietCluster(let key, _):
      "write news with “clusters: [\(key)]”, or “status: former” if it has left the network"
    case .unusedTopic: "remove it from topics.yml, or give it to entries"
    case .duplicateTitle: "add what tells them apart, such as the year or the place"
    case .longTitle: "say the most important first, or shorten it"
    case .longSummary: "one or two short sentences are enough"
    case .missingTranslation: "“oresund translations” lists all that is missing"
    case .partialTranslation: nil
    case .outdatedTranslation(let file):
      "bring it up to date, and then run “oresund translations --done \(file)”"
    case .orphanedFile: "show it, link to it, or remove it"
    case .wideImage(_, let limit): "make it smaller, to at most \(limit) pixels"
    case .heavyImage: "save it as JPEG, WebP or AVIF, with less quality or fewer pixels"
    case .imageWithPosition: "save it without metadata, if the place is nobody’s business"
    }
  }

  /// Megabytes with one decimal, rounded up, so that what is over a limit looks so.
  private static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 99_999) / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
