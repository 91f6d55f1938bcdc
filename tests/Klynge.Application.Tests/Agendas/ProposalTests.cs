using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Agendas;

public sealed class ProposalTests : IAsyncLifetime
{
    private AgendaFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync() => _fixture = await AgendaFixture.CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task MembersItem_IsAProposalThatTheSecretariatIsAskedAbout()
    {
        var id = await _fixture.AddAsync(Board.Member, "Ny indsats");

        Assert.Equal(AgendaItemStatus.Proposed, (await _fixture.ItemAsync(id)).Status);
        Assert.Empty(await _fixture.TitlesAsync());
        var question = Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
        Assert.Contains("Mads Holt foreslår et punkt", question, StringComparison.Ordinal);
        Assert.Contains("Ny indsats", question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accept_PutsItOnTheAgendaAndTellsTheProposer()
    {
        var id = await _fixture.AddAsync(Board.Member, "Ny indsats");

        var reply = await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Accept, Answer(id, _fixture.Meeting));

        Assert.Contains("»Ny indsats« er godkendt som punkt 1", reply.Text(), StringComparison.Ordinal);
        Assert.Equal(["1 Ny indsats"], await _fixture.TitlesAsync());
        Assert.Contains("er på dagsordenen som punkt 1", Assert.Single(await _fixture.MessagesToAsync(Board.Member)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accept_OnAnotherMeeting_MovesItAndSaysWhy()
    {
        var later = await Board.AddMeetingAsync(daysAhead: 50);
        var id = await _fixture.AddAsync(Board.Member, "Ny indsats");

        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Accept, Answer(id, later, "Der er mere tid"));

        Assert.Equal(later.Id, (await _fixture.ItemAsync(id)).MeetingId);
        var told = Assert.Single(await _fixture.MessagesToAsync(Board.Member));
        Assert.Contains("er flyttet til et andet møde", told, StringComparison.Ordinal);
        Assert.Contains("Der er mere tid", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decline_WithoutAReason_IsRefusedAndTheProposalWaits()
    {
        var id = await _fixture.AddAsync(Board.Member, "Ny indsats");

        (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Decline, Answer(id, _fixture.Meeting, "  "))).Refused<ReasonMissing>();

        Assert.Equal(AgendaItemStatus.Proposed, (await _fixture.ItemAsync(id)).Status);
    }

    [Fact]
    public async Task Decline_TellsTheProposerWhy()
    {
        var id = await _fixture.AddAsync(Board.Member, "Ny indsats");

        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Decline, Answer(id, _fixture.Meeting, "Hører til i driftsforum"));

        var told = Assert.Single(await _fixture.MessagesToAsync(Board.Member));
        Assert.Contains("kom ikke på dagsordenen", told, StringComparison.Ordinal);
        Assert.Contains("Hører til i driftsforum", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_GivenTwice_IsOne_AndAnotherAnswerShowsTheOneThatStands()
    {
        var id = await _fixture.AddAsync(Board.Member, "Ny indsats");
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Accept, Answer(id, _fixture.Meeting));

        var other = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Decline, Answer(id, _fixture.Meeting, "Nej"))).Text();
        Assert.Contains("»Ny indsats« er godkendt som punkt 1", other, StringComparison.Ordinal);
        Assert.Contains("er godkendt som punkt 1", (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Accept, Answer(id, _fixture.Meeting))).Text(), StringComparison.Ordinal);
        Assert.Single(await _fixture.MessagesToAsync(Board.Member));
        Assert.Equal(["1 Ny indsats"], await _fixture.TitlesAsync());
    }

    [Fact]
    public async Task Question_LookedAtAgain_ShowsWhatAnotherHasAnswered()
    {
        var later = await Board.AddMeetingAsync(daysAhead: 50);
        var id = await _fixture.AddAsync(Board.Member, "Ny indsats");
        var question = Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
        Assert.Contains("Mads Holt foreslår et punkt", (await _fixture.Chat.RefreshAsync(Board.Secretary, question)).Text(), StringComparison.Ordinal);
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Accept, Answer(id, later, "Der er mere tid"));

        var seen = (await _fixture.Chat.RefreshAsync(Board.Secretary, question)).Text();

        Assert.Contains("»Ny indsats« er godkendt som punkt 1", seen, StringComparison.Ordinal);
        Assert.Contains("Der er mere tid", seen, StringComparison.Ordinal);
        Assert.Contains(DanishFormat.Capitalised(DanishFormat.Date(later.Date)), seen, StringComparison.Ordinal);
        Assert.DoesNotContain(AgendaVerbs.Accept, seen, StringComparison.Ordinal);
        (await _fixture.Chat.RefreshAsync(Board.OtherMember, question)).Refused<NotAllowed>();
    }

