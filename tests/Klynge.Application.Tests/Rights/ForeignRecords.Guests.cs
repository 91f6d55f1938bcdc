using Klynge.Application.Agendas.Guests;
using Klynge.Application.Agendas.Guests.Turns;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;

namespace Klynge.Application.Tests.Rights;

/// <summary>Guests who are somebody else's, or of what is closed.</summary>
internal sealed partial class ForeignRecords
{
    /// <summary>A guest of an item; in the other forum also one who comes by turns.</summary>
    private async Task<Guid> GuestAsync(Caller by, ForumId forum, AgendaItemId item, string secret)
    {
        var input = new GuestInput($"{secret} gæst", null, null, "hemmelig@gaester.example");
        if (forum == OtherForum)
        {
            await using var db = board.Board.Open();
            var (meeting, cadence) = (db.AgendaItems.Single(one => one.Id == item).MeetingId, GuestCadenceId.New());
            Must(await Chat.Get<ChangeTurns>().AddAsync(by, new AddTurnRequest(forum, meeting, input, Every: 1, cadence), default));
            Add(ForeignKind.OtherForum, "GuestCadences", cadence.Value);
        }

        return Must(await Chat.Get<AddGuest>().HandleAsync(by, new AddGuestRequest(forum, item, input), default)).Id.Value;
    }
}
