using Klynge.Application.Agendas;
using Klynge.Application.Attendance;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas;

/// <summary>What the agenda, the form and old cards offer somebody whose own apology stands, and who has taken it back.</summary>
public sealed class OwnApologyTests : IAsyncLifetime
{
    private AgendaFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync() => _fixture = await AgendaFixture.CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Agenda_OfSomebodyWhoIsAway_OffersToChangeAndWithdraw_NotToApologiseAgain()
    {
        await AwayAsync(Board.Member);

        var own = await AgendaAsync(Board.Member);

        Assert.Contains("\"Ret afbud\"", own, StringComparison.Ordinal);
        Assert.Contains("\"Fortryd afbud\"", own, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Meld afbud\"", own, StringComparison.Ordinal);
        Assert.Contains("\"Meld afbud\"", await AgendaAsync(Board.OtherMember), StringComparison.Ordinal);
        Assert.DoesNotContain("\"Fortryd afbud\"", await AgendaAsync(Board.OtherMember), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agenda_OfAChairWhoIsAway_StillOffersToApologiseForOthers()
    {
        await AwayAsync(Board.Chair);

        var own = await AgendaAsync(Board.Chair);

        Assert.Contains("\"Meld afbud\"", own, StringComparison.Ordinal);
        Assert.Contains("\"Fortryd afbud\"", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_FromTheAgenda_TakesTheOwnApologyBackAlone()
    {
        await AwayAsync(Board.Member);
        await AwayAsync(Board.OtherMember);
        var agenda = (await _fixture.Chat.PressAsync(Board.Member, AgendaVerbs.Show, _fixture.Data())).Card();

        var reply = await _fixture.Chat.PressAsync(Board.Member, agenda, "Fortryd afbud");

        Assert.Contains("Dit afbud er trukket tilbage", reply.Text(), StringComparison.Ordinal);
        await using var db = Board.Open();
        var left = await db.Apologies.SingleAsync(apology => apology.WithdrawnAt == null);
        Assert.Equal(Board.OtherMember.Id, await db.Members.Where(seat => seat.Id == left.MemberId).Select(seat => seat.PersonId).SingleAsync());
        Assert.Contains("\"Meld afbud\"", await AgendaAsync(Board.Member), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OfAnApologyThatStands_HasWhatWasSaid_SoThatNothingChangesUnasked()
    {
        await NameSubstituteAsync(Board.Member, "Ida Lund");
        await AwayAsync(Board.Member, reason: "Kursus");

        var form = await _fixture.Chat.PressAsync(Board.Member, AttendanceChat.FormVerb, _fixture.Data());

        Assert.Contains("Du har meldt afbud.", form.Text(), StringComparison.Ordinal);
        Assert.Contains("Kursus", form.Text(), StringComparison.Ordinal);
        Assert.Contains("\"Gem ændringen\"", form.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"value\":\"Ida Lund\"", form.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OldButton_ThatNamesASubstitute_DoesNotSendTheApologyAnew()
    {
        await NameSubstituteAsync(Board.Member, "Ida Lund");
        var told = (await AwayAsync(Board.Member)).Card();
        await _fixture.Chat.PressAsync(Board.Member, told, "Fortryd afbud");

        var pressed = await _fixture.Chat.PressAsync(Board.Member, told, "Ida Lund kommer i stedet");

        pressed.Refused<ApologyIsWithdrawn>();
        await using var db = Board.Open();
        Assert.False(await db.Apologies.AnyAsync(apology => apology.WithdrawnAt == null));
    }

    [Fact]
    public async Task LaterPage_OfALongAgenda_DrawsThatPageAnew_AlsoInTheForumsChat()
    {
        for (var number = 1; number <= 14; number++)
            await _fixture.AddAsync(Board.Secretary, $"Sag {number}");

        var data = new { forum = Board.Forum.Id.Value.ToString("N"), meeting = _fixture.Meeting.Id.Value.ToString("N"), page = 1 };
        var page = (await _fixture.Chat.PressAsync(_fixture.Chat.Turn(Board.Member, Board.Forum.Id, personal: false), AgendaVerbs.Show, data)).Card();
        await AwayAsync(Board.OtherMember);

        var seen = (await _fixture.Chat.RefreshAsync(Board.Member, page.Text())).Text();

        Assert.Equal([Board.Member.TeamsUserId!], page.Refresh!.UserIds!);
        Assert.Contains("Side 2 af 2", seen, StringComparison.Ordinal);
        Assert.Contains("Afbud (1 af", seen, StringComparison.Ordinal);
    }

    /// <summary>Whether it was asked for by »dagsorden« or sent out: in the own chat it does not go on saying »Afbud: ingen«.</summary>
    [Fact]
    public async Task Agenda_InTheOwnChat_LookedAtAgainAfterAnApology_NamesIt()
    {
        await _fixture.AddAsync(Board.Secretary, "Budget 2027");
        var asked = (await _fixture.Chat.SayAsync(Board.Member, new ChatCommand.ShowAgenda(null, null))).Text();
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Send, _fixture.Data());
        var sent = Assert.Single(await _fixture.MessagesToAsync(Board.Member));
        await AwayAsync(Board.OtherMember);

        foreach (var card in new[] { asked, sent })
        {
            Assert.Contains("Afbud: ingen", card, StringComparison.Ordinal);
            Assert.Contains("Afbud (1 af", (await _fixture.Chat.RefreshAsync(Board.Member, card)).Text(), StringComparison.Ordinal);
        }
    }

    private async Task<string> AgendaAsync(Person person) => (await _fixture.Chat.PressAsync(person, AgendaVerbs.Show, _fixture.Data())).Text();

    private Task<ChatReply> AwayAsync(Person person, string? reason = null) => _fixture.Chat.PressAsync(
        person,
        AttendanceChat.RegisterVerb,
        new { forum = Board.Forum.Id.Value.ToString("N"), meeting = _fixture.Meeting.Id.Value.ToString("N"), reason });

    private async Task NameSubstituteAsync(Person member, string name)
    {
        var substitute = new Person { Key = "substitute", Name = name };
        await Board.AddAsync(substitute);
        await _fixture.ChangeAsync(async db =>
            (await db.Members.SingleAsync(seat => seat.ForumId == Board.Forum.Id && seat.PersonId == member.Id)).SubstituteIds = [substitute.Id]);
    }
}
