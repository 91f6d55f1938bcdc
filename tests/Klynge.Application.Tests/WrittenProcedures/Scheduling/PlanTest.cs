using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Scheduling;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures.Scheduling;

/// <summary>A draft, and the steps of planning its opening. Today is Tuesday 13 January 2026; its deadline is Friday 23 January at 12.</summary>
public abstract class PlanTest(TestStore? store = null) : ProcedureTest(store)
{
    private protected WrittenProcedureId Draft { get; private set; }

    private protected OpenPlannedProcedures Job => Chat.Get<OpenPlannedProcedures>();

    private protected async Task DraftAsync(string title = "Vinterplan", string date = "2026-01-23", string time = "12:00", Person? by = null) =>
        Draft = await Fixture.DraftAsync(by, ProcedureFixture.Form with { Title = title, Date = date, Time = time, Attachments = string.Empty });

    private protected Task<Result<Done>> PlanAsync(string date, string time, Person? by = null) =>
        Chat.Get<PlanOpening>().HandleAsync(TestBoard.As(by ?? Board.Secretary), new(Board.Forum.Id, Draft, date, time), default);

    private protected void SetClock(int year, int month, int day, int hour, int minute) =>
        Board.Clock.Set(DanishTime.ToInstant(new LocalDate(year, month, day), new LocalTime(hour, minute)));

    private protected void SetClock(int day, int hour, int minute) => SetClock(2026, 1, day, hour, minute);

    private protected Task<WrittenProcedure> ReadAsync() => Fixture.ReadAsync(Draft);

    private protected object NamedDraft => new { forum = Board.Forum.Id.Value, procedure = Draft.Value };

    private protected async Task<AdaptiveCard> PreviewAsync(Person? by = null) => (await Chat.PressAsync(by ?? Board.Secretary, "procedure.preview", NamedDraft)).Card();

    private protected async Task ChangeForumAsync(Action<Forum> change)
    {
        await using var db = Board.Open();
        change(await db.Forums.SingleAsync(candidate => candidate.Id == Board.Forum.Id));
        await db.SaveChangesAsync();
    }

    /// <summary>How many cards that name the case a person has been sent.</summary>
    private protected async Task<int> CountAsync(Person person, string text) => (await SentToAsync(person)).Count(card => card.Contains(text, StringComparison.Ordinal));
}
