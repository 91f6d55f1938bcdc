using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Council;
using Klynge.Application.Agendas.Sending;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Council;

/// <summary>Kommunestyrelsesloven § 13, stk. 2: briefly, by a member who attended the item, until the minutes are final; and it can follow the case.</summary>
public sealed class DissentTests : IAsyncLifetime
{
    private const string Words = "Jeg finder, at årshjulet skal i høring først.";

    private CouncilFixture _council = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _council = await CouncilFixture.CreateAsync();

    public ValueTask DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task MemberWhoAttended_HasItInTheMinutes_WithNameAndParty()
    {
        await _council.SeatAsync(_council.Board.Member, Role.Member, "A");
        Assert.Contains(CouncilTexts.Dissent, (await _council.PressAsync(AgendaVerbs.Item, 1, _council.Board.Member)).Text(), StringComparison.Ordinal);

        var saved = await SayAsync(1, _council.Board.Member, Words);

        Assert.Contains($"Afvigende mening, Mads Holt (A): {Words}", saved.Text(), StringComparison.Ordinal);
        Assert.Equal($"Dagsordenen blev godkendt.\n\nAfvigende mening, Mads Holt (A): {Words}", (await _council.DocumentAsync()).Items[0].Decision);
        Assert.Contains(Words, (await _council.PressAsync(AgendaVerbs.Item, 1, _council.Board.Observer)).Text(), StringComparison.Ordinal);
    }

    /// <summary>§ 13, stk. 2: only whoever took part.</summary>
    [Fact]
    public async Task WhoWasNotThere_IsInhabil_HasASubstitute_OrIsNoMember_IsRefused()
    {
        var (recused, away) = (await _council.SeatOfAsync(_council.Board.Member), await _council.SeatOfAsync(_council.Board.Doctor));
        await _council.Chat.Get<RecordItemAttendance>().HandleAsync(
            TestBoard.As(_council.Board.Secretary),
            new ItemAttendanceRequest(_council.Board.Forum.Id, _council.Meeting.Id, (await _council.ItemAsync(1)).Id, new HashSet<MemberId> { recused }, new HashSet<MemberId> { away }),
            Ct);

        foreach (var person in new[] { _council.Board.Member, _council.Board.Doctor, _council.Board.Observer, _council.Board.Secretary })
        {
            (await SayAsync(1, person, Words)).Refused<NotAtTheItem>();
            (await _council.PressAsync(CouncilVerbs.DissentForm, 1, person)).Refused<NotAtTheItem>();
        }

        (await SayAsync(1, _council.Board.Stranger, Words)).Refused<ForumNotFound>();
        Assert.Empty((await _council.ItemAsync(1)).Content.Dissents);
        (await SayAsync(3, _council.Board.Member, Words)).Card();
    }

    [Fact]
    public async Task Own_IsChangedByTheSameForm_AndTakenBackByOnePress_OthersStay()
    {
        await SayAsync(1, _council.Board.Doctor, "For dyrt.");
        await SayAsync(1, _council.Board.Member, Words);
        await SayAsync(1, _council.Board.Member, Words);
        await SayAsync(1, _council.Board.Member, "Høring i 8 uger.");
        Assert.Contains("Høring i 8 uger.", (await _council.PressAsync(CouncilVerbs.DissentForm, 1, _council.Board.Member)).Text(), StringComparison.Ordinal);
        Assert.Equal(["For dyrt.", "Høring i 8 uger."], (await _council.ItemAsync(1)).Content.Dissents.Select(one => one.Text));

        await _council.PressAsync(CouncilVerbs.TakeBackDissent, 1, _council.Board.Member);
        await _council.PressAsync(CouncilVerbs.TakeBackDissent, 1, _council.Board.Member);

        Assert.Equal("For dyrt.", Assert.Single((await _council.ItemAsync(1)).Content.Dissents).Text);
    }

    [Fact]
    public async Task It_IsBrief_AndReasonsOnlyGoAlongWithTheCase()
    {
        (await SayAsync(1, _council.Board.Member, " ")).Refused<DissentMissing>();
        (await SayAsync(1, _council.Board.Member, new string('x', DissentingOpinion.MaxTextLength + 1))).Refused<Domain.Calendar.TextTooLong>();
        (await SayAsync(1, _council.Board.Member, Words, along: false, "Fordi kommunerne ikke er hørt.")).Refused<ReasonGoesNowhere>();

        (await SayAsync(1, _council.Board.Member, Words, along: true, "Fordi kommunerne ikke er hørt.")).Card();

        Assert.DoesNotContain("kommunerne ikke er hørt", (await _council.DocumentAsync()).Items[0].Decision, StringComparison.Ordinal);
    }

