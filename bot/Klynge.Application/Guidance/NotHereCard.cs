using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Guidance;

/// <summary>A plain no to what cannot be done in words, with the way that there is.</summary>
internal static class NotHereCard
{
    internal static AdaptiveCard Build(NotHereKind kind)
    {
        var (no, instead, command) = Answer(kind);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken(no),
            FallbackText = no,
            Body = [CardParts.Heading(no), CardParts.Line(instead)],
            Actions = [new ExecuteAction(Domain.Calendar.DanishFormat.Capitalised(command), ChatModule.RunVerb) { Data = new JsonObject { ["text"] = command } }],
        };
    }

    private static (string No, string Instead, string Command) Answer(NotHereKind kind) => kind switch
    {
        NotHereKind.MoveItem => (
            "Jeg kan ikke flytte et punkt ud fra en besked", "Åbn dagsordenen, vælg punktet, og flyt det op eller ned der.", "dagsorden"),
        NotHereKind.PostponeItem => (
            "Jeg kan ikke udsætte et punkt ud fra en besked",
            "Skriv beslutningen »Punktet udsættes til næste møde.« på punktet. Så kan du sætte det på det næste møde.", "beslutning"),
        NotHereKind.InviteGuest => (
            "Jeg skriver ikke en gæst på ud fra en besked", "Sekretariatet åbner dagsordenen, vælger punktet og trykker på »Gæster«. Mailen vises, før den går ud.", "dagsorden"),
        NotHereKind.FindTime => (
            "Jeg kan ikke finde en tid for jer endnu", "Når tiden er aftalt, opretter du mødet med »nyt møde <forum> <dato> kl. <tid>«.", "møder"),
        NotHereKind.MoveMeeting => ("Jeg flytter ikke et møde ud fra en besked", "Find mødet under »møder«, og flyt det der.", "møder"),
        NotHereKind.CancelMeeting => ("Jeg aflyser ikke et møde ud fra en besked", "Find mødet under »møder«, og aflys det der.", "møder"),
        NotHereKind.SendMinutes => ("Jeg sender ikke et referat ud fra en besked", "Hent referatet, og send det ud derfra.", "referat"),
        NotHereKind.SendAgenda => ("Jeg sender ikke en dagsorden ud fra en besked", "Åbn dagsordenen, og udsend den derfra.", "dagsorden"),
        NotHereKind.Vote => ("Du kan ikke stemme med en besked", "Åbn sagen under »mine sager«, og giv dit svar på kortet.", "mine sager"),
        NotHereKind.ChangeDeadline => ("Jeg ændrer ikke en frist ud fra en besked", "Find fristen under »frister«, og ret eller flyt den der.", "frister"),
        NotHereKind.RemoveDeadline => ("Jeg sletter eller lukker ikke en frist ud fra en besked", "Find fristen under »frister«, og slet den eller meld den færdig der.", "frister"),
        NotHereKind.RemindOfDeadline => ("Jeg sender ikke en påmindelse ud fra en besked", "Find fristen under »frister«, og påmind den ansvarlige der.", "frister"),
        NotHereKind.AnswerAsSubstitute => ("Som stedfortræder svarer du på det kort, du fik", "Tryk »Jeg kan ikke« på kortet, eller skriv til sekretariatet.", "møder"),
        NotHereKind.ComeLate => ("Det skriver jeg ikke ned, for det er ikke et afbud", "Giv mødelederen besked, hvis nogen kommer senere eller går før. Skriv »afbud«, hvis du slet ikke kommer.", "møder"),
        NotHereKind.SendMessage => ("Jeg sender ikke beskeder ud fra en besked", "Melder du afbud, spørger jeg selv din stedfortræder. Andre må du skrive til.", "hvem kommer"),
        NotHereKind.OnCondition => ("Jeg melder ikke afbud på en betingelse", "Intet er ændret, og du regnes med. Skriv »afbud« og datoen, når du ved det.", "hvem kommer"),
        NotHereKind.OrderOnCondition => ("Jeg gør ikke noget på en betingelse", "Intet er ændret. Skriv det igen uden betingelsen, når du ved det.", "hjælp"),
        NotHereKind.SayWhoComes => ("Den, der ikke har meldt afbud, regnes med", "Intet er ændret. Er der meldt et afbud, som ikke gælder, så skriv »fortryd afbud«.", "hvem kommer"),
        NotHereKind.UnsureAboutApology => (
            "Jeg er ikke sikker på, om det er et afbud", "Intet er ændret. Skriv fx »afbud 21/12«, »afbud for« og et navn, eller »fortryd afbud«.", "hvem kommer"),
        NotHereKind.LeaveAsItIs => ("Intet er ændret", "Du har skrevet, hvad der ikke skal ske, så jeg lader det være, som det er.", "hjælp"),
        NotHereKind.TellWhoIsWho => ("Det kan jeg ikke svare på her", "Medlemmer og stedfortrædere står på medlemslisten, som sekretariatet retter.", "hvem kommer"),
        NotHereKind.RemoveDecision => ("Jeg retter eller sletter ikke en beslutning ud fra en besked", "Åbn beslutningerne, vælg punktet, og ret teksten der.", "beslutning"),
        NotHereKind.TellWhoAnswered => ("Hvem der mangler at svare, står på sagens kort", "Sagen ligger i forummets chat. Mangler du selv at svare, står den under »mine sager«.", "mine sager"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown request."),
    };
}
