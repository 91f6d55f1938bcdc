using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Guests;

/// <summary>
/// Forgets how guests were reached when their meeting lies <see cref="ItemGuest.AddressKeptForDays"/> days back, with the mails to them; and all
/// of those who came to nothing: taken off, or of an item or a meeting that was not held. Who came stays, as the minutes say it.
/// </summary>
public sealed class ForgetGuests(Writer writer)
{
    private static readonly WriteIntent Intent = new(nameof(ForgetGuests), Caller.System, IsOnRecord: false);

    public Task HandleAsync(CancellationToken cancellationToken) => writer.WriteAsync<Done>(
        Intent,
        async scope =>
        {
            var before = scope.Today.PlusDays(-ItemGuest.AddressKeptForDays);
            var over = await (
                from guest in scope.Db.ItemGuests
                join item in scope.Db.AgendaItems on guest.ItemId equals item.Id
                join meeting in scope.Db.Meetings on item.MeetingId equals meeting.Id
                where meeting.Date < before
                select new
                {
                    Guest = guest,
                    Came = guest.WithdrawnAt == null && item.Status == AgendaItemStatus.Accepted && meeting.Status != MeetingStatus.Cancelled,
                }).Where(row => row.Guest.Email != null || !row.Came).ToListAsync(CancellationToken.None);
            if (over.Count == 0)
                return default(Done);

            var ids = over.ConvertAll(row => (ItemGuestId?)row.Guest.Id);
            await scope.Db.Outbox.Where(message => ids.Contains(message.GuestId) && (message.SentAt != null || message.GivenUpAt != null))
                .ExecuteUpdateAsync(set => set.SetProperty(message => message.Payload, (string?)null), CancellationToken.None);
            foreach (var row in over)
            {
                if (row.Came)
                    row.Guest.ForgetAddress();
                else
                    scope.Db.ItemGuests.Remove(row.Guest);
            }

            return default(Done);
        },
        cancellationToken);
}
