using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Questions;

/// <param name="From">The asker's forum.</param>
/// <param name="To">The forum above, as the card said it.</param>
/// <param name="New">The id of the new question, so that a card that is sent twice makes one.</param>
public sealed record AskChairsRequest(ForumId From, ForumId To, ChairQuestionId New, string? Text);

/// <param name="Forum">The name of the forum whose chairs were asked.</param>
public sealed record AskedChairs(string Forum, string Board);

/// <summary>A member asks those who lead the forum above; where nobody does, its secretariat gets the question.</summary>
public sealed class AskChairs(Writer writer)
{
    /// <summary>What it asks of its caller in their own forum; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.AskChairs;

    private static readonly TextLimit Limit = new("Spørgsmålet", ChairQuestion.MaxLength, Multiline: true);

    public Task<Result<AskedChairs>> HandleAsync(Caller caller, AskChairsRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync(
            new WriteIntent(nameof(AskChairs), caller, request.From, SubjectId: request.New.Value), scope => AskAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<AskedChairs>> AskAsync(WriteScope scope, AskChairsRequest request)
    {
        var entered = await scope.EnterAsync(request.From, Needs);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        if (await scope.Db.TargetAsync(visit.Forum, visit.Board, scope.Today) is not { } target)
            return new NoForumAbove();

        if (target.ForumId != request.To)
            return new AnotherForumAbove();

        if (!DanishText.Clean(request.Text, Limit).TryGet(out var text, out var unfit))
            return unfit;

        var asked = new AskedChairs(target.Forum, target.Board);
        if (await scope.Db.ChairQuestions.SingleOrDefaultAsync(one => one.Id == request.New) is { } earlier)
            return earlier.AskerId == scope.Caller.PersonId && earlier.Text == text ? asked : new QuestionAlreadySent();

        var question = new ChairQuestion
        {
            Id = request.New == default ? ChairQuestionId.New() : request.New,
            ForumId = target.ForumId,
            FromForumId = request.From,
            AskerId = scope.Caller.PersonId!.Value,
            Text = text,
            AskedAt = scope.Now,
        };
        var readers = (await scope.Db.ChairsAsync(target.ForumId, scope.Today)).Select(seat => seat.PersonId).Distinct().ToList();
        if (readers.Count == 0)
            readers = await scope.Db.SecretariatAsync(target.ForumId, scope.Today);

        if (readers.Count == 0)
            return new NobodyToAsk(target.Forum);

        scope.Db.ChairQuestions.Add(question);
        var asker = await scope.Db.People.Where(person => person.Id == question.AskerId).Select(person => person.Name).SingleAsync();
        var card = QuestionCard.Build(new QuestionView(question, target.Forum, target.Board, target.From, asker, AnsweredBy: null), scope.Today);
        foreach (var reader in readers)
            scope.Notify(reader, card);

        return asked;
    }
}
