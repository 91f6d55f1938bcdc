using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Council;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Council;

/// <summary>
/// Formandsbeslutning, kommunestyrelsesloven § 22, stk. 2: what cannot wait or gives no doubt; all members are told at once; any of them calls the
/// case in until the next meeting (opinions 04.1.3 and 83.1.1); it stands on the next agenda.
/// </summary>
public sealed class ChairDecisionTests : IAsyncLifetime
{
    private readonly ChairDecisionId _id = ChairDecisionId.New();
    private CouncilFixture _council = null!;
    private Meeting _next = null!;

    private TestBoard Board => _council.Board;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _council = await CouncilFixture.CreateAsync();
        await _council.SeatAsync(Board.Chair, Role.Chair);
        await _council.SeatAsync(Board.Doctor, Role.DeputyChair);
        _next = await Board.AddMeetingAsync();
    }

    public ValueTask DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task Chair_Decides_AllMembersAreToldAtOnce_AndTheNextMeetingHasIt()
    {
        var form = (await _council.Chat.SayAsync(Board.Chair, new ChatCommand.DecideAsChair("Lejemålet"))).Text();
        Assert.Contains("Lejemålet", form, StringComparison.Ordinal);
        Assert.DoesNotContain(ChairDecisionTexts.AwayTitle, form, StringComparison.Ordinal);

        (await DecideAsync(Board.Chair)).Card();

        foreach (var person in new[] { Board.Member, Board.OtherMember, Board.Doctor, Board.Secretary })
            Assert.Contains("Lejemålet forlænges et år.", Assert.Single(await _council.ToldAsync(person)), StringComparison.Ordinal);

        Assert.Empty(await _council.ToldAsync(Board.Chair));
        Assert.Empty(await _council.ToldAsync(Board.Observer));
        var item = await ItemAsync();
        Assert.Equal((_next.Id, AgendaItemKind.Information, "Formandsbeslutning: Lejemålet"), (item.MeetingId, item.Content.Kind, item.Content.Title));
        Assert.Equal(["Tager formandens beslutning til efterretning"], item.Content.Recommendations);
        var printed = Assert.Single((await _council.DocumentAsync(_next.Id)).Items);
        Assert.Contains("Truffet af Karen Ravn, formand, d. 13. januar 2026. Sagen kan ikke vente til mødet.", printed.Sections[0].Text, StringComparison.Ordinal);
        Assert.Equal("Fristen er i morgen.", printed.Sections[1].Text);
    }

    [Fact]
    public async Task SameForm_SentAgain_MakesOne_AndNobodyIsToldTwice()
    {
        await DecideAsync(Board.Chair);
        (await DecideAsync(Board.Chair)).Card();
        (await DecideAsync(Board.Chair, decision: "Noget andet.")).Refused<ChairDecisionAlreadyMade>();

        Assert.Single(await _council.ToldAsync(Board.Member));
        await using var db = Board.Open();
        Assert.Equal(1, await db.ChairDecisions.CountAsync(Ct));
        Assert.Equal(1, await db.AgendaItems.CountAsync(item => item.MeetingId == _next.Id, Ct));
    }

    /// <summary>§ 33: the deputy acts when the chair is away, says so, and it is printed.</summary>
    [Fact]
    public async Task Deputy_DecidesWhenTheChairIsAway_AndOnlyThen()
    {
        Assert.Contains("Karen Ravn", (await DecideAsync(Board.Doctor)).Refused<ChairIsThere>().Text, StringComparison.Ordinal);
        Assert.Contains(ChairDecisionTexts.AwayTitle, (await _council.Chat.SayAsync(Board.Doctor, new ChatCommand.DecideAsChair(null))).Text(), StringComparison.Ordinal);

        (await DecideAsync(Board.Doctor, fields: (ChairDecisionCards.Away, "true"))).Card();

        Assert.Contains("Truffet af Omar Said, næstformand, da formanden var forhindret", (await ItemAsync()).Content.Sections[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyElse_Decides_AndNothingWithoutAGroundAndAReason()
    {
        foreach (var person in new[] { Board.Member, Board.Observer, Board.Secretary })
            (await DecideAsync(person)).Refused<NotAllowed>();

        await _council.SeatAsync(Board.Member, Role.CoChair);
        (await DecideAsync(Board.Member)).Refused<OnlyTheChairDecides>();
        (await DecideAsync(Board.Chair, fields: (ChairDecisionCards.Ground, null))).Refused<ChairGroundMissing>();
        (await DecideAsync(Board.Chair, fields: (ChairDecisionCards.Ground, "7"))).Refused<ChairGroundMissing>();
        Assert.IsType<ChatReply.Refused>(await DecideAsync(Board.Chair, fields: (ChairDecisionCards.Reason, " ")));
        await using var db = Board.Open();
        Assert.False(await db.ChairDecisions.AnyAsync(Ct));
    }

    /// <summary>Opinions 04.1.3 and 83.1.1: any member, without a reason, and nobody can refuse it.</summary>
    [Fact]
    public async Task AnyMember_CallsTheCaseIn_AndTheBodyDecidesIt()
    {
        await DecideAsync(Board.Chair);
        Assert.Contains(ChairDecisionTexts.CallIn, (await PressAsync(ChairDecisionVerbs.Show, Board.OtherMember)).Text(), StringComparison.Ordinal);

        (await PressAsync(ChairDecisionVerbs.CallIn, Board.OtherMember)).Card();
        (await PressAsync(ChairDecisionVerbs.CallIn, Board.Member)).Card();

        var item = await ItemAsync();
        Assert.Equal(AgendaItemKind.Decision, item.Content.Kind);
        Assert.Equal([ChairDecisionTexts.DecideAnew], item.Content.Recommendations);
        Assert.Contains("Lene Aagaard har d. 13. januar 2026 krævet sagen behandlet på mødet.", item.Content.Sections[^1].Text, StringComparison.Ordinal);
        Assert.Contains(ChairDecisionTexts.CalledInHeading, Assert.Single(await _council.ToldAsync(Board.Chair)), StringComparison.Ordinal);
        Assert.Equal(2, (await _council.ToldAsync(Board.Member)).Count);
        Assert.DoesNotContain(ChairDecisionVerbs.CallIn.Verb, (await PressAsync(ChairDecisionVerbs.Show, Board.Member)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoIsNoMember_AndAfterTheMeetingHasBegun_NobodyCallsIn()
    {
        await DecideAsync(Board.Chair);
        (await PressAsync(ChairDecisionVerbs.CallIn, Board.Secretary)).Refused<OnlyMembersCallIn>();
        (await PressAsync(ChairDecisionVerbs.CallIn, Board.Observer)).Refused<NotAllowed>();
        (await PressAsync(ChairDecisionVerbs.Show, Board.Stranger)).Refused<ForumNotFound>();
        Assert.DoesNotContain(ChairDecisionVerbs.CallIn.Verb, (await PressAsync(ChairDecisionVerbs.Show, Board.Secretary)).Text(), StringComparison.Ordinal);

        await using (var db = Board.Open())
            await db.Meetings.Where(meeting => meeting.Id == _next.Id).ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.Status, MeetingStatus.InProgress), Ct);

        (await PressAsync(ChairDecisionVerbs.CallIn, Board.Member)).Refused<CallInTooLate>();
        Assert.Equal(AgendaItemKind.Information, (await ItemAsync()).Content.Kind);
    }

    [Fact]
    public async Task WithoutAMeeting_ItWaits_AndACancelledOneHandsItOn()
    {
        await _council.Chat.Get<CancelMeeting>().HandleAsync(TestBoard.As(Board.Secretary), new CancelMeetingRequest(Board.Forum.Id, _next.Id, null), Ct);
        Assert.Contains(ChairDecisionTexts.NoMeeting, (await DecideAsync(Board.Chair)).Text(), StringComparison.Ordinal);

        var first = await ScheduleAsync(30);
        Assert.Equal(first, (await ItemAsync()).MeetingId);
        var second = await ScheduleAsync(40);
        Assert.Equal(first, (await ItemAsync()).MeetingId);
        await _council.Chat.Get<CancelMeeting>().HandleAsync(TestBoard.As(Board.Secretary), new CancelMeetingRequest(Board.Forum.Id, first, null), Ct);

        Assert.Equal(second, (await ItemAsync()).MeetingId);
    }

    [Fact]
    public async Task ClosedCase_SaysNothingInItsNotice_AndIsClosedOnTheAgenda()
    {
        await DecideAsync(Board.Chair, fields: (ChairDecisionCards.Closed, "true"));

        var told = Assert.Single(await _council.ToldAsync(Board.Member));
        Assert.DoesNotContain("Lejemålet", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Fristen", told, StringComparison.Ordinal);
        Assert.Contains("Lejemålet", (await PressAsync(ChairDecisionVerbs.Show, Board.Member)).Text(), StringComparison.Ordinal);
        Assert.True((await ItemAsync()).Content.IsClosed);
    }

    /// <summary>Where nothing is decided in writing, what cannot wait is offered as the chair's.</summary>
    [Fact]
    public async Task WhereWritingIsOff_ItIsOffered_WhereItIsAllowed()
    {
        await _council.RulesAsync(rules => rules with { WrittenProcedures = rules.WrittenProcedures with { Allowed = false } });
        Assert.Contains(ChairDecisionVerbs.Form.Verb, (await _council.Chat.SayAsync(Board.Chair, new ChatCommand.OpenWrittenProcedure("Sag", null))).Text(), StringComparison.Ordinal);
        var secretary = (await _council.Chat.SayAsync(Board.Secretary, new ChatCommand.OpenWrittenProcedure("Sag", null))).Text();
        Assert.Contains(ChairDecisionTexts.Instead, secretary, StringComparison.Ordinal);
        Assert.DoesNotContain(ChairDecisionVerbs.Form.Verb, secretary, StringComparison.Ordinal);

        await _council.RulesAsync(rules => rules with { ChairDecision = new LegalSwitch(false, "Slået fra, indtil vedtægten siger andet") });
        (await _council.Chat.SayAsync(Board.Chair, new ChatCommand.OpenWrittenProcedure("Sag", null))).Refused<Domain.WrittenProcedures.WrittenProcedureNotAllowed>();
        (await DecideAsync(Board.Chair)).Refused<RightIsOff>();
        Assert.Contains("indtil vedtægten siger andet", (await _council.Chat.SayAsync(Board.Chair, new ChatCommand.DecideAsChair(null))).Refused<RightIsOff>().Text, StringComparison.Ordinal);
    }

    private async Task<ChatReply> DecideAsync(Person by, string decision = "Lejemålet forlænges et år.", params (string Name, string? Value)[] fields)
    {
        var data = new JsonObject
        {
            ["forum"] = Board.Forum.Id.Value.ToString("N"),
            [ChairDecisionCards.New] = _id.Value.ToString("N"),
            [ChairDecisionCards.Title] = "Lejemålet",
            [ChairDecisionCards.Decision] = decision,
            [ChairDecisionCards.Reason] = "Fristen er i morgen.",
            [ChairDecisionCards.Ground] = "1",
        };
        foreach (var (name, value) in fields)
            data[name] = value;

        return await _council.Chat.PressAsync(by, ChairDecisionVerbs.Make, data);
    }

    private Task<ChatReply> PressAsync(string verb, Person by) => _council.Chat.PressAsync(
        by, verb, new JsonObject { ["forum"] = Board.Forum.Id.Value.ToString("N"), [ChairDecisionCards.Id] = _id.Value.ToString("N") });

    private async Task<MeetingId> ScheduleAsync(int daysAhead)
    {
        var time = new MeetingTime(Board.Today.PlusDays(daysAhead), new LocalTime(14, 0), new LocalTime(16, 0));
        return (await _council.Chat.Get<ScheduleMeeting>().HandleAsync(TestBoard.As(Board.Secretary), new ScheduleMeetingRequest(Board.Forum.Id, time, "Rådhuset"), Ct)).Value;
    }

    private async Task<AgendaItem> ItemAsync()
    {
        await using var db = Board.Open();
        var id = (await db.ChairDecisions.SingleAsync(one => one.Id == _id, Ct)).ItemId;
        return await db.AgendaItems.SingleAsync(item => item.Id == id, Ct);
    }
}
