import Foundation

/// Writes a content folder of the size of a large network: news and clusters in two languages, with topics,
/// countries and organisations. The same numbers give the same bytes.
///
///     Corpus FOLDER [news] [clusters] [agreements]
///
/// Where there are agreements, the topics have a hierarchy, too.
@main struct Corpus {
  let folder: URL
  let newsCount: Int
  let clusterCount: Int
  let agreementCount: Int

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 2 else {
      FileHandle.standardError.write(Data("usage: Corpus FOLDER [news] [clusters] [agreements]\n".utf8))
      exit(64)
    }
    let corpus = Corpus(
      folder: URL(filePath: arguments[1]),
      newsCount: arguments.count > 2 ? Int(arguments[2]) ?? 10_000 : 10_000,
      clusterCount: arguments.count > 3 ? Int(arguments[3]) ?? 500 : 500,
      agreementCount: arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0)
    try corpus.write()
  }

  private static let countries = [
    "at", "au", "be", "br", "ca", "ch", "cl", "cn", "cz", "de", "dk", "ee", "es", "fi", "fr", "gb", "gr",
    "hu",
    "ie", "in", "is", "it", "jp", "kr", "lt", "lu", "lv", "mx", "nl", "no", "nz", "pl", "pt", "se", "sg",
    "si",
    "sk", "tr", "us", "za",
  ]
  private static let topics = [
    ("wind", "Wind power", "Windkraft"), ("solar", "Solar energy", "Solarenergie"),
    ("storage", "Storage", "Speicher"), ("heating", "District heating", "Fernwärme"),
    ("water", "Water", "Wasser"), ("waste", "Waste", "Abfall"), ("buildings", "Buildings", "Gebäude"),
    ("transport", "Transport", "Verkehr"), ("shipping", "Shipping", "Schifffahrt"),
    ("grids", "Smart grids", "Intelligente Netze"), ("biogas", "Biogas", "Biogas"),
    ("forestry", "Forestry", "Forstwirtschaft"), ("materials", "Materials", "Werkstoffe"),
    ("air", "Clean air", "Reine Luft"), ("training", "Training", "Ausbildung"),
    ("research", "Research", "Forschung"), ("finance", "Finance", "Finanzierung"),
    ("cities", "Cities", "Städte"), ("networks", "Networks", "Netzwerke"), ("policy", "Policy", "Politik"),
  ]
  /// Broader topics, of those that have one.
  private static let parents = [
    "wind": "energy", "solar": "energy", "heating": "energy", "biogas": "energy", "storage": "grids",
    "grids": "energy", "water": "resources", "waste": "resources", "materials": "resources",
    "forestry": "resources",
  ]
  private static let places = [
    "North", "South", "East", "West", "Harbour", "Lake", "River", "Coast", "Hill", "Valley", "Forest",
    "Island", "Bay", "Delta", "Plain",
  ]
  private static let fields = [
    "Energy", "Water", "Wind", "Solar", "Climate", "Materials", "Building", "Transport", "Biogas", "Storage",
  ]

  private func write() throws {
    try write("site.yml", Self.site)
    try write(
      "topics.yml",
      (agreementCount > 0
        ? Self.topics + [("energy", "Energy", "Energie"), ("resources", "Resources", "Rohstoffe")]
        : Self.topics)
        .map { key, english, german in
          let parent = agreementCount > 0 ? Self.parents[key].map { ", parent: \($0)" } ?? "" : ""
          return "\(key): { en: \(english), de: \(german)\(parent) }\n"
        }.joined())
    try write(
      "organisations.yml",
      (0..<60).map { "organisation-\($0): { name: Organisation \($0), url: \"https://o\($0).example/\" }\n" }
        .joined())
    for number in 0..<clusterCount { try writeCluster(number) }
    for number in 0..<newsCount { try writeNews(number) }
    for number in 0..<agreementCount { try writeAgreement(number) }
  }

  private static let site = """
    name: Benchmark Network
    tagline: { en: Clusters of the world, de: Cluster der Welt }
    base_url: https://benchmark.example
    default_language: en
    languages:
      en: { label: English, locale: en-GB }
      de: { label: Deutsch, locale: de-DE }
    page_size: 20
    search: false

    """

  private static func clusterSlug(_ number: Int) -> String { "cluster-\(number)" }

  private static func clusterName(_ number: Int) -> String {
    "\(places[number % places.count]) \(fields[number / places.count % fields.count]) Cluster \(number)"
  }

  private func writeCluster(_ number: Int) throws {
    var random = SeededRandom(seed: 1_000_000 + UInt64(number))
    let country = random.pick(Self.countries)
    let topics = random.pick(2, of: Self.topics).map(\.0)
    let offers = random.pick(3, of: Self.topics).map(\.0)
    let seeks = random.pick(2, of: Self.topics).map(\.0)
    let numbers = (0..<6).map { _ in random.number(3...900) }
    for language in [Language.english, .german] {
      let text = """
        ---
        title: \(Self.clusterName(number))
        name: \(Self.clusterName(number))
        summary: "\(language.paragraph(1, &random).replacing("\n", with: " "))"
        country: \(country)
        city: City \(number)
        location: { lat: \(Double(numbers[0]) / 20), lon: \(Double(numbers[1]) / 10) }
        founded: \(1990 + number % 20)
        joined: 2010-10-01
        status: member
        website: "https://cluster-\(number).example/"
        contact: { name: Office \(number), email: "office@cluster-\(number).example", phone: "+45 33 22 02 \(10 + number % 90)" }
        stakeholders: { companies: \(numbers[2]), universities: \(numbers[3]), research_institutions: \(numbers[4]), public_authorities: 5 }
        employees: \(numbers[5])
        topics: [\(topics.joined(separator: ", "))]
        offers: [\(offers.joined(separator: ", "))]
        seeks: [\(seeks.joined(separator: ", "))]
        ---

        \(body(language, &random))
        """
      try write("clusters/\(Self.clusterSlug(number)).\(language.tag).md", text)
    }
  }

  private func writeNews(_ number: Int) throws {
    var random = SeededRandom(seed: 2_000_000 + UInt64(number))
    let day = number * 3900 / newsCount
    let date = Self.day(day)
    let topics = random.pick(random.number(1...3), of: Self.topics).map(\.0)
    let countries = random.pick(random.number(1...3), of: Self.countries)
    let organisations = random.pick(random.number(0...2), of: (0..<60).map { "organisation-\($0)" })
    let clusters = random.pick(random.number(1...3), of: (0..<clusterCount).map(Self.clusterSlug))
    let subject = random.number(0...7)
    let object = random.number(0...9)
    for language in [Language.english, .german] {
      let title = "\(language.titles[subject]) \(language.objects[object])"
      let text = """
        ---
        title: "\(title) (\(number))"
        summary: "\(language.paragraph(2, &random).replacing("\n", with: " "))"
        source: { name: Source \(number % 97), url: "https://s\(number % 97).example/" }
        editor: Editorial team \(number % 7)
        topics: [\(topics.joined(separator: ", "))]
        countries: [\(countries.joined(separator: ", "))]
        organisations: [\(organisations.joined(separator: ", "))]
        clusters: [\(clusters.joined(separator: ", "))]
        links:
          - { title: "Report \(number)", url: "https://reports.example/\(number)" }
          - { title: "Programme", url: "https://programme.example/" }
        ---

        \(body(language, &random))
        """
      try write("news/\(date)-item-\(number).\(language.tag).md", text)
    }
  }

  private func writeAgreement(_ number: Int) throws {
    var random = SeededRandom(seed: 3_000_000 + UInt64(number))
    let signatories = random.pick(random.number(2...4), of: (0..<clusterCount).map(Self.clusterSlug))
    try write(
      "agreements/\(Self.day(random.number(0...3900)))-agreement-\(number).en.md",
      """
      ---
      title: Agreement \(number)
      signatories: [\(signatories.joined(separator: ", "))]
      topics: [\(random.pick(Self.topics).0)]
      ---

      \(Language.english.paragraph(2, &random))

      """)
  }

  /// About three kilobytes of Markdown: paragraphs, headings, a list, links, a quotation.
  private func body(_ language: Language, _ random: inout SeededRandom) -> String {
    var parts = [language.paragraph(4, &random)]
    for heading in random.pick(3, of: language.headings) {
      parts.append("## \(heading)")
      parts.append(language.paragraph(3, &random))
      let linked = random.number(0...clusterCount - 1)
      parts.append(
        "\(language.more) [\(Self.clusterName(linked))](../clusters/\(Self.clusterSlug(linked)).md)\n"
          + "(<https://example.org/\(linked)>).\n\(language.sentence(&random))")
    }
    parts.append(language.listIntroduction)
    parts.append((0..<3).map { _ in "- " + language.sentence(&random) }.joined(separator: "\n"))
    parts.append("> " + language.sentence(&random))
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// A day from 1 January 2000 on.
  private static func day(_ number: Int) -> String {
    // Days from civil, backwards (Howard Hinnant’s well-known algorithm); 10957 days lie before 2000.
    let z = number + 10_957 + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  private func write(_ path: String, _ text: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
