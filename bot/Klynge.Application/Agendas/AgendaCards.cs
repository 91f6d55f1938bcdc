using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Messaging;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas;

/// <summary>
/// Draws the agenda that a whole chat looks at. Everybody in the chat reads it, so closed items stand there without their titles;
/// the forum's own people get a version of their own as soon as they see it.
/// </summary>
public sealed class AgendaCards : ISharedCardSource
{
    public const string CardKind = "agenda";

    public string Kind => CardKind;

    public static CardKey Key(MeetingId meeting) => new(CardKind, meeting.Value);

    public async Task<AdaptiveCard?> DrawAsync(
        KlyngeContext db, Guid id, Conversation conversation, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(conversation);
        if (conversation.ForumId is not { } forum)
        {
            return conversation.PersonId is { } person
                ? await DrawOwnAsync(db, new MeetingId(id), person, DanishTime.ToDanish(now).Date, cancellationToken)
                : null;
        }

        if (await db.AgendaAsync(forum, new MeetingId(id), readsClosed: false, cancellationToken) is not { } view)
        {
            return null;
        }

        var audience = AgendaAudience.Everybody with { RefreshFor = conversation.Readers is null ? await ViewersAsync(db, forum, view.Meeting.Time.Date) : [] };
        return AgendaCard.Build(view, audience);
    }

    /// <summary>In a personal chat only the person reads it, so it is the person's own version.</summary>
    private static async Task<AdaptiveCard?> DrawOwnAsync(
        KlyngeContext db, MeetingId meetingId, PersonId person, LocalDate today, CancellationToken cancellationToken)
    {
        if (await db.Meetings.SingleOrDefaultAsync(candidate => candidate.Id == meetingId, cancellationToken) is not { } meeting)
        {
            return null;
        }

        var access = await db.AccessAsync(person, meeting.ForumId, today);
        var self = await db.People.Where(candidate => candidate.Id == person).Select(candidate => candidate.TeamsUserId).SingleOrDefaultAsync(cancellationToken);
        var audience = AgendaAudience.Of(access) with { RefreshFor = self is null ? [] : [self] };
        return access.May(Permission.ReadAgenda)
            && await db.AgendaAsync(meeting.ForumId, meetingId, audience.ReadsClosed, cancellationToken) is { } view
            ? AgendaCard.Build(view, audience)
            : null;
    }

    /// <summary>The secretariat first, whose version differs most; Teams takes 60 at the most.</summary>
    private static async Task<IReadOnlyList<string>> ViewersAsync(KlyngeContext db, ForumId forum, LocalDate date)
    {
        var seats = await db.ActiveSeatsAsync(forum, date);
        return
        [
            .. seats.OrderByDescending(seat => seat.Role == Role.Secretariat)
                .Select(seat => seat.Person.TeamsUserId)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Take(CardRefresh.MaxUserIds),
        ];
    }
}
