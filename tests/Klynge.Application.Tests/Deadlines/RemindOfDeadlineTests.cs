using Klynge.Application.Chat;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using static Klynge.Application.Tests.Deadlines.DeadlineFixture;

namespace Klynge.Application.Tests.Deadlines;

/// <summary>»Påmind nu« for whoever sees to a deadline: who gets it, how often, and what whoever presses is told.</summary>
public sealed class RemindOfDeadlineTests : IAsyncLifetime
{
    private const string Title = "Udpegning til ledelsesprogrammet";
    private DeadlineFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync() => _fixture = await CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Press_RemindsTheResponsibleOnce_AndSaysWho()
    {
        var deadline = await SetAsync("Mads Holt");
        var shown = await _fixture.PressAsync(Board.Secretary, DeadlineVerbs.Show, _fixture.Data(deadline));
        var before = await _fixture.LastMessageAsync();

        var told = await _fixture.Chat.PressAsync(Board.Secretary, shown.Card(), "Påmind nu");

        Assert.Equal([$"Mads Holt: Husk fristen: {Title}"], await _fixture.SentSinceAsync(before));
        Assert.Contains("Mads Holt er påmindet kl. 09.00.", told.Text(), StringComparison.Ordinal);
        Assert.Equal(1, (await _fixture.FindAsync(deadline.Id)).Version);
    }

    [Fact]
    public async Task Press_AgainOnTheSameDay_ByWhoever_SendsNothing_AndSaysWhenItWas()
    {
        var deadline = await SetAsync("Mads Holt");
        await RemindAsync(deadline);
        _fixture.MoveTo(On(2026, 1, 13), 15, 30);
        var before = await _fixture.LastMessageAsync();

        var told = (await _fixture.PressAsync(Board.Chair, DeadlineVerbs.Remind, _fixture.Data(deadline))).Text();

        Assert.Empty(await _fixture.SentSinceAsync(before));
        Assert.Contains("Der er sendt en påmindelse i dag kl. 09.00, så der er ikke sendt en ny.", told, StringComparison.Ordinal);
        _fixture.MoveTo(On(2026, 1, 14), 8);
        await RemindAsync(deadline);
        Assert.Single(await _fixture.SentSinceAsync(before));
    }

    [Fact]
    public async Task Press_RightAfterTheRulesOwnReminder_SendsNoSecondOne_ButLaterThatDay()
    {
        var deadline = await SetAsync("Mads Holt");
        _fixture.MoveTo(On(2026, 1, 16), 8);
        Assert.Contains($"Mads Holt: Husk fristen: {Title}", await _fixture.SweepAsync());
        _fixture.MoveTo(On(2026, 1, 16), 8, 5);
        var before = await _fixture.LastMessageAsync();

        var told = (await RemindAsync(deadline)).Text();

        Assert.Empty(await _fixture.SentSinceAsync(before));
        Assert.Contains("Der er sendt en påmindelse i dag kl. 08.00, så der er ikke sendt en ny. Du kan påminde igen kl. 12.00.", told, StringComparison.Ordinal);
        _fixture.MoveTo(On(2026, 1, 16), 12);
        await RemindAsync(deadline);
        Assert.Equal([$"Mads Holt: Husk fristen: {Title}"], await _fixture.SentSinceAsync(before));
    }

    [Fact]
    public async Task Press_AfterTheDeadlineWasGivenToAnother_RemindsThem()
    {
        var deadline = await SetAsync("Mads Holt");
        await RemindAsync(deadline);
        await _fixture.Chat.Get<EditDeadline>().HandleAsync(
            TestBoard.As(Board.Secretary), new EditDeadlineRequest(Board.Forum.Id, deadline.Id, Title, On(2026, 1, 30), "Lene Aagaard", null), default);
        var before = await _fixture.LastMessageAsync();

        await RemindAsync(await _fixture.FindAsync(deadline.Id));

        Assert.Equal([$"Lene Aagaard: Husk fristen: {Title}"], await _fixture.SentSinceAsync(before));
    }

