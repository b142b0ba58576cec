import Content
import SiteGraph
import Templating

/// The pages that a network's relations make, as one language has them.
extension LocalizedSite {
  static func matchesPage(of language: Language) -> String {
    "/\(language.tag)/\(language.section("matches"))/"
  }

  /// The page of a topic's documents and links; `nil` where there are none, or no template for it.
  func knowledgePage(ofTopic number: Int) -> String? { knowledgePage(ofTopic: number, language: self.number) }

  /// The same page of another language.
  func knowledgePage(ofTopic number: Int, language: Int) -> String? {
    guard hasKnowledge, topicsWithKnowledge[language].contains(number) else { return nil }
    return "\(site.topics[number].paths[language])\(site.languages[language].section("knowledge"))/"
  }

  /// The topics on which there is something to read in each language, by language number.
  static func topicsWithKnowledge(_ site: Site) -> [Set<Int>] {
    let offering = site.entries.map(\.offersKnowledge)
    return site.languages.indices.map { language in
      Set(
        site.topics.indices.filter { topic in
          site.topics[topic].entries.contains { offering[$0] && site.editions[language][$0] != nil }
        })
    }
  }

  /// The documents and links of the entries on a topic, the newest entries' first, each address once; and whether
  /// there are more than the limit.
  func knowledge(onTopic number: Int, limit: Int) -> (files: [Value], hasMore: Bool) {
    var files: [Value] = []
    var seen: Set<String> = []
    for entry in site.topics[number].entries where site.entries[entry].offersKnowledge {
      guard let edition = edition(entry) else { continue }
      let object = EntryObject(edition, in: self)
      for file in object.knowledge where seen.insert(file.url).inserted {
        guard files.count < limit else { return (files, true) }
        files.append(file.value(from: .object(object)))
      }
    }
    return (files, false)
  }
}

extension Entry {
  /// Whether the entry has links to other sites or to files, or documents beside it.
  fileprivate var offersKnowledge: Bool {
    attachments.contains { !ImageFiles.isImage($0.name) }
      || variants.values.contains { variant in
        (variant.fields["links"]?.value.list ?? []).contains { link in
          link.value.record?["url"]?.value.text.map { !$0.hasSuffix(".md") && !$0.contains(".md#") } ?? false
        }
      }
  }
}
