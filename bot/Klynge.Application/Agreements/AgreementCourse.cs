using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agreements;

/// <summary>What has become of some agreements, in the words of »Opfølgning«: as they stand, or as this transaction makes them.</summary>
internal sealed class AgreementCourse
{
    private const int MaxDecision = 200;

    private readonly Dictionary<DeadlineId, Stop> _stops = [];

    internal static async Task<AgreementCourse> LoadAsync(WriteScope scope, IReadOnlyList<Deadline> agreements)
    {
        var ids = agreements.Select(one => (DeadlineId?)one.Id).ToList();
        var stored = await scope.Db.ComingItems.Where(coming => ids.Contains(coming.AgreementId)).ToListAsync();
        var course = new AgreementCourse();
        foreach (var coming in stored.Concat(scope.Db.ComingItems.Local.Where(coming => ids.Contains(coming.AgreementId))).Distinct().ToList())
        {
            var item = coming.ItemId is { } id ? await scope.Db.AgendaItems.FindAsync(id) : null;
            var meeting = item is null ? null : await scope.Db.Meetings.FindAsync(item.MeetingId);
            var forum = coming.FromForumId is null ? null : (await scope.Db.Forums.FindAsync(coming.ForumId))!.Name;
            course._stops[coming.AgreementId!.Value] = new Stop(coming, item, meeting, forum);
        }

        return course;
    }

    /// <param name="source">The item in whose decision the agreement stands; null where that is not known.</param>
    /// <returns>Null for one that should never have been there.</returns>
    internal string? StateOf(Deadline one, AgendaItem? source)
    {
        var stop = _stops.GetValueOrDefault(one.Id);
        var last = one.History.MaxBy(change => change.Version);
        return one.Status switch
        {
            DeadlineStatus.Done => stop?.Decided(source) ?? AgreementTexts.DoneOn(DanishTime.ToDanish(one.SettledAt!.Value).Date),
            DeadlineStatus.Removed when last is { Kind: DeadlineChangeKind.Removed, Reason: { } reason } => AgreementTexts.DroppedFor(reason),
            DeadlineStatus.Removed => null,
            _ => string.Join(", ", new[] { AgreementTexts.Open(one.Date), stop?.OnItsWay }.OfType<string>()),
        };
    }

    /// <param name="Forum">Another forum that is to take it up; null for the own one.</param>
    private sealed record Stop(ComingItem Coming, AgendaItem? Item, Meeting? Meeting, string? Forum)
    {
        private ComingState State => Coming.StateBy(Item, Meeting, isAgreementGone: false);

        private LocalDate Day => Meeting!.Date;

        internal string? OnItsWay => State switch
        {
            ComingState.Proposed => AgreementTexts.IsProposed(Forum),
            ComingState.Waiting => AgreementTexts.IsComing(Forum),
            ComingState.OnAgenda => AgreementTexts.IsOnAgenda(Forum, Day),
            ComingState.NotReached => AgreementTexts.NotReached(Forum, Day),
            ComingState.Postponed or ComingState.Unsettled => AgreementTexts.Postponed(Forum, Day),
            ComingState.Dropped => AgreementTexts.NotTaken(Forum, Coming.Content.IsClosed ? null : Coming.Reason),
            _ => null,
        };

        /// <summary>The own forum's decision in its words, where it is open; another forum's stands in its own minutes.</summary>
        internal string? Decided(AgendaItem? source) => State != ComingState.Decided ? null
            : AgreementTexts.Decided(
                Forum, Day, Forum is not null || Item is not { Content.IsClosed: false, Decision: { } decision } || source is { Content.IsClosed: true } ? null : DanishText.Shorten(DanishText.Clean(decision), MaxDecision));
    }
}
