using Klynge.Application.Outbox;
using Klynge.Application.Data;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Who was heard about a case learns what it came to, also when a draft is discarded: their remarks were asked for.</summary>
internal static class HeardForums
{
    /// <param name="told">Those who get the result anyway.</param>
    internal static async Task TellAsync(WriteScope scope, WrittenProcedure procedure, Forum forum, IReadOnlyCollection<Guid> told)
    {
        var people = told.ToHashSet();
        foreach (var consultation in await scope.Db.Consultations.Where(row => row.ProcedureId == procedure.Id).OrderBy(row => row.AskedAt).ToListAsync())
        {
            var asked = await scope.Db.Forums.SingleAsync(candidate => candidate.Id == consultation.ForumId);
            var card = Card(forum, asked, procedure);
            foreach (var seat in await scope.Db.AskedAsync(consultation, scope.Now))
            {
                if (people.Add(seat.PersonId.Value))
                {
                    scope.Notify(seat.PersonId, card);
                }
            }
        }
    }

    /// <summary>The result without the votes, which are the forum's own.</summary>
    private static AdaptiveCard Card(Forum forum, Forum asked, WrittenProcedure procedure)
    {
        var outcome = procedure.Outcome!.Value;
        var line = Texts.HeardResult(forum.Name, outcome);
        return new()
        {
            Speak = $"{ProcedureView.TitleInNotices(procedure.Case)}. {line}",
            FallbackText = $"{ProcedureView.TitleInNotices(procedure.Case)}. {line}",
            Body =
            [
                ProcedureParts.Head(forum.Name, Texts.Result(outcome), ProcedureParts.Color(outcome)),
                ProcedureParts.Title(procedure.Case.Title),
                new TextBlock(CardText.Escape(line)) { Weight = TextWeight.Bolder },
                .. procedure.WithdrawalReason is { } why ? [new TextBlock(CardText.Escape(why)) { Spacing = Spacing.Small }] : Array.Empty<CardElement>(),
                ProcedureParts.Note(Texts.HeardCase(asked.Name)),
            ],
        };
    }
}
