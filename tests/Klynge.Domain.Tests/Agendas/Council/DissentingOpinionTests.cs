using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas.Council;

/// <summary>Kommunestyrelsesloven § 13, stk. 2: a member's own, one a seat, and along with the case where the member wants it.</summary>
public sealed class DissentingOpinionTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 2, 3, 10, 0);
    private static readonly MemberId Seat = MemberId.New();

    [Fact]
    public void Put_TakesThePlaceOfWhatTheSameSeatSaid_AndTheSameWordsAgainChangeNothing()
    {
        var first = Opinion(Seat, "I høring først.");
        var other = Opinion(MemberId.New(), "For dyrt.");
        IReadOnlyList<DissentingOpinion> both = DissentingOpinion.Put(DissentingOpinion.Put([], first), other);

        Assert.Same(both, DissentingOpinion.Put(both, first with { Id = DissentId.New(), At = Now + Duration.FromMinutes(5) }));
        var changed = DissentingOpinion.Put(both, Opinion(Seat, "I høring i 8 uger."));

        Assert.Equal(["I høring i 8 uger.", "For dyrt."], changed.Select(one => one.Text));
        Assert.Equal(first.Id, changed[0].Id);
    }

    [Fact]
    public void WhatCameAlong_IsNotTheSeatsAtThisMeeting()
    {
        var earlier = Opinion(Seat, "I høring først.") with { GoesAlong = true, CameAlong = true };

        var both = DissentingOpinion.Put([earlier], Opinion(Seat, "Stadig imod."));

        Assert.Equal(2, both.Count);
        Assert.False(earlier.IsOf(Seat));
        Assert.True(both[1].IsOf(Seat));
        Assert.False(both[1].IsOf(MemberId.New()));
    }

    [Fact]
    public void ItemThatGoesOn_TakesAlongWhatIsToFollowTheCase_AndNothingElse()
    {
        var meeting = Meeting.Schedule(ForumId.New(), new MeetingTime(new LocalDate(2027, 2, 3), new LocalTime(14, 0), null), "Rådhuset", Now).Value;
        var item = AgendaItem.Add(meeting, 1, new AgendaItemContent { Title = "Sundhedshuse" }, Now);
        item.SetDissents([Opinion(Seat, "Bliver her."), Opinion(MemberId.New(), "Følger med.") with { GoesAlong = true, Reason = "Fordi." }]);
        item.SetStops([new ExecutionStop(Seat, "Karen Ravn", Now)]);

        var continued = AgendaItem.Continue(item, meeting, 1, Now);
        var again = AgendaItem.Continue(continued, meeting, 1, Now);

        var along = Assert.Single(continued.Content.Dissents);
        Assert.Equal(("Følger med.", "Fordi.", true), (along.Text, along.Reason, along.CameAlong));
        Assert.Equal(continued.Content.Dissents, again.Content.Dissents);
        Assert.Empty(continued.Content.Stops);
        Assert.Equal(2, item.Content.Dissents.Count);
    }

    [Fact]
    public void Content_WithAnotherOpinionOrStop_IsAnother()
    {
        var content = new AgendaItemContent { Title = "Sundhedshuse", Dissents = [Opinion(Seat, "Imod.")], Stops = [new ExecutionStop(Seat, "Karen Ravn", Now)] };

        Assert.True(content.IsSame(content with { Dissents = [.. content.Dissents], Stops = [.. content.Stops] }));
        Assert.False(content.IsSame(content with { Dissents = [] }));
        Assert.False(content.IsSame(content with { Stops = [] }));
    }

    private static DissentingOpinion Opinion(MemberId seat, string text) =>
        new(new DissentId(new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11])), seat, "Karen Ravn", text, Now) { Forum = "Sundhedsråd Nord", Date = new LocalDate(2027, 2, 3) };
}
