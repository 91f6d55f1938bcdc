using Klynge.Application.Messaging;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Forums.Chats;

/// <summary>What is said where the bot is installed, and about what a person may do.</summary>
internal static class Texts
{
    internal const string WhichForum = "Hvilket forum hører denne chat til?";
    internal const string WhyForum = "Når forummet er valgt, kommer dets dagsorden, afbud og skriftlige behandlinger her. Sekretariatet vælger.";
    internal const string ChooseForum = "Vælg forum";
    internal const string ChooseHeading = "Vælg det forum, som chatten hører til";
    internal const string ChooseHint = "Alle i chatten kan se det, jeg skriver her, også dem, der ikke sidder i forummet. Lukkede punkter viser jeg kun for dem, der må se dem.";
    internal const string ForumLabel = "Forum";
    internal const string ForumMissing = "Vælg et forum på listen.";
    internal const string Link = "Tilknyt chatten";
    internal const string DoNotLink = "Tilknyt ikke";
    internal const string ChangeForum = "Skift forum";
    internal const string ShowHelp = "Hjælp";
    internal const string ShowAgenda = "Dagsorden";
    internal const string LinkedHint = "Skriv »hjælp« for at se, hvad du kan gøre her.";

    internal static string LinkedTo(string forum) => $"Chatten hører til {forum}";

    internal static string LinkedWhat(string forum) => $"Dagsorden, afbud og skriftlige behandlinger for {forum} kommer her.";

    internal static string Move(string from, string to) => $"Skal chatten skifte fra {from} til {to}?";

    internal static string MoveWhat(string from, string to) =>
        $"Alle i chatten får fremover det, jeg skriver om {to}, og intet mere om {from}. Det, der allerede står i chatten, bliver stående.";

    internal static string YesMove(string to) => $"Skift til {to}";

    internal static string Keep(string from) => $"Behold {from}";

    internal static string LinkAnyway(string forum) => $"Tilknyt {forum} alligevel";

    internal static string ReadersHeading(ChannelReaders readers) => readers.IsShared ? "Kanalen er delt" : "Kanalen er privat";

    internal static string ReadersCame(string forum) => $"Flere kan læse med i kanalen for {forum}";

    internal const string NothingClosed = "Lukkede punkter skriver jeg aldrig her.";

    internal const string MayUnlink = "Er det ikke meningen, så tag mig ud af kanalen, og sæt mig ind i en chat eller kanal, som kun forummet læser.";

    /// <summary>Who reads along, as sentences of one line each.</summary>
    internal static IEnumerable<string> WhoReads(ChannelReaders readers)
    {
        if (readers.People is not { } people)
        {
            yield return "Jeg kan ikke få at vide af Teams, hvem der læser med.";
            yield break;
        }

        yield return readers.IsShared
            ? $"{DanishFormat.Count(people, "person", "personer")} kan læse det, jeg skriver her."
            : $"Kun {(people == 1 ? "den ene" : $"de {DanishFormat.Number(people)}")}, der står i kanalen, kan læse det, jeg skriver her, og ikke resten af teamet.";
        if (readers.FromOtherTeams > 0)
            yield return $"{DanishFormat.Capitalised(Some(readers.FromOtherTeams))} af dem kommer fra andre teams.";
        if (readers.FromOtherTenants > 0)
            yield return $"{DanishFormat.Capitalised(Some(readers.FromOtherTenants))} af dem har konto i en anden organisation.";
    }

    private static string Some(int number) => number == 1 ? "en" : DanishFormat.Number(number);

    internal static string MailOnly(IEnumerable<string> names) =>
        $"Kan kun nås på mail, fordi kontoen hører til en anden organisation: {DanishFormat.Some([.. names], most: 60)}.";

    internal static string LinkTo(string forum) => $"Tilknyt {forum}";
}
