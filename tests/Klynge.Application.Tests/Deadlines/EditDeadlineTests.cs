using Klynge.Application.Chat;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static Klynge.Application.Tests.Deadlines.DeadlineFixture;

namespace Klynge.Application.Tests.Deadlines;

/// <summary>»Ret« and »Slet fristen«, with what is wrong beside its field and the way back.</summary>
public sealed class EditDeadlineTests : IAsyncLifetime
{
    private DeadlineFixture _fixture = null!;

    public async ValueTask InitializeAsync() => _fixture = await CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Form_HoldsWhatStandsThere()
    {
        var deadline = await SetAsync("Mads Holt");

        var text = (await PressAsync(_fixture.Board.Secretary, DeadlineVerbs.EditForm, deadline)).Text();

        Assert.Contains("\"value\":\"Udpegning til ledelsesprogrammet\"", text, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"2026-01-30\"", text, StringComparison.Ordinal);
        Assert.Contains($"\"value\":\"{_fixture.Board.Member.Id.Value:N}\"", text, StringComparison.Ordinal);
        Assert.Contains(DeadlineVerbs.Edit, text, StringComparison.Ordinal);
        Assert.Contains("\"Slet fristen\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_OfAllThree_IsSaved_ReadsAsHistory_AndIsUndone()
    {
        var deadline = await SetAsync("Mads Holt");

        var text = (await EditAsync(deadline, "Udpegning, hold 4", "2026-02-27", "Lene Aagaard")).Text();

        Assert.Contains("Du rettede fristen kl. 09.00.", text, StringComparison.Ordinal);
        Assert.Contains(
            "rettet af Sofie Bech: titlen var »Udpegning til ledelsesprogrammet«, fristen var 30. jan. og ansvarlig var Mads Holt", text, StringComparison.Ordinal);
        var edited = await _fixture.FindAsync(deadline.Id);
        Assert.Equal(("Udpegning, hold 4", On(2026, 2, 27), _fixture.Board.OtherMember.Id), (edited.Title, edited.Date, edited.ResponsibleId!.Value));
        Assert.Equal(Instant.FromUtc(2026, 1, 28, 7, 0), edited.NextReminderAt);

        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Undo, _fixture.Data(edited));
        var undone = await _fixture.FindAsync(deadline.Id);
        Assert.Equal((deadline.Title, deadline.Date, deadline.ResponsibleId), (undone.Title, undone.Date, undone.ResponsibleId));
        Assert.Equal(deadline.NextReminderAt, undone.NextReminderAt);
    }

    [Theory]
    [InlineData("", "2026-02-27", "role:6", "Titlen mangler")]
    [InlineData("Ny titel", "", "role:6", "Vælg den dag")]
    [InlineData("Ny titel", "2026-01-01", "role:6", "Den dag er allerede gået")]
    [InlineData("Ny titel", "2026-02-27", "Niels Ukendt", "hedder »Niels Ukendt«")]
    public async Task Edit_WithSomethingWrong_ShowsTheFormAsItWasTyped_WithTheReason(string title, string date, string responsible, string reason)
    {
        var deadline = await SetAsync();

        var text = (await EditAsync(deadline, title, date, responsible)).Text();

        Assert.Contains(reason, text, StringComparison.Ordinal);
        Assert.Contains(DeadlineVerbs.Edit, text, StringComparison.Ordinal);
        Assert.True(title.Length == 0 || text.Contains("\"value\":\"Ny titel\"", StringComparison.Ordinal));
        Assert.Equal(1, (await _fixture.FindAsync(deadline.Id)).Version);
    }

    [Fact]
    public async Task NewDeadline_WithSomethingWrong_ShowsTheFormAsItWasTyped_WithTheReason()
    {
        var data = new { forum = _fixture.Board.Forum.Id.Value, title = "Udpegning", date = "2026-01-01", responsible = "" };

        var text = (await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Set, data)).Text();

        Assert.Contains("Den dag er allerede gået", text, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Udpegning\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_OfNothing_IsSaidSo() =>
        (await EditAsync(await SetAsync(), "Udpegning til ledelsesprogrammet", "2026-01-30", ResponsibleNames.ChoiceOf(Responsible.Nobody))).Refused<DeadlineUnchanged>();

    [Fact]
    public async Task Edit_OfAnOverdueOne_LeavesItsDay()
    {
        var deadline = await SetAsync();
        _fixture.MoveTo(On(2026, 2, 3), 9);

        await EditAsync(deadline, "Udpegning", "2026-01-30", "Mads Holt");

        Assert.Equal(_fixture.Board.Member.Id, (await _fixture.FindAsync(deadline.Id)).ResponsibleId);
    }

    [Fact]
    public async Task Edit_AfterAnother_OverwritesNothing_AndShowsBothTexts()
    {
        var deadline = await SetAsync();
        await EditAsync(deadline, "Først", "2026-01-30", string.Empty);

        var asked = (await EditAsync(deadline, "Sidst", "2026-02-02", string.Empty)).Text();

        Assert.Equal(("Først", On(2026, 1, 30)), ((await _fixture.FindAsync(deadline.Id)).Title, (await _fixture.FindAsync(deadline.Id)).Date));
        Assert.Contains("En anden har gemt en ændring, mens du skrev.", asked, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Sidst\"", asked, StringComparison.Ordinal);
        Assert.Contains("\"text\":\"Først\"", asked, StringComparison.Ordinal);
        Assert.Contains("\"text\":\"Fredag d. 30. januar 2026\"", asked, StringComparison.Ordinal);
        Assert.Contains("\"Brug den gemte tekst\"", asked, StringComparison.Ordinal);
        await EditAsync(await _fixture.FindAsync(deadline.Id), "Sidst", "2026-02-02", string.Empty);
        Assert.Equal("Sidst", (await _fixture.FindAsync(deadline.Id)).Title);
    }

    [Fact]
    public async Task EditAndRemove_BySomebodyWhoMayNot_AreRefused_AlsoForTheResponsible()
    {
        var deadline = await SetAsync("Mads Holt");
        foreach (var verb in new[] { DeadlineVerbs.EditForm, DeadlineVerbs.Edit, DeadlineVerbs.Remove })
        {
            (await PressAsync(_fixture.Board.Member, verb, deadline)).Refused<NotAllowed>();
            (await PressAsync(_fixture.Board.Stranger, verb, deadline)).Refused<ForumNotFound>();
        }

        Assert.Equal(1, (await _fixture.FindAsync(deadline.Id)).Version);
    }

    [Fact]
    public async Task Edit_NamingAnotherForum_FindsNothing()
    {
        var deadline = await SetAsync();

        var reply = await _fixture.Chat.Get<EditDeadline>().HandleAsync(
            TestBoard.As(_fixture.Board.Secretary),
            new EditDeadlineRequest(_fixture.Board.OtherForum.Id, deadline.Id, "x", On(2026, 3, 1), null, 1),
            default);

        Assert.False(reply.IsSuccess);
        Assert.Equal(1, (await _fixture.FindAsync(deadline.Id)).Version);
    }

    [Fact]
    public async Task Edit_OfAMeetingsOwn_KeepsItsTitle_AndTheDayItWasGiven()
    {
        await _fixture.Board.AddMeetingAsync();
        await _fixture.Chat.Get<PlanDeadlines>().HandleAsync(default);
        var agenda = await OfKindAsync(DeadlineKind.AgendaOut);
        Assert.DoesNotContain("\"id\":\"title\"", (await PressAsync(_fixture.Board.Secretary, DeadlineVerbs.EditForm, agenda)).Text(), StringComparison.Ordinal);

        await EditAsync(agenda, "Noget andet", "2026-01-26", "Mads Holt");
        await _fixture.Chat.Get<PlanDeadlines>().HandleAsync(default);

        var edited = await _fixture.FindAsync(agenda.Id);
        Assert.Equal((agenda.Title, On(2026, 1, 26), _fixture.Board.Member.Id), (edited.Title, edited.Date, edited.ResponsibleId!.Value));
    }

    [Fact]
    public async Task Responsible_WhoIsNamedByAnother_IsToldOnce()
    {
        var deadline = await SetAsync("Mads Holt");
        Assert.Equal(["Mads Holt: Du er blevet ansvarlig for en frist: Udpegning til ledelsesprogrammet"], await _fixture.SentSinceAsync(0));
        var before = await _fixture.LastMessageAsync();

        await EditAsync(deadline, "Udpegning", "2026-01-30", "Mads Holt");
        Assert.Empty(await _fixture.SentSinceAsync(before));
        await EditAsync(await _fixture.FindAsync(deadline.Id), "Udpegning", "2026-01-30", "mig");
        Assert.Empty(await _fixture.SentSinceAsync(before));
    }

    [Fact]
    public async Task Remove_TakesItFromTheList_AndUndoBringsItBack()
    {
        var deadline = await SetAsync();

        var removed = await PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Remove, deadline);

        Assert.Contains("Du slettede fristen kl. 09.00.", removed.Text(), StringComparison.Ordinal);
        Assert.Contains("\"Fortryd\"", removed.Text(), StringComparison.Ordinal);
        var after = await _fixture.FindAsync(deadline.Id);
        Assert.Equal((DeadlineStatus.Removed, (Instant?)null), (after.Status, after.NextReminderAt));

        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Undo, _fixture.Data(after));
        Assert.Equal(DeadlineStatus.Open, (await _fixture.FindAsync(deadline.Id)).Status);
    }

