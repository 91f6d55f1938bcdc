using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Attendance;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Rights;

/// <summary>A meeting that votes on cards, with a substitute at the table; and a closed item.</summary>
internal sealed partial class RightsBoard
{
    internal MeetingId Voting { get; private set; }

    /// <summary>The item that a vote runs on, and one without.</summary>
    internal AgendaItemId ItemOfBallot { get; private set; }

    internal AgendaItemId ItemToVoteOn { get; private set; }

    internal ItemVoteId Ballot { get; private set; }

    internal AgendaItemId ClosedItem { get; private set; }

    private async Task OpenBallotAsync()
    {
        Voting = await ScheduleAsync(daysAhead: 0, 21);
        ItemOfBallot = await AddAsync(Voting, "Budget", Board.Secretary);
        ItemToVoteOn = await AddAsync(Voting, "Kommissorium", Board.Secretary);
        var closed = new AgendaItemContent { Title = "Personsag", IsClosed = true };
        ClosedItem = Must(await Chat.Get<AddItem>().HandleAsync(Secretary, new AddItemRequest(Forum.Id, Voting, closed), default)).Id;
        var request = new RegisterApologyRequest(Forum.Id, Voting, MemberId: null, People[Actors.Substitute].Name, Reason: null, SubstituteIsMeant: true);
        Must(await new RegisterApology(Board.Writer).HandleAsync(TestBoard.As(Board.OtherMember), request, default));
        await using (var db = Board.Open())
            await db.Apologies.Where(one => one.MeetingId == Voting).ExecuteUpdateAsync(set => set.SetProperty(one => one.SubstituteId, People[Actors.Substitute].Id));

        Must(await Chat.Get<BeginMeeting>().HandleAsync(Secretary, new MeetingEventRequest(Forum.Id, Voting, IsSure: true), default));
        Ballot = ItemVoteId.New();
        Must(await Chat.Get<RunItemBallot>().OpenAsync(Secretary, new OpenBallotRequest(Forum.Id, Voting, ItemOfBallot, Ballot, "Vedtages budgettet?"), default));
    }
}
