using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Deadlines.AnnualWheel;

/// <summary>»årshjul« and its buttons.</summary>
internal sealed class WheelChat(PlanDeadlines plan, ChangeAnnualWheel change, IDbContextFactory<KlyngeContext> contexts) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandCatalogue.AnnualWheel, (turn, visit, _, token) => ShowAsync(turn, visit, told: null, token))
        .OnAction(DeadlineVerbs.Wheel, (turn, visit, _, token) => ShowAsync(turn, visit, told: null, token))
        .OnAction(DeadlineVerbs.WheelForm, FormAsync)
        .OnAction(DeadlineVerbs.WheelAdd, AddAsync)
        .OnAction(DeadlineVerbs.WheelAskRemove, AskRemoveAsync)
        .OnAction(DeadlineVerbs.WheelRemove, RemoveAsync);

    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, string? told, CancellationToken cancellationToken) =>
        WheelCards.Build(await ViewAsync(turn, visit, cancellationToken), told);

    private async Task<ChatReply> FormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken) =>
        WheelCards.Form(await ViewAsync(turn, visit, cancellationToken));

    private async Task<ChatReply> AddAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new AddAnnualEntryRequest(
            visit.Forum.Id,
            action.Data.Text(DeadlineParts.Title),
            action.Data.Text(WheelCards.Rule),
            PersonInput.Text(action.Data, DeadlineParts.Responsible));
        var result = await change.AddAsync(turn.Caller, request, cancellationToken);
        return result.TryGet(out var entry, out var error)
            ? await ShowAsync(turn, visit, WheelTexts.EntryAdded(entry.Title, turn), cancellationToken)
            : error;
    }

    private async Task<ChatReply> AskRemoveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var wheel = await ViewAsync(turn, visit, cancellationToken);
        var key = action.Data.Text(WheelCards.Entry);
        return wheel.Entries.FirstOrDefault(one => one.Key == key) is { } entry ? WheelCards.AskRemove(wheel, entry) : new WheelEntryNotFound();
    }

    private async Task<ChatReply> RemoveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await change.RemoveAsync(turn.Caller, visit.Forum.Id, action.Data.Text(WheelCards.Entry), cancellationToken);
        return result.TryGet(out var entry, out var error)
            ? await ShowAsync(turn, visit, WheelTexts.EntryRemoved(entry.Title, turn), cancellationToken)
            : error is WheelEntryNotFound
            ? await ShowAsync(turn, visit, error.Text, cancellationToken)
            : error;
    }

    /// <summary>Brings the deadlines in step first, so that the card shows the days of what was just added.</summary>
    private async Task<WheelView> ViewAsync(ChatTurn turn, Visit visit, CancellationToken cancellationToken)
    {
        await plan.HandleAsync(visit.Forum.Id, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var forum = await db.Forums.AsNoTracking().SingleAsync(one => one.Id == visit.Forum.Id, cancellationToken);
        var seats = await db.ActiveSeatsAsync(forum.Id, turn.Today);
        var open = await db.Deadlines.AsNoTracking()
            .Where(one => one.ForumId == forum.Id && one.Origin != null && one.Kind == DeadlineKind.Annual
                && (one.Status == DeadlineStatus.Open || one.Status == DeadlineStatus.Postponed))
            .Select(one => new { one.Origin, one.Date })
            .ToListAsync(cancellationToken);
        var names = await db.People.AsNoTracking().ToDictionaryAsync(one => one.Key, one => one.Name, StringComparer.Ordinal, cancellationToken);
        return new WheelView(forum, visit.Board, [.. forum.Rules.AnnualWheel.Select(Entry)], visit.Access.May(Permission.ManageAnnualWheel), seats);

        WheelEntryView Entry(AnnualEntry entry)
        {
            var days = open.FindAll(one => one.Origin!.StartsWith($"{DeadlinePlan.WheelPrefix}{entry.Key}/", StringComparison.Ordinal)).ConvertAll(one => one.Date);
            var who = entry.ResponsiblePerson is { } key ? names.GetValueOrDefault(key) : Texts.Role(entry.ResponsibleRole);
            return new WheelEntryView(entry.Key, entry.Title, entry.Rule.ToString(), who, days.Count == 0 ? null : days.Min(), days.Count);
        }
    }
}
