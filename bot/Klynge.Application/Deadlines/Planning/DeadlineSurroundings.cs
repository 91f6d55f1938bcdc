using Klynge.Application.Data;
using Klynge.Application.Forums.People;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Deadlines.Planning;

/// <summary>What stands around some deadlines, read once: the people, the cases, the board. Makes a view for each reader.</summary>
internal sealed class DeadlineSurroundings
{
    private readonly IReadOnlyDictionary<ForumId, (Forum Forum, string Board)> _forums;
    private readonly Dictionary<PersonId, string> _names;
    private readonly Dictionary<AgendaItemId, AgendaItemContent> _items;
    private readonly Dictionary<WrittenProcedureId, CaseOfDeadline> _cases;
    private readonly HashSet<(AgendaItemId, PersonId)> _excluded;

    private DeadlineSurroundings(
        IReadOnlyDictionary<ForumId, (Forum Forum, string Board)> forums,
        Dictionary<PersonId, string> names,
        Dictionary<AgendaItemId, AgendaItemContent> items,
        Dictionary<WrittenProcedureId, CaseOfDeadline> cases,
        HashSet<(AgendaItemId, PersonId)> excluded) =>
        (_forums, _names, _items, _cases, _excluded) = (forums, names, items, cases, excluded);

    internal static async Task<DeadlineSurroundings> LoadAsync(
        KlyngeContext db, Forum forum, IReadOnlyList<Deadline> deadlines, CancellationToken cancellationToken)
    {
        var board = await db.Boards.AsNoTracking().Where(one => one.Id == forum.BoardId).Select(one => one.Name).SingleAsync(cancellationToken);
        return await LoadAsync(db, new Dictionary<ForumId, (Forum, string)> { [forum.Id] = (forum, board) }, deadlines, cancellationToken);
    }

    /// <param name="forums">Those of the deadlines, each with its board's name.</param>
    internal static async Task<DeadlineSurroundings> LoadAsync(
        KlyngeContext db, IReadOnlyDictionary<ForumId, (Forum Forum, string Board)> forums, IReadOnlyList<Deadline> deadlines, CancellationToken cancellationToken)
    {
        var people = deadlines.Select(deadline => deadline.ResponsibleId)
            .Concat(deadlines.SelectMany(deadline => deadline.History).SelectMany(change => new[] { change.ById, change.ResponsibleIdBefore }))
            .OfType<PersonId>().Distinct().ToList();
        var names = await db.LabelsAsync(people, cancellationToken);
        var ids = deadlines.Select(deadline => deadline.ItemId).OfType<AgendaItemId>().Distinct().ToList();
        var items = ids.Count == 0
            ? []
            : await db.AgendaItems.AsNoTracking().Where(item => ids.Contains(item.Id))
                .ToDictionaryAsync(item => item.Id, item => item.Content, cancellationToken);
        var procedures = deadlines.Select(deadline => deadline.ProcedureId).OfType<WrittenProcedureId>().Distinct().ToList();
        var cases = procedures.Count == 0
            ? []
            : await db.WrittenProcedures.AsNoTracking().Where(one => procedures.Contains(one.Id))
                .ToDictionaryAsync(one => one.Id, one => new CaseOfDeadline(one.Case, one.OpenedAt == null, one.OpenedAt == null && one.Status == ProcedureStatus.Closed), cancellationToken);
        var closed = items.Where(item => item.Value.IsClosed).Select(item => item.Key).ToList();
        var excluded = closed.Count == 0
            ? []
            : (await db.ItemExclusions.AsNoTracking().Where(one => closed.Contains(one.ItemId)).ToListAsync(cancellationToken)).Select(one => (one.ItemId, one.PersonId)).ToHashSet();
        return new DeadlineSurroundings(forums, names, items, cases, excluded);
    }

