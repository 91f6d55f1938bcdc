using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Forums;

namespace Klynge.Application.Agendas.Council;

/// <summary>Tells those who lead the meeting, and the secretariat, what a member has done at an item, with the way to the agenda.</summary>
internal static class ItemNotice
{
    /// <param name="scope">Whose caller is not told: they have just done it.</param>
    /// <param name="at">The item.</param>
    /// <param name="heading">What has been done: »Habilitet rejst«.</param>
    /// <param name="sentence">By whom, and about what.</param>
    internal static async Task TellThoseWhoLeadAsync(this WriteScope scope, ItemOfForum at, string heading, string sentence)
    {
        if (await scope.Db.MeetingViewAsync(at.Forum.Id, at.Meeting.Id) is not { } view)
            return;

        var card = CardParts.Note(
            view, heading, [$"{at.Item.Number}. {NoticeTitle.Of(at.Item.Content)}", sentence], [], CardParts.ToAgenda(at.Forum.Id, at.Meeting.Id));
        var seats = await scope.Db.ActiveSeatsAsync(at.Forum.Id, at.Meeting.Date);
        foreach (var person in seats.Where(seat => seat.Role == Role.Secretariat || seat.Role.Leads()).ExceptCaller(scope.Caller))
            scope.Notify(person.Id, card);
    }
}
