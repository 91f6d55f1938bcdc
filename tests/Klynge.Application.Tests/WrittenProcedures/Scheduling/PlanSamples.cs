using Klynge.Application.Tests.Cards;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Scheduling;
using Klynge.Domain.Calendar;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures.Scheduling;

/// <summary>The cards of a draft that opens by itself.</summary>
public sealed class PlanSamples : ICardSamples
{
    private static readonly Instant Now = DanishTime.ToInstant(new LocalDate(2026, 4, 17), new LocalTime(9, 14));
    private static readonly Instant Opens = DanishTime.ToInstant(new LocalDate(2026, 4, 20), new LocalTime(8, 0));

    public string Feature => "written-procedures";

    public IEnumerable<CardSample> Samples()
    {
        var draft = ProcedureSamples.View(ProcedureSamples.Usual, answered: 0) with { Status = ProcedureStatus.Draft };
        yield return new("plan-form", PlanForm.Build(draft, Now));
        yield return new("plan-form-refused", PlanForm.Build(
            draft with { OpensAt = Opens }, Now, "0a1b2c3d", "4e5f6a7b", ("2026-04-23", "08:00"), new OpeningTooLate("Chefforum", "3 hverdage", new LocalDate(2026, 4, 28)).Text));
        yield return new("preview-planned", PreviewCard.Build(draft with { OpensAt = Opens }, 4));
        yield return new("preview-missed", PreviewCard.Build(draft with { OpeningProblem = new DeadlineInThePast().Text }, 4));
        yield return new("opening-missed", OpeningMissedCard.Build(draft, Opens, new DeadlineInThePast().Text));
    }
}
