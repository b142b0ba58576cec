/// Content files of a network of any size, in English, German and Arabic: clusters, with agreements, events and news
/// about them. The same numbers give the same files. Nobody in them exists; their coordinates lie in the countries that
/// they name.
public struct InventedNetwork: Sendable {
  /// The texts of the files, by their paths in the content folder.
  public let files: [String: String]
  /// The clusters' keys, in the order in which they were made.
  public let clusters: [String]

  /// - Parameter topics: Keys of topics.yml, which the entries take theirs from.
  public init(clusters count: Int, topics: [String], seed: UInt64 = 300) {
    var writer = Writer(topics: topics, numbers: SeededNumbers(seed: seed))
    for number in 0..<count { writer.writeCluster(number) }
    for number in 0..<count / 8 { writer.writeAgreement(number) }
    for number in 0..<count / 15 { writer.writeEvent(number) }
    for number in 0..<count / 4 { writer.writeNews(number) }
    files = writer.files
    clusters = writer.clusters.map(\.key)
  }
}

/// Puts the files together, one after the other, each from the next numbers.
private struct Writer {
  private static let beginnings = [
    "Vel", "Tarn", "Oster", "Mira", "Quill", "Hald", "Brenn", "Sol", "Karst", "Lind", "Norr", "Zeph", "Umbra",
    "Fjall",
    "Ardo",
  ]
  private static let endings = [
    "mora", "vik", "dale", "bruck", "haven", "mar", "stad", "ena", "holm", "feld", "ford", "ria", "berg",
  ]
  private static let statuses = ["founding", "member", "member", "member", "candidate", "guest", "former"]
  /// Countries with a place in them, in degrees.
  private static let countries: [(code: String, latitude: Double, longitude: Double)] = [
    ("ae", 24, 54.5), ("ar", -34, -64), ("at", 47.5, 14.5), ("au", -25, 135), ("be", 50.6, 4.7),
    ("br", -10, -52),
    ("ca", 54, -105), ("ch", 46.8, 8.2), ("cl", -33, -71), ("cn", 34, 104), ("cz", 49.8, 15.3),
    ("de", 51, 10),
    ("dk", 56, 9.3), ("eg", 27, 29.5), ("es", 40, -3.7), ("fi", 63, 26.5), ("fr", 46.7, 2.5),
    ("gb", 53, -1.5),
    ("gr", 39, 22), ("in", 22, 79), ("is", 65, -18.5), ("it", 43, 12), ("jp", 36, 138), ("ke", 0.5, 38),
    ("kr", 36.5, 128), ("ma", 32, -6), ("mx", 23.5, -102), ("ng", 9.5, 8), ("nl", 52.2, 5.5), ("no", 61, 9),
    ("nz", -43.5, 171), ("pl", 52, 19.3), ("pt", 39.7, -8), ("sa", 24, 45), ("se", 61, 15),
    ("sg", 1.35, 103.8),
    ("tr", 39, 34), ("us", 39.5, -98), ("vn", 15, 108), ("za", -29.5, 24),
  ]

  let topics: [String]
  var numbers: SeededNumbers
  var files: [String: String] = [:]
  var clusters: [(key: String, name: String)] = []

  init(topics: [String], numbers: SeededNumbers) {
    self.topics = topics
    self.numbers = numbers
  }

