using System.Text.RegularExpressions;
using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas;

/// <summary>What is asked, and printed, of an item or a bilag that comes after the forum's own time limit: »eftersendt, fordi …«.</summary>
internal static partial class LateTexts
{
    internal const string Label = "Eftersendt, fordi … (står på dagsordenen og i referatet)";
    internal const string Hint = "Fx »tallene først kom i går«";
    internal const string Tell = "Skriv hvorfor";

    /// <summary>In the minutes, where the reason stands below it.</summary>
    internal const string Heading = "Efter fristen";

    internal const string LateItem = "Punktet kommer efter fristen for dagsordenen. Tryk »Skriv hvorfor«, så det står på dagsordenen og i referatet.";
    internal const string LateAttachment = "Bilaget kommer efter fristen for bilag. Tryk »Skriv hvorfor«, så det står på dagsordenen og i referatet.";

    /// <summary>Words that begin a sentence and have a small letter inside one; a name keeps its own.</summary>
    private static readonly HashSet<string> SmallInside = new(StringComparer.OrdinalIgnoreCase)
    {
        "tallene", "tal", "sagen", "punktet", "bilaget", "bilagene", "notatet", "materialet", "høringen", "høringssvarene", "svaret", "svarene", "budgettet",
        "der", "den", "det", "de", "vi", "jeg", "en", "et", "først", "kommunen", "kommunerne", "regionen", "forvaltningen", "sekretariatet", "formanden", "mødet",
    };

    /// <summary>»Eftersendt, fordi tallene først kom i går.«</summary>
    internal static string Item(string reason) => $"Eftersendt, fordi {Clause(reason)}.";

    /// <summary>After the name of a bilag: »eftersendt, fordi tallene først kom i går«</summary>
    internal static string Attachment(string reason) => $"eftersendt, fordi {Clause(reason)}";

    /// <summary>What the form says above the question: the limit, and what speaks against counting it so.</summary>
    internal static IEnumerable<string> PastItems(AgendaClock clock) => Past("Fristen for dagsordenen", clock.ItemsBy);

    internal static IEnumerable<string> PastAttachments(AgendaClock clock) => clock.AttachmentsBy is { } by ? Past("Fristen for bilag", by) : [];

    /// <summary>Before an agenda goes out: »2 bilag kommer efter fristen uden at sige hvorfor: bilag 1 til punkt 3 og bilag 2 til punkt 4.«</summary>
    internal static string Unsaid(IReadOnlyList<string> attachments) =>
        $"{(attachments.Count == 1 ? "Et bilag" : $"{DanishFormat.Number(attachments.Count)} bilag")} kommer efter fristen uden at sige hvorfor: {DanishFormat.List(attachments)}.";

    internal static string Named(int number, int item) => $"bilag {DanishFormat.Number(number)} til punkt {DanishFormat.Number(item)}";

    private static IEnumerable<string> Past(string deadline, NodaTime.LocalDate day)
    {
        yield return $"{deadline} var {DanishFormat.Date(day)}.";
        if (ClosedDay.WarningOf(deadline, day) is { } closed)
            yield return closed;
    }

    /// <summary>»Eftersendt, fordi Tallene kom i går.« and »fordi tallene kom i går« both say »tallene kom i går«.</summary>
    private static string Clause(string reason)
    {
        var said = Begun().Replace(reason.Trim(), string.Empty, 1).TrimEnd('.', ' ');
        var first = said.Split(' ', 2)[0];
        return SmallInside.Contains(first) ? char.ToLowerInvariant(said[0]) + said[1..] : said;
    }

    [GeneratedRegex(@"^(eftersendt\b[\s,:]*)?((fordi|da)\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Begun();
}
