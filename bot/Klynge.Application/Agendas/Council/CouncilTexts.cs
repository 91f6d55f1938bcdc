using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Agendas.Council;

/// <summary>What people read about a member's rights at an item: afvigende mening and standsningsret.</summary>
internal static class CouncilTexts
{
    internal const string Dissent = "Afvigende mening";
    internal const string Stop = "Standsningsret";
    internal const string DissentSection = "Afvigende mening fra den tidligere behandling";

    internal const string DissentLabel = "Din afvigende mening, kort";
    internal const string DissentNeeded = "Skriv kort, hvad din afvigende mening er.";
    internal const string DissentHint = "Den kommer i referatet med dit navn. Du kan ændre den eller tage den tilbage, indtil referatet er godkendt.";
    internal const string AlongLabel = "Følger sagen";
    internal const string AlongTitle = "Min mening skal følge sagen, når den sendes videre til en anden myndighed eller behandles igen";
    internal const string ReasonLabel = "Begrundelse, der følger sagen (kan udelades)";
    internal const string ReasonHint = "Begrundelsen står ikke i mødets eget referat.";
    internal const string Save = "Gem meningen";
    internal const string Saved = "Din afvigende mening er gemt og kommer i referatet.";
    internal const string TakeBack = "Tag meningen tilbage";
    internal const string TakenBack = "Din afvigende mening er taget tilbage.";

    internal const string StopButton = "Stands beslutningen";
    internal const string StopAsk = "Vil du standse beslutningen? Så føres den ikke ud i livet, før det er afklaret. Det skal siges, inden mødet hæves, og det kan ikke tages tilbage her. En beslutning om, hvordan sagen behandles, kan ikke standses.";
    internal const string StopNow = "Ja, stands den";
    internal const string Stopped = "Du har standset beslutningen. Sekretariatet og den, der leder mødet, får besked, og det kommer i referatet.";
    internal const string StoppedHeading = "En beslutning er standset";

    internal static string Heading(string right, int number) => $"{right} ved punkt {number}";

    internal static string Source(string source) => $"Kilde: {source.TrimEnd('.')}.";

    internal static string NowAt(int length) => $"Der er plads til {DissentingOpinion.MaxTextLength} tegn; {DanishFormat.Number(length)} er brugt.";

    /// <summary>»Afvigende mening, Karen Ravn (A): Jeg finder, at planen skal i høring først.«</summary>
    internal static string Printed(DissentingOpinion opinion)
    {
        var who = Named(opinion.Name, opinion.Party);
        var text = opinion.CameAlong
            ? $"Afvigende mening i {opinion.Forum} d. {DanishFormat.PlainDate(opinion.Date)}, {who}: {opinion.Text}"
            : $"Afvigende mening, {who}: {opinion.Text}";
        return opinion is { CameAlong: true, Reason: { } reason } ? $"{text}\n\nBegrundelse: {reason}" : text;
    }

    /// <summary>»Karen Ravn (A) har standset beslutningen kl. 10.32, inden mødet blev hævet (Kommunestyrelsesloven § 23).«</summary>
    internal static string Printed(ExecutionStop stop) =>
        $"{Named(stop.Name, stop.Party)} har standset beslutningen kl. {DanishFormat.Time(DanishTime.ToDanish(stop.At).TimeOfDay)}, inden mødet blev hævet{(stop.Source is { } source ? $" ({source.TrimEnd('.')})" : string.Empty)}.";

    private static string Named(string name, string? party) => party is null ? name : $"{name} ({party})";
}
