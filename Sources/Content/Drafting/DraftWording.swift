/// The words of the comments in new files, which are in the language of the file where Oresund has them.
struct DraftWording: Sendable {
  let language: String
  let required: String
  let or: String
  let suchAs: String
  let trueOrFalse: String
  let wholeNumber: String
  /// Before the name of a kind: “the file’s name, of the kind”.
  let fileName: String
  let pathExample: String
  let withTime: String
  let slug: String
  let draft: String
  let original: String
  let state: String
  /// Around the name of the original's file.
  let emptyIsTakenFrom: (String, String)
  let translationOf: (String, String)
  let shared: String
  let body: String

  /// The words for a language: its own, else the English ones.
  static func of(_ language: String) -> DraftWording {
    LanguageTag.varieties(of: language).contains("de") ? german : english
  }

  private static let english = DraftWording(
    language: "en", required: "required", or: "or", suchAs: "such as", trueOrFalse: "true or false",
    wholeNumber: "a whole number", fileName: "the file’s name, of the kind",
    pathExample: "or a path such as ../clusters/name.md", withTime: "with a time where it has one:",
    slug: "the end of the address in this language", draft: "remove this line when it may be published",
    original: "the other languages translate this file",
    state: "the state of the original, so that changes are noticed",
    emptyIsTakenFrom: ("What stays empty here is taken from ", "."),
    translationOf: ("A translation of ", ", whose texts stand here as comments."),
    shared: "What stays empty is taken from there; dates, topics and the like hold for all languages.",
    body: "The original’s text, to be written anew below the dashes:")

  private static let german = DraftWording(
    language: "de", required: "notwendig", or: "oder", suchAs: "etwa", trueOrFalse: "true oder false",
    wholeNumber: "eine ganze Zahl", fileName: "der Name der Datei, von der Art",
    pathExample: "oder ein Pfad wie ../clusters/name.md", withTime: "mit Uhrzeit, wenn es eine gibt:",
    slug: "das Ende der Adresse in dieser Sprache", draft: "löschen, wenn es veröffentlicht werden darf",
    original: "die anderen Sprachen übersetzen diese Datei",
    state: "der Stand des Originals, damit Änderungen auffallen",
    emptyIsTakenFrom: ("Was hier leer bleibt, kommt aus ", "."),
    translationOf: ("Eine Übersetzung von ", ", dessen Texte hier als Kommentare stehen."),
    shared: "Was leer bleibt, kommt von dort; Tage, Themen und Ähnliches gelten für alle Sprachen.",
    body: "Der Text des Originals, der unter den Strichen neu zu schreiben ist:")
}