    [Fact]
    public async Task Remove_OfAMeetingsOwn_IsNotPlannedAnew()
    {
        await _fixture.Board.AddMeetingAsync();
        await _fixture.Chat.Get<PlanDeadlines>().HandleAsync(default);
        var agenda = await OfKindAsync(DeadlineKind.AgendaOut);

        await PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Remove, agenda);
        await _fixture.Chat.Get<PlanDeadlines>().HandleAsync(default);

        Assert.Equal(DeadlineStatus.Removed, (await OfKindAsync(DeadlineKind.AgendaOut)).Status);
    }

    [Fact]
    public async Task Card_ThatIsOnlyLookedAt_OffersNoUndoOfItsSetting()
    {
        var deadline = await SetAsync();

        var text = (await PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Show, deadline)).Text();

        Assert.DoesNotContain("\"Fortryd\"", text, StringComparison.Ordinal);
        Assert.Contains("\"Ret\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminders_OfItsOwn_AreSentInPlaceOfTheForums_AndTakenBack()
    {
        var deadline = await SetAsync();
        var data = new { forum = _fixture.Board.Forum.Id.Value, deadline = deadline.Id.Value, version = 1, title = deadline.Title, date = "2026-01-30", reminders = "0, 2" };

        var text = (await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Edit, data)).Text();

        Assert.Contains("Påmindelser 2 dage før og på dagen", text, StringComparison.Ordinal);
        _fixture.MoveTo(On(2026, 1, 16), 8);
        Assert.Empty(await _fixture.SweepAsync());
        _fixture.MoveTo(On(2026, 1, 28), 8);
        Assert.Single(await _fixture.SweepAsync());
        _fixture.MoveTo(On(2026, 1, 29), 8);
        Assert.Empty(await _fixture.SweepAsync());
        _fixture.MoveTo(On(2026, 1, 30), 8);
        Assert.Single(await _fixture.SweepAsync());
        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Undo, _fixture.Data(await _fixture.FindAsync(deadline.Id)));
        Assert.Null((await _fixture.FindAsync(deadline.Id)).Reminders);
    }

    [Theory]
    [InlineData("snart")]
    [InlineData("7, -1")]
    [InlineData("400")]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11")]
    public async Task Reminders_ThatAreNoDays_AreAskedFor(string reminders)
    {
        var deadline = await SetAsync();
        var data = new { forum = _fixture.Board.Forum.Id.Value, deadline = deadline.Id.Value, version = 1, title = "Ny", date = "2026-01-30", reminders };

        var text = (await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Edit, data)).Text();

        Assert.Contains("Jeg forstår ikke »", text, StringComparison.Ordinal);
        Assert.Equal(1, (await _fixture.FindAsync(deadline.Id)).Version);
    }

    [Fact]
    public async Task EveryStep_IsInTheAuditLog_WithWhatStoodThereBefore()
    {
        var deadline = await SetAsync();

        await EditAsync(deadline, "Udpegning, hold 4", "2026-02-27", string.Empty);

        await using var db = _fixture.Board.Open();
        var entry = await db.Audit.SingleAsync(one => one.UseCase == nameof(EditDeadline));
        Assert.Contains("Udpegning til ledelsesprogrammet", entry.Changes, StringComparison.Ordinal);
        Assert.Contains("Udpegning, hold 4", entry.Changes, StringComparison.Ordinal);
    }

    private async Task<Deadline> SetAsync(string? responsible = null) => await _fixture.FindAsync(await _fixture.SetAsync(On(2026, 1, 30), responsible));

    private Task<ChatReply> PressAsync(Person person, string verb, Deadline deadline) =>
        _fixture.PressAsync(person, verb, new { forum = _fixture.Board.Forum.Id.Value, deadline = deadline.Id.Value, version = deadline.Version, title = "x", date = "2026-03-02" });

    private Task<ChatReply> EditAsync(Deadline deadline, string title, string date, string responsible) => _fixture.PressAsync(
        _fixture.Board.Secretary,
        DeadlineVerbs.Edit,
        new { forum = _fixture.Board.Forum.Id.Value, deadline = deadline.Id.Value, version = deadline.Version, title, date, responsible });

    private async Task<Deadline> OfKindAsync(DeadlineKind kind)
    {
        await using var db = _fixture.Board.Open();
        return await db.Deadlines.SingleAsync(one => one.Kind == kind);
    }
}
