using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas;

/// <summary>»beslutning« and the form of decisions.</summary>
internal sealed class DecisionChat(MeetingDesk desk, RecordDecision recordDecision, PostponeItem postponeItem) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandRights.Decide, DecideAsync)
        .OnAction(ButtonRights.AgendaDecideForm, ShowFormAsync)
        .OnAction(ButtonRights.AgendaDecide, DecideAsync)
        .OnAction(ButtonRights.AgendaDecisions, ShowDecisionsAsync)
        .OnAction(ButtonRights.AgendaPostpone, PostponeAsync);

    private async Task<ChatReply> DecideAsync(ChatTurn turn, ChatCommand.Decide command, CancellationToken cancellationToken)
    {
        var entered = await desk.EnterAsync(turn, named: null, Permission.RecordDecision, date: null, cancellationToken);
        if (!entered.TryGet(out var visit, out var error))
        {
            return error;
        }

        await using var db = await desk.ReadAsync(cancellationToken);
        if (await db.MeetingToMinuteAsync(visit.Forum.Id, turn.Today, cancellationToken) is not { } meeting)
        {
            return new NoMeetingAhead(visit.Forum.Name);
        }

        if (command.Item is not { } number)
        {
            return await FormAsync(turn, visit.Forum.Id, meeting.Id, chosen: null, command.Text, cancellationToken);
        }

        var items = await db.ItemsOnAgendaAsync(meeting.Id, cancellationToken);
        if (items.Find(item => item.Number == number) is not { } item)
        {
            return new NoItemWithNumber(number, items.Count);
        }

        if (command.Text is null || turn.AsksFirst)
        {
            return await FormAsync(turn, visit.Forum.Id, meeting.Id, item.Id, command.Text, cancellationToken);
        }

        if (!turn.IsPersonal && turn.ConversationForumId == visit.Forum.Id)
        {
            return await SaveInChatAsync(turn, item, command.Text, cancellationToken);
        }

        return meeting.Status == MeetingStatus.Held && item.Decision is { } standing
            ? await AskAsync(turn, visit.Forum.Id, meeting.Id, item, standing, command.Text, cancellationToken)
            : await SaveAsync(turn, new RecordDecisionRequest(visit.Forum.Id, item.Id, command.Text), action: null, cancellationToken);
    }

    private async Task<ChatReply> FormAsync(
        ChatTurn turn, ForumId forum, MeetingId meeting, AgendaItemId? chosen, string? typed, CancellationToken cancellationToken)
    {
        var found = await desk.AgendaAsync(turn, forum, meeting, action: null, cancellationToken);
        return found.TryGet(out var visit, out var gone) ? DecisionForm.Build(visit.View, chosen, typed: typed) : gone;
    }

    /// <summary>A number typed in chat may be meant for another meeting: a decision of one that is over is replaced only after a yes.</summary>
    private async Task<ChatReply> AskAsync(
        ChatTurn turn, ForumId forum, MeetingId meeting, AgendaItem item, string standing, string text, CancellationToken cancellationToken)
    {
        var found = await desk.AgendaAsync(turn, forum, meeting, action: null, cancellationToken);
        return found.TryGet(out var visit, out var gone)
            ? DecisionForm.Build(visit.View, item.Id, [Standing(visit.View.Meeting, item.Number, standing)], text)
            : gone;
    }

    /// <summary>
    /// In the forum's own chat all members read along: there the decision goes into the one card of the meeting's decisions, and what stands
    /// there already is replaced in the form alone, where it has been seen.
    /// </summary>
    private async Task<ChatReply> SaveInChatAsync(ChatTurn turn, AgendaItem item, string text, CancellationToken cancellationToken)
    {
        if (item.Decision is not null)
        {
            return ChatReply.Say(Texts.DecidedBefore(item.Number));
        }

        var result = await recordDecision.HandleAsync(turn.Caller, new RecordDecisionRequest(item.ForumId, item.Id, text), cancellationToken);
        return result.TryGet(out var saved, out var error) ? ChatReply.ShowShared(DecisionCards.Key(saved.MeetingId)) : error;
    }

    /// <summary>The person's own version of the meeting's decisions.</summary>
    private async Task<ChatReply> ShowDecisionsAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.AgendaAsync(turn, action.Data.Forum(), action.Data.Meeting(), action, cancellationToken);
        if (!found.TryGet(out var visit, out var error))
        {
            return error;
        }

        await using var db = await desk.ReadAsync(cancellationToken);
        var writers = await db.DecisionWritersAsync(visit.View, cancellationToken);
        return DecisionsCard.Build(visit.View, visit.Access.May(Permission.RecordDecision) && !action.IsFallback, writers);
    }

    private async Task<ChatReply> ShowFormAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.AgendaAsync(turn, action.Data.Forum(), action.Data.Meeting(), action, cancellationToken);
        if (!found.TryGet(out var visit, out var error))
        {
            return error;
        }

        if (!visit.Access.May(Permission.RecordDecision))
        {
            return new NotAllowed(visit.Forum.Name);
        }

        return DecisionForm.Build(visit.View, action.Data.Id(CardParts.Item) is { } item ? new AgendaItemId(item) : null);
    }

    private Task<ChatReply> DecideAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var text = action.Data.Integer(DecisionForm.Phrase) is { } index && index >= 0 && index < Texts.StockPhrases.Count
            ? Texts.StockPhrases[index]
            : action.Data.Text(DecisionForm.Text);
        return DecisionForm.ReadChoice(action.Data.Text(DecisionForm.Choice)) is { } choice
            ? SaveAsync(turn, new RecordDecisionRequest(action.Data.Forum(), choice.Id, text, choice.Version), action, cancellationToken)
            : Task.FromResult<ChatReply>(new ItemNotFound());
    }

    private async Task<ChatReply> SaveAsync(
        ChatTurn turn, RecordDecisionRequest request, InvokedAction? action, CancellationToken cancellationToken)
    {
        var result = await recordDecision.HandleAsync(turn.Caller, request, cancellationToken);
        if (!result.TryGet(out var saved, out var error))
        {
            return error;
        }

        var found = await desk.AgendaAsync(turn, request.ForumId, saved.MeetingId, action, cancellationToken);
        return found.TryGet(out var visit, out var gone) ? DecisionForm.Build(visit.View, told: Told(visit.View, saved)) : gone;
    }

    private async Task<ChatReply> PostponeAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var (forum, meeting) = (action.Data.Forum(), action.Data.Meeting());
        var result = await postponeItem.HandleAsync(turn.Caller, new PostponeItemRequest(forum, action.Data.Item()), cancellationToken);
        if (!result.TryGet(out var postponed, out var error))
        {
            return error;
        }

        var found = await desk.AgendaAsync(turn, forum, meeting, action, cancellationToken);
        return found.TryGet(out var visit, out var gone)
            ? DecisionForm.Build(visit.View, told: [CardParts.Line(Texts.Postponed(postponed))])
            : gone;
    }

    private static Container Standing(MeetingView meeting, int number, string standing) =>
        new(CardParts.Line(Texts.AlreadyDecided(number, CardParts.When(meeting.Time), standing))) { Style = ContainerStyle.Warning };

    private static CardElement[] Told(AgendaView view, RecordedDecision saved)
    {
        var buttons = new List<CardAction> { DecisionForm.EditButton(view.Meeting, saved.ItemId) };
        if (saved.Text.StartsWith(Texts.PostponedStem, StringComparison.OrdinalIgnoreCase))
        {
            var data = CardParts.Data(view.Meeting.ForumId, saved.MeetingId, saved.ItemId);
            buttons.Add(CardParts.Button(Texts.PutOnNext, AgendaVerbs.Postpone, data));
        }

        if (Texts.SendsToWriting(saved.Text))
        {
            buttons.Add(DecisionForm.WritingButton(view.Meeting, saved.ItemId));
        }

        return
        [
            new Container(CardParts.Line(Texts.Decided(saved.Number, saved.Text)), new ActionSet([.. buttons]))
            {
                Style = ContainerStyle.Good,
            },
        ];
    }
}
