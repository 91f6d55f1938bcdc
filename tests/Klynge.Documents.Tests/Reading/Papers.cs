using Klynge.Documents.Reading;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Tests.Reading;

/// <summary>Small invented minutes, of which a test changes one part.</summary>
internal static class Papers
{
    public const string Head = "Referat af møde i Styregruppe Havnen\nDato: 4. maj 2027\nTid: kl. 9.00-11.00\nSted: Rådhuset";

    public const string People = "Deltagere: Ida Bang (formand), Tor Vang Holm, Una Friis";

    public static MinutesDocument Read(string text) => MinutesParser.Parse(text).Value;

    /// <summary>Three items, the second with a case; each part can be another.</summary>
    public static MinutesDocument With(
        string people = People, string label = "Beslutning", string first = "Godkendelse af dagsorden", string firstDecision = "Godkendt.", string second = "Ny vagtplan\n\nSagsfremstilling\n\nPlanen er klar.", string decision = "Planen blev drøftet.") => Read($"""
        {Head}
        {people}

        1. {first}

        {label}

        {firstDecision}

        2. {second}

        {label}

        {decision}

        3. Eventuelt

        {label}

        Intet.
        """);

    public static MinutesParticipant Person(this MinutesDocument document, string name) => Assert.Single(document.Participants, person => person.Name == name);

    public static IEnumerable<string> Away(this MinutesDocument document) => document.Participants.Where(person => person.Apology).Select(person => person.Name);
}
