using Klynge.Application.Agendas.Sending;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Coming;

/// <param name="Title">As it was typed, as are the others.</param>
/// <param name="Wanted">The words that say for which meeting.</param>
/// <param name="Reading">1, 2 or null.</param>
public sealed record ComingInput(string? Title, string? Presenter, string? Wanted, int? Reading, string? Remark, bool IsClosed);

/// <summary>The secretariat writes a case on the list of those to come.</summary>
public sealed class AddComingItem(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    /// <summary>More is no list that anybody reads.</summary>
    internal const int Most = 150;

    public Task<Result<ComingItemId>> HandleAsync(Caller caller, ForumId forumId, ComingItemId id, ComingInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        return writer.WriteAsync<ComingItemId>(new WriteIntent(nameof(AddComingItem), caller, forumId, SubjectId: id.Value), async scope =>
        {
            var entered = await scope.EnterAsync(forumId, Needs);
            if (!entered.TryGet(out _, out var error))
                return error;

            if (!ComingDetailsReader.Clean(input, before: null, scope.Today).TryGet(out var details, out var unfit))
                return unfit;

            if (await scope.Db.ComingItems.SingleOrDefaultAsync(one => one.Id == id) is { } earlier)
                return Repeated(earlier, forumId, details);

            if (await scope.CheckRoomAsync(forumId) is { } full)
                return full;

            scope.Db.ComingItems.Add(ComingItem.Add(new NewComingItem(forumId, details) { Id = id == default ? null : id }, scope.Caller.PersonId, scope.Now));
            return id;
        }, cancellationToken);
    }

    /// <summary>The same form again: the case is there. With other words it would be another, which the form cannot make any longer.</summary>
    private static Result<ComingItemId> Repeated(ComingItem earlier, ForumId forum, ComingDetails details) =>
        earlier.ForumId != forum ? new ComingItemNotFound()
        : earlier.Content.IsSame(details.Content) && earlier.Wanted.Words == details.Wanted.Words && (earlier.Reading, earlier.Remark) == (details.Reading, details.Remark) ? earlier.Id
        : new ComingItemAlreadyAdded(Outbox.NoticeTitle.Of(earlier.Content).ToString());
}

