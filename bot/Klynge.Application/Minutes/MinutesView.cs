using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Minutes;

/// <summary>The minutes of a meeting as one person may see them.</summary>
public sealed record MinutesView
{
    public required ForumId ForumId { get; init; }

    public required string Forum { get; init; }

    public required MeetingId MeetingId { get; init; }

    public required MeetingTime Time { get; init; }

    /// <summary>Null while nothing has been written.</summary>
    public MinutesStatus? Status { get; init; }

    /// <summary>They were not written with the bot but read in.</summary>
    public bool IsImported { get; init; }

    /// <summary>Where the document opens; http or https. Null while there is none.</summary>
    public Uri? Link { get; init; }

    /// <summary>The PDF beside approved minutes; null while there is none.</summary>
    public Uri? PdfLink { get; init; }

    /// <summary>How far the document is on its way to the library; null when nothing was asked for.</summary>
    public UploadState? Upload { get; init; }

    /// <summary>What was asked of the library last.</summary>
    public UploadTask UploadTask { get; init; } = UploadTask.Write;

    /// <summary>Why it is not there yet, as a sentence.</summary>
    public string? UploadFailure { get; init; }

    public bool MayRetry { get; init; }

    public Instant? StoredAt { get; init; }

    public Instant? ApprovedAt { get; init; }

    /// <summary>The items say something else than the document that was written last.</summary>
    public bool IsStale { get; init; }

    /// <summary>As the public minutes have them: a closed item is a line without title and text.</summary>
    public required IReadOnlyList<MinutesItem> Items { get; init; }

    /// <summary>How many documents go out with them.</summary>
    public int Documents { get; init; }

    public bool MayWrite { get; init; }

    public bool MayApprove { get; init; }

    /// <summary>What was agreed on whom minutes go to, for whoever sends them out; nothing of closed items.</summary>
    internal IReadOnlyList<string> Agreed { get; init; } = [];

    /// <summary>How many people an approval reaches.</summary>
    public int Reach { get; init; }

    /// <summary>The button that tries again what was not stored.</summary>
    internal ButtonRight? RetryVerb => !MayRetry || Upload is not (UploadState.Failed or UploadState.Changed) ? null
        : UploadTask == UploadTask.Write ? MinutesCard.WriteVerb
        : MinutesCard.PublishVerb;

    public int Undecided => Items.Count(item => !item.IsClosed && string.IsNullOrWhiteSpace(item.Decision));
}

internal static class MinutesLink
{
    /// <summary>Where a person opens the document; null while there is none.</summary>
    internal static Uri? Of(MeetingMinutes? minutes, DocumentLinks links) =>
        minutes?.DocumentUrl is { } url ? new Uri(url)
        : DocumentPath.Parse(minutes?.DocumentPath) is { } path ? links.To(path)
        : null;

    /// <summary>Where a person opens the PDF; null while there is none.</summary>
    internal static Uri? OfPdf(MeetingMinutes? minutes, DocumentLinks links) =>
        minutes?.PdfUrl is { } url ? new Uri(url)
        : DocumentPath.Parse(minutes?.PdfPath) is { } path ? links.To(path)
        : null;
}

/// <summary>What goes out with minutes beside the document itself.</summary>
internal static class MinutesAttachments
{
    /// <summary>How many open documents belong to the meeting as a whole.</summary>
    internal static async Task<int> DocumentsWithMinutesAsync(this KlyngeContext db, MeetingId meeting)
    {
        var id = AgendaItem.DocumentsOf(meeting);
        var content = await db.AgendaItems.AsNoTracking().Where(item => item.Id == id).Select(item => item.Content).SingleOrDefaultAsync();
        return content?.Attachments.Count(one => !one.IsClosed) ?? 0;
    }
}

/// <summary>Who is told when minutes are approved.</summary>
internal static class MinutesReaders
{
    /// <summary>What was agreed on where minutes go, and how many people an approval reaches: read in one question.</summary>
    internal static async Task<Distribution> DistributionAsync(KlyngeContext db, ForumId forum, LocalDate date, PersonId? except)
    {
        var found = await db.Forums.AsNoTracking().Where(one => one.Id == forum).Select(one => new
        {
            Rules = db.StandingRules
                .Where(rule => rule.ForumId == one.Id && rule.EndedAt == null && db.Deadlines.Any(agreement => agreement.Id == rule.AgreementId && agreement.Status != DeadlineStatus.Removed))
                .Select(rule => new
                {
                    Rule = rule,
                    Item = db.AgendaItems.Where(item => db.Deadlines.Any(agreement => agreement.Id == rule.AgreementId && agreement.ItemId == item.Id)).Select(item => item.Content).FirstOrDefault(),
                })
                .ToList(),
            Seats = db.Members.Where(seat => seat.ForumId == one.Id && seat.From <= date && (seat.To == null || seat.To >= date)).Select(seat => new { seat.PersonId, seat.Role }).ToList(),
        }).SingleAsync();
        return new(
            [.. found.Rules.Where(row => row is { Rule.IsOfMinutes: true, Item: not { IsClosed: true } }).OrderBy(row => row.Rule.MadeAt).Select(row => row.Rule.Text)],
            found.Seats.Where(seat => seat.Role.May(Permission.ReadMinutes) && seat.PersonId != except).Select(seat => seat.PersonId).Distinct().Count());
    }

    /// <summary>Everybody with a seat that reads minutes, once, but the one who approves.</summary>
    internal static async Task<List<PersonId>> OfAsync(KlyngeContext db, ForumId forum, LocalDate date, PersonId? except)
    {
        var seats = await db.ActiveSeatsAsync(forum, date);
        return [.. seats.Where(seat => seat.Role.May(Permission.ReadMinutes)).Select(seat => seat.PersonId).Where(person => person != except).Distinct()];
    }
}

/// <param name="Agreed">What holds of where minutes go, in open decisions.</param>
/// <param name="Reach">How many people an approval reaches.</param>
internal sealed record Distribution(IReadOnlyList<string> Agreed, int Reach);
