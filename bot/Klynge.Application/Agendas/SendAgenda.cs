using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas;

/// <summary>
/// The agenda goes out: the shared card into the forum's chats, and to everybody with a seat a card of their own. What changes from
/// now on is marked.
/// </summary>
public sealed class SendAgenda(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<SentAgenda>> HandleAsync(Caller caller, SendAgendaRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<SentAgenda>(caller, nameof(SendAgenda), request.ForumId, async scope =>
        {
            var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (request.SeenSentAt is { } seen && seen != SeenOf(at.Meeting.AgendaSentAt))
                return await SentBeforeAsync(scope, at);

            if (at.Meeting.CheckNotOver() is { } over)
                return over;

            var view = await scope.AgendaToApproveAsync(at);
            if (view.Approval is { IsApproved: false } approval)
                return new AgendaNotApproved(Approvals.Texts.NotApproved(at.Forum.Name, approval));

            if (at.Meeting.SendAgenda(scope.Now).Error is { } refused)
                return refused;

            var chats = await scope.PublishAsync(AgendaCards.Key(at.Meeting.Id), at.Forum.Id);
            var sent = AsSent(view, at.Meeting);
            return new SentAgenda(Notify(scope, at, sent), chats, sent.Meeting);
        }, cancellationToken);

    /// <summary>What a question about sending it out was drawn from: the time it was sent before, or 0 for never.</summary>
    internal static long SeenOf(Instant? sentAt) => sentAt?.ToUnixTimeTicks() ?? 0;

    /// <summary>It has gone out since the question was asked, as when the button is pressed twice: nobody gets it again.</summary>
    private static async Task<SentAgenda> SentBeforeAsync(WriteScope scope, MeetingOfForum at)
    {
        var people = (await scope.Db.ActiveSeatsAsync(at.Forum.Id, at.Meeting.Date)).ExceptCaller(scope.Caller).Count;
        return new SentAgenda(people, await scope.Db.Conversations.CountAsync(chat => chat.ForumId == at.Forum.Id && !chat.IsGone));
    }

    /// <summary>The same agenda once it is out: nothing on it is new or changed any longer.</summary>
    private static AgendaView AsSent(AgendaView view, Meeting meeting) => view with
    {
        Meeting = view.Meeting with { Status = meeting.Status, AgendaSentAt = meeting.AgendaSentAt, ChangesToldAt = meeting.ChangesToldAt, Version = meeting.Version },
        Lines = [.. view.Lines.Select(line => line with { Mark = AgendaMark.None })],
        Untold = 0,
    };

    /// <returns>How many people.</returns>
    private static int Notify(WriteScope scope, MeetingOfForum at, AgendaView whole)
    {
        var (forum, meeting) = (at.Forum.Id, at.Meeting.Id);
        var open = whole with { Lines = [.. whole.Lines.Select(AgendaLines.Hide)] };
        var seats = whole.Seats;
        var people = seats.ExceptCaller(scope.Caller);
        foreach (var person in people)
        {
            var audience = AgendaAudience.Of(seats.AccessOf(person.Id, forum, at.Meeting.Date));
            var refresh = person.TeamsUserId is { } id ? new[] { id } : [];
            var theirs = whole with { Lines = [.. whole.Lines.Select(audience.Closed.See)] };
            var card = AgendaCard.Build(theirs, audience with { RefreshFor = refresh });
            scope.Notify(person.Id, card, AgendaCards.Key(meeting), theirs.Lines.Any(line => line is { IsHidden: false, Content.IsClosed: true }) ? AgendaCard.Build(open, audience) : null);
        }

        return people.Count;
    }
}

/// <param name="SeenSentAt">What the question was drawn from; null where it does not say, and then it goes out.</param>
public sealed record SendAgendaRequest(ForumId ForumId, MeetingId MeetingId, long? SeenSentAt = null);

/// <param name="People">Who were sent the agenda themselves; the sender is not among them.</param>
/// <param name="Chats">The chats and channels where the shared card stands now.</param>
/// <param name="Meeting">As it was sent; null where it had gone out before.</param>
public sealed record SentAgenda(int People, int Chats, MeetingView? Meeting = null);
