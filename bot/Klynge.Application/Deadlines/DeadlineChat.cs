using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Deadlines.Reminders;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Teams.Routing;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>»frist« and »frister«, and the buttons of one deadline.</summary>
internal sealed class DeadlineChat(
    DeadlineLookup desk, PlanDeadlines plan, SetDeadline set, FinishDeadline finish, PostponeDeadline postpone, UndoDeadline undo) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandCatalogue.NewDeadline, SetAsync)
        .OnCommandOfAll(CommandCatalogue.Deadlines, ListAsync)
        .OnActionOfAll(DeadlineVerbs.List, ListAsync)
        .OnAction(DeadlineVerbs.Show, ShowAsync)
        .OnAction(DeadlineVerbs.Form, FormAsync)
        .OnAction(DeadlineVerbs.Set, SetAsync)
        .OnAction(DeadlineVerbs.Finish, FinishAsync)
        .OnAction(DeadlineVerbs.PostponeForm, PostponeFormAsync)
        .OnAction(DeadlineVerbs.Postpone, PostponeAsync)
        .OnAction(DeadlineVerbs.Undo, UndoAsync);

    /// <summary>The deadline; to a reminder that draws itself anew the reminder, as long as nothing has changed.</summary>
    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(turn, visit, DeadlineLookup.IdOf(action.Data), action, cancellationToken);
        return found.TryGet(out var view, out var error)
            ? ReminderCard.Again(view, action.Data.Text(ReminderCard.Key), action.Data.Integer(CardParts.Version), turn.Today) ?? DeadlineCard.Build(view, turn.Today)
            : error;
    }

    private async Task<ChatReply> SetAsync(ChatTurn turn, Visit visit, ChatCommand.SetDeadline command, CancellationToken cancellationToken)
    {
        if (command.Title is null || command.Date is null)
            return await FormAsync(visit, command, turn, cancellationToken);

        var request = new SetDeadlineRequest(visit.Forum.Id, command.Title, command.Date, command.Responsible) { Time = command.Time };
        if (turn.AsksFirst || command.IsAsked)
            return await FormAsync(visit, command, turn, cancellationToken);

        var result = await set.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error is ResponsibleUnknown unknown
            ? await WhoAsync(visit, request, unknown, turn.Today, cancellationToken)
            : await ToldAsync(turn, visit, result, null, cancellationToken);
    }

    /// <summary>The form with all that the words said; a name that is not understood stands below its field.</summary>
    private async Task<ChatReply> FormAsync(Visit visit, ChatCommand.SetDeadline command, ChatTurn turn, CancellationToken cancellationToken)
    {
        var named = await desk.ResponsibleAsync(visit, command.Responsible, turn, cancellationToken);
        var chosen = named.TryGet(out var responsible, out var wrong) && responsible != Responsible.Nobody ? ResponsibleNames.ValueOf(responsible) : null;
        return await desk.FormAsync(visit, new DeadlineForm(command.Title, command.Date, chosen) { Time = command.Time, Wrong = wrong }, turn.Today, cancellationToken);
    }

    /// <summary>»Ny frist« opens it empty; »Vælg en anden« with a name that nobody, or more than one, has, and the form says so.</summary>
    private async Task<ChatReply> FormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var form = DeadlineForm.Typed(action.Data, wrong: null);
        var named = await desk.ResponsibleAsync(visit, form.Responsible, turn, cancellationToken);
        return await desk.FormAsync(visit, form with { Wrong = named.Error }, turn.Today, cancellationToken);
    }

    private async Task<ChatReply> SetAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new SetDeadlineRequest(
            visit.Forum.Id, action.Data.Text(DeadlineParts.Title), DeadlineForm.DateOf(action.Data), PersonInput.Text(action.Data, DeadlineParts.Responsible))
        {
            Time = DeadlineForm.TimeOf(action.Data),
            New = DeadlineForm.IdIn(action.Data),
        };
        var result = await set.HandleAsync(turn.Caller, request, cancellationToken);
        return DeadlineForm.FieldOf(result.Error) is null
            ? await ToldAsync(turn, visit, result, action, cancellationToken)
            : await desk.FormAsync(visit, DeadlineForm.Typed(action.Data, result.Error), turn.Today, cancellationToken);
    }

    private async Task<ChatReply> ToldAsync(
        ChatTurn turn, Visit visit, Result<DeadlineId> result, InvokedAction? action, CancellationToken cancellationToken) =>
        result.TryGet(out var id, out var error)
            ? await desk.ShowAsync(turn, visit, id, action, Texts.Set(turn), cancellationToken)
            : error;

    /// <summary>A name that fits several, or nobody: a button for each, and the form for anybody else.</summary>
    private async Task<ChatReply> WhoAsync(Visit visit, SetDeadlineRequest request, ResponsibleUnknown unknown, LocalDate today, CancellationToken cancellationToken)
    {
        if (unknown.Fitting.Count is > 0 and <= DeadlineForms.MaxFitting)
            return DeadlineForms.AskWho(visit.Forum, request with { New = request.New ?? DeadlineId.New() }, unknown);

        var form = new DeadlineForm(request.Title, request.Date, Responsible: unknown.Written) { Time = request.Time, Wrong = unknown };
        return await desk.FormAsync(visit, form, today, cancellationToken);
    }

    private Task<ChatReply> ListAsync(ChatTurn turn, IReadOnlyList<Visit> visits, ChatCommand.ShowDeadlines command, CancellationToken cancellationToken) =>
        ListAsync(turn, visits, command.AreOwn, null, cancellationToken);

    private Task<ChatReply> ListAsync(ChatTurn turn, IReadOnlyList<Visit> visits, InvokedAction action, CancellationToken cancellationToken) =>
        action.Data.Text(DeadlineDigestCard.Deadlines) is null
            ? ListAsync(turn, visits, areOwn: false, action, cancellationToken)
            : DigestAsync(turn, visits, action, cancellationToken);

    private async Task<ChatReply> ListAsync(
        ChatTurn turn, IReadOnlyList<Visit> visits, bool areOwn, InvokedAction? action, CancellationToken cancellationToken)
    {
        var lists = new List<DeadlinesOfForum>(visits.Count);
        foreach (var visit in visits)
        {
            await plan.HandleAsync(visit.Forum.Id, cancellationToken);
            lists.Add(await desk.ListAsync(visit, DeadlineReader.Of(visit, turn, action), areOwn, cancellationToken));
        }

        return DeadlineListCard.Build(lists, turn.Today);
    }

    /// <summary>The morning's reminders as they stand now; what has been settled since is gone from it.</summary>
    private async Task<ChatReply> DigestAsync(ChatTurn turn, IReadOnlyList<Visit> visits, InvokedAction action, CancellationToken cancellationToken)
    {
        var named = action.Data.Choices(DeadlineDigestCard.Deadlines).Take(DeadlineDigestCard.MaxFollowed);
        List<DeadlineId> reminded = [.. named.Select(DeadlineDigestCard.IdIn).OfType<DeadlineId>()];
        var open = new List<DeadlineView>();
        foreach (var visit in visits)
            open.AddRange(await desk.StillOpenAsync(visit, DeadlineReader.Of(visit, turn, action), reminded, cancellationToken));

        var tellsOfWaiting = action.Data.Flag(DeadlineDigestCard.TellsOfWaiting) == true;
        var waiting = tellsOfWaiting ? await desk.WaitingAsync(turn, cancellationToken) : WaitingAnswers.None;
        return DeadlineDigestCard.Build([.. open.OrderBy(view => view.Date)], waiting, turn.Today, reminded, tellsOfWaiting);
    }

    private async Task<ChatReply> FinishAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var id = DeadlineLookup.IdOf(action.Data);
        var result = await finish.HandleAsync(turn.Caller, visit.Forum.Id, id, action.Data.Integer(CardParts.Version), cancellationToken);
        return await AfterButtonAsync(turn, visit, action, result, Texts.Finished(turn), cancellationToken);
    }

    private Task<ChatReply> PostponeFormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken) =>
        PostponeFormAsync(turn, visit, action, typed: null, cancellationToken);

    private async Task<ChatReply> PostponeFormAsync(
        ChatTurn turn, Visit visit, InvokedAction action, PostponeDeadlineRequest? typed, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(turn, visit, DeadlineLookup.IdOf(action.Data), action, cancellationToken);
        if (!found.TryGet(out var view, out var error))
            return error;

        if (!view.MayChange)
            return new DeadlineNotYours(view.Forum);

        return view.IsOpen ? DeadlineForms.Postpone(view, turn.Today, typed) : DeadlineCard.Build(view, turn.Today);
    }

    private async Task<ChatReply> PostponeAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new PostponeDeadlineRequest(
            visit.Forum.Id,
            DeadlineLookup.IdOf(action.Data),
            DeadlineForm.DateOf(action.Data),
            action.Data.Text(DeadlineParts.Reason),
            action.Data.Integer(CardParts.Version));
        var result = await postpone.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error is ChangedMeanwhile
            ? await PostponeFormAsync(turn, visit, action, request, cancellationToken)
            : await AfterAsync(turn, visit, action, result, Texts.Postponed(turn), cancellationToken);
    }

    private async Task<ChatReply> UndoAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var id = DeadlineLookup.IdOf(action.Data);
        var result = await undo.HandleAsync(turn.Caller, visit.Forum.Id, id, action.Data.Integer(CardParts.Version) ?? 0, cancellationToken);
        return await AfterButtonAsync(turn, visit, action, result, Texts.Undone(turn), cancellationToken);
    }

    /// <summary>Nothing was typed that could be lost: after another's change the deadline is shown as it stands, and that nothing was done.</summary>
    private Task<ChatReply> AfterButtonAsync(
        ChatTurn turn, Visit visit, InvokedAction action, Result<Done> result, string told, CancellationToken cancellationToken) => result.Error is ChangedMeanwhile
            ? desk.ShowAsync(turn, visit, DeadlineLookup.IdOf(action.Data), action, told: null, cancellationToken, Texts.ChangedHere)
            : AfterAsync(turn, visit, action, result, told, cancellationToken);

    /// <summary>A reminder that is answered after another has settled the deadline shows how it stands.</summary>
    private async Task<ChatReply> AfterAsync(
        ChatTurn turn, Visit visit, InvokedAction action, Result<Done> result, string told, CancellationToken cancellationToken) => result.Error switch
        {
            null => await desk.ShowAsync(turn, visit, DeadlineLookup.IdOf(action.Data), action, told, cancellationToken),
            DeadlineIsSettled => await desk.ShowAsync(turn, visit, DeadlineLookup.IdOf(action.Data), action, null, cancellationToken),
            var error => error,
        };
}
