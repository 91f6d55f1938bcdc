using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Decisions;

/// <summary>»beslutning« and the form of decisions.</summary>
internal sealed class DecisionChat(MeetingLookup desk, RecordDecision recordDecision, UndoDecision undoDecision, PostponeItem postponeItem) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandCatalogue.Decide, DecideAsync)
        .OnAction(AgendaVerbs.DecideForm, ShowFormAsync)
        .OnAction(AgendaVerbs.Decide, DecideAsync)
        .OnAction(AgendaVerbs.Decisions, ShowDecisionsAsync)
        .OnAction(AgendaVerbs.UndoDecision, UndoAsync)
        .OnAction(AgendaVerbs.Postpone, PostponeAsync);

    private async Task<ChatReply> DecideAsync(ChatTurn turn, Visit visit, ChatCommand.Decide command, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        var meetings = await db.MeetingsToMinuteAsync(visit.Forum.Id, turn.Today, cancellationToken);
        if (command.Date is { } day)
        {
            if (!(await desk.FindAsync(turn, visit.Forum, day, cancellationToken)).TryGet(out var named, out var none))
                return none;
            meetings = await db.Meetings.Where(one => one.Id == named).ToListAsync(cancellationToken);
        }

        if (meetings is not [var meeting, .. var others])
            return new NoMeetingAhead(visit.Forum.Name);

        if (command.Item is not { } number)
            return await FormAsync(turn, visit, meeting.Id, chosen: null, command.Text, cancellationToken);

        var items = await db.ItemsOnAgendaAsync(meeting.Id, cancellationToken);
        if (items.Find(item => item.Number == number) is not { } item)
        {
            return await AtAnotherMeetingAsync(turn, visit, meeting, others, number, command.Text, cancellationToken)
                ?? new NoItemWithNumber(number, items.Count, CardParts.When(meeting.Time));
        }

        if (command.Text is null || command.IsAsked || turn.AsksFirst)
            return await FormAsync(turn, visit, meeting.Id, item.Id, command.Text, cancellationToken);

        if (!turn.IsPersonal && turn.ConversationForumId == visit.Forum.Id)
            return await SaveInChatAsync(turn, item, command.Text, cancellationToken);

        var agenda = await desk.ItemsAsync(turn, visit, meeting.Id, action: null, cancellationToken);
        return agenda.TryGet(out var at, out var gone)
            ? CheckReadHere(at.View, item.Id) is { } closed ? closed : await SaveAsync(turn, at, new RecordDecisionRequest(visit.Forum.Id, item.Id, command.Text), action: null, cancellationToken)
            : gone;
    }

    private async Task<ChatReply> FormAsync(
        ChatTurn turn, Visit visit, MeetingId meeting, AgendaItemId? chosen, string? typed, CancellationToken cancellationToken)
    {
        var found = await desk.ItemsAsync(turn, visit, meeting, action: null, cancellationToken);
        return found.TryGet(out var at, out var gone) ? DecisionForm.Build(at.View, chosen, typed: typed) : gone;
    }

    /// <summary>A number that only the next meeting's agenda has: its form, with a word on why. Nothing is written before it has been seen.</summary>
    private async Task<ChatReply?> AtAnotherMeetingAsync(
        ChatTurn turn, Visit visit, Meeting likeliest, IReadOnlyList<Meeting> others, int number, string? typed, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        foreach (var other in others)
        {
            if ((await db.ItemsOnAgendaAsync(other.Id, cancellationToken)).Find(item => item.Number == number) is not { } item)
                continue;

            var found = await desk.ItemsAsync(turn, visit, other.Id, action: null, cancellationToken);
            var note = new DecisionNote(Texts.OfAnotherMeeting(number, CardParts.When(likeliest.Time), CardParts.When(other.Time)));
            return found.TryGet(out var at, out var gone) ? DecisionForm.Build(at.View, item.Id, note, typed) : gone;
        }

        return null;
    }

    /// <summary>
    /// In the forum's own chat all members read along: there the decision goes into the one card of the meeting's decisions, and what stands
    /// there already is replaced in the form alone, where it has been seen.
    /// </summary>
    private async Task<ChatReply> SaveInChatAsync(ChatTurn turn, AgendaItem item, string text, CancellationToken cancellationToken)
    {
        if (item.Decision is not null)
            return ChatReply.Say(Texts.DecidedBefore(item.Number));

        var result = await recordDecision.HandleAsync(turn.Caller, new RecordDecisionRequest(item.ForumId, item.Id, text), cancellationToken);
        return result.TryGet(out var saved, out var error) ? ChatReply.ShowShared(DecisionCards.Key(saved.MeetingId)) : error;
    }

    /// <summary>The answer quotes what was decided before, so a closed item is decided where nobody reads along.</summary>
    private static ItemIsClosedHere? CheckReadHere(AgendaView view, AgendaItemId item) =>
        view.Lines.Any(line => line.Id == item && line.IsHidden) ? new ItemIsClosedHere() : null;

    /// <summary>The person's own version of the meeting's decisions.</summary>
    private async Task<ChatReply> ShowDecisionsAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.ItemsAsync(turn, visit, action.Data.Meeting(), action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        await using var db = await desk.ReadAsync(cancellationToken);
        var writers = await db.DecisionWritersAsync(at.View, cancellationToken);
        return DecisionsCard.Build(at.View, at.Access.May(Permission.RecordDecision) && !action.IsFallback, writers);
    }

    /// <summary>The form of an item; what is typed for another one is saved first, or taken out.</summary>
    private async Task<ChatReply> ShowFormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.ItemsAsync(turn, visit, action.Data.Meeting(), action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        var input = DecisionInput.Read(action.Data, at.View, ofButton: true);
        if (input.IsUnsaved && input.Loaded is { } loaded && (input.Leaves || input.Moves))
            return new DecisionNotSaved(loaded.Number);

        return input.Leaves
            ? AgendaCard.Build(at.View, at.Audience)
            : DecisionForm.Build(at.View, input.Chosen?.Id, typed: input.IsUnsaved ? input.Typed : null);
    }

    private async Task<ChatReply> DecideAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.ItemsAsync(turn, visit, action.Data.Meeting(), action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        var input = DecisionInput.Read(action.Data, at.View);
        if (input.Chosen is not { } chosen)
            return new ItemNotFound();

        if (CheckReadHere(at.View, chosen.Id) is { } closed)
            return closed;

        if (input.Phrase is null && input.Moves && !input.IsUnsaved)
            return DecisionForm.Build(at.View, chosen.Id);

        if (input.Phrase is { } index && !Texts.IsInWriting(index) && input is { IsUnsaved: true, Replaces: false })
        {
            return DecisionForm.Build(
                at.View, chosen.Id, typed: input.Typed, question: new DecisionQuestion(Texts.ReplaceTyped(Texts.StockPhrases[index]), index));
        }

        return await SaveAsync(turn, at, RequestOf(at, chosen, input), action, cancellationToken, input.Phrase);
    }

    /// <summary>
    /// A stock phrase has no text before it that was seen, unless the person was asked. »Behandles skriftligt« is added to what is in the
    /// box, or to the decision that stands.
    /// </summary>
    private static RecordDecisionRequest RequestOf(AgendaVisit visit, AgendaLine chosen, DecisionInput input)
    {
        var (text, seen) = input.Phrase switch
        {
            null => (input.Typed, input.VersionOfText),
            { } index when !Texts.IsInWriting(index) => (Texts.StockPhrases[index], input.Replaces ? input.SeenVersion : null),
            _ when input.IsUnsaved => (Texts.InWritingAfter(input.Typed), input.VersionOfText),
            _ => (Texts.InWritingAfter(chosen.Decision), chosen.Version),
        };
        return new RecordDecisionRequest(visit.Forum.Id, chosen.Id, text, seen);
    }

    private async Task<ChatReply> SaveAsync(
        ChatTurn turn, AgendaVisit visit, RecordDecisionRequest request, InvokedAction? action, CancellationToken cancellationToken, int? phrase = null)
    {
        var result = await recordDecision.HandleAsync(turn.Caller, request, cancellationToken);
        if (result.Error is DecisionStands stands && DecisionForm.Holds(request.Text))
            return Ask(visit.View, request, stands, phrase);

        return await ToldAsync(turn, visit, action, result, Texts.Decided, cancellationToken);
    }

    /// <summary>What others wrote, or what was decided before, is replaced only after a yes; with a stock phrase the box keeps the decision.</summary>
    private static ChatReply Ask(AgendaView view, RecordDecisionRequest request, DecisionStands stands, int? phrase)
    {
        var isPhrase = phrase is { } index && !Texts.IsInWriting(index);
        var question = new DecisionQuestion(
            Texts.AlreadyDecided(stands.Number, CardParts.When(view.Meeting.Time), stands.Standing, isPhrase ? request.Text : null),
            isPhrase ? phrase : null);
        return DecisionForm.Build(view, request.ItemId, typed: isPhrase ? null : request.Text, question: question);
    }

    private async Task<ChatReply> UndoAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.ItemsAsync(turn, visit, action.Data.Meeting(), action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (CheckReadHere(at.View, action.Data.Item()) is { } closed)
            return closed;

        var input = DecisionInput.Read(action.Data, at.View, ofButton: true);
        var change = action.Data.Integer(DecisionForm.Change);
        if (change is null && input.IsUnsaved)
            return new DecisionNotSaved((input.Loaded ?? input.Chosen)?.Number ?? 0);

        var request = new UndoDecisionRequest(at.Forum.Id, action.Data.Item(), change, input.LoadedVersion);
        var result = await undoDecision.HandleAsync(turn.Caller, request, cancellationToken);
        if (result.IsSuccess && action.Data.Flag(DecisionsCard.OnTheCard) == true)
            return await ShowDecisionsAsync(turn, visit, action, cancellationToken);

        return await ToldAsync(turn, at, action, result, change is null ? Texts.DecisionRemoved : Texts.DecisionUndone, cancellationToken);
    }

    private async Task<ChatReply> PostponeAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var (forum, meeting) = (visit.Forum.Id, action.Data.Meeting());
        var result = await postponeItem.HandleAsync(turn.Caller, new PostponeItemRequest(forum, action.Data.Item(), meeting), cancellationToken);
        if (!result.TryGet(out var postponed, out var error))
            return error;

        var found = await desk.ItemsAsync(turn, visit, meeting, action, cancellationToken);
        return found.TryGet(out var at, out var gone) ? Form(at, at, action, new DecisionNote(Texts.Postponed(postponed))) : gone;
    }

    private async Task<ChatReply> ToldAsync(
        ChatTurn turn,
        AgendaVisit before,
        InvokedAction? action,
        Result<RecordedDecision> result,
        Func<int, string?, string> told,
        CancellationToken cancellationToken)
    {
        if (!result.TryGet(out var saved, out var error))
            return error;

        var found = await desk.ItemsAsync(turn, before.Visit, saved.MeetingId, action, cancellationToken);
        if (!found.TryGet(out var visit, out var gone))
            return gone;

        var note = new DecisionNote(told(saved.Number, saved.Text), saved);
        return saved.Text is { } text && Texts.SendsToWriting(text)
            ? DecisionForm.InWriting(visit.View.Meeting, note)
            : saved.SaysSent && visit.Audience.Manages
            ? DecisionForm.SentOn(visit.View.Meeting, note)
            : Form(before, visit, action, note);
    }

    /// <summary>The form again, with what is typed and was not saved by this press.</summary>
    /// <param name="before">As it was when the button was pressed: what stood in the box as the decision was not typed.</param>
    private static ChatReply Form(AgendaVisit before, AgendaVisit visit, InvokedAction? action, DecisionNote note)
    {
        var input = action is null ? null : DecisionInput.Read(action.Data, before.View);
        return input is { IsUnsaved: true, Loaded: { } loaded }
            && (loaded.Id != (note.Saved?.ItemId ?? action!.Data.Item()) || (input.Phrase is null && input.Typed != note.Saved?.Text))
                ? DecisionForm.Build(visit.View, loaded.Id, note, input.Typed)
                : DecisionForm.Build(visit.View, told: note);
    }
}
