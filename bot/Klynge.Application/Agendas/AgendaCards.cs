using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Agendas.Exclusions;
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

        if (await db.AgendaAsync(forum, new MeetingId(id), ClosedReader.Nothing, cancellationToken) is not { } view)
            return null;

        var audience = AgendaAudience.Everybody with { RefreshFor = conversation.Readers is null ? [.. view.Readers.Select(reader => reader.Account).OfType<string>().Take(CardRefresh.MaxUserIds)] : [] };
        return AgendaCard.Build(view, audience);
    }

    /// <summary>In a personal chat only the person reads it, so it is the person's own version.</summary>
    private static async Task<AdaptiveCard?> DrawOwnAsync(
        KlyngeContext db, MeetingId meetingId, PersonId person, LocalDate today, CancellationToken cancellationToken)
    {
        var forum = await db.Meetings.Where(candidate => candidate.Id == meetingId).Select(meeting => meeting.ForumId).SingleOrDefaultAsync(cancellationToken);
        if (!(await db.EnterAsync(new Caller(person), forum, AgendaQueries.Needs, today)).TryGet(out var visit, out _))
            return null;

        var self = await db.People.Where(candidate => candidate.Id == person).Select(candidate => candidate.TeamsUserId).SingleOrDefaultAsync(cancellationToken);
        var audience = AgendaAudience.Of(visit.Access) with { RefreshFor = self is null ? [] : [self] };
        if (await db.AgendaAsync(forum, meetingId, audience.Closed, cancellationToken) is not { } view)
            return null;

        return AgendaCard.Build(audience.ReadsApproval ? await db.WithApprovalAsync(visit.Forum, view, today, cancellationToken) : view, audience);
    }
}