/// <summary>Corrects a case to come: its title, who presents it, and for which meeting it is wanted.</summary>
public sealed class EditComingItem(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<Done>> HandleAsync(Caller caller, ForumId forumId, ComingItemId id, ComingInput input, int seenVersion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        return writer.WriteAsync<Done>(new WriteIntent(nameof(EditComingItem), caller, forumId, SubjectId: id.Value), async scope =>
        {
            var found = await scope.ComingAsync(forumId, id, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (ComingRules.CheckOpen(at.Row) is { } refused)
                return refused;

            return ComingDetailsReader.Clean(input, at.Row, scope.Today).TryGet(out var details, out var unfit) ? Edit(at.Row, details, seenVersion) : unfit;
        }, cancellationToken);
    }

    /// <summary>Its words stand in the item that it has become: taken off the agenda, that is corrected with it; of a meeting that was held it is history.</summary>
    private static Result<Done> Edit(ComingRow row, ComingDetails details, int seenVersion)
    {
        if (row.HasStood && row.Item!.Content is var stood && (stood.Title != details.Content.Title || stood.Presenter != details.Content.Presenter || (stood.IsClosed && !details.Content.IsClosed)))
            return new ComingItemHasStood(DanishFormat.PlainDate(row.Meeting!.Date));

        // The form showed them as they were corrected there.
        row.Coming.Content = row.Content;
        if (row.Coming.Edit(details, seenVersion).Error is { } refused)
            return refused;

        if (row is { HasStood: false, Item: { } item })
            item.Content = details.Content;

        return default(Done);
    }
}

/// <summary>The secretariat takes on what another forum's has proposed.</summary>
public sealed class AcceptComingItem(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<Done>> HandleAsync(Caller caller, ForumId forumId, ComingItemId id, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(AcceptComingItem), caller, forumId, SubjectId: id.Value), async scope =>
        {
            var found = await scope.ComingAsync(forumId, id, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (at.Row.State is ComingState.Withdrawn or ComingState.Recalled)
                return new ComingItemNotFound();

            if (at.Coming.Accept().Error is { } refused)
                return refused;

            await scope.ToldFollowUpAsync(at.Coming);
            return default(Done);
        }, cancellationToken);
}

/// <summary>Takes a case off the list, or says no to what is proposed, with a reason that whoever proposed it reads.</summary>
public sealed class DropComingItem(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<Done>> HandleAsync(Caller caller, ForumId forumId, ComingItemId id, string? reason, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(DropComingItem), caller, forumId, SubjectId: id.Value), async scope =>
        {
            var found = await scope.ComingAsync(forumId, id, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (at.Coming.Status != ComingStatus.Dropped && (ComingRules.CheckOpen(at.Row) ?? ComingRules.CheckNotStanding(at.Row)) is { } refused)
                return refused;

            if (!DanishText.Clean(reason, new TextLimit(Texts.ReasonLabel, ComingItem.MaxReasonLength, Optional: true)).TryGet(out var because, out var unfit))
                return unfit;

            var isNew = at.Coming.Status != ComingStatus.Dropped;
            if (at.Coming.Drop(because, scope.Now).Error is { } undropped)
                return undropped;

            if (isNew)
                await scope.DeclineAsync(at.Coming, at.Visit.Forum);

            await scope.ToldFollowUpAsync(at.Coming);
            return default(Done);
        }, cancellationToken);
}

/// <summary>Takes <see cref="DropComingItem"/> back.</summary>
public sealed class ReturnComingItem(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<Done>> HandleAsync(Caller caller, ForumId forumId, ComingItemId id, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(ReturnComingItem), caller, forumId, SubjectId: id.Value), async scope =>
        {
            var found = await scope.ComingAsync(forumId, id, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (at.Coming.Status == ComingStatus.Dropped && await scope.CheckStillSentAsync(at.Coming) is { } gone)
                return gone;

            at.Coming.Return();
            await scope.ToldFollowUpAsync(at.Coming);
            return default(Done);
        }, cancellationToken);
}

internal static class ComingRules
{
    /// <summary>Why the case cannot be changed on the list; null where it can.</summary>
    internal static Error? CheckOpen(ComingRow row) => row.IsClosedElsewhere ? new ClosedStaysHere(row.FromForum ?? string.Empty) : row.State switch
    {
        ComingState.OnAgenda => new ComingItemOnAgenda(DanishFormat.PlainDate(row.Meeting!.Date)),
        ComingState.Decided => new ComingItemSettled(),
        ComingState.SentOn => new ItemIsSentOn(Texts.AnotherForum),
        ComingState.Dropped or ComingState.Withdrawn or ComingState.Recalled => new ComingItemNotFound(),
        _ => null,
    };

    /// <summary>What was sent here goes back when it is dropped, so that it is not to stand on an agenda here as well.</summary>
    internal static Error? CheckNotStanding(ComingRow row) =>
        row is { Coming.Origin: ComingOrigin.Sent or ComingOrigin.SentBack, Item.IsOnAgenda: true, Meeting: { } meeting } && meeting.CheckNotOver() is null
            ? new ComingItemOnAgenda(DanishFormat.PlainDate(meeting.Date)) : null;

    /// <summary>Why the forum's list takes no more; null where it does.</summary>
    internal static async Task<Error?> CheckRoomAsync(this WriteScope scope, ForumId forum) =>
        await scope.Db.ComingItems.CountAsync(one => one.ForumId == forum && one.Status != ComingStatus.Dropped && one.ItemId == null) >= AddComingItem.Most
            ? new TooManyComingItems(AddComingItem.Most) : null;
}

/// <summary>What was typed, cleaned; what the form does not show stays as it was.</summary>
internal static class ComingDetailsReader
{
    internal static Result<ComingDetails> Clean(ComingInput input, ComingRow? before, LocalDate today)
    {
        if (!DanishText.Clean(input.Title, new TextLimit(Agendas.Texts.TitleLabel, AgendaItemRules.MaxTitleLength)).TryGet(out var title, out var untitled))
            return untitled;

        if (!DanishText.Clean(input.Presenter, new TextLimit(Agendas.Texts.PresenterLabel, AgendaItemRules.MaxPresenterLength, Optional: true)).TryGet(out var presenter, out var unnamed))
            return unnamed;

        if (!DanishText.Clean(input.Wanted, new TextLimit(Texts.WantedLabel, Wanted.MaxLength, Optional: true)).TryGet(out var wanted, out var unwanted))
            return unwanted;

        if (!DanishText.Clean(input.Remark, new TextLimit(Texts.RemarkLabel, ComingItem.MaxRemarkLength, Optional: true)).TryGet(out var remark, out var unsaid))
            return unsaid;

        var content = (before?.Content ?? new AgendaItemContent { Title = title }) with
        {
            Title = title,
            Presenter = presenter.Length == 0 ? null : presenter,
            IsClosed = input.IsClosed,
            ClosedBecause = input.IsClosed ? before?.Content.ClosedBecause : null,
        };
        return new ComingDetails(content, before is not null && before.Coming.WantedWords == wanted ? before.Coming.Wanted : Wanted.Read(wanted, today))
        {
            Reading = input.Reading is 1 or 2 ? input.Reading : null,
            Remark = remark.Length == 0 ? null : remark,
        };
    }
}