    /// <summary>A case is sent up the ladder by its decision, and the opinion is said after that: it goes there after it, and is taken back there too.</summary>
    [Fact]
    public async Task CaseThatIsSentOn_HasItThere_AlsoWhereItIsSaidAfterwards()
    {
        var (board, item) = (_council.Board, await _council.ItemAsync(1));
        var sent = await _council.Chat.Get<SendItem>().HandleAsync(TestBoard.As(board.Secretary), new(board.Forum.Id, item.Id, board.OtherForum.Id, null, null), Ct);
        Assert.Null(sent.Error);
        Assert.Empty(await OpinionsAtAsync(board.OtherForum));

        await SayAsync(1, board.Member, Words, along: true, "Fordi kommunerne ikke er hørt.");
        var there = Assert.Single(await OpinionsAtAsync(board.OtherForum));
        Assert.Equal((Words, "Fordi kommunerne ikke er hørt.", true), (there.Text, there.Reason, there.CameAlong));

        await _council.PressAsync(CouncilVerbs.TakeBackDissent, 1, board.Member);
        Assert.Empty(await OpinionsAtAsync(board.OtherForum));
    }

    [Fact]
    public async Task CaseThatGoesOn_HasItBeforeTheNextMeeting_WithTheReasons()
    {
        await SayAsync(3, _council.Board.Member, Words, along: true, "Fordi kommunerne ikke er hørt.");
        await SayAsync(3, _council.Board.Doctor, "Bliver her.");
        var next = await _council.Board.AddMeetingAsync();
        var item = AgendaItem.Continue(await _council.ItemAsync(3), next, 1, _council.Board.Clock.GetCurrentInstant());
        await _council.Board.AddAsync(item);

        var printed = Assert.Single((await _council.DocumentAsync(next.Id)).Items);

        var section = Assert.Single(printed.Sections, one => one.Heading == CouncilTexts.DissentSection);
        Assert.Equal($"Afvigende mening i Chefforum d. 6. januar 2026, Mads Holt: {Words}\n\nBegrundelse: Fordi kommunerne ikke er hørt.", section.Text);
        Assert.DoesNotContain("Bliver her.", section.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, printed.Decision ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedItem_PrintsNoneInThePublicMinutes()
    {
        await SayAsync(2, _council.Board.Member, "Hun er ikke den rette.");

        var printed = (await _council.DocumentAsync()).Items[1];
        Assert.Null(printed.Decision);
        Assert.Empty(printed.Sections);
    }

    [Fact]
    public async Task BeforeTheMeeting_AfterTheMinutesAreFinal_AndWhereTheRulesAreSilent_ThereIsNone()
    {
        await _council.StatusAsync(MeetingStatus.AgendaSent);
        (await SayAsync(1, _council.Board.Member, Words)).Refused<DissentBeforeMeeting>();
        await _council.StatusAsync(MeetingStatus.Held);
        (await SayAsync(1, _council.Board.Member, Words)).Card();

        await _council.RulesAsync(rules => rules with { DissentingOpinion = new LegalSwitch(false, "Ikke afklaret") });
        Assert.Contains("Ikke afklaret", (await SayAsync(3, _council.Board.Member, Words)).Refused<RightIsOff>().Text, StringComparison.Ordinal);
        (await _council.PressAsync(CouncilVerbs.DissentForm, 3, _council.Board.Member)).Refused<RightIsOff>();
        Assert.DoesNotContain(CouncilVerbs.DissentForm.Verb, (await _council.PressAsync(AgendaVerbs.Item, 3, _council.Board.Member)).Text(), StringComparison.Ordinal);

        await _council.RulesAsync(rules => rules with { DissentingOpinion = LegalSwitch.On });
        await _council.ApproveMinutesAsync();
        (await SayAsync(3, _council.Board.Member, Words)).Refused<DecisionIsFinal>();
        (await _council.PressAsync(CouncilVerbs.DissentForm, 3, _council.Board.Member)).Refused<DecisionIsFinal>();
    }

    private async Task<IReadOnlyList<DissentingOpinion>> OpinionsAtAsync(Forum forum)
    {
        await using var db = _council.Board.Open();
        return (await db.ComingItems.SingleAsync(one => one.ForumId == forum.Id, Ct)).Content.Dissents;
    }

    private Task<ChatReply> SayAsync(int number, Person by, string text, bool along = false, string? reason = null) => _council.PressAsync(
        CouncilVerbs.Dissent, number, by, (CouncilCards.Text, text), (CouncilCards.Along, along ? "true" : "false"), (CouncilCards.Reason, reason));
}
