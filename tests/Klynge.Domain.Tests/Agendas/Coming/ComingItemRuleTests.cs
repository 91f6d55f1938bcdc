using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas.Coming;

/// <summary>A case to come is what its item on an agenda makes of it.</summary>
public sealed class ComingItemRuleTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 13, 8, 0);
    private static readonly ForumId Forum = ForumId.New();
    private readonly Meeting _meeting = Meeting.Schedule(Forum, new MeetingTime(new LocalDate(2026, 2, 3), new LocalTime(14, 0), new LocalTime(16, 0)), "Teams", Now).Value;

    [Fact]
    public void State_FollowsItsItem()
    {
        var coming = Coming();
        Assert.Equal(ComingState.Waiting, coming.StateBy(null, null, false));
        Assert.Equal(ComingState.Withdrawn, coming.StateBy(null, null, true));

        var item = AgendaItem.Add(_meeting, 1, coming.Content, Now);
        coming.Become(item.Id);
        Assert.Equal(ComingState.OnAgenda, coming.StateBy(item, _meeting, false));
        Assert.Equal(ComingState.OnAgenda, coming.StateBy(item, _meeting, true));

        item.Remove(Now);
        Assert.Equal(ComingState.Waiting, coming.StateBy(item, _meeting, false));
        item.Restore(1);

        item.Decide("Udsat til næste møde.", null, Now);
        Assert.Equal(ComingState.Postponed, coming.StateBy(item, _meeting, false));
        item.Decide("Afventer afgørelse fra ministeriet.", item.Version, Now);
        Assert.Equal(ComingState.Unsettled, coming.StateBy(item, _meeting, false));
        item.Decide("Godkendt.", item.Version, Now);
        Assert.Equal(ComingState.Decided, coming.StateBy(item, _meeting, false));
    }

    [Fact]
    public void Meeting_ThatIsHeldOrCancelled_LeavesItToCome()
    {
        var coming = Coming();
        var item = AgendaItem.Add(_meeting, 1, coming.Content, Now);
        coming.Become(item.Id);
        Assert.True(_meeting.Cancel(null).IsSuccess);
        Assert.Equal(ComingState.Waiting, coming.StateBy(item, _meeting, false));

        var held = Meeting.Schedule(Forum, _meeting.Time, "Teams", Now).Value;
        held.Finish(Now);
        Assert.Equal(ComingState.NotReached, coming.StateBy(item, held, false));
        Assert.Equal(ComingState.Waiting, coming.StateBy(item, null, false));
    }

    [Fact]
    public void Proposal_WaitsForAYes()
    {
        var coming = Coming(isProposal: true);
        Assert.Equal(ComingState.Proposed, coming.StateBy(null, null, false));
        Assert.Equal(ComingState.Withdrawn, coming.StateBy(null, null, true));

        Assert.True(coming.Accept().IsSuccess);
        var version = coming.Version;
        Assert.True(coming.Accept().IsSuccess);

        Assert.Equal((ComingState.Waiting, version), (coming.StateBy(null, null, false), coming.Version));
    }

    [Fact]
    public void Drop_NeedsAReason_IsOnce_AndCanBeTakenBack()
    {
        var coming = Coming(isProposal: true);
        Assert.IsType<ComingReasonMissing>(coming.Drop(" ", Now).Error);
        Assert.True(coming.Drop("Løst", Now).IsSuccess);
        Assert.True(coming.Drop("Løst", Now).IsSuccess);
        Assert.IsType<ComingItemNotFound>(coming.Drop("Andet", Now).Error);
        Assert.IsType<ComingItemNotFound>(coming.Accept().Error);
        Assert.IsType<ComingItemNotFound>(coming.Edit(new ComingDetails(new AgendaItemContent { Title = "Nyt" }, Wanted.None), coming.Version).Error);
        Assert.Equal((ComingState.Dropped, "Løst", Now, 2), (coming.StateBy(null, null, false), coming.Reason, coming.DroppedAt, coming.Version));

        coming.Return();
        coming.Return();

        Assert.Equal((ComingState.Waiting, null, null, 3), (coming.StateBy(null, null, false), coming.Reason, (Instant?)coming.DroppedAt, coming.Version));
    }

    [Fact]
    public void Edit_OfAnotherVersion_IsRefused_AndTheSameAgainIsNothing()
    {
        var coming = Coming();
        var details = new ComingDetails(coming.Content with { Title = "Budget 2028" }, Wanted.Read("i marts", new LocalDate(2026, 1, 1))) { Reading = 2, Remark = "Spørg økonomi" };
        Assert.IsType<ComingItemChanged>(coming.Edit(details, 7).Error);
        Assert.True(coming.Edit(details, 1).IsSuccess);
        Assert.True(coming.Edit(details, 1).IsSuccess);

        Assert.Equal(
            ("Budget 2028", details.Wanted, 2, "Spørg økonomi", 2),
            (coming.Content.Title, coming.Wanted, coming.Reading, coming.Remark, coming.Version));
        foreach (var other in new[] { details with { Remark = null }, details with { Reading = 1 }, details with { Wanted = Wanted.None }, details with { Content = details.Content with { Presenter = "Bo" } } })
            Assert.IsType<ComingItemChanged>(coming.Edit(other, 1).Error);
    }

    [Fact]
    public void Item_ThatItIs_ChangesItOnce()
    {
        var (coming, item) = (Coming(), AgendaItemId.New());
        coming.Become(item);
        coming.Become(item);

        Assert.Equal((item, 2), (coming.ItemId, coming.Version));
    }

    [Fact]
    public void States_SayWhatMayBeDone()
    {
        Assert.Equal(
            [ComingState.Waiting, ComingState.NotReached, ComingState.Postponed, ComingState.Unsettled, ComingState.Returned],
            Enum.GetValues<ComingState>().Where(state => state.MayBePlaced()));
        Assert.Equal(
            [ComingState.Decided, ComingState.Dropped, ComingState.Withdrawn, ComingState.SentOn, ComingState.Recalled],
            Enum.GetValues<ComingState>().Where(state => !state.IsToCome()));
    }

    private static ComingItem Coming(bool isProposal = false) =>
        ComingItem.Add(new NewComingItem(Forum, new ComingDetails(new AgendaItemContent { Title = "Budget 2027" }, Wanted.None)) { IsProposal = isProposal }, by: null, Now);
}
