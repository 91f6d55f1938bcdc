using System.Globalization;
using System.Text.RegularExpressions;
using Klynge.Documents.Layout;
using Klynge.Documents.Reading.Heads;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading.Items;

/// <summary>The parts of an item's heading: title, presenter, slot, length.</summary>
internal sealed partial record ItemTitle(string Title, string? Presenter, MinutesSlot? Slot, int? Minutes)
{
    public static ItemTitle Read(string heading)
    {
        var text = CharacterCleaner.Collapse(heading.Replace('\n', ' '));
        if (text.Length > 600)
            return new ItemTitle(text, null, null, null);

        var slot = TakeSlot(ref text);
        var minutes = TakeMinutes(ref text);
        var presenter = TakePresenter(ref text);
        slot ??= TakeSlot(ref text);
        return new ItemTitle(text, presenter, slot, minutes);
    }

    /// <summary>A line that holds nothing but time, length or presenter of the item whose heading it follows.</summary>
    public static ItemTitle? ReadFacts(string line)
    {
        if (line.Length > 250)
            return null;

        var text = Marker().Replace(CharacterCleaner.Collapse(line.Replace('\n', ' ')), "");
        var slot = TakeSlot(ref text);
        var minutes = TakeMinutes(ref text);
        var labelled = PresenterLabel().Match(text);
        var presenter = labelled.Success ? labelled.Groups["who"].Value.Trim().TrimEnd('.') : TakePresenter(ref text);
        text = labelled.Success ? "" : text;
        var found = slot is not null || minutes is not null || presenter is not null;
        return found && text.Trim(' ', '.', ',', '·', '|', ':', '-', '–').Length == 0 ? new ItemTitle("", presenter, slot, minutes) : null;
    }

    // "Lene Skov indleder punktet."
    public static string? IntroducerOf(string line)
    {
        var match = line.Length > 250 ? Match.Empty : Introduces().Match(line);
        return match.Success ? match.Groups["who"].Value.Trim().TrimEnd(',') : null;
    }

    // "13.10-13.30 Budget", "Budget (kl. 13.10)"; not the time of "Møde den 4. marts kl. 13 om budgettet".
    private static MinutesSlot? TakeSlot(ref string text)
    {
        if (ClockTimes.FindSlot(text) is not { } times)
            return null;

        var before = text[..times.Position];
        var after = text[(times.Position + times.Length)..];
        var stands = before.Trim(' ', '(', '[', '-', '–', ',').Length == 0 || after.Trim(' ', ')', ']', '.', ',').Length == 0
            || (before.EndsWith('(') && after.StartsWith(')'))
            || Minuted().IsMatch(after);
        if (!stands || DateBefore().IsMatch(before))
            return null;

        text = Glue(before, after);
        return new MinutesSlot(times.Start, times.End);
    }

    // "Budget (20 min.)", "Budget, 20 minutter v/ Lene Skov".
    private static int? TakeMinutes(ref string text)
    {
        var match = Length().Match(text);
        if (!match.Success)
            return null;

        text = Glue(text[..match.Index], text[(match.Index + match.Length)..]);
        return int.Parse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    // "Budget v/ Lene Skov", "Budget (ved Lene Skov)"; "Samarbejde ved overgange" has none.
    private static string? TakePresenter(ref string text)
    {
        var match = PresenterMark().Match(text);
        if (!match.Success)
            return null;

        var who = match.Groups["who"].Value.Trim().TrimEnd(')', '.', ',', ' ');
        who = who.Count(c => c == '(') > who.Count(c => c == ')') ? who + ")" : who;
        text = text[..match.Index].TrimEnd(' ', '-', '–', ',', '(', ':');
        return who.Length == 0 ? null : who;
    }

    private static string Glue(string before, string after) =>
        CharacterCleaner.Collapse($"{before.TrimEnd(' ', '(', '[', '-', '–', ',', ':')} {after.TrimStart(' ', ')', ']', '.', ',', ':', '-', '–')}");

    [GeneratedRegex(@"[\s,(\[–-]*\(?(?<![\d.:/])(?<n>\d{1,3})\s*(min\b\.?|minutter\b)[)\]]?(?=\s*($|[,;)\]]|v/|v\.|ved\b|[-–(]))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Length();

    [GeneratedRegex(@"^[\s,)(]*[-–]?\s*\(?\d{1,3}\s*min", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Minuted();

    [GeneratedRegex(@"(\d{1,2}\.|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|(19|20)\d\d|dag)\s*(kl\.?)?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DateBefore();

    [GeneratedRegex(@"[\s,–(:-]*(?<![\p{L}\d])(v/|v\.|v/\s|(?<=[,–(-]\s?)ved(?=\s+\p{Lu}\p{Ll}+\s+\p{Lu})|^ved(?=\s+\p{Lu}))\s*(?<who>\S.{0,200})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PresenterMark();

    [GeneratedRegex(@"^(oplæg(sholdere?)?|indled(t|er|es)?( af)?|indlægsholder|fremlægges|fremlægger|præsenteres|ansvarlig|punktansvarlig|sagsansvarlig|mødeansvarlig|forelægges)( ved| af| v/| v\.)?\s*(:|(?<=ved|af|v/|v\.))\s*(?<who>\p{Lu}.{2,150})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PresenterLabel();

    [GeneratedRegex(@"^(tid|tidsramme|tidsforbrug|varighed|tidspunkt|afsat tid|kl)\.?\s*:?\s+(?=\d|kl)|^(tid|tidsramme|varighed|afsat tid):", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex(@"^(?<who>\p{Lu}[^.]{2,150}?),? (indleder|fremlægger|præsenterer|introducerer) (punktet|sagen)\b[^.]{0,60}\.?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Introduces();
}
