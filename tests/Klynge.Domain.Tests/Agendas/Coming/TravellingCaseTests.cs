using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas.Coming;

/// <summary>A case that goes from forum to forum: what each of them has of it, and its number.</summary>
public sealed class TravellingCaseTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 13, 8, 0);
    private static readonly Instant Later = Now.Plus(Duration.FromDays(1));
    private static readonly ForumId Forum = ForumId.New();
    private readonly Meeting _meeting = Meeting.Schedule(Forum, new MeetingTime(new LocalDate(2026, 2, 3), new LocalTime(14, 0), new LocalTime(16, 0)), "Teams", Now).Value;

    [Theory]
    [InlineData("2026-14", 2026, 14)]
    [InlineData(" 14/2025. ", 2025, 14)]
    [InlineData("2025/3", 2025, 3)]
    [InlineData("2025 – 3", 2025, 3)]
    [InlineData("14", 2026, 14)]
    [InlineData("nr. 7", 2026, 7)]
    public void Number_IsReadAsPeopleWriteIt(string written, int year, int number) => Assert.Equal(new CaseKey(year, number), CaseKey.Read(written, 2026));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("2026-0")]
    [InlineData("handleplan")]
    [InlineData("14 dage")]
    [InlineData("2026-14-2")]
    [InlineData("123456")]
    public void WhatIsNoNumber_IsNone(string? written) => Assert.Null(CaseKey.Read(written, 2026));

    [Fact]
    public void Number_IsWrittenAsItIsRead() => Assert.Equal("2026-14", CaseKey.Read(new CaseKey(2026, 14).ToString(), 0).ToString());

    [Fact]
    public void Case_IsTheFirstThatItJoins_AndGoesOnWithTheItem()
    {
        var item = AgendaItem.Add(_meeting, 1, new AgendaItemContent { Title = "Handleplan" }, Now);
        var coming = Coming();
        foreach (var key in new[] { new CaseKey(2026, 1), new CaseKey(2026, 2) })
        {
            item.JoinCase(key);
            coming.JoinCase(key);
        }

        Assert.Equal((new CaseKey(2026, 1), new CaseKey(2026, 1)), (item.Case, coming.Case));
        Assert.Equal(item.Case, AgendaItem.Continue(item, _meeting, 2, Now).Case);
    }

    [Fact]
    public void Elsewhere_OutranksWhatItsItemSays_ButNotThatItIsGone()
    {
        var coming = Coming();
        var item = AgendaItem.Add(_meeting, 1, coming.Content, Now);
        coming.Become(item.Id);

        Assert.Equal(ComingState.SentOn, coming.StateBy(item, _meeting, false, ComingElsewhere.SentOn));
        Assert.Equal(ComingState.Decided, coming.StateBy(item, _meeting, false, ComingElsewhere.DecidedInWriting));
        coming.Recall();
        Assert.Equal(ComingState.Recalled, coming.StateBy(item, _meeting, false, ComingElsewhere.SentOn));
        Assert.False(ComingState.SentOn.IsToCome() || ComingState.Recalled.IsToCome() || ComingState.SentOn.MayBePlaced() || ComingState.Recalled.MayBePlaced());
    }

    [Fact]
    public void CalledBack_IsOnce_AndTakesNothingUntilItIsSentAgain()
    {
        var coming = Coming();
        coming.Recall();
        var version = coming.Version;
        coming.Recall();

        Assert.Equal((version, false), (coming.Version, coming.IsInForce));
        Assert.IsType<ComingItemNotFound>(coming.Accept().Error);
        Assert.IsType<ComingItemNotFound>(coming.Drop("Løst", Now).Error);
        Assert.IsType<ComingItemNotFound>(coming.Edit(new ComingDetails(coming.Content, Wanted.None), coming.Version).Error);

        coming.SendAgain(new ComingDetails(new AgendaItemContent { Title = "Ny titel" }, Wanted.None) { Remark = "igen" }, isProposal: true, isByDecision: true);
        Assert.Equal((ComingStatus.Proposed, "Ny titel", "igen", true, version + 1), (coming.Status, coming.Content.Title, coming.Remark, coming.IsByDecision, coming.Version));
        coming.SendAgain(new ComingDetails(coming.Content, Wanted.None), isProposal: false, isByDecision: false);
        Assert.Equal((ComingStatus.Listed, false), (coming.Status, coming.IsByDecision));
    }

    [Fact]
    public void ComingBack_OpensItAgain_WhateverWasDecidedBefore()
    {
        var coming = Coming();
        var item = AgendaItem.Add(_meeting, 1, coming.Content, Now);
        coming.Become(item.Id);
        item.Decide("Punktet sendes videre.", null, Now);
        Assert.Equal(ComingState.Decided, coming.StateBy(item, _meeting, false));

        coming.ComeBack(Later);
        Assert.Equal(ComingState.Returned, coming.StateBy(item, _meeting, false));
        Assert.True(ComingState.Returned.MayBePlaced() && ComingState.Returned.IsToCome());

        item.Decide("Godkendt.", item.Version, Later.Plus(Duration.FromHours(1)));
        Assert.Equal(ComingState.Decided, coming.StateBy(item, _meeting, false));
    }

    [Fact]
    public void ComingBack_ListsWhatWasDropped_AndLeavesTheRest()
    {
        var dropped = Coming();
        dropped.Drop("Løst", Now);
        dropped.ComeBack(Later);
        var proposed = Coming(isProposal: true);
        proposed.ComeBack(Later);

        Assert.Equal((ComingStatus.Listed, ComingStatus.Proposed), (dropped.Status, proposed.Status));
    }

    [Fact]
    public void Telling_IsAChangeOnlyWhereTheWordsAreOthers()
    {
        var coming = Coming();
        var version = coming.Version;
        coming.Tell(coming.Content);
        Assert.Equal(version, coming.Version);

        coming.Tell(coming.Content with { Title = "Andre ord" });
        Assert.Equal(("Andre ord", version + 1), (coming.Content.Title, coming.Version));
    }

    [Fact]
    public void Sent_KnowsWhereItComesFrom()
    {
        var from = ComingItemId.New();
        var coming = ComingItem.Add(
            new NewComingItem(Forum, new ComingDetails(new AgendaItemContent { Title = "Handleplan" }, Wanted.None)) { Origin = ComingOrigin.SentBack, FromComingId = from, IsByDecision = true, Case = new CaseKey(2026, 3) },
            by: null,
            Now);

        Assert.Equal((ComingOrigin.SentBack, from, true, new CaseKey(2026, 3)), (coming.Origin, coming.FromComingId, coming.IsByDecision, coming.Case));
    }

    private static ComingItem Coming(bool isProposal = false) => ComingItem.Add(
        new NewComingItem(Forum, new ComingDetails(new AgendaItemContent { Title = "Handleplan" }, Wanted.None)) { IsProposal = isProposal }, by: null, Now);
}
