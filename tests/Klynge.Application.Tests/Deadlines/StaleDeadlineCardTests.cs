using Klynge.Application.Deadlines;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Deadlines;
using static Klynge.Application.Tests.Deadlines.DeadlineFixture;
using ChatReply = Klynge.Application.Chat.ChatReply;

namespace Klynge.Application.Tests.Deadlines;

/// <summary>The cards of deadlines that somebody looks at again after another has acted.</summary>
public sealed class StaleDeadlineCardTests : IAsyncLifetime
{
    private DeadlineFixture _fixture = null!;

    public async ValueTask InitializeAsync() => _fixture = await CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Reminder_OfADeadlineThatAnotherHasSettled_ShowsThatItIsDone()
    {
        var (id, reminder) = await RemindAsync();
        await _fixture.PressAsync(_fixture.Board.Member, DeadlineVerbs.Finish, _fixture.Data(await _fixture.FindAsync(id)));

        var seen = (await _fixture.Chat.RefreshAsync(_fixture.Board.Secretary, reminder)).Text();

        Assert.Contains("Færdig", seen, StringComparison.Ordinal);
        Assert.Contains("færdig af Mads Holt", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Marker som færdig", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminder_OfADeadlineThatStandsAsItWas_StaysTheReminder_AndCountsTheDays()
    {
        var (_, reminder) = await RemindAsync();
        Assert.Contains("om 14 dage", reminder, StringComparison.Ordinal);
        _fixture.MoveTo(On(2026, 1, 29), 9);

        var later = (await _fixture.Chat.RefreshAsync(_fixture.Board.Secretary, reminder)).Text();
        _fixture.MoveTo(On(2026, 2, 2), 9);
        var late = (await _fixture.Chat.RefreshAsync(_fixture.Board.Secretary, reminder)).Text();

        Assert.Contains($"\"{Texts.Reminder}\"", later, StringComparison.Ordinal);
        Assert.Contains("i morgen", later, StringComparison.Ordinal);
        Assert.Contains($"\"{Texts.Overdue}\"", late, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminder_OfADeadlineThatWasMoved_ShowsTheNewDay_AndItsOldButtonSettlesNothing()
    {
        var (id, reminder) = await RemindAsync();
        var before = _fixture.Data(await _fixture.FindAsync(id));
        await _fixture.PressAsync(_fixture.Board.Member, DeadlineVerbs.Postpone, _fixture.Data(await _fixture.FindAsync(id), "2026-03-06", "Svar mangler"));

        var seen = (await _fixture.Chat.RefreshAsync(_fixture.Board.Secretary, reminder)).Text();
        var pressed = (await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Finish, before)).Text();

        Assert.Contains("6. marts 2026", seen, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{Texts.Reminder}\"", seen, StringComparison.Ordinal);
        Assert.Contains(Texts.ChangedHere, pressed, StringComparison.Ordinal);
        Assert.Contains("6. marts 2026", pressed, StringComparison.Ordinal);
        Assert.True((await _fixture.FindAsync(id)).IsOpen);
    }

    /// <summary>»Udskyd« on a form that was opened before another moved the deadline: the form shows the new day, with what was typed.</summary>
    [Fact]
    public async Task PostponeForm_OfADeadlineThatWasMoved_ShowsTheNewDay_WithWhatWasTyped()
    {
        var (id, _) = await RemindAsync();
        var old = _fixture.Data(await _fixture.FindAsync(id), "2026-03-20", "Afventer regionen");
        await _fixture.PressAsync(_fixture.Board.Member, DeadlineVerbs.Postpone, _fixture.Data(await _fixture.FindAsync(id), "2026-03-06", "Svar mangler"));

        var pressed = (await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Postpone, old)).Text();

        Assert.Contains("6. marts 2026", pressed, StringComparison.Ordinal);
        Assert.Contains(Texts.ChangedHere, pressed, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"2026-03-20\"", pressed, StringComparison.Ordinal);
        Assert.Contains("Afventer regionen", pressed, StringComparison.Ordinal);
        Assert.Equal(On(2026, 3, 6), (await _fixture.FindAsync(id)).Date);
    }

    [Fact]
    public async Task Given_ToSomebodyWhoHasLostItAgain_IsTheDeadlineAsItStands()
    {
        await _fixture.SetAsync(On(2026, 1, 30), "Mads Holt", title: "Høring");
        var given = await _fixture.CardToAsync(_fixture.Board.Member);

        Assert.Contains($"\"{Texts.Given}\"", (await _fixture.Chat.RefreshAsync(_fixture.Board.Member, given)).Text(), StringComparison.Ordinal);
        Assert.Contains("Høring", (await _fixture.Chat.RefreshAsync(_fixture.Board.OtherMember, given)).Text(), StringComparison.Ordinal);
        (await _fixture.Chat.RefreshAsync(_fixture.Board.Stranger, given)).Refused<Domain.Forums.ForumNotFound>();
    }

    [Fact]
    public async Task Digest_LosesWhatHasBeenSettledSince_AndShowsNothingOfOtherForums()
    {
        var first = await _fixture.SetAsync(On(2026, 1, 15), title: "Indmelding");
        await _fixture.SetAsync(On(2026, 1, 30), title: "Høringssvar");
        _fixture.MoveTo(On(2026, 1, 16), 8);
        await _fixture.SweepAsync();
        await _fixture.SetAsync(On(2026, 1, 31), title: "Kom til bagefter");
        var digest = await _fixture.CardToAsync(_fixture.Board.Secretary);

        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Finish, _fixture.Data(await _fixture.FindAsync(first)));
        var seen = (await _fixture.Chat.RefreshAsync(_fixture.Board.Secretary, digest)).Text();

        Assert.Contains("1 frist venter på dig", seen, StringComparison.Ordinal);
        Assert.Contains("Høringssvar", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Indmelding", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Kom til bagefter", seen, StringComparison.Ordinal);
        Assert.IsType<ChatReply.Refused>(await _fixture.Chat.RefreshAsync(_fixture.Board.Stranger, digest));
    }

    [Fact]
    public async Task Digest_WhenAllIsSettled_SaysSo_AndStaysSo()
    {
        var (first, second) = (await _fixture.SetAsync(On(2026, 1, 15), title: "Indmelding"), await _fixture.SetAsync(On(2026, 1, 30), title: "Høringssvar"));
        _fixture.MoveTo(On(2026, 1, 16), 8);
        await _fixture.SweepAsync();
        var digest = await _fixture.CardToAsync(_fixture.Board.Secretary);
        foreach (var id in new[] { first, second })
            await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Finish, _fixture.Data(await _fixture.FindAsync(id)));

        var seen = await _fixture.Chat.RefreshAsync(_fixture.Board.Secretary, digest);

        Assert.Contains(Texts.DigestDone, seen.Text(), StringComparison.Ordinal);
        Assert.Contains(Texts.DigestDone, (await _fixture.Chat.RefreshAsync(_fixture.Board.Secretary, seen.Text())).Text(), StringComparison.Ordinal);
    }

    private async Task<(DeadlineId Id, string Reminder)> RemindAsync()
    {
        var id = await _fixture.SetAsync(On(2026, 1, 30), "Mads Holt");
        _fixture.MoveTo(On(2026, 1, 16), 8);
        await _fixture.SweepAsync();
        return (id, await _fixture.CardToAsync(_fixture.Board.Secretary));
    }
}
