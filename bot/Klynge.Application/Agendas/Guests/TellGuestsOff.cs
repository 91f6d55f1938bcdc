using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Guests;

/// <summary>
/// Nobody travels to a meeting that is cancelled, or to an item that is gone, because a button was not pressed: an invited guest who is not to
/// come is told by itself half an hour after it happened, whatever it happened by (a card, the calendar). The half hour is for whoever undoes it:
/// then nobody hears anything; a guest who may be on the way hears at once. Whom no mail reaches is left to the secretariat, once.
/// </summary>
public sealed class TellGuestsOff(Writer writer, IMailer mailer, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    /// <summary>After the meeting would have begun, nobody is told any more that it does not.</summary>
    private static readonly Duration TooLate = Duration.FromHours(1);

    /// <returns>How many guests were told.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var (forum, meeting) in await DueAsync(cancellationToken))
        {
            var intent = new WriteIntent(nameof(TellGuestsOff), Caller.Of(JobRights.TellGuestsOff), forum, SubjectId: meeting.Value);
            var result = await writer.WriteAsync<int>(intent, async scope =>
            {
                await scope.EnterAsJobAsync(forum, Needs);
                return await TellAsync(scope, forum, meeting);
            }, cancellationToken);
            told += result.IsSuccess ? result.Value : 0;
        }

        return told;
    }

    private async Task<int> TellAsync(WriteScope scope, ForumId forum, MeetingId id)
    {
        if (await scope.Db.MeetingViewAsync(forum, id) is not { } meeting || meeting.Time.StartInstant + TooLate <= scope.Now)
            return 0;

        var guests = await scope.Db.GuestsOfMeetingAsync(meeting);
        foreach (var back in guests.Where(one => one is { Off: null, Guest.OffSince: not null }))
            back.Guest.NoticeOn();

        var due = guests.Where(one => one.News == GuestNews.Off).Where(one => one.Guest.NoticeOff(meeting.Time.StartInstant, scope.Now)).ToList();
        var told = mailer.IsOn ? TellGuests.Send(scope, meeting, due) : 0;
        var left = due.FindAll(one => one.Guest is { ToldOff: null, LeftToSecretariatAt: null });
        left.ForEach(one => one.Guest.LeaveToSecretariat(scope.Now));
        if (left.Count > 0)
            await scope.NotifySecretariatAsync(forum, GuestPreviewCard.Left(meeting, left));

        if (told > 0)
            await scope.RefreshAsync(AgendaCards.Key(id));

        return told;
    }

    private async Task<List<(ForumId Forum, MeetingId Meeting)>> DueAsync(CancellationToken cancellationToken)
    {
        var today = DanishTime.Today(clock);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from guest in db.ItemGuests
            join item in db.AgendaItems on guest.ItemId equals item.Id
            join meeting in db.Meetings on item.MeetingId equals meeting.Id
            join forum in db.Forums on meeting.ForumId equals forum.Id
            where guest.ToldAt != null && guest.ToldOff == null && meeting.Date >= today && meeting.Status != MeetingStatus.Held && !forum.IsClosed
            select new
            {
                meeting.ForumId,
                meeting.Id,
                IsOff = guest.WithdrawnAt != null || item.Status != AgendaItemStatus.Accepted || meeting.Status == MeetingStatus.Cancelled,
                guest.OffSince,
                guest.LeftToSecretariatAt,
            }).ToListAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        return
        [
            .. rows.Where(row => row.IsOff
                    ? row.LeftToSecretariatAt is null && (row.OffSince is not { } since || now - since >= ItemGuest.TimeToUndo)
                    : row.OffSince is not null)
                .Select(row => (row.ForumId, row.Id)).Distinct(),
        ];
    }
}
