/// The words of one language, from which sentences are put together.
struct Language {
  let tag: String
  let openings: [String]
  let subjects: [String]
  let verbs: [String]
  let objects: [String]
  let endings: [String]
  let headings: [String]
  let titles: [String]
  let listIntroduction: String
  let more: String
  let cluster: String

  static let english = Language(
    tag: "en",
    openings: [
      "In the past year", "Together with partners from abroad", "At the end of the project",
      "With support from the region", "After long preparation", "As early as next spring",
      "According to the participants", "For the first time",
    ],
    subjects: [
      "the companies in the cluster", "researchers of three universities", "the city and its utilities",
      "a group of young engineers", "the operators of the wind farm", "the partners in the consortium",
      "several public authorities", "the makers of pumps and valves", "the founders of a small workshop",
    ],
    verbs: [
      "have tested", "are now offering", "want to develop", "will share", "have compared", "are looking for",
      "have built", "will present", "are planning",
    ],
    objects: [
      "a district heating network that runs at lower temperatures", "sensors that find leaks in water mains",
      "a storage unit for surplus wind power", "a process that wins phosphorus back from sewage",
      "an insulation material made of straw and clay", "ferries that run on batteries",
      "a common training programme for fitters", "the results of two winters of measurements",
      "a map of roofs that suit solar panels", "cleaner ways to dry grain & timber",
    ],
    endings: [
      "and the first figures are *better than expected*", "which saves both energy and money",
      "so that smaller towns can take part as well", "although some questions are still open",
      "and others are invited to do the same", "because nobody can do it alone",
      "with a view to the **targets for 2020**", "and the reports are open to everybody",
    ],
    headings: [
      "What has been achieved", "How the work goes on", "Who takes part", "What it costs", "A look ahead",
      "Background",
    ],
    titles: [
      "New partners for", "First results from", "A meeting about", "Three years of", "Open questions about",
      "Tests begin with", "Towns agree on", "Students build", "A prize for",
    ],
    listIntroduction: "Three points matter most:",
    more: "More is known at",
    cluster: "Cluster")

  static let german = Language(
    tag: "de",
    openings: [
      "Im vergangenen Jahr", "Gemeinsam mit Partnern aus dem Ausland", "Zum Abschluss des Vorhabens",
      "Mit Unterstützung der Region", "Nach langer Vorbereitung", "Schon im nächsten Frühjahr",
      "Nach Angaben der Beteiligten", "Zum ersten Mal",
    ],
    subjects: [
      "die Unternehmen des Clusters", "Forscher dreier Universitäten", "die Stadt und ihre Stadtwerke",
      "eine Gruppe junger Ingenieure", "die Betreiber des Windparks", "die Partner des Konsortiums",
      "mehrere Behörden", "die Hersteller von Pumpen und Ventilen", "die Gründer einer kleinen Werkstatt",
    ],
    verbs: [
      "prüften", "liefern jetzt", "entwickeln", "teilen bald", "verglichen", "suchen", "bauten", "zeigen",
      "planen",
    ],
    objects: [
      "ein Fernwärmenetz mit niedrigeren Temperaturen", "Sensoren, die Lecks in Wasserleitungen finden",
      "einen Speicher für überschüssigen Windstrom", "ein Verfahren, das Phosphor aus Abwasser gewinnt",
      "einen Dämmstoff aus Stroh und Lehm", "Fähren, die mit Batterien fahren",
      "ein gemeinsames Lehrprogramm für Monteure", "die Ergebnisse zweier Messwinter",
      "eine Karte der Dächer, die sich für Solarzellen eignen", "sauberere Wege, Getreide & Holz zu trocknen",
    ],
    endings: [
      "und die ersten Zahlen sind *besser als erwartet*", "was Energie und Geld spart",
      "sodass auch kleinere Städte teilnehmen können", "auch wenn einige Fragen noch offen sind",
      "und andere sind eingeladen, es ebenso zu halten", "weil es niemand allein schafft",
      "mit Blick auf die **Ziele für 2020**", "und die Berichte stehen allen offen",
    ],
    headings: [
      "Was erreicht wurde", "Wie es weitergeht", "Wer teilnimmt", "Was es kostet", "Ein Blick nach vorn",
      "Hintergrund",
    ],
    titles: [
      "Neue Partner für", "Erste Ergebnisse:", "Ein Treffen über", "Drei Jahre", "Offene Fragen:",
      "Versuche beginnen:", "Städte einigen sich über", "Studenten bauen", "Ein Preis für",
    ],
    listIntroduction: "Drei Punkte sind besonders wichtig:",
    more: "Mehr weiß man bei",
    cluster: "Cluster")

  /// A sentence; different numbers give different ones.
  func sentence(_ random: inout SeededRandom) -> String {
    let opening = random.pick(openings)
    let subject = random.pick(subjects)
    let verb = random.pick(verbs)
    let object = random.pick(objects)
    let ending = random.pick(endings)
    // German turns subject and verb round after an opening.
    let core = tag == "de" ? "\(verb) \(subject)" : "\(subject) \(verb)"
    return "\(opening) \(core) \(object), \(ending)."
  }

  /// Lines of about a hundred characters.
  func paragraph(_ sentences: Int, _ random: inout SeededRandom) -> String {
    var lines: [String] = [""]
    for word in (0..<sentences).flatMap({ _ in sentence(&random).split(separator: " ") }) {
      if lines[lines.count - 1].count + word.count > 99 { lines.append("") }
      lines[lines.count - 1] += lines[lines.count - 1].isEmpty ? String(word) : " " + word
    }
    return lines.joined(separator: "\n")
  }
}