    [Fact]
    public async Task Press_ForARole_RemindsAllWhoHaveIt_ButNotWhoeverPresses()
    {
        var deadline = await SetAsync("medlemmerne");

        var told = (await _fixture.PressAsync(Board.Chair, DeadlineVerbs.Remind, _fixture.Data(deadline))).Text();

        Assert.Equal(
            [$"Lene Aagaard: Husk fristen: {Title}", $"Mads Holt: Husk fristen: {Title}", $"Omar Said: Husk fristen: {Title}"], await _fixture.SentSinceAsync(0));
        Assert.Contains("Mads Holt, Lene Aagaard og Omar Said er påmindet kl. 09.00.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_ForSomebodyOutOfReach_SaysSo_AndAMailIsTried()
    {
        await ChangeAsync(Board.Doctor, person => person.TeamsUserId = null);
        var deadline = await SetAsync("Omar Said");
        var before = await _fixture.LastMessageAsync();

        var told = (await _fixture.PressAsync(Board.Secretary, DeadlineVerbs.Remind, _fixture.Data(deadline))).Text();

        Assert.Contains("Omar Said kan ikke nås i Teams. Jeg prøver med en mail", told, StringComparison.Ordinal);
        Assert.Single(await _fixture.SentSinceAsync(before));
    }

    [Fact]
    public async Task Press_ForSomebodyWithoutTeamsAndMail_SendsNothing_AndMayBePressedAgain()
    {
        await ChangeAsync(Board.Doctor, person => (person.TeamsUserId, person.Email) = (null, null));
        var deadline = await SetAsync("Omar Said");
        var before = await _fixture.LastMessageAsync();

        var told = Assert.IsType<ChatReply.Words>(await _fixture.PressAsync(Board.Secretary, DeadlineVerbs.Remind, _fixture.Data(deadline))).Markdown;

        Assert.Equal("Jeg kan ikke skrive til Omar Said, så påmindelsen er ikke sendt. Ring eller skriv selv.", told);
        Assert.Empty(await _fixture.SentSinceAsync(before));
        Assert.Null((await _fixture.FindAsync(deadline.Id)).RemindedAt);
    }

    [Theory]
    [InlineData(13, 21, 0)]
    [InlineData(17, 11, 0)]
    [InlineData(14, 7, 30)]
    public async Task Press_InTheEveningOrAtTheWeekend_DisturbsNobody(int day, int hour, int minute)
    {
        var deadline = await SetAsync("Mads Holt");
        var before = await _fixture.LastMessageAsync();
        _fixture.MoveTo(On(2026, 1, day), hour, minute);

        var told = Assert.IsType<ChatReply.Words>(await _fixture.PressAsync(Board.Secretary, DeadlineVerbs.Remind, _fixture.Data(deadline))).Markdown;

        Assert.Contains("Klynge påminder ingen om aftenen, i weekenden og på helligdage. Tryk igen ", told, StringComparison.Ordinal);
        Assert.Empty(await _fixture.SentSinceAsync(before));
    }

    [Fact]
    public async Task Press_AfterTheResponsibleLeftTheForum_SaysSo()
    {
        var deadline = await SetAsync("Mads Holt");
        await using (var db = Board.Open())
        {
            (await db.Members.SingleAsync(seat => seat.PersonId == Board.Member.Id)).To = Board.Today.PlusDays(-1);
            await db.SaveChangesAsync();
        }

        var told = Assert.IsType<ChatReply.Words>(await _fixture.PressAsync(Board.Secretary, DeadlineVerbs.Remind, _fixture.Data(deadline))).Markdown;

        Assert.Contains("sidder ikke i forummet længere", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sekretariatet")]
    [InlineData("mig")]
    public async Task Card_OfWhatIsTheSecretariatsOwn_HasNoSuchButton(string? responsible)
    {
        var deadline = await SetAsync(responsible);

        Assert.DoesNotContain("Påmind nu", (await _fixture.PressAsync(Board.Secretary, DeadlineVerbs.Show, _fixture.Data(deadline))).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_BySomebodyElse_OrOnASettledOne_RemindsNobody()
    {
        var deadline = await SetAsync("Mads Holt");
        Assert.DoesNotContain("Påmind nu", (await _fixture.PressAsync(Board.Member, DeadlineVerbs.Show, _fixture.Data(deadline))).Text(), StringComparison.Ordinal);
        (await _fixture.PressAsync(Board.OtherMember, DeadlineVerbs.Remind, _fixture.Data(deadline))).Refused<NotAllowed>();
        (await _fixture.PressAsync(Board.Stranger, DeadlineVerbs.Remind, _fixture.Data(deadline))).Refused<ForumNotFound>();
        await _fixture.Chat.Get<FinishDeadline>().HandleAsync(TestBoard.As(Board.Member), Board.Forum.Id, deadline.Id, null, default);
        var before = await _fixture.LastMessageAsync();

        var shown = (await _fixture.PressAsync(Board.Secretary, DeadlineVerbs.Remind, _fixture.Data(deadline))).Text();

        Assert.Contains("Færdig", shown, StringComparison.Ordinal);
        Assert.Empty(await _fixture.SentSinceAsync(before));
    }

    [Fact]
    public async Task Reminder_OfAClosedCase_NamesNothingToWhoMayNotReadIt()
    {
        var meeting = await Board.AddMeetingAsync();
        var item = Domain.Agendas.AgendaItem.Add(meeting, 1, new() { Title = "Klagesag", IsClosed = true }, Board.Clock.GetCurrentInstant());
        await Board.AddAsync(item);
        var request = new SetDeadlineRequest(Board.Forum.Id, "Svar i klagesagen", On(2026, 1, 30), "Bo Ørum", item.Id);
        var id = (await _fixture.Chat.Get<SetDeadline>().HandleAsync(TestBoard.As(Board.Secretary), request, default)).Value;
        var before = await _fixture.LastMessageAsync();

        await RemindAsync(await _fixture.FindAsync(id));

        Assert.Equal(["Bo Ørum: Husk fristen: Frist i en lukket sag"], await _fixture.SentSinceAsync(before));
    }

    [Fact]
    public async Task MineSager_HasTheButtonAtAnOverdueOne()
    {
        await SetAsync("Mads Holt");
        _fixture.MoveTo(On(2026, 2, 3), 9);

        var shown = await _fixture.Chat.SayAsync(Board.Secretary, new Application.Chat.Commands.ChatCommand.ShowMyCases());

        Assert.Contains("Påmind nu", shown.Text(), StringComparison.Ordinal);
    }

    private async Task<Deadline> SetAsync(string? responsible) => await _fixture.FindAsync(await _fixture.SetAsync(On(2026, 1, 30), responsible));

    private Task<ChatReply> RemindAsync(Deadline deadline) => _fixture.PressAsync(Board.Secretary, DeadlineVerbs.Remind, _fixture.Data(deadline));

    private async Task ChangeAsync(Person person, Action<Person> change)
    {
        await using var db = Board.Open();
        change(await db.People.SingleAsync(one => one.Id == person.Id));
        await db.SaveChangesAsync();
    }
}
