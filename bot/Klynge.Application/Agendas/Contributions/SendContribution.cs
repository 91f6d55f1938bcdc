using Klynge.Application.Data;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Forums;
using Klynge.Application.Guidance;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Application.Agendas.Contributions;

/// <param name="Seen">The mark of what stood in the item when the card was drawn: see <see cref="Contribution.MarkOf"/>.</param>
public sealed record SendContributionRequest(ContributionId Contribution, string? Text, string? Seen);

/// <summary>
/// Whoever was asked sends their text, or sends it anew until the agenda is sent: it becomes a section of the item. The secretariat is told of
/// the first, and of one that replaces words of its own, with those words.
/// </summary>
public sealed class SendContribution(Writer writer)
{
    public Task<Result<SentContribution>> HandleAsync(Caller caller, SendContributionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync(
            new WriteIntent(nameof(SendContribution), caller, SubjectId: request.Contribution.Value), scope => SendAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<SentContribution>> SendAsync(WriteScope scope, SendContributionRequest request)
    {
        if (await scope.Db.OwnContributionAsync(request.Contribution, scope.Caller.PersonId, scope.Today) is not { } at)
            return new ContributionNotFound();

        scope.EnterBy(ContributionVerbs.Send);
        var placed = await scope.PlaceAsync(at, request);
        if (placed.TryGet(out var sent, out _) && (sent.IsFirst || sent.Replaced is not null))
            await scope.NotifySecretariatAsync(at.Forum.Id, ContributionNotices.Sent(at, sent));

        return placed;
    }
}

/// <summary>The secretariat writes in what somebody has sent it another way, such as in a mail; it is the same text as if they had sent it themselves.</summary>
public sealed class RecordContribution(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<SentContribution>> HandleAsync(Caller caller, ForumId forum, SendContributionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync(
            new WriteIntent(nameof(RecordContribution), caller, forum, SubjectId: request.Contribution.Value), scope => RecordAsync(scope, forum, request), cancellationToken);
    }

    private static async Task<Result<SentContribution>> RecordAsync(WriteScope scope, ForumId forum, SendContributionRequest request)
    {
        var entered = await scope.EnterAsync(forum, Needs);
        if (!entered.IsSuccess)
            return entered.Error;

        return await scope.Db.ContributionAsync(forum, request.Contribution) is { } at ? await scope.PlaceAsync(at, request) : new ContributionNotFound();
    }
}

internal static class ContributionPlace
{
    /// <summary>Puts the text into the item, as an edit of it: deadlines in it are offered, and the agenda cards are drawn anew.</summary>
    internal static async Task<Result<SentContribution>> PlaceAsync(this WriteScope scope, ContributionAt at, SendContributionRequest request)
    {
        if (at.State != ContributionState.Open)
            return new ContributionIsOver(Texts.Over(at.State, await HelpQueries.ContactsAsync(scope.Db, at.Forum.Id, scope.Today)));

        var placed = at.Contribution.Send(at.Item, DanishText.CleanLines(request.Text), request.Seen, scope.Now);
        if (!placed.IsSuccess)
            return placed;

        await scope.OfferDeadlinesAsync(at.Forum, at.Meeting, at.Item);
        await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        return placed;
    }
}
