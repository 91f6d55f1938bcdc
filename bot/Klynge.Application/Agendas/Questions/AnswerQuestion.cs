using Klynge.Application.Agendas.Items;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Application.Agendas.Questions;

public sealed record AnswerQuestionRequest(ForumId ForumId, ChairQuestionId Question, string? Text);

/// <summary>Somebody who leads the forum answers in words, or its secretariat on their behalf. The asker is told; the first answer stands.</summary>
public sealed class AnswerQuestion(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.AnswerQuestions;

    private static readonly TextLimit Limit = new("Svaret", ChairQuestion.MaxAnswerLength, Optional: true, Multiline: true);

    public Task<Result<Done>> HandleAsync(Caller caller, AnswerQuestionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync(
            new WriteIntent(nameof(AnswerQuestion), caller, request.ForumId, SubjectId: request.Question.Value), scope => AnswerAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<Done>> AnswerAsync(WriteScope scope, AnswerQuestionRequest request)
    {
        var entered = await scope.EnterAsync(request.ForumId, Needs);
        if (!entered.IsSuccess)
            return entered.Error;

        if (await scope.Db.QuestionAsync(request.ForumId, request.Question) is not { } view)
            return new QuestionNotFound();

        if (!DanishText.Clean(request.Text, Limit).TryGet(out var text, out var tooLong))
            return tooLong;

        var by = scope.Caller.PersonId!.Value;
        if (!view.Question.Reply(text, by, scope.Now).TryGet(out var isNews, out var refused))
            return refused;

        if (isNews)
            scope.Notify(view.Question.AskerId, QuestionNotices.Answered(view));

        return default(Done);
    }
}

/// <summary>A question that becomes an item: by the same form and the same rules as every other proposal.</summary>
internal static class QuestionItems
{
    /// <summary>Why no item can be made of it; null when it can.</summary>
    internal static async Task<Error?> CheckAsync(WriteScope scope, ForumAccess access, ForumId forum, ChairQuestionId id) =>
        !access.May(AnswerQuestion.Needs) || await scope.Db.QuestionAsync(forum, id) is not { } view ? new QuestionNotFound()
        : view.Question.IsWaiting ? null
        : new QuestionIsAnswered();

    /// <summary>The item stands: the question is answered by it, and its asker is told.</summary>
    internal static async Task RecordAsync(WriteScope scope, ForumId forum, ChairQuestionId id, AddedItem item, MeetingView meeting)
    {
        var view = (await scope.Db.QuestionAsync(forum, id))!;
        if (!view.Question.Propose(item.Id, scope.Caller.PersonId!.Value, scope.Now).IsSuccess)
            return;

        var when = CardParts.When(meeting.Time);
        scope.Notify(view.Question.AskerId, QuestionNotices.Became(view, item.IsProposal ? Texts.BecameProposal(view.Forum, when) : Texts.IsOnAgenda(view.Forum, when)));
    }

    /// <summary>The secretariat has answered a proposal: whoever asked what it was made of is told, too.</summary>
    /// <param name="meeting">The one that it is on the agenda of; null where it was declined.</param>
    internal static async Task TellAskerAsync(WriteScope scope, AgendaItemId item, MeetingView? meeting)
    {
        if (await scope.Db.QuestionOfItemAsync(item) is not { } view)
            return;

        scope.Notify(view.Question.AskerId, meeting is null
            ? QuestionNotices.Became(view, Texts.NotTaken(view.Forum), Texts.WhyNot)
            : QuestionNotices.Became(view, Texts.IsOnAgenda(view.Forum, CardParts.When(meeting.Time))));
    }
}
