using Klynge.Application.Chat.Commands;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Scheduling;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures.Scheduling;

/// <summary>Planning an opening on the card, moving it and calling it off.</summary>
public sealed class PlanOpeningTests : PlanTest
{
    [Fact]
    public async Task Plan_IsMadeMovedAndCalledOffOnTheCard_AndTheDraftSaysHowItStands()
    {
        await DraftAsync();
        var form = (await Chat.PressAsync(Board.Secretary, await PreviewAsync(), "Send ud senere")).Card();
        Assert.Contains("\"value\":\"2026-01-14\"", form.Text(), StringComparison.Ordinal);
        Assert.Contains("\"value\":\"08:00\"", form.Text(), StringComparison.Ordinal);

        var planned = (await PressPlanAsync("2026-01-15", "07:30")).Card();
        Assert.Contains("Åbner torsdag d. 15. januar 2026 kl. 07.30 af sig selv", planned.Text(), StringComparison.Ordinal);
        Assert.Contains("Send ud nu til 4 medlemmer", planned.Text(), StringComparison.Ordinal);
        Assert.Contains("Åbner torsdag d. 15. januar 2026 kl. 07.30 · Svar senest fredag d. 23. januar", await MineAsync(), StringComparison.Ordinal);

        var moving = (await Chat.PressAsync(Board.Secretary, planned, "Flyt åbningen")).Card();
        Assert.Contains("\"value\":\"07:30\"", moving.Text(), StringComparison.Ordinal);
        planned = (await PressPlanAsync("2026-01-16", "00:00")).Card();
        Assert.Contains("Åbner fredag d. 16. januar 2026 kl. 00.00", planned.Text(), StringComparison.Ordinal);

        var off = (await Chat.PressAsync(Board.Secretary, planned, "Aflys åbningen")).Text();
        Assert.DoesNotContain("Åbner", off, StringComparison.Ordinal);
        Assert.Contains("Send ud til 4 medlemmer", off, StringComparison.Ordinal);
        Assert.Null((await ReadAsync()).OpensAt);
        Assert.DoesNotContain("Åbner", await MineAsync(), StringComparison.Ordinal);
        SetClock(16, 0, 1);
        Assert.Equal(0, await Job.HandleAsync(default));
    }

    [Theory]
    [InlineData("", "08:00", "Vælg både den dag og det klokkeslæt")]
    [InlineData("2026-01-14", "", "Vælg både den dag og det klokkeslæt")]
    [InlineData("14. januar", "08:00", "Vælg både den dag og det klokkeslæt")]
    [InlineData("2026-02-30", "08:00", "Vælg både den dag og det klokkeslæt")]
    [InlineData("2026-01-13", "09:04", "Åbningen skal ligge mindst 5 minutter fremme.")]
    [InlineData("2026-01-12", "08:00", "Åbningen skal ligge mindst 5 minutter fremme.")]
    [InlineData("2026-01-22", "08:00", "skal have mindst")]
    [InlineData("2026-01-24", "08:00", "Sagen kan ikke åbne efter sin svarfrist")]
    public async Task Plan_ThatCannotBe_IsRefusedInTheFormWithWhatWasChosen(string date, string time, string expected)
    {
        await DraftAsync();

        var form = (await PressPlanAsync(date, time)).Text();

        Assert.Contains(expected, form, StringComparison.Ordinal);
        Assert.Contains("Planlæg åbningen", form, StringComparison.Ordinal);
        Assert.Contains($"\"value\":\"{date}\"", form, StringComparison.Ordinal);
        Assert.Null((await ReadAsync()).OpensAt);
    }

    [Fact]
    public async Task Plan_PressedTwice_IsOneChangeOnRecord()
    {
        await DraftAsync();
        await PlanAsync("2026-01-14", "08:00");
        await PlanAsync("2026-01-14", "08:00");

        await using var db = Board.Open();
        Assert.Equal(1, await db.Audit.CountAsync(row => row.UseCase == nameof(PlanOpening) && row.Refusal == null && row.Changes != "[]"));
        Assert.Equal(Board.Secretary.Id, (await ReadAsync()).PlannedOpening!.By);
    }

    [Fact]
    public async Task Plan_IsForThoseWhoMaySendOut_InTheirOwnForum()
    {
        await DraftAsync();

        Assert.IsType<NotAllowed>((await PlanAsync("2026-01-14", "08:00", Board.Member)).Error);
        Assert.IsType<NotAllowed>((await Chat.Get<CallOffOpening>().HandleAsync(TestBoard.As(Board.Member), new(Board.Forum.Id, Draft), default)).Error);
        Assert.True((await PlanAsync("2026-01-14", "08:00", Board.Chair)).IsSuccess);
        var elsewhere = new PlanOpeningRequest(Board.OtherForum.Id, Draft, "2026-01-15", "08:00");
        Assert.False((await Chat.Get<PlanOpening>().HandleAsync(TestBoard.As(Board.Secretary), elsewhere, default)).IsSuccess);
        Assert.Equal(Board.Chair.Id, (await ReadAsync()).PlannedOpening!.By);
    }

