using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using static Klynge.Application.Tests.Deadlines.DeadlineFixture;

namespace Klynge.Application.Tests.Deadlines;

/// <summary>»frist«, »frister« and the buttons of one deadline.</summary>
public sealed class DeadlineStoryTests : IAsyncLifetime
{
    private DeadlineFixture _fixture = null!;

    public async ValueTask InitializeAsync() => _fixture = await CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Deadline_GivenInChat_StandsOnItsCardWithTheWayBack()
    {
        var reply = await _fixture.Chat.SayAsync(_fixture.Board.Secretary, new ChatCommand.SetDeadline("Udpegning", On(2026, 4, 30), "Lene"));

        var text = reply.Text();
        Assert.Contains("Torsdag d. 30. april 2026 · om 107 dage", text, StringComparison.Ordinal);
        Assert.Contains("Ansvarlig: Lene Aagaard", text, StringComparison.Ordinal);
        Assert.Contains("\"Fortryd\"", text, StringComparison.Ordinal);
        Assert.Contains("\"Markér som færdig\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadline_GivenWithItsTime_KeepsItThroughEditAndUndo()
    {
        var command = new ChatCommand.SetDeadline("Indmelding", On(2026, 4, 30), null) { Time = new(12, 0) };
        var text = (await _fixture.Chat.SayAsync(_fixture.Board.Secretary, command)).Text();
        Assert.Contains("Torsdag d. 30. april 2026 kl. 12.00 · om 107 dage", text, StringComparison.Ordinal);
        await using var db = _fixture.Board.Open();
        var deadline = await db.Deadlines.SingleAsync();
        Assert.Equal(new NodaTime.LocalTime(12, 0), deadline.Time);

        var data = new { forum = _fixture.Board.Forum.Id.Value, deadline = deadline.Id.Value, version = 1, title = "Indmelding", date = "2026-04-30", time = "09:30" };
        var edited = (await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Edit, data)).Text();
        var undone = await _fixture.PressAsync(
            _fixture.Board.Secretary, DeadlineVerbs.Undo, new { forum = _fixture.Board.Forum.Id.Value, deadline = deadline.Id.Value, version = 2 });

        Assert.Contains("kl. 09.30", edited, StringComparison.Ordinal);
        Assert.Contains("klokkeslættet var kl. 12", edited, StringComparison.Ordinal);
        Assert.Contains("30. april 2026 kl. 12.00", undone.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadline_WithATimeButNoTitle_KeepsTheTimeInTheForm() => Assert.Contains(
        "\"value\":\"12:00\"",
        (await _fixture.Chat.SayAsync(_fixture.Board.Secretary, new ChatCommand.SetDeadline(null, On(2026, 4, 30), null) { Time = new(12, 0) })).Text(),
        StringComparison.Ordinal);

    [Fact]
    public async Task Deadline_GivenWithItsTime_IsRemindedOfWithIt()
    {
        await _fixture.Chat.SayAsync(_fixture.Board.Secretary, new ChatCommand.SetDeadline("Indmelding", On(2026, 1, 30), null) { Time = new(12, 0) });
        _fixture.MoveTo(On(2026, 1, 16), 8);

        Assert.Single(await _fixture.SweepAsync());
        Assert.Contains("Fredag d. 30. januar 2026 kl. 12.00", await _fixture.CardToAsync(_fixture.Board.Secretary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadline_ForAnHourThatIsOver_IsRefused() =>
        (await _fixture.Chat.SayAsync(_fixture.Board.Secretary, new ChatCommand.SetDeadline("x", _fixture.Board.Today, null) { Time = new(8, 59) }))
            .Refused<DeadlineInThePast>();

    [Theory]
    [InlineData(12, 24, "Datoen er en lukkedag: juleaftensdag.")]
    [InlineData(4, 6, "Datoen er en lukkedag: 2. påskedag.")]
    [InlineData(5, 2, "Datoen er en lørdag.")]
    public async Task Deadline_OnAClosedDay_IsSetAndSaidToBeOne(int month, int day, string warning) => Assert.Contains(
        warning,
        (await _fixture.Chat.SayAsync(_fixture.Board.Secretary, new ChatCommand.SetDeadline("Høringssvar", On(2026, month, day), null))).Text(),
        StringComparison.Ordinal);

    [Fact]
    public async Task Deadline_WithoutADay_AsksForItInAForm()
    {
        var reply = await _fixture.Chat.SayAsync(_fixture.Board.Secretary, new ChatCommand.SetDeadline("Udpegning", null, null));

        Assert.Contains("deadline.set", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Udpegning\"", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadline_OfSomebodyWhoseNameIsMisspelt_IsAskedWithButtons()
    {
        var reply = await _fixture.Chat.SayAsync(_fixture.Board.Secretary, new ChatCommand.SetDeadline("Udpegning", On(2026, 4, 30), "Mads Holdt"));

        Assert.Contains("Hvem er »Mads Holdt«?", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("\"title\":\"Mads Holt\"", reply.Text(), StringComparison.Ordinal);
        await using var db = _fixture.Board.Open();
        Assert.Empty(await db.Deadlines.ToListAsync());
    }

    [Fact]
    public async Task Deadline_OfSomebodyWhomNobodyKnows_OpensTheFormWithTheReason()
    {
        var reply = await _fixture.Chat.SayAsync(_fixture.Board.Secretary, new ChatCommand.SetDeadline("Udpegning", On(2026, 4, 30), "Viggo Krogh"));

        Assert.Contains("hedder »Viggo Krogh«.", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Udpegning\"", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadline_SetByAMember_IsRefused()
    {
        (await _fixture.Chat.SayAsync(_fixture.Board.Member, new ChatCommand.SetDeadline("Udpegning", On(2026, 4, 30), null))).Refused<NotAllowed>();
        (await _fixture.PressAsync(_fixture.Board.Observer, DeadlineVerbs.Set, new { forum = _fixture.Board.Forum.Id.Value, title = "x", date = "2026-04-30" }))
            .Refused<NotAllowed>();
        await using var db = _fixture.Board.Open();
        Assert.Empty(await db.Deadlines.ToListAsync());
    }

    [Fact]
    public async Task List_ShowsTheNearestFirst_WithStateAndWhoSeesToIt()
    {
        await _fixture.SetAsync(On(2026, 4, 30), "Mads", "Senere");
        await _fixture.SetAsync(On(2026, 1, 13), title: "I dag");

        var text = (await _fixture.Chat.SayAsync(_fixture.Board.Member, new ChatCommand.ShowDeadlines(null))).Text();

        Assert.True(text.IndexOf("I dag", StringComparison.Ordinal) < text.IndexOf("Senere", StringComparison.Ordinal));
        Assert.Contains("Ansvarlig: Mads Holt", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Ny frist\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfAMeetingAhead_HasTheDeadlinesOfTheRules()
    {
        await _fixture.Board.AddMeetingAsync();

        var text = (await _fixture.Chat.SayAsync(_fixture.Board.Secretary, new ChatCommand.ShowDeadlines(null))).Text();

        Assert.Contains("Punkter til mødet d. 3. februar 2026 skal være inde", text, StringComparison.Ordinal);
        Assert.Contains("Dagsordenen til mødet d. 3. februar 2026 skal ud", text, StringComparison.Ordinal);
        Assert.Contains("Referatet af mødet d. 3. februar 2026 skal ud", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finish_ByTheResponsible_IsDoneAndUndone()
    {
        var id = await _fixture.SetAsync(On(2026, 1, 30), "Mads Holt");

        var done = await _fixture.PressAsync(_fixture.Board.Member, DeadlineVerbs.Finish, _fixture.Data(await _fixture.FindAsync(id)));
        Assert.Contains("Du markerede fristen som færdig kl. 09.00.", done.Text(), StringComparison.Ordinal);
        Assert.Equal(DeadlineStatus.Done, (await _fixture.FindAsync(id)).Status);

        await _fixture.PressAsync(_fixture.Board.Member, DeadlineVerbs.Undo, _fixture.Data(await _fixture.FindAsync(id)));
        var deadline = await _fixture.FindAsync(id);
        Assert.Equal(DeadlineStatus.Open, deadline.Status);
        Assert.NotNull(deadline.NextReminderAt);
    }

    [Fact]
    public async Task Finish_BySomebodyElse_IsRefusedInEveryWay()
    {
        var deadline = await _fixture.FindAsync(await _fixture.SetAsync(On(2026, 1, 30), "Mads Holt"));
        foreach (var verb in new[] { DeadlineVerbs.Finish, DeadlineVerbs.Postpone, DeadlineVerbs.PostponeForm, DeadlineVerbs.Undo })
            (await _fixture.PressAsync(_fixture.Board.OtherMember, verb, _fixture.Data(deadline, "2026-02-27"))).Refused<DeadlineNotYours>();

        (await _fixture.PressAsync(_fixture.Board.Stranger, DeadlineVerbs.Finish, _fixture.Data(deadline))).Refused<ForumNotFound>();
        Assert.Equal(1, (await _fixture.FindAsync(deadline.Id)).Version);
    }

    [Fact]
    public async Task Finish_NamingAnotherForum_FindsNothing()
    {
        var deadline = await _fixture.FindAsync(await _fixture.SetAsync(On(2026, 1, 30)));

        (await _fixture.PressAsync(_fixture.Board.Observer, DeadlineVerbs.Finish, new { forum = _fixture.Board.OtherForum.Id.Value, deadline = deadline.Id.Value, version = 1 }))
            .Refused<DeadlineNotFound>();
    }

    [Fact]
    public async Task Finish_OfOneThatAnotherFinished_ShowsHowItStands()
    {
        var deadline = await _fixture.FindAsync(await _fixture.SetAsync(On(2026, 1, 30), "Mads Holt"));
        await _fixture.PressAsync(_fixture.Board.Member, DeadlineVerbs.Finish, _fixture.Data(deadline));

        var reply = await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Finish, _fixture.Data(deadline));

        Assert.Contains("færdig af Mads Holt", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finish_DeliveredTwice_IsDoneOnce()
    {
        var id = await _fixture.SetAsync(On(2026, 1, 30));
        var caller = TestBoard.As(_fixture.Board.Secretary, "test/twice");
        var finish = _fixture.Chat.Get<FinishDeadline>();

        await finish.HandleAsync(caller, _fixture.Board.Forum.Id, id, 1, default);
        var again = await finish.HandleAsync(caller, _fixture.Board.Forum.Id, id, 1, default);

        Assert.IsType<AlreadyHandled>(again.Error);
        Assert.Equal(2, (await _fixture.FindAsync(id)).Version);
    }

    [Fact]
    public async Task Postpone_FromTheForm_MovesItAndSaysWhereItStood()
    {
        var id = await _fixture.SetAsync(On(2026, 1, 30));
        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.PostponeForm, _fixture.Data(await _fixture.FindAsync(id)));

        var reply = await _fixture.PressAsync(
            _fixture.Board.Secretary, DeadlineVerbs.Postpone, _fixture.Data(await _fixture.FindAsync(id), "2026-02-27", "Venter på tal"));

        Assert.Contains("udskudt fra 30. jan. til 27. feb. af Sofie Bech: Venter på tal", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("\"Udsat\"", reply.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("snart")]
    public async Task Postpone_WithoutADay_IsAsked(string? date)
    {
        var deadline = await _fixture.FindAsync(await _fixture.SetAsync(On(2026, 1, 30)));

        (await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Postpone, _fixture.Data(deadline, date))).Refused<DeadlineDateMissing>();
    }

    [Fact]
    public async Task Agenda_ShowsTheNearestDeadlineOfACase()
    {
        var meeting = await _fixture.Board.AddMeetingAsync();
        var item = Domain.Agendas.AgendaItem.Add(meeting, 1, new() { Title = "Udpegning" }, _fixture.Board.Clock.GetCurrentInstant());
        await _fixture.Board.AddAsync(item);
        var request = new SetDeadlineRequest(_fixture.Board.Forum.Id, "Udpegning", On(2026, 4, 30), null, item.Id);
        await _fixture.Chat.Get<SetDeadline>().HandleAsync(TestBoard.As(_fixture.Board.Secretary), request, default);

        await using var db = _fixture.Board.Open();
        var view = await Application.Agendas.AgendaQueries.AgendaAsync(db, _fixture.Board.Forum.Id, meeting.Id, ClosedReader.Everything);

        Assert.Equal(On(2026, 4, 30), Assert.Single(view!.Lines).Deadline);
        Assert.Contains("frist 30. apr.", Application.Agendas.AgendaCard.Build(view, Application.Agendas.AgendaAudience.Everybody).Text(), StringComparison.Ordinal);
    }
}
