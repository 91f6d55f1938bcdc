using Klynge.Domain.Calendar;

namespace Klynge.Application.Guidance;

/// <summary>What help says.</summary>
internal static class Texts
{
    internal const string Heading = "Det kan du gøre her";
    internal const string Welcome = "Velkommen. Det kan jeg hjælpe dig med";
    internal const string InSecretariat = "i sekretariatet";
    internal const string Substitute = "stedfortræder";
    internal const string Mention = "Begynd beskeden med at nævne mig, når du skriver i en chat med flere.";
    internal const string Hello = "Hej. Hvad kan jeg hjælpe dig med?";
    internal const string YouAreWelcome = "Selv tak";
    internal const string DidYouMean = "Mente du …?";
    internal const string NotUnderstood = "Det forstår jeg ikke";
    internal const string AskForHelp = "Skriv »hjælp« for at se, hvad du kan gøre her.";
    internal const string ShowHelp = "Hjælp";
    internal const string NoSeat = "Du sidder ikke i noget forum lige nu";
    internal const string NoContacts = "Skriv til sekretariatet, hvis det er en fejl.";

    internal static string NoSeatIn(string forum) => $"Du sidder ikke i {forum}";

    internal static string YouAre(HelpPlace place) => $"{place.Forum}: du er {place.Roles}.";

    internal static string Example(string example) => $"Skriv: {DanishFormat.Quote(example)}";

    internal static string WriteTo(IEnumerable<Contact> contacts) =>
        $"Skriv til {DanishFormat.List(contacts.Select(Shown), "eller")}, hvis du mener, at det er en fejl.";

    internal static string StrangerWriteTo(IEnumerable<Contact> contacts) => $"Skriv til {DanishFormat.List(contacts.Select(Shown), "eller")}.";

    internal static string Questions(IEnumerable<Contact> contacts) => $"Spørgsmål: {DanishFormat.List(contacts.Select(Shown), "eller")}";

    private static string Shown(Contact contact) => contact.Email is { } email ? $"{contact.Name} ({email})" : contact.Name;
}
