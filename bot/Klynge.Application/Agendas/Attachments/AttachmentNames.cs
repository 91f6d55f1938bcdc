using System.Text.RegularExpressions;
using Klynge.Domain.Agendas;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>How an item's attachments stand on cards and in documents: numbered, marked, and without the words of what is closed.</summary>
internal static partial class AttachmentNames
{
    /// <summary>On a card under the heading »Bilag«: <c>2. Budget.xlsx · forventes læst · ny udgave 3. feb.: tallene er rettet</c></summary>
    internal static IEnumerable<string> Lines(AgendaItemContent content) =>
        content.Attachments.Select((one, index) => string.Join(" · ", [$"{index + 1}. {one.Name}", .. Marks(one)]));

    /// <summary>»Bilag 2: Budget.xlsx«</summary>
    internal static string Label(int number, AgendaAttachment attachment) => $"Bilag {number}: {WithoutNumber(attachment.Name)}";

    internal static IEnumerable<string> Marks(AgendaAttachment attachment)
    {
        if (attachment.IsRequiredReading)
            yield return Texts.Required;

        if (attachment.IsClosed && attachment.Name != Texts.ClosedAttachment)
            yield return Texts.ClosedMark;

        if (attachment.Before is not null)
            yield return Texts.NewVersion(attachment);

        if (attachment.LateReason is { } late)
            yield return LateTexts.Attachment(late);
    }

    /// <summary>As those see it who may not read what is closed: the place and the number stay.</summary>
    internal static AgendaItemContent WithoutClosed(AgendaItemContent content) => content with
    {
        Attachments = [.. content.Attachments.Select(one => one.IsClosed ? new AgendaAttachment(Texts.ClosedAttachment) { IsClosed = true } : Earlier(one))],
        TakenOff = [],
    };

    /// <summary>
    /// In the public minutes. Attachments that the bot keeps are numbered; those of imported minutes stay as they were printed.
    /// </summary>
    internal static MinutesItem Print(MinutesItem printed, AgendaItem item)
    {
        var all = WithoutClosed(item.Content).Attachments;
        if (!item.Content.Attachments.Any(one => one.Id is not null))
            return printed;

        return printed with
        {
            Attachments = [.. all.Select((one, index) => Printed(index + 1, one))],
            RequiredReading = [.. all.Select((one, index) => one.IsRequiredReading ? index + 1 : 0).Where(number => number > 0)],
        };
    }

    /// <summary>»Bilag 2: Budget.xlsx (ny udgave 3. feb.; eftersendt, fordi tallene først kom i går)«</summary>
    private static string Printed(int number, AgendaAttachment attachment)
    {
        string?[] marks = [attachment.Before is null ? null : Texts.NewVersion(attachment), attachment.LateReason is { } late ? LateTexts.Attachment(late) : null];
        var said = string.Join("; ", marks.OfType<string>());
        return said.Length == 0 ? Label(number, attachment) : $"{Label(number, attachment)} ({said})";
    }

    /// <summary>What goes out with the public minutes, as a section of theirs: a line each, and nothing of what is closed.</summary>
    internal static IEnumerable<MinutesSection> SectionOf(AgendaItem? documents)
    {
        var open = (documents?.Content.Attachments ?? []).Where(one => !one.IsClosed).ToList();
        if (open.Count > 0)
            yield return new MinutesSection(Texts.OfMeeting, string.Join('\n', open.Select(one => $"- {WithoutNumber(one.Name)}")));
    }

    /// <summary>How many documents go out with the public minutes.</summary>
    internal static int CountIn(MinutesDocument document) =>
        document.Sections.LastOrDefault(section => section.Heading == Texts.OfMeeting) is { } section ? section.Text.Split('\n').Length : 0;

    /// <summary>A version that was closed and is open now still has closed ones behind it.</summary>
    private static AgendaAttachment Earlier(AgendaAttachment attachment) => attachment.Before is null ? attachment : attachment with
    {
        Before = attachment.Before.IsClosed ? new AgendaAttachment(Texts.ClosedAttachment) { IsClosed = true } : Earlier(attachment.Before),
    };

    /// <summary>»Bilag 1 – Budget« has said its number already, and perhaps another than the one that it gets.</summary>
    private static string WithoutNumber(string name)
    {
        var match = OwnNumber().Match(name);
        return match.Length < name.Length ? name[match.Length..] : name;
    }

    [GeneratedRegex(@"^(bilag\s+\d+\s*[.:–-]*\s*)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OwnNumber();
}