    [Fact]
    public async Task Question_AboutAProposalThatWasTakenBack_SaysSo()
    {
        var id = await _fixture.AddAsync(Board.Member, "Ny indsats");
        var question = Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
        await _fixture.Chat.PressAsync(Board.Member, AgendaVerbs.Remove, _fixture.Data(id));

        Assert.Contains(
            "»Ny indsats« er trukket tilbage eller taget af dagsordenen",
            (await _fixture.Chat.RefreshAsync(Board.Secretary, question)).Text(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agenda.accept")]
    [InlineData("agenda.decline")]
    [InlineData("agenda.proposals")]
    public async Task Answer_ByAMember_IsRefused(string verb)
    {
        var id = await _fixture.AddAsync(Board.Member, "Ny indsats");

        (await _fixture.Chat.PressAsync(Board.OtherMember, verb, Answer(id, _fixture.Meeting, "Ja"))).Refused<NotAllowed>();
        Assert.Equal(AgendaItemStatus.Proposed, (await _fixture.ItemAsync(id)).Status);
    }

    [Fact]
    public async Task Accept_IntoAnotherForumsMeeting_IsRefused()
    {
        var foreign = Meeting.Schedule(
            Board.OtherForum.Id, new MeetingTime(Board.Today.PlusDays(9), new LocalTime(9, 0), null), null, Board.Clock.GetCurrentInstant()).Value;
        await Board.AddAsync(foreign);
        var id = await _fixture.AddAsync(Board.Member, "Ny indsats");

        (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Accept, Answer(id, foreign))).Refused<MeetingNotFound>();
    }

    [Fact]
    public async Task Review_ShowsTheOldestFirstAndEndsWhenNoneIsLeft()
    {
        var first = await _fixture.AddAsync(Board.Member, "Den første");
        Board.Clock.Advance(Duration.FromMinutes(1));
        await _fixture.AddAsync(Board.OtherMember, "Den anden");

        Assert.Contains("Den første", (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Proposals, _fixture.Data())).Text(), StringComparison.Ordinal);
        var told = await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Accept, Answer(first, _fixture.Meeting));
        Assert.Contains("Behandl forslag (1)", told.Text(), StringComparison.Ordinal);
        Assert.Contains("Den anden", (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Proposals, _fixture.Data())).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_IsForTheProposerOnly()
    {
        var id = await _fixture.AddAsync(Board.Member, "Ny indsats");

        (await _fixture.Chat.PressAsync(Board.OtherMember, AgendaVerbs.Remove, _fixture.Data(id))).Refused<NotAllowed>();
        var reply = await _fixture.Chat.PressAsync(Board.Member, AgendaVerbs.Remove, _fixture.Data(id));

        Assert.Contains("er trukket tilbage", reply.Text(), StringComparison.Ordinal);
        Assert.Equal(AgendaItemStatus.Removed, (await _fixture.ItemAsync(id)).Status);
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(10, true)]
    public async Task Item_AfterTheTimeLimit_IsTakenWithAWarning(int daysAhead, bool isLate)
    {
        var meeting = await Board.AddMeetingAsync(daysAhead);
        var request = new AddItemRequest(Board.Forum.Id, meeting.Id, AgendaFixture.Content("Sent"));

        var added = await _fixture.Chat.Get<AddItem>().HandleAsync(TestBoard.As(Board.Member), request, default);

        Assert.Equal(isLate, added.Value.IsLate);
    }

    [Fact]
    public async Task Proposal_DeliveredTwice_IsThereOnce()
    {
        var request = new AddItemRequest(Board.Forum.Id, _fixture.Meeting.Id, AgendaFixture.Content("Én gang"));
        var addItem = _fixture.Chat.Get<AddItem>();
        Result<AddedItem>[] answers =
        [
            await addItem.HandleAsync(TestBoard.As(Board.Member, "same"), request, default),
            await addItem.HandleAsync(TestBoard.As(Board.Member, "same"), request, default),
        ];

        Assert.Equal([true, false], answers.Select(answer => answer.IsSuccess));
        Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
    }

    private object Answer(AgendaItemId item, Meeting target, string? reason = null) => new
    {
        forum = Board.Forum.Id.Value.ToString("N"),
        meeting = _fixture.Meeting.Id.Value.ToString("N"),
        item = item.Value.ToString("N"),
        target = target.Id.Value.ToString("N"),
        reason,
        message = reason,
    };
}