  mutating func writeCluster(_ number: Int) {
    let place = (numbers.pick(Self.beginnings) ?? "") + (numbers.pick(Self.endings) ?? "")
    let key = "\(place.lowercased())-\(number + 1)"
    let name = "\(place) Cluster \(number + 1)"
    clusters.append((key, name))
    guard let country = numbers.pick(Self.countries) else { return }
    var shared = """
      name: \(name)
      country: \(country.code)
      founded: \(numbers.number(1990...2026))
      status: \(numbers.pick(Self.statuses) ?? "")
      joined: \(day())
      topics: [\(topics(1...2))]
      offers: [\(topics(0...3))]
      seeks: [\(topics(0...2))]

      """
    // Some tell neither where they are nor whom they have.
    if numbers.number(1...10) > 1 {
      let latitude = country.latitude + Double(numbers.number(-100...100)) / 100
      let longitude = country.longitude + Double(numbers.number(-150...150)) / 100
      shared += "location: { lat: \(latitude), lon: \(longitude) }\n"
    }
    if numbers.number(1...4) > 1 {
      shared += """
        stakeholders: { companies: \(numbers.number(3...400)), universities: \(numbers.number(0...9)), public_authorities: \(numbers.number(0...6)) }
        employees: \(numbers.number(2...90) * 100)

        """
    }
    write(
      "clusters/\(key)", shared,
      [
        "en": "city: \(place)\nsummary: Invented cluster number \(number + 1), in \(place).\n",
        "de": "city: \(place)\nsummary: \"Erfundenes Cluster Nr. \(number + 1), in \(place).\"\n",
        "ar": "summary: \"مجمّع متخيَّل رقم \(number + 1).\"\n",
      ])
  }

  mutating func writeAgreement(_ number: Int) {
    let signatories = numbers.pick(numbers.number(2...4), of: clusters).map(\.key).joined(separator: ", ")
    write(
      "agreements/\(day())-agreement-\(number + 1)",
      "signatories: [\(signatories)]\ntopics: [\(topics(1...1))]\n",
      titles("Agreement \(number + 1)", "Vereinbarung \(number + 1)", "اتفاقية \(number + 1)"))
  }

  mutating func writeEvent(_ number: Int) {
    let guests = numbers.pick(numbers.number(2...8), of: clusters).map(\.key)
    write(
      "events/\(day())-meeting-\(number + 1)",
      """
      host: \(guests[0])
      participants: [\(guests.joined(separator: ", "))]
      form: meeting
      topics: [\(topics(1...2))]

      """,
      titles("Meeting \(number + 1)", "Treffen \(number + 1)", "لقاء \(number + 1)"))
  }

  mutating func writeNews(_ number: Int) {
    let about = numbers.pick(numbers.number(1...3), of: clusters).map(\.key).joined(separator: ", ")
    let countries = numbers.pick(numbers.number(0...2), of: Self.countries).map(\.code).joined(
      separator: ", ")
    write(
      "news/\(day())-news-\(number + 1)",
      "clusters: [\(about)]\ncountries: [\(countries)]\ntopics: [\(topics(1...3))]\n",
      titles("News item \(number + 1)", "Nachricht \(number + 1)", "خبر \(number + 1)"))
  }

  private func titles(_ english: String, _ german: String, _ arabic: String) -> [String: String] {
    [
      "en": "title: \(english)\nsummary: It is invented.\n",
      "de": "title: \(german)\nsummary: Sie ist erfunden.\n",
      "ar": "title: \(arabic)\nsummary: لا وجود له.\n",
    ]
  }

  /// An entry: most are in English first, some in German or Arabic; not all are translated.
  private mutating func write(_ path: String, _ shared: String, _ texts: [String: String]) {
    let original = numbers.pick(["en", "en", "en", "en", "de", "ar"]) ?? "en"
    let bodies = [
      "en": "It exists only so that the network is large.",
      "de": "Es gibt das alles nur, damit das Netzwerk groß ist.",
      "ar": "لا وجود له إلا لكي تكون الشبكة كبيرة.",
    ]
    for (language, body) in bodies.sorted(by: { $0.key < $1.key }) {
      let isOriginal = language == original
      guard isOriginal || numbers.number(1...3) > 1 else { continue }
      let head =
        (isOriginal ? shared + (original == "en" ? "" : "original: true\n") : "") + (texts[language] ?? "")
      files["\(path).\(language).md"] = "---\n\(head)---\n\n\(body)\n"
    }
  }

  private mutating func topics(_ count: ClosedRange<Int>) -> String {
    numbers.pick(numbers.number(count), of: topics).joined(separator: ", ")
  }

  /// A day in 2026.
  private mutating func day() -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "2026-\(two(numbers.number(1...12)))-\(two(numbers.number(1...28)))"
  }
}
