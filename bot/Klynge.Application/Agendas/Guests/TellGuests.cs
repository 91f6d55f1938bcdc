using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas.Guests;

/// <param name="ItemId">The item whose guests are invited and told; null for the news of all of the meeting's, among them of items taken off.</param>
/// <param name="Seen">What the question was drawn from: <see cref="GuestLetters.SeenOf"/>.</param>
public sealed record TellGuestsRequest(ForumId ForumId, MeetingId MeetingId, AgendaItemId? ItemId, string? Seen);

/// <param name="Mailed">How many get a mail; 0 where they had it already.</param>
/// <param name="Without">How many have no address, and are the secretariat's to tell.</param>
public sealed record ToldGuests(int Mailed, int Without, MeetingView Meeting);

/// <summary>
/// Invites the guests of an item, and tells those who were invited what has changed since they heard last: each once, by mail, and only
/// what the secretariat has seen before it went out.
/// </summary>
public sealed class TellGuests(Writer writer, IMailer mailer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<ToldGuests>> HandleAsync(Caller caller, TellGuestsRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync(
            new WriteIntent(nameof(TellGuests), caller, request.ForumId, SubjectId: request.ItemId?.Value ?? request.MeetingId.Value), scope => TellAsync(scope, request), cancellationToken);
    }

    /// <summary>Who has something to hear: of one item also those who have not been invited yet.</summary>
    internal static IReadOnlyList<GuestAt> DueOf(IEnumerable<GuestAt> guests, AgendaItemId? item) =>
        [.. guests.Where(one => item is null ? one.News != GuestNews.None : one.Guest.ItemId == item && (one.IsToBeInvited || one.News != GuestNews.None))];

    /// <summary>Lays the mails into the outbox, and notes what they tell.</summary>
    /// <returns>How many guests they are to.</returns>
    internal static int Send(WriteScope scope, MeetingView meeting, IEnumerable<GuestAt> due)
    {
        var people = 0;
        foreach (var letter in GuestLetters.Of(meeting, due))
        {
            scope.Mail(letter.Guests[0].Guest.Id, letter.Mail);
            foreach (var one in letter.Guests)
            {
                one.Guest.Tell(one.Now, one.Off, scope.Now);
                people++;
            }
        }

        return people;
    }

    private async Task<Result<ToldGuests>> TellAsync(WriteScope scope, TellGuestsRequest request)
    {
        var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Needs);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Meeting.Status == MeetingStatus.Held)
            return new MeetingIsHeld();

        var meeting = (await scope.Db.MeetingViewAsync(at.Forum.Id, at.Meeting.Id))!;
        var guests = await scope.Db.GuestsOfMeetingAsync(meeting);
        if (request.ItemId is { } item && !guests.Any(one => one.Guest.ItemId == item && one.Number > 0))
            return new ItemNotFound();

        var due = DueOf(guests, request.ItemId);
        if (due.Count == 0)
            return guests.Any(one => one.Guest.IsInvited) ? new ToldGuests(0, 0, meeting) : new NoGuestsToTell();

        if (GuestLetters.SeenOf(due) != request.Seen)
            return new ChangedMeanwhile();

        var reached = mailer.IsOn ? Send(scope, meeting, due) : 0;
        if (reached == 0)
            return new GuestsCannotBeMailed();

        await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        return new ToldGuests(reached, due.Count - reached, meeting);
    }
}

/// <summary>The secretariat has told a guest itself, by telephone or otherwise, how things stand.</summary>
public sealed class MarkGuestTold(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<SavedGuest>> HandleAsync(Caller caller, GuestRef guest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(guest);
        return writer.WriteAsync(
            new WriteIntent(nameof(MarkGuestTold), caller, guest.ForumId, SubjectId: guest.GuestId.Value), scope => MarkAsync(scope, guest), cancellationToken);
    }

    private static async Task<Result<SavedGuest>> MarkAsync(WriteScope scope, GuestRef named)
    {
        var found = await scope.ItemAsync(named.ForumId, named.ItemId, Needs, named.MeetingId);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Meeting.Status == MeetingStatus.Held)
            return new MeetingIsHeld();

        var meeting = (await scope.Db.MeetingViewAsync(named.ForumId, at.Meeting.Id))!;
        if ((await scope.Db.GuestsOfMeetingAsync(meeting)).FirstOrDefault(one => one.Guest.Id == named.GuestId && one.Guest.ItemId == at.Item.Id) is not { } now)
            return new GuestNotFound();

        if (now.IsToBeInvited || now.News != GuestNews.None)
        {
            now.Guest.Tell(now.Now, now.Off, scope.Now);
            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        }

        return new SavedGuest(now.Guest.Id, now.Guest.Name);
    }
}
