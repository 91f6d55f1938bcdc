using static Klynge.Application.Chat.Commands.CommandRoles;

namespace Klynge.Application.Chat.Commands;

/// <summary>Every command, in the order in which help shows them: help, suggestions and the Teams manifest all read it here.</summary>
public static class CommandCatalogue
{
    public static IReadOnlyList<CommandDescription> All { get; } =
    [
        new("hjælp", "help", "hjælp", "Se, hvad du kan gøre her", "hjælp", Everyone),
        new("dagsorden", "agenda", "dagsorden [forum] [dato]", "Vis dagsordenen for det næste møde", "dagsorden 4. februar", Everyone),
        new("møder", "meetings", "møder [forum]", "Vis de kommende møder", "møder", Everyone),
        new("nyt møde", "new meeting", "nyt møde <forum> <dato> kl. <tid> [til <tid>] [sted]", "Opret et møde",
            "nyt møde Chefforum 4. februar kl. 14 til 16 Teams", Secretariat),
        new("tilføj punkt", "add item", "tilføj punkt <titel> [v/ <navn>] [<n> min] [til <forum> <dato>]",
            "Tilføj et punkt til dagsordenen", "tilføj punkt Status på handleplanen v/ Jane Pedersen 20 min", Member | Chair | Secretariat),
        new("afbud", "apology", "afbud [dato] [stedfortræder <navn>] [begrundelse]", "Meld afbud til et møde",
            "afbud 4. februar stedfortræder Bo Friis", Member | Chair),
        new("fortryd afbud", "withdraw apology", "fortryd afbud [dato]", "Træk dit afbud tilbage", "fortryd afbud", Member | Chair),
        new("skriftlig behandling", "written procedure", "skriftlig behandling [titel]", "Send en sag til skriftlig behandling",
            "skriftlig behandling Udpegning til ledelsesprogrammet", Chair | Secretariat),
        new("mine sager", "my cases", "mine sager", "Se de sager, der venter på dit svar", "mine sager", Everyone),
        new("fremmøde", "attendance", "fremmøde [forum] [dato]", "Se og ret, hvem der deltog i mødet", "fremmøde", Secretariat),
        new("beslutning", "decision", "beslutning <punkt> <tekst>", "Skriv beslutningen på et punkt",
            "beslutning 3 Indstillingen blev godkendt.", Secretariat),
        new("referat", "minutes", "referat [forum] [dato]", "Hent referatet af et møde", "referat 4. februar", Everyone),
        new("frister", "deadlines", "frister [forum]", "Se de åbne frister, og få dem i din kalender", "frister", Member | Chair | Secretariat),
        new("frist", "deadline", "frist <titel> <dato> [ansvarlig <navn>]", "Opret en frist", "frist Udpegning 30. april ansvarlig Tina Lund",
            Chair | Secretariat),
        new("årshjul", "annual wheel", "årshjul [forum]", "Se og ret de faste frister", "årshjul", Secretariat),
        new("søg", "search", "søg <ord>", "Find punkter og beslutninger", "søg handleplan", Everyone),
    ];

    /// <summary>The command by its Danish name.</summary>
    /// <exception cref="InvalidOperationException">There is no such command: a slip in our code.</exception>
    public static CommandDescription Named(string name) => All.First(command => command.Name == name);
}