    [Fact]
    public async Task Plan_FromAPreviewThatAnotherHasChanged_ShowsTheDraftAgain()
    {
        await DraftAsync();
        await Chat.Get<SaveProcedureDraft>().HandleAsync(
            TestBoard.As(Board.Chair), new(Board.Forum.Id, Draft, null, ProcedureFixture.Form with { Title = "Karens titel" }), default);

        var again = (await PressPlanAsync("2026-01-14", "08:00")).Text();

        Assert.Contains("En anden har ændret kladden", again, StringComparison.Ordinal);
        Assert.Contains("Karens titel", again, StringComparison.Ordinal);
        Assert.Null((await ReadAsync()).OpensAt);
    }

    [Fact]
    public async Task Edit_ToADeadlineThatIsTooClose_CallsThePlanOffAndSaysSo()
    {
        await DraftAsync();
        await PlanAsync("2026-01-19", "08:00");
        var form = ProcedureFixture.Form with { Title = "Vinterplan", Attachments = string.Empty, Date = "2026-01-20" };

        Assert.True((await Chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, Draft, null, form), default)).IsSuccess);

        Assert.Null((await ReadAsync()).OpensAt);
        Assert.Contains("Vælg et tidligere tidspunkt, eller flyt fristen.", (await PreviewAsync()).Text(), StringComparison.Ordinal);
        SetClock(19, 8, 0);
        Assert.Equal(0, await Job.HandleAsync(default));
    }

    [Fact]
    public async Task SentOutByHand_BeforeItsTime_OpensOnce()
    {
        await DraftAsync();
        await PlanAsync("2026-01-14", "08:00");
        await Chat.PressAsync(Board.Secretary, await PreviewAsync(), "Send ud nu til 4 medlemmer");
        Assert.Equal((ProcedureStatus.Open, null), ((await ReadAsync()).Status, (await ReadAsync()).OpensAt));

        SetClock(14, 8, 0);
        Assert.Equal(0, await Job.HandleAsync(default));

        Assert.Equal(1, await CountAsync(Board.Member, "Vinterplan. Svar senest"));
        Assert.IsType<AlreadyOpened>((await PlanAsync("2026-01-15", "08:00")).Error);
    }

    [Fact]
    public async Task Discarded_NeverOpens()
    {
        await DraftAsync();
        await PlanAsync("2026-01-14", "08:00");
        await Chat.PressAsync(Board.Secretary, "procedure.discard", NamedDraft);

        SetClock(14, 8, 0);
        Assert.Equal(0, await Job.HandleAsync(default));
        Assert.Equal(0, await CountAsync(Board.Member, "Vinterplan"));
    }

    /// <summary>02.30 does not come on 29 March, and comes twice on 25 October.</summary>
    [Theory]
    [InlineData(2026, 3, 29, "02:30", "2026-03-29T01:30:00Z", "søndag d. 29. marts 2026 kl. 03.30")]
    [InlineData(2026, 3, 29, "01:59", "2026-03-29T00:59:00Z", "søndag d. 29. marts 2026 kl. 01.59")]
    [InlineData(2026, 3, 29, "03:00", "2026-03-29T01:00:00Z", "søndag d. 29. marts 2026 kl. 03.00")]
    [InlineData(2026, 10, 25, "02:30", "2026-10-25T00:30:00Z", "søndag d. 25. oktober 2026 kl. 02.30")]
    [InlineData(2026, 10, 25, "00:00", "2026-10-24T22:00:00Z", "søndag d. 25. oktober 2026 kl. 00.00")]
    [InlineData(2026, 10, 26, "00:00", "2026-10-25T23:00:00Z", "mandag d. 26. oktober 2026 kl. 00.00")]
    public async Task Plan_OverAChangeOfSummerTime_OpensWhenTheDanishClockSays(int year, int month, int day, string time, string instant, string shown)
    {
        var opens = NodaTime.Text.InstantPattern.General.Parse(instant).Value;
        var date = new LocalDate(year, month, day);
        Board.Clock.Set(DanishTime.ToInstant(date.PlusDays(-2), new LocalTime(12, 0)));
        await DraftAsync(date: NodaTime.Text.LocalDatePattern.Iso.Format(date.PlusDays(14)));

        Assert.True((await PlanAsync(NodaTime.Text.LocalDatePattern.Iso.Format(date), time)).IsSuccess);

        Assert.Equal(opens, (await ReadAsync()).OpensAt);
        Assert.Contains($"Åbner {shown} af sig selv", (await PreviewAsync()).Text(), StringComparison.Ordinal);
        Board.Clock.Set(opens - Duration.FromMilliseconds(1));
        Assert.Equal(0, await Job.HandleAsync(default));
        Board.Clock.Set(opens);
        Assert.Equal(1, await Job.HandleAsync(default));
        Assert.Equal(opens, (await ReadAsync()).OpenedAt);
    }

    private Task<Klynge.Application.Chat.ChatReply> PressPlanAsync(string date, string time) => Chat.PressAsync(
        Board.Secretary, "procedure.plan", new { forum = Board.Forum.Id.Value, procedure = Draft.Value, version = 1, opensDate = date, opensTime = time });

    private async Task<string> MineAsync() => (await Chat.SayAsync(Board.Secretary, new ChatCommand.ShowMyCases())).Text();
}
