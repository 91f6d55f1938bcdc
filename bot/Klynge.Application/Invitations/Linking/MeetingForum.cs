using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Invitations.Linking;

/// <summary>
/// Whose meeting a Teams meeting is: the forum of its chat, as the secretariat has said; else that of the same online meeting (a series);
/// else the one forum that its subject names. A subject is believed only when the organizer may plan that forum's meetings: anybody can
/// call a meeting by any name, and who is in its chat reads the agenda.
/// </summary>
internal static class MeetingForum
{
    /// <returns>Null when the secretariat has to say, which the card in the chat asks.</returns>
    internal static async Task<Forum?> FindAsync(WriteScope scope, MeetingChat chat)
    {
        var db = scope.Db;
        var linked = await db.Conversations.Where(one => one.Id == chat.ConversationId).Select(one => one.ForumId).SingleOrDefaultAsync();
        if (linked is { } id)
            return await db.Forums.SingleOrDefaultAsync(forum => forum.Id == id && !forum.IsClosed);

        return await OfSeriesAsync(db, chat) ?? await OfSubjectAsync(scope, chat);
    }

    private static async Task<Forum?> OfSeriesAsync(KlyngeContext db, MeetingChat chat)
    {
        var links = await db.CalendarLinks
            .Where(link => link.Mailbox == chat.OrganizerId && link.JoinUrl != null)
            .Join(db.Meetings, link => link.MeetingId, meeting => meeting.Id, (link, meeting) => new { link.JoinUrl, meeting.ForumId })
            .Distinct()
            .ToListAsync();
        var forums = links.Where(link => IsSame(link.JoinUrl, chat.JoinUrl)).Select(link => link.ForumId).Distinct().ToList();
        return forums.Count == 1 ? await db.Forums.SingleOrDefaultAsync(forum => forum.Id == forums[0] && !forum.IsClosed) : null;
    }

    /// <summary>Teams and Exchange escape the same link differently.</summary>
    private static bool IsSame(string? one, string? other) =>
        one is not null && other is not null && Uri.UnescapeDataString(one) == Uri.UnescapeDataString(other);

    private static async Task<Forum?> OfSubjectAsync(WriteScope scope, MeetingChat chat)
    {
        var organizer = await scope.Db.People.SingleOrDefaultAsync(person => person.EntraObjectId != null && person.EntraObjectId == chat.OrganizerId);
        if (organizer is null || chat.Title is not { } title)
            return null;

        var open = await scope.Db.Forums.Where(forum => !forum.IsClosed).ToListAsync();
        var named = open.Where(forum => Names(title, forum.Name)).ToList();
        named.RemoveAll(forum => named.Exists(longer => longer.Name.Length > forum.Name.Length && Names(longer.Name, forum.Name)));
        return named is [var only] && (await scope.Db.EnterAsync(new Caller(organizer.Id), only.Id, ScheduleMeeting.Needs, scope.Today)).IsSuccess ? only : null;
    }

    /// <summary>The name stands in the text as whole words, in whatever spelling of æ, ø and å.</summary>
    private static bool Names(string text, string name) =>
        $" {Words(text)} ".Contains($" {Words(name)} ", StringComparison.Ordinal);

    private static string Words(string text) =>
        string.Join(' ', DanishText.Fold(text).Split([' ', ',', '.', ':', ';', '-', '–', '/', '(', ')', '·', '|'], StringSplitOptions.RemoveEmptyEntries));
}
