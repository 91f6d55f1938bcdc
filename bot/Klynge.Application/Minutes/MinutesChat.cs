using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums;
using Klynge.Application.Minutes.Uploads;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;

namespace Klynge.Application.Minutes;

/// <summary><c>referat</c>, and the buttons on its card.</summary>
public sealed class MinutesChat(ShowMinutes show, WriteMinutes write, ApproveMinutes approve, PublishMinutes publish) : IChatFeature
{
    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.OnCommand(CommandCatalogue.Minutes, OnCommandAsync);
        routes.OnAction(MinutesCard.ShowVerb, OnShowAsync);
        routes.OnAction(MinutesCard.WriteVerb, OnWriteAsync);
        routes.OnAction(MinutesCard.ApproveVerb, OnApproveAsync);
        routes.OnAction(MinutesCard.PublishVerb, OnPublishAsync);
    }

    private async Task<ChatReply> OnCommandAsync(ChatTurn turn, Visit visit, ChatCommand.ShowMinutes command, CancellationToken cancellationToken)
    {
        var forum = visit.Forum;

        var request = new ShowMinutesRequest(MeetingId: null, command.Date, OthersRead: !turn.IsPersonal);
        var shown = await show.HandleAsync(visit, request, cancellationToken);
        if (command.Date is { } date && await show.MeetingsOnAsync(forum.Id, date, cancellationToken) is { Count: > 1 } several)
            return MinutesCard.WhichMeeting(forum, several);

        return ReplyWith(shown);
    }

    /// <summary>A message of a document that waits for a person asks by itself whether it still does: while so, it stays as it was sent.</summary>
    private async Task<ChatReply> OnShowAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var shown = await ViewAsync(turn, visit, action.Data.Meeting(), cancellationToken);
        return action.IsRefresh && shown.TryGet(out var view, out _) && view.Upload is UploadState.Changed or UploadState.Failed
            ? new NothingNewToTell()
            : ReplyWith(shown);
    }

    private async Task<ChatReply> OnWriteAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var target = TargetOf(visit, action);
        var request = new WriteMinutesRequest(
            target.Forum, target.Meeting, action.Data.Text("over"), IsBeside: action.Data.Text("beside") is not null);
        var written = await write.HandleAsync(turn.Caller, request, cancellationToken);
        if (written.IsSuccess)
        {
            return ReplyWith(
                await ViewAsync(turn, visit, target.Meeting, cancellationToken),
                written.Value.IsStored ? MinutesTexts.YouWrote(written.Value.At) : null);
        }

        return written.Error is DocumentChangedByOthers changed
            && (await ViewAsync(turn, visit, target.Meeting, cancellationToken)).TryGet(out var view, out _)
            ? MinutesCard.AskOverwrite(view, changed)
            : written.Error;
    }

    private async Task<ChatReply> OnApproveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var target = TargetOf(visit, action);
        if (action.Data.Text("sure") is null)
        {
            var asked = await ViewAsync(turn, visit, target.Meeting, cancellationToken);
            return !asked.TryGet(out var view, out var hidden) ? hidden
                : view.MayApprove ? MinutesCard.AskApproval(view)
                : MinutesCard.Build(view);
        }

        var approved = await approve.HandleAsync(turn.Caller, new ApproveMinutesRequest(target.Forum, target.Meeting), cancellationToken);
        return approved.TryGet(out var done, out var error)
            ? ReplyWith(await ViewAsync(turn, visit, target.Meeting, cancellationToken), MinutesTexts.YouApproved(done.At, done.People))
            : error;
    }

    private async Task<ChatReply> OnPublishAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var target = TargetOf(visit, action);
        var published = await publish.HandleAsync(turn.Caller, new PublishMinutesRequest(target.Forum, target.Meeting), cancellationToken);
        return published.Error is { } error ? error : ReplyWith(await ViewAsync(turn, visit, target.Meeting, cancellationToken));
    }

    private Task<Result<MinutesView>> ViewAsync(ChatTurn turn, Visit visit, MeetingId meeting, CancellationToken cancellationToken) => show.HandleAsync(
        visit, new ShowMinutesRequest(meeting, OthersRead: !turn.IsPersonal), cancellationToken);

    private static ChatReply ReplyWith(Result<MinutesView> result, string? happened = null) =>
        result.TryGet(out var view, out var error) ? MinutesCard.Build(view, happened) : error;

    private static Target TargetOf(Visit visit, InvokedAction action) => new(visit.Forum.Id, action.Data.Meeting());

    private sealed record Target(ForumId Forum, MeetingId Meeting);
}
