using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Klynge.Application.Agendas.Coming;
using Klynge.Application.Agreements.Finding;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Finding;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agreements;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Deadlines.Offers;

/// <summary>
/// Looks for deadlines, and in decisions for promises, in what was just saved and offers them to the secretariat, in the same transaction. What was offered once, and
/// what has passed, is not offered.
/// </summary>
internal static partial class OfferDeadlines
{
    /// <summary>So many on one card; more come on the next.</summary>
    private const int MaxOnCard = 6;

    /// <summary>A vague deadline in older minutes has been and gone.</summary>
    private const int VagueFor = 120;

    internal static async Task OfferDeadlinesAsync(this WriteScope scope, Forum forum, Meeting meeting, params IEnumerable<AgendaItem> items)
    {
        var saved = items.ToList();
        await scope.FollowReservationsAsync(forum, saved);
        await scope.SettleAsync(saved);

        // A text is written before its meeting, minutes are seen from the meeting's day.
        var reference = LocalDate.Min(scope.Today, meeting.Date);
        await scope.OfferDeadlinesAsync(forum, reference, saved.Select(item => new SavedText(item.Content.Title, TextsOf(item))
        {
            MeetingId = meeting.Id,
            ItemId = item.Id,
            Decision = Reservations.WithoutReservations(item),
        }));
    }

    /// <summary>In the case of a written procedure, a draft or one that is changed: the sagsfremstilling and what is recommended.</summary>
    /// <param name="item">The item that the case comes from; its own text has been looked through before.</param>
    internal static Task OfferDeadlinesAsync(this WriteScope scope, Forum forum, WrittenProcedureId procedure, CaseText text, AgendaItem? item) =>
        scope.OfferDeadlinesAsync(forum, scope.Today, [new SavedText(text.Title, [text.Summary ?? string.Empty, text.Presentation, .. text.Recommendations])
        {
            MeetingId = item?.MeetingId,
            ItemId = item?.Id,
            ProcedureId = procedure,
        }]);

    private static async Task OfferDeadlinesAsync(this WriteScope scope, Forum forum, LocalDate reference, IEnumerable<SavedText> texts)
    {
        var found = texts.SelectMany(text => In(scope, forum, reference, text)).DistinctBy(one => one.Key, StringComparer.Ordinal).ToList();
        if (found.Count == 0)
            return;

        var keys = found.ConvertAll(one => one.Key);
        var known = await scope.Db.FoundDeadlines.Where(one => one.ForumId == forum.Id && keys.Contains(one.Key)).Select(one => one.Key).ToListAsync();
        found.RemoveAll(one => known.Contains(one.Key));
        scope.Db.FoundDeadlines.AddRange(found);
        var board = await scope.Db.Boards.Where(one => one.Id == forum.BoardId).Select(one => one.Name).SingleAsync();
        var secretariat = await scope.Db.SecretariatAsync(forum.Id, scope.Today);
        foreach (var cardful in found.Chunk(MaxOnCard))
        {
            var lines = await scope.Db.FoundLinesAsync(forum.Id, scope.Today, cardful);
            var card = FoundCard.Build(new FoundView(forum.Id, forum.Name, board, lines).InNotice);
            secretariat.ForEach(person => scope.Notify(person, card));
        }
    }

    private static IEnumerable<FoundDeadline> In(WriteScope scope, Forum forum, LocalDate reference, SavedText saved)
    {
        var isRecent = Period.DaysBetween(reference, scope.Today) <= VagueFor;
        var promises = isRecent ? AgreementFinder.Find(saved.Decision, reference, timeout => LogUnread(scope, saved, timeout)) : [];
        return saved.Texts
            .SelectMany(text => DeadlineFinder.Find(text, reference, timeout => LogUnread(scope, saved, timeout)))
            .Where(finding => finding.Date is { } date ? date >= scope.Today : isRecent && !promises.Any(promise => promise.Sentence == finding.Sentence))
            .Select(finding => new FoundDeadline
            {
                Id = FoundDeadlineId.New(),
                ForumId = forum.Id,
                MeetingId = saved.MeetingId,
                ItemId = saved.ItemId,
                ProcedureId = saved.ProcedureId,
                Key = KeyOf(finding),
                Title = DanishText.Shorten(saved.Title, Deadline.MaxTitleLength),
                Sentence = finding.Sentence,
                Date = finding.Date,
                Time = finding.Time,
                Responsible = finding.Responsible,
                OfferedAt = scope.Now,
            })
            .Concat(promises.Select(promise => ToFound(scope, forum, saved, promise)));
    }

    private static FoundDeadline ToFound(WriteScope scope, Forum forum, SavedText saved, AgreementFinding promise) => new()
    {
        Id = FoundDeadlineId.New(),
        ForumId = forum.Id,
        MeetingId = saved.MeetingId,
        ItemId = saved.ItemId,
        Key = KeyOf(new DeadlineFinding(null, $"aftale|{promise.Sentence}")),
        Title = DanishText.Shorten(saved.Title, Deadline.MaxTitleLength),
        Sentence = promise.Sentence,
        Agreement = promise.Kind,
        Forum = promise.Forum,
        Trigger = promise.Trigger,
        Who = promise.Kind is AgreementKind.Invite ? promise.Who : null,
        Responsible = promise.Kind is AgreementKind.Prepare or AgreementKind.Nominate or AgreementKind.FindDate ? promise.Who : null,
        OfferedAt = scope.Now,
    };

    // A machine that is too busy to look for deadlines saves the text all the same.
    private static void LogUnread(WriteScope scope, SavedText saved, RegexMatchTimeoutException timeout) => LogUnread(
        scope.Db.GetService<ILoggerFactory>().CreateLogger(typeof(OfferDeadlines).FullName!),
        saved.ItemId?.Value ?? saved.ProcedureId?.Value ?? saved.MeetingId?.Value ?? Guid.Empty,
        timeout.MatchTimeout.TotalMilliseconds);

    [LoggerMessage(2821, LogLevel.Warning, "Skipped a sentence of {Id} when looking for deadlines: not read within {Milliseconds} ms")]
    private static partial void LogUnread(ILogger logger, Guid id, double milliseconds);

    private static IEnumerable<string> TextsOf(AgendaItem item) =>
        [.. item.Content.Sections.Select(section => section.Text), .. item.Content.Recommendations, Reservations.WithoutReservations(item)];

    private static string KeyOf(DeadlineFinding finding)
    {
        var text = $"{DanishText.Fold(finding.Sentence)}|{finding.Date?.ToString("uuuu-MM-dd", null)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>What was just saved, and what it belongs to.</summary>
/// <param name="Title">What a deadline in it would be called.</param>
internal sealed record SavedText(string Title, IEnumerable<string> Texts)
{
    /// <summary>What may hold promises; null for a text that only tells.</summary>
    internal string? Decision { get; init; }

    internal MeetingId? MeetingId { get; init; }

    internal AgendaItemId? ItemId { get; init; }

    internal WrittenProcedureId? ProcedureId { get; init; }
}