    internal DeadlineView ToView(Deadline deadline, DeadlineReader reader)
    {
        var (forum, board) = _forums[deadline.ForumId];
        var item = deadline.ItemId is { } id ? _items.GetValueOrDefault(id) : null;
        var written = deadline.ProcedureId is { } procedure ? _cases.GetValueOrDefault(procedure) : null;
        var isDraft = written is { IsDraft: true };
        var isHiddenDraft = isDraft && !reader.ReadsDrafts;
        var isOfClosed = item is { IsClosed: true } || written is { Text.IsClosed: true };
        var isExcluded = deadline.ItemId is { } kept && reader.Access is { } access && _excluded.Contains((kept, access.PersonId));
        var hidden = isHiddenDraft || isExcluded || (isOfClosed && !reader.ReadsClosed);
        return new DeadlineView
        {
            Id = deadline.Id,
            ForumId = forum.Id,
            Forum = forum.Name,
            Board = board,
            Title = isHiddenDraft ? Texts.DraftCase : hidden ? Texts.ClosedCase : deadline.Title,
            Date = deadline.Date,
            Time = deadline.Time,
            Kind = deadline.Kind,
            Status = deadline.Status,
            Version = deadline.Version,
            Responsible = NameOf(deadline.Responsible),
            Reminders = deadline.Reminders,
            ResponsibleChoice = ResponsibleNames.ChoiceOf(deadline.Responsible),
            MeetingId = deadline.MeetingId,
            ItemId = deadline.ItemId,
            ProcedureId = written is { IsDiscarded: false } ? deadline.ProcedureId : null,
            IsOfDraft = isDraft,
            Item = hidden ? null : item?.Title ?? written?.Text.Title,
            Quote = hidden ? null : deadline.Quote,
            Follows = deadline.Origin is not null,
            MayChange = reader.Access?.MayChange(deadline.Responsible) ?? false,
            MayEdit = reader.Access?.May(Permission.ManageDeadlines) ?? false,
            MayRemind = reader.Access is { } own && own.May(Permission.ManageDeadlines) && IsOfOthers(deadline.Responsible, own.PersonId),
            IsHidden = hidden,
            IsOfClosed = isOfClosed,
            IsForEverybody = reader.Access is null,
            History = hidden ? [] : StepsOf(deadline),
        };
    }

    private static bool IsOfOthers(Responsible responsible, PersonId reader) =>
        !responsible.IsOfSecretariat && responsible.Role != Role.Secretariat && responsible.PersonId != reader;

    private string? NameOf(Responsible responsible) =>
        responsible.PersonId is { } id ? _names.GetValueOrDefault(id) : responsible.Body ?? Texts.Role(responsible.Role);

    private List<DeadlineStep> StepsOf(Deadline deadline)
    {
        var changes = deadline.History.OrderBy(change => change.Version).ToList();
        return [.. changes.Select((change, index) => ToStep(deadline, change, index + 1 < changes.Count ? changes[index + 1] : null))];
    }

    private DeadlineStep ToStep(Deadline deadline, DeadlineChange change, DeadlineChange? next)
    {
        var step = new DeadlineStep(
            change.Kind,
            DanishTime.ToDanish(change.At),
            change.ById is { } by ? _names.GetValueOrDefault(by) : null,
            change.DateBefore,
            next?.DateBefore ?? deadline.Date,
            change.Reason)
        {
            TimeBefore = change.TimeBefore,
            TimeAfter = next is null ? deadline.Time : next.TimeBefore,
        };
        if (change.Kind != DeadlineChangeKind.Edited)
            return step;

        var responsible = next is null ? deadline.Responsible : next.ResponsibleBefore;
        var isGiven = responsible != change.ResponsibleBefore;
        return step with
        {
            RenamedFrom = change.TitleBefore != (next is null ? deadline.Title : next.TitleBefore) ? change.TitleBefore : null,
            IsReplanned = change.RemindersBefore != (next is null ? deadline.Reminders : next.RemindersBefore),
            TakenFrom = isGiven ? NameOf(change.ResponsibleBefore) ?? Texts.Nobody.ToLowerInvariant() : null,
        };
    }
}

/// <param name="IsDraft">It was never sent out: the forum does not know of it.</param>
/// <param name="IsDiscarded">Nor will it be.</param>
internal sealed record CaseOfDeadline(CaseText Text, bool IsDraft, bool IsDiscarded);
