using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Data;
using Klynge.Application.Tests.Support;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Approvals;

/// <summary>The agenda is to go out on Tuesday 27 January: who has not answered hears of it on Monday at 8, once.</summary>
public abstract class ApprovalReminderTests(TestStore store) : IAsyncLifetime
{
    private static readonly LocalDate Friday = new(2026, 1, 23);
    private static readonly LocalDate Monday = new(2026, 1, 26);

    private ApprovalFixture _fixture = null!;

    public sealed class OnSqlite() : ApprovalReminderTests(TestStore.Sqlite);

    public sealed class OnPostgres() : ApprovalReminderTests(TestStore.Postgres);

    public async ValueTask InitializeAsync() => _fixture = await ApprovalFixture.CreateAsync(store);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _fixture.DisposeAsync();
    }

    [Fact]
    public async Task WhoHasNotAnswered_IsRemindedOnce_TheDayBefore()
    {
        await _fixture.AskAsync();
        await _fixture.ApproveAsync(_fixture.Other);

        var reminded = new List<int>();
        foreach (var (day, hour) in new[] { (Friday, 12), (Monday, 7), (Monday, 8), (Monday, 9) })
            reminded.Add(await _fixture.SweepAsync(day, hour));

        Assert.Equal([0, 0, 1, 0], reminded);

        var sent = await _fixture.SentToAsync(_fixture.Board.Chair);
        Assert.Equal("Dagsordenen for Chefforum venter på din godkendelse", sent[^1].Text);
        Assert.Single(await _fixture.SentToAsync(_fixture.Other));
    }

    [Fact]
    public async Task TwoHosts_RemindOnce()
    {
        await _fixture.AskAsync();
        await using var writer = new Writer(_fixture.Board.Contexts, _fixture.Board.Clock);
        var other = new SendApprovalReminders(writer, _fixture.Board.Contexts, _fixture.Board.Clock);
        await _fixture.SweepAsync(Friday, 8);
        _fixture.Board.Clock.Set(Klynge.Domain.Calendar.DanishTime.ToInstant(Monday, new LocalTime(8, 0)));

        var reminded = await Task.WhenAll(other.HandleAsync(default), _fixture.Chat.Get<SendApprovalReminders>().HandleAsync(default));

        Assert.Equal(2, reminded.Sum());
        Assert.Equal(2, (await _fixture.SentToAsync(_fixture.Board.Chair)).Count);
    }

    [Fact]
    public async Task Nobody_IsRemindedOfWhatTheyWereJustAsked_OfASentAgenda_OrOnceTheyHaveSteppedDown()
    {
        _fixture.Board.Clock.Set(Klynge.Domain.Calendar.DanishTime.ToInstant(Monday, new LocalTime(7, 0)));
        await _fixture.AskAsync();
        Assert.Equal(0, await _fixture.SweepAsync(Monday, 8));

        await using var gone = await ApprovalFixture.CreateAsync(store);
        await gone.AskAsync();
        await gone.EndSeatAsync(gone.Board.Chair);
        Assert.Equal(1, await gone.SweepAsync(Monday, 8));
        Assert.Single(await gone.SentToAsync(gone.Board.Chair));

        await using var sent = await ApprovalFixture.CreateAsync(store);
        await sent.AskAsync();
        await sent.SetRuleAsync(Klynge.Domain.Forums.AgendaApprovalRule.None);
        Assert.Equal(0, await sent.SweepAsync(Monday, 8));
        await sent.SetRuleAsync(Klynge.Domain.Forums.AgendaApprovalRule.CoChairs);
        await sent.ApproveAsync(sent.Board.Chair);
        await sent.ApproveAsync(sent.Other);
        await sent.SendAsync();
        Assert.Equal(0, await sent.SweepAsync(Monday, 9));
    }
}
