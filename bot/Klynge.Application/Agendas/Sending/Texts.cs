using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Agendas.Sending;

/// <summary>What is said of an item that goes from one forum to another.</summary>
internal static class Texts
{
    internal const string Button = "Send videre";
    internal const string Heading = "Send punktet videre";
    internal const string TargetLabel = "Til hvilket forum?";
    internal const string TargetNeeded = "Vælg det forum, punktet skal til.";
    internal const string WantedLabel = "Til hvilket møde dér? (kan udelades)";
    internal const string WantedHint = "Fx »28. februar«, »næste møde«, »april«";
    internal const string RemarkLabel = "Bemærkning til forummet (kan udelades)";
    internal const string RemarkHint = "Fx hvad der mangler, når punktet sendes tilbage";
    internal const string More = "Teksten, de åbne bilag og beslutningen følger med. Det andet forum ser, hvor punktet kommer fra, og hører, hvad der bliver besluttet her.";
    internal const string SendIt = "Send punktet";
    internal const string Undo = "Fortryd";
    internal const string NextMeeting = "næste møde";
    internal const string OneItemOnly = "Jeg sender ét punkt ad gangen. Hvilket skal jeg begynde med?";
    internal const string WhichItem = "Hvilket punkt skal sendes videre?";

    internal static string Unsure(string words) => $"Jeg er ikke sikker på {DanishFormat.Quote(words)}. Intet er sendt endnu. Se efter, og send så.";

    internal static string WhichForum(IEnumerable<string> forums) => $"Skal punktet til {DanishFormat.List(forums, "eller")}? Intet er sendt endnu.";

    internal static string Sent(SentItem sent) => sent.IsBack ? $"Punkt {sent.Number} er sendt tilbage til {sent.Forum}" : $"Punkt {sent.Number} er sendt videre til {sent.Forum}";

    internal static IEnumerable<string> SentMore(SentItem sent)
    {
        yield return $"{sent.Title} · {CaseFact(sent.Case)}";
        if (sent.Day is { } day)
        {
            yield return sent.MeetsThen
                ? $"Ønskes på mødet {DanishFormat.Date(day)}."
                : $"{sent.Forum} har ikke noget møde {DanishFormat.Date(day)}. Dagen står som et ønske.";
        }
        else if (sent.Wanted is { } wanted)
        {
            yield return $"Ønskes {wanted}.";
        }

        yield return sent.IsAsked ? $"Sekretariatet for {sent.Forum} er spurgt." : $"Punktet står blandt de kommende punkter i {sent.Forum}.";
        if (sent.KeptBack > 0)
            yield return $"{DanishFormat.Capitalised(DanishFormat.Count(sent.KeptBack, "lukket bilag", "lukkede bilag"))} er ikke sendt med.";
    }

    internal static string OfferHeading(int number) => $"Beslutningen på punkt {number} er gemt. Skal punktet sendes videre?";

    internal static string Withdrawn(WithdrawnItem item) => $"Punkt {item.Number} er trukket tilbage fra {item.Forum}";

    internal static string SentTo(string forum) => $"Punktet er sendt videre til {forum}.";

    internal static string CaseFact(CaseKey key) => $"sag {key}";

    internal static string OriginHeading(string forum, LocalDate day) => $"Fra {forum} d. {DanishFormat.PlainDate(day)}";

    internal static string CameFrom(string forum, LocalDate day, int number, CaseKey? key) =>
        $"Punktet kommer fra {forum}, hvor det var punkt {number} på mødet d. {DanishFormat.PlainDate(day)}{(key is { } one ? $" ({CaseFact(one)})" : string.Empty)}.";

    internal static string DecisionIn(string forum) => $"Beslutning i {forum}:";

    internal static string RemarkFrom(string forum) => $"Bemærkning fra {forum}:";

    /// <param name="result">Null where it was decided on a closed item.</param>
    internal static string News(string forum, LocalDate day, int number, CaseKey? key, string? result)
    {
        var head = $"{forum} har behandlet punktet d. {DanishFormat.PlainDate(day)} (punkt {number}{(key is { } one ? $", {CaseFact(one)}" : string.Empty)}).";
        return result is null ? $"{head} Det skete på et lukket punkt." : $"{head}\n\nResultat:\n{result}";
    }

    internal static string NoticeHeading(string from) => $"{from} har sendt et punkt";

    internal static string DeclinedBy(string forum) => $"{forum} har ikke taget imod punktet";
}
