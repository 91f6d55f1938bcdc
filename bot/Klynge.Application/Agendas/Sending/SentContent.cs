using System.Security.Cryptography;
using System.Text;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas.Sending;

/// <summary>What goes along when an item is sent to another forum, and what its agenda says of where that comes from.</summary>
internal static class SentContent
{
    private const int MaxDecision = 4_000;

    /// <summary>
    /// Text, recommendations and open attachments, each as it stands now, below a section that says where it comes from and what was decided.
    /// A closed attachment stays in its forum, and so do votes and what the secretariat has added to the minutes.
    /// </summary>
    internal static AgendaItemContent Of(ItemOfSender at, string? remark) => at.Item.Content with
    {
        Sections = [Origin(at, remark), .. at.Item.Content.Sections.Where(section => section.Heading != HeadingOf(at))],
        Attachments = [.. at.Item.Content.Attachments.Where(one => !one.IsClosed).Select(one => one.OnTime() with { Before = null })],
        TakenOff = [],
        Additions = [],
        Votes = [],
        Dissents = DissentingOpinion.Along(at.Item.Content.Dissents),
        Stops = [],
        Impartiality = [],
        LateReason = null,
        StandsLast = false,
    };

    /// <summary>The same content, telling the decision as it is now, with the opinions that go along.</summary>
    internal static AgendaItemContent Retold(AgendaItemContent sent, ItemOfSender at, string? remark) => sent with
    {
        Sections = [.. sent.Sections.Select(section => section.Heading == HeadingOf(at) ? Origin(at, remark) : section)],
        Dissents = [.. DissentingOpinion.Along(at.Item.Content.Dissents), .. sent.Dissents.Where(one => !one.CameAlong)],
    };

    /// <summary>Always the same for a case that goes from one forum to another, so that it goes there once.</summary>
    internal static ComingItemId IdOf(string kind, Guid from, ForumId to) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{from:N}\n{to.Value:N}")).AsSpan(0, 16)));

    private static AgendaSection Origin(ItemOfSender at, string? remark)
    {
        string?[] parts =
        [
            Texts.CameFrom(at.Forum.Name, at.Meeting.Date, at.Item.Number, at.Item.Case),
            at.Item.Decision is { } decision ? $"{Texts.DecisionIn(at.Forum.Name)}\n{DanishText.Shorten(decision, MaxDecision)}" : null,
            remark is null ? null : $"{Texts.RemarkFrom(at.Forum.Name)}\n{remark}",
        ];
        return new AgendaSection(HeadingOf(at), string.Join("\n\n", parts.OfType<string>()));
    }

    private static string HeadingOf(ItemOfSender at) => DanishText.Shorten(Texts.OriginHeading(at.Forum.Name, at.Meeting.Date), AgendaItemRules.MaxHeadingLength);
}

/// <summary>The item as its own forum has it.</summary>
internal sealed record ItemOfSender(Forum Forum, Meeting Meeting, AgendaItem Item)
{
    internal static async Task<ItemOfSender> OfAsync(KlyngeContext db, AgendaItem item) =>
        new((await db.Forums.FindAsync(item.ForumId))!, (await db.Meetings.FindAsync(item.MeetingId))!, item);
}
