using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>»mine sager«: what waits for the person, the most urgent first, with one button each.</summary>
public static class MyCasesCard
{
    private const int MostOfEach = 10;

    public static AdaptiveCard Build(MyCases cases, Instant now)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var line = Texts.WaitingForYou(cases.ToAnswer.Count);
        return new()
        {
            Speak = line,
            FallbackText = line,
            Body =
            [
                new TextBlock(Texts.MyCases) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading },
                new TextBlock(line),
                .. Section(null, cases.ToAnswer, view => Texts.AnswerByWithDaysLeft(view.Deadline, now), Texts.AnswerNow, Verbs.Ballot),
                .. Section(Texts.ToConfirm, cases.ToConfirm, view => Texts.Result(view.Outcome!.Value), Texts.Confirm, Verbs.AskConfirm),
                .. Section(Texts.Drafts, cases.Drafts, view => Texts.AnswerBy(view.Deadline), Texts.SeeDraft, Verbs.Preview),
                .. Section(Texts.AnsweredHeading, cases.Answered, view => Texts.MayChange(view.Deadline, DanishTime.ToDanish(now).Date), Texts.SeeAnswer, Verbs.Ballot),
            ],
        };
    }

    private static IEnumerable<CardElement> Section(
        string? heading, IReadOnlyList<ProcedureView> cases, Func<ProcedureView, string> line, string button, string verb)
    {
        if (cases.Count == 0)
        {
            yield break;
        }

        if (heading is not null)
        {
            yield return new TextBlock(heading) { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
        }

        foreach (var view in cases.Take(MostOfEach))
        {
            yield return new Container(
                new TextBlock(CardText.Escape($"{view.Forum}: {view.Case.Title}")) { Weight = TextWeight.Bolder },
                new TextBlock(DanishFormat.Capitalised(line(view))) { Spacing = Spacing.None },
                new ActionSet(ProcedureParts.Button(button, verb, view)) { Spacing = Spacing.Small })
            {
                Spacing = Spacing.Medium,
            };
        }

        if (cases.Count > MostOfEach)
        {
            yield return ProcedureParts.Note(Texts.AndMore(cases.Count - MostOfEach));
        }
    }
}
