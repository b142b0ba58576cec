import Content
import Diagnostics
import SiteGraph

/// Clusters as schema.org's Organization, events as its Event.
extension EntrySchema {
  func writeCluster(to json: inout JSONText) {
    json.node("Organization", id: thingID) { json in
      json.member("name", object.title, in: localized.tag)
      json.member("url", object.shared("website")?.text ?? site.permalink(object.edition.path))
      json.member("description", object.text(of: "summary"), in: localized.tag)
      json.member("logo", object.shared("logo")?.text.flatMap { object.permalink(ofFile: $0) })
      json.member("image", object.picture?.permalink)
      json.member("foundingDate", object.shared("founded")?.plainText)
      json.node("address", "PostalAddress") { json in
        json.member("addressLocality", object.text(of: "city"), in: localized.tag)
        json.member("addressRegion", object.text(of: "region"), in: localized.tag)
        json.member("addressCountry", object.shared("country")?.text?.uppercased())
      }
      if let coordinates = object.coordinates {
        json.node("location", "Place") { writeCoordinates(coordinates, to: &$0) }
      }
      if case .count(let count)? = object.shared("employees") {
        json.node("numberOfEmployees", "QuantitativeValue") { $0.member("value", count) }
      }
      writeContact(to: &json)
      if ["founding", "member"].contains(object.shared("status")?.text) {
        json.member("memberOf", id: site.networkID)
      }
    }
  }

  /// Whom to write to, where that may be collected by programs.
  private func writeContact(to json: inout JSONText) {
    guard let contact = object.shared("contact")?.record, contact["publish"]?.value.text == "data" else {
      return
    }
    json.node("contactPoint", "ContactPoint") { json in
      json.member("name", contact["name"]?.value.text)
      json.member("email", contact["email"]?.value.text)
      json.member("telephone", contact["phone"]?.value.text)
    }
  }

  /// - Parameter language: The language of the text about it.
  func writeEvent(in language: String, to json: inout JSONText) {
    json.node("Event", id: thingID) { json in
      json.member("name", object.title, in: language)
      json.member("url", site.permalink(object.edition.path))
      json.member("description", object.text(of: "summary"), in: language)
      json.member("inLanguage", language)
      json.member("image", object.picture?.permalink)
      json.member("startDate", moment("starts"))
      json.member("endDate", moment("ends"))
      json.member("previousStartDate", object.planned?.description)
      json.member("eventStatus", "https://schema.org/\(eventStatus)")
      json.member("eventAttendanceMode", attendanceMode.map { "https://schema.org/\($0)" })
      writeLocation(in: language, to: &json)
      writeReferences("organizer", object.references("host"), to: &json)
      writeReferences("attendee", object.references("participants"), to: &json)
      if let larger = object.shared("held_with")?.text {
        json.node("superEvent", "Event") { $0.member("name", larger) }
      }
    }
  }

  /// A local day, or a local time with its distance from UTC.
  private func moment(_ field: String) -> String? {
    object.shared(field)?.time.map { ZonedTime.text(of: $0, by: site.clocks.clock(of: entry)) }
  }

  private var eventStatus: String {
    switch object.shared("status")?.text {
    case "cancelled": "EventCancelled"
    case "postponed": "EventPostponed"
    case "moved": "EventRescheduled"
    default: "EventScheduled"
    }
  }

  /// Nobody attends a deadline.
  private var attendanceMode: String? {
    switch object.shared("form")?.text {
    case "webinar": "OnlineEventAttendanceMode"
    case "deadline": nil
    default: "OfflineEventAttendanceMode"
    }
  }

  private func writeLocation(in language: String, to json: inout JSONText) {
    if object.shared("form")?.text == "webinar" {
      json.node("location", "VirtualLocation") { json in
        json.member("url", object.shared("registration")?.text ?? site.permalink(object.edition.path))
      }
      return
    }
    let country = object.shared("country")?.text
    let countryName = country.flatMap { site.area($0) }.map { site.areas[$0].names[localized.number] }
    guard let name = object.text(of: "place") ?? countryName else { return }
    json.node("location", "Place") { json in
      json.member("name", name, in: language)
      json.node("address", "PostalAddress") { json in
        json.member("addressLocality", object.text(of: "place"), in: language)
        json.member("addressCountry", country?.uppercased())
      }
      if let coordinates = object.coordinates { writeCoordinates(coordinates, to: &json) }
    }
  }

  private func writeCoordinates(
    _ coordinates: (latitude: Double, longitude: Double), to json: inout JSONText
  ) {
    json.node("geo", "GeoCoordinates") { json in
      json.key("latitude")
      json.number(coordinates.latitude)
      json.key("longitude")
      json.number(coordinates.longitude)
    }
  }

  /// Clusters and other organisations.
  func writeReferences(_ name: String, _ targets: [ReferenceTarget], to json: inout JSONText) {
    guard !targets.isEmpty else { return }
    json.array(name) { json in
      for target in targets { writeOrganisation(target, to: &json) }
    }
  }

  private func writeOrganisation(_ target: ReferenceTarget, to json: inout JSONText) {
    switch target {
    case .entry(let number):
      guard let edition = localized.edition(number) ?? site.originalEdition(of: number) else { return }
      let other = EntryObject(edition, in: localized)
      json.node("Organization", id: EntrySchema(other).thingID) { json in
        json.member("name", other.title.text)
        json.member("url", site.permalink(edition.path))
      }
    case .organisation(let number):
      let organisation = site.organisations[number]
      json.node("Organization") { json in
        json.member("name", localized.text(organisation.name)?.text ?? organisation.key)
        json.member("url", organisation.url)
      }
    case .outside(let name, let url):
      json.node("Organization") { json in
        json.member("name", name)
        json.member("url", url)
      }
    }
  }
}

extension FieldValue {
  /// A text, or a day or time as ISO 8601.
  var plainText: String? { text ?? time?.description }
}
