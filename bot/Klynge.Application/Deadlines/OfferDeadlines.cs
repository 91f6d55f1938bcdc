using System.Security.Cryptography;
using System.Text;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Finding;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>
/// Looks for deadlines in what was just saved and offers them to the secretariat, in the same transaction. What was offered once, and
/// what has passed, is not offered.
/// </summary>
internal static class OfferDeadlines
{
    /// <summary>So many on one card; more come on the next.</summary>
    private const int MostOnACard = 6;

    /// <summary>A vague deadline in older minutes has been and gone.</summary>
    private const int VagueFor = 120;

    internal static async Task OfferDeadlinesAsync(this WriteScope scope, Forum forum, Meeting meeting, params IEnumerable<AgendaItem> items)
    {
        var found = items.SelectMany(item => In(scope, forum, meeting, item)).DistinctBy(one => one.Key, StringComparer.Ordinal).ToList();
        if (found.Count == 0)
        {
            return;
        }

        var keys = found.ConvertAll(one => one.Key);
        var known = await scope.Db.FoundDeadlines.Where(one => one.ForumId == forum.Id && keys.Contains(one.Key)).Select(one => one.Key).ToListAsync();
        found.RemoveAll(one => known.Contains(one.Key));
        scope.Db.FoundDeadlines.AddRange(found);
        var board = await scope.Db.Boards.Where(one => one.Id == forum.BoardId).Select(one => one.Name).SingleAsync();
        var secretariat = await scope.Db.SecretariatAsync(forum.Id, scope.Today);
        foreach (var cardful in found.Chunk(MostOnACard))
        {
            var card = FoundCard.Build(new FoundView(forum.Id, forum.Name, board, [.. cardful.Select(FoundLine.Of)]));
            secretariat.ForEach(person => scope.Notify(person, card));
        }
    }

    private static IEnumerable<FoundDeadline> In(WriteScope scope, Forum forum, Meeting meeting, AgendaItem item)
    {
        // A text is written before its meeting, minutes are seen from the meeting's day.
        var reference = LocalDate.Min(scope.Today, meeting.Date);
        var isRecent = Period.DaysBetween(reference, scope.Today) <= VagueFor;
        return TextsOf(item)
            .SelectMany(text => DeadlineFinder.Find(text, reference))
            .Where(finding => finding.Date is { } date ? date >= scope.Today : isRecent)
            .Select(finding => new FoundDeadline
            {
                Id = Guid.CreateVersion7(),
                ForumId = forum.Id,
                MeetingId = meeting.Id,
                ItemId = item.Id,
                Key = KeyOf(finding),
                Title = DanishText.Shorten(item.Content.Title, Deadline.LongestTitle),
                Sentence = finding.Sentence,
                Date = finding.Date,
                OfferedAt = scope.Now,
            });
    }

    private static IEnumerable<string> TextsOf(AgendaItem item) =>
        [.. item.Content.Sections.Select(section => section.Text), .. item.Content.Recommendations, item.Decision ?? string.Empty];

    private static string KeyOf(DeadlineFinding finding)
    {
        var text = $"{DanishText.Fold(finding.Sentence)}|{finding.Date?.ToString("uuuu-MM-dd", null)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
