using Klynge.Application.Rights;

namespace Klynge.Application.Chat.Commands;

/// <summary>Every command, in the order in which help shows them: help, suggestions and the Teams manifest all read it here.</summary>
public static class CommandCatalogue
{
    public static IReadOnlyList<CommandDescription> All { get; } =
    [
        new("hjælp", "help", "hjælp", "Se, hvad du kan gøre her", "hjælp", CommandRights.Help.Who),
        new("dagsorden", "agenda", "dagsorden [forum] [dato]", "Vis dagsordenen for det næste møde", "dagsorden 4. februar", CommandRights.ShowAgenda.Who),
        new("møder", "meetings", "møder [forum]", "Vis de kommende møder", "møder", CommandRights.ListMeetings.Who),
        new("nyt møde", "new meeting", "nyt møde <forum> <dato> kl. <tid> [til <tid>] [sted]", "Opret et møde",
            "nyt møde Chefforum 4. februar kl. 14 til 16 Teams", CommandRights.ScheduleMeeting.Who),
        new("tilføj punkt", "add item", "tilføj punkt <titel> [v/ <navn>] [<n> min] [til <forum> <dato>]",
            "Tilføj et punkt til dagsordenen", "tilføj punkt Status på handleplanen v/ Jane Pedersen 20 min", CommandRights.AddItem.Who),
        new("slet punkt", "remove item", "slet punkt <nummer> [forum] [dato]", "Tag et punkt af dagsordenen", "slet punkt 3", CommandRights.RemoveItem.Who),
        new("afbud", "apology", "afbud [for <navn>] [dato] [stedfortræder <navn>] [begrundelse]", "Meld afbud til et møde",
            "afbud 4. februar stedfortræder Bo Friis", CommandRights.Apology.Who),
        new("fortryd afbud", "withdraw apology", "fortryd afbud [for <navn>] [dato]", "Træk dit afbud tilbage", "fortryd afbud", CommandRights.WithdrawApology.Who),
        new("hvem kommer", "who comes", "hvem kommer [forum] [dato]", "Se, hvem der kommer til det næste møde", "hvem kommer", CommandRights.WhoComes.Who),
        new("skriftlig behandling", "written procedure", "skriftlig behandling [titel] [til <forum>]", "Send en sag til skriftlig behandling",
            "skriftlig behandling Udpegning til ledelsesprogrammet", CommandRights.OpenWrittenProcedure.Who),
        new("mine sager", "my cases", "mine sager", "Se de sager, der venter på dit svar", "mine sager", CommandRights.ShowMyCases.Who),
        new("fremmøde", "attendance", "fremmøde [forum] [dato]", "Se og ret, hvem der deltog i mødet", "fremmøde", CommandRights.RollCall.Who),
        new("beslutning", "decision", "beslutning <punkt> <tekst>", "Skriv beslutningen på et punkt",
            "beslutning 3 Indstillingen blev godkendt.", CommandRights.Decide.Who),
        new("referat", "minutes", "referat [forum] [dato]", "Hent referatet af et møde", "referat 4. februar", CommandRights.ShowMinutes.Who),
        new("frister", "deadlines", "frister [forum]", "Se de åbne frister", "frister", CommandRights.ShowDeadlines.Who),
        new("frist", "deadline", "frist <titel> <dato> [ansvarlig <navn>]", "Opret en frist", "frist Udpegning 30. april ansvarlig Tina Lund", CommandRights.SetDeadline.Who),
        new("kalender", "calendar", "kalender [forum]", "Få fristerne i din egen kalender", "kalender", CommandRights.ShowCalendarLink.Who),
        new("årshjul", "annual wheel", "årshjul [forum]", "Se de faste frister", "årshjul", CommandRights.ShowAnnualWheel.Who),
        new("søg", "search", "søg <ord>", "Find punkter og beslutninger", "søg handleplan", CommandRights.Search.Who),
    ];

    /// <summary>The command by its Danish name.</summary>
    /// <exception cref="InvalidOperationException">There is no such command: a slip in our code.</exception>
    public static CommandDescription Named(string name) => All.First(command => command.Name == name);
}
