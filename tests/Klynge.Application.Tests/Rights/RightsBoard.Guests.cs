using Klynge.Application.Agendas.Guests;
using Klynge.Application.Agendas.Guests.Turns;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Rights;

/// <summary>A guest of an item who is to be invited, and one of a later meeting who was told of another place.</summary>
internal sealed partial class RightsBoard
{
    internal const string GuestsName = "Gerda Gæst";

    /// <summary>Of <see cref="Item"/>, not invited.</summary>
    internal ItemGuestId Guest { get; private set; }

    /// <summary>Of an item of <see cref="Later"/>, told of another place.</summary>
    internal ItemGuestId GuestToTell { get; private set; }

    /// <summary>Whose turn <see cref="Ahead"/> is.</summary>
    internal GuestCadenceId Cadence { get; private set; }

    internal string SeenOfInvitation { get; private set; } = string.Empty;

    internal string SeenOfNews { get; private set; } = string.Empty;

    private async Task AddGuestsAsync()
    {
        var input = new GuestInput(GuestsName, "Region Nord", "overlæge", "gerda@gaester.example");
        Guest = Must(await Chat.Get<AddGuest>().HandleAsync(Secretary, new AddGuestRequest(Forum.Id, Item, input), default)).Id;
        await using var db = Board.Open();
        var item = await db.AgendaItems.FirstAsync(one => one.MeetingId == Later);
        var told = ItemGuest.Add(item, new GuestDetails("Gunnar Gæst", null, null, "gunnar@gaester.example"), Board.Clock.GetCurrentInstant());
        var later = (await db.MeetingViewAsync(Forum.Id, Later))!;
        var now = GuestAt.Of(later, told, item, default).Now;
        told.Tell(now with { Place = "Et andet sted" }, off: null, Board.Clock.GetCurrentInstant());
        await Board.AddAsync(told);
        GuestToTell = told.Id;
        Cadence = GuestCadenceId.New();
        Must(await Chat.Get<ChangeTurns>().AddAsync(Secretary, new AddTurnRequest(Forum.Id, Ahead, input with { Name = "Formandskaberne" }, Every: 2, Cadence), default));
        SeenOfInvitation = await SeenAsync(Ahead, Item);
        SeenOfNews = await SeenAsync(Later, item: null);
    }

    private async Task<string> SeenAsync(MeetingId meeting, AgendaItemId? item)
    {
        await using var db = Board.Open();
        var guests = await db.GuestsOfMeetingAsync((await db.MeetingViewAsync(Forum.Id, meeting))!);
        return GuestLetters.SeenOf(TellGuests.DueOf(guests, item));
    }
}
