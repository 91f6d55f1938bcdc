using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Questions;

/// <summary>»spørgsmål til formandskabet«, and what those who are asked do with it.</summary>
internal sealed class QuestionChat(MeetingLookup desk, AskChairs ask, AnswerQuestion answer) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommandOfAll(CommandCatalogue.AskChairs, AskFormAsync)
        .OnAction(QuestionVerbs.Ask, AskAsync)
        .OnAction(QuestionVerbs.Show, (turn, visit, action, token) => ShowAsync(turn, visit, action, told: null, unsent: null, token))
        .OnAction(QuestionVerbs.Answer, AnswerAsync)
        .OnAction(QuestionVerbs.ItemForm, ItemFormAsync);

    /// <summary>Whose chairs it goes to is clear, or asked.</summary>
    private async Task<ChatReply> AskFormAsync(ChatTurn turn, IReadOnlyList<Visit> visits, ChatCommand.AskChairs command, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        var targets = new List<(Visit From, QuestionTarget To)>();
        foreach (var visit in visits.Where(one => one.Forum.AboveId is not null).DistinctBy(one => one.Forum.AboveId))
        {
            if (await db.TargetAsync(visit.Forum, visit.Board, turn.Today, cancellationToken) is { } target)
                targets.Add((visit, target));
        }

        return targets.Count switch
        {
            0 => new NoForumAbove(),
            1 => QuestionCard.Ask(targets[0].To, command.Text, ChairQuestionId.New()),
            _ => new WhichForum([.. targets.Select(one => new ForumChoice(one.From.Forum.Key, one.To.Forum))]),
        };
    }

    private async Task<ChatReply> AskAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var text = action.Data.Text(QuestionCard.Text);
        var request = new AskChairsRequest(
            visit.Forum.Id, action.Data.Id<ForumId>(QuestionCard.To) ?? default, action.Data.Id<ChairQuestionId>(QuestionCard.New) ?? default, text);
        var result = await ask.HandleAsync(turn.Caller, request, cancellationToken);
        return result.TryGet(out var asked, out var error) ? QuestionCard.Sent(asked, DanishText.CleanLines(text)) : error;
    }

    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, string? told, string? unsent, CancellationToken cancellationToken)
    {
        // As a message everybody in the chat would read it.
        if (!turn.IsPersonal && action.IsFallback)
            return ChatReply.Say(Chat.Texts.OnlyInPersonalChat);

        await using var db = await desk.ReadAsync(cancellationToken);
        return await db.QuestionAsync(visit.Forum.Id, action.Data.Question(), cancellationToken) is { } view
            ? QuestionCard.Build(view, turn.Today, told is null ? null : Texts.YouAnswered(view), unsent)
            : new QuestionNotFound();
    }

    private async Task<ChatReply> AnswerAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var typed = action.Data.Text(QuestionCard.Text);
        var result = await answer.HandleAsync(turn.Caller, new AnswerQuestionRequest(visit.Forum.Id, action.Data.Question(), typed), cancellationToken);
        return result.Error switch
        {
            null => await ShowAsync(turn, visit, action, told: string.Empty, unsent: null, cancellationToken),
            QuestionIsAnswered => await ShowAsync(turn, visit, action, told: null, DanishText.CleanLines(typed), cancellationToken),
            var refused => refused,
        };
    }

    /// <summary>The form of every new item, with the asker's words in it, for the forum's next meeting or another one.</summary>
    private async Task<ChatReply> ItemFormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        if (await db.QuestionAsync(visit.Forum.Id, action.Data.Question(), cancellationToken) is not { } view)
            return new QuestionNotFound();

        if (!view.Question.IsWaiting)
            return QuestionCard.Build(view, turn.Today);

        var found = await desk.FindAsync(turn, visit.Forum, date: null, cancellationToken);
        if (!found.TryGet(out var next, out var missing))
            return missing;

        var meeting = await desk.MeetingAsync(visit.Forum.Id, next, cancellationToken);
        var isProposal = !visit.Access.May(Permission.ManageAgenda);
        var draft = new AgendaItemContent
        {
            Title = DanishText.Shorten(DanishText.Clean(view.Question.Text), AgendaItemRules.MaxTitleLength),
            Minutes = visit.Forum.Rules.Items.Minutes,
            Sections = [new AgendaSection(Agendas.Texts.CaseLabel, Texts.ItemText(view))],
        };
        return meeting.TryGet(out var at, out var gone)
            ? ItemForm.Add(at, draft, await desk.ChoicesAsync(visit.Forum.Id, turn.Today, cancellationToken), isProposal, visit.Forum.Rules.Items, AgendaItemId.New(), from: view.Question.Id, isLate: at.AsksWhyItem(turn.Now))
            : gone;
    }
}
