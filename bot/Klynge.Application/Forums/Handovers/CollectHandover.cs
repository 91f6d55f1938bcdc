using Klynge.Application.Agendas.Coming;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums.Handovers;

/// <summary>Finds what a forum has open, and what it has decided, on one day.</summary>
/// <param name="closedFollow">Whoever hands over keeps the successor's books as well, so that its closed cases are theirs to read.</param>
internal sealed class CollectHandover(KlyngeContext db, Forum from, Forum to, string board, LocalDate lastDay, LocalDate today, bool closedFollow)
{
    private List<ItemAt> _items = [];

    internal async Task<Collected> CollectAsync(CancellationToken cancellationToken = default)
    {
        _items = await db.AgendaItems.AsNoTracking()
            .Where(item => item.ForumId == from.Id && item.Status == AgendaItemStatus.Accepted)
            .Join(db.Meetings.Where(meeting => meeting.Status != MeetingStatus.Cancelled), item => item.MeetingId, meeting => meeting.Id, (item, meeting) => new ItemAt(item, meeting))
            .ToListAsync(cancellationToken);
        _items = [.. _items.OrderBy(at => at.Meeting.Date).ThenBy(at => at.Meeting.Start).ThenBy(at => at.Item.Number)];
        var coming = await db.Rows(db.ComingItems.AsNoTracking().Where(one => one.ForumId == from.Id && one.Status != ComingStatus.Dropped)).ToListAsync(cancellationToken);
        var waiting = coming.FindAll(row => row.State is not ComingState.OnAgenda && row.State.IsToCome());
        var taken = coming.Select(row => row.Coming.ItemId).OfType<AgendaItemId>().ToHashSet();
        List<OpenCase> all =
        [
            .. waiting.Select(row => new OpenCase(row.Content with { IsClosed = row.IsOfClosed }, row.Item?.Id ?? row.Coming.FromItemId)),
            .. OpenItems().Where(at => !taken.Contains(at.Item.Id)).Select(at => new OpenCase(at.Item.Content, at.Item.Id)),
            .. _items.Where(at => at.Meeting.Date > lastDay && taken.Contains(at.Item.Id)).Select(at => new OpenCase(at.Item.Content, at.Item.Id)),
        ];
        var open = all.FindAll(one => !one.Content.IsClosed);
        var closed = await ClosedAsync(all.FindAll(one => one.Content.IsClosed), cancellationToken);
        var contents = new HandoverContents(board, from.Name, to.Name, lastDay)
        {
            Cases = [.. open.Select(one => new HandedCase(one.Content.Title, Journey(one.From, one.Content.IsClosed)))],
            Decisions = [.. _items.Where(at => at.Item is { Decision: not null, Content.IsClosed: false }).Select(at => new HandedDecision(at.Meeting.Date, at.Item.Number, at.Item.Content.Title, at.Item.Decision!))],
            Closed = [.. closed.Select(one => one.Handed)],
            ClosedCases = closed.Count(one => one.Handed.StaysBecause is not null),
            Wheel = await WheelAsync(cancellationToken),
            Members = await MembersAsync(cancellationToken),
            Documents = await DocumentsAsync(cancellationToken),
        };
        return new Collected(await WithDeadlinesAsync(contents, cancellationToken), open)
        {
            Closed = [.. closed.Where(one => one.Handed.StaysBecause is null).Select(one => (one.Case, new HandedCase(one.Case.Content.Title, Journey(one.Case.From, isRead: true))))],
        };
    }

    /// <summary>Each closed case with whether it follows: to those who may read it here and there, and to nobody who is kept out of it.</summary>
    private async Task<List<(OpenCase Case, HandedClosedCase Handed)>> ClosedAsync(List<OpenCase> cases, CancellationToken cancellationToken)
    {
        var ids = cases.Select(one => one.From).OfType<AgendaItemId>().ToList();
        var kept = ids.Count == 0 ? [] : await db.ItemExclusions.AsNoTracking().Where(one => ids.Contains(one.ItemId)).Select(one => one.ItemId).ToHashSetAsync(cancellationToken);
        return cases.ConvertAll(one => (one, new HandedClosedCase(
            HandoverTexts.Where(_items.Find(at => at.Item.Id == one.From) is { } at ? (at.Item.Number, at.Meeting.Date) : null),
            !closedFollow ? HandoverTexts.OtherSecretariat(to.Name) : one.From is { } id && kept.Contains(id) ? HandoverTexts.SomebodyKeptOut : null)));
    }

    private async Task<IReadOnlyList<HandedWheelEntry>> WheelAsync(CancellationToken cancellationToken)
    {
        var keys = from.Rules.AnnualWheel.Select(entry => entry.ResponsiblePerson).OfType<string>().ToList();
        var names = keys.Count == 0 ? [] : await db.People.AsNoTracking().Where(person => keys.Contains(person.Key)).ToDictionaryAsync(person => person.Key, person => person.Name, StringComparer.Ordinal, cancellationToken);
        return [.. from.Rules.AnnualWheel.Select(entry => new HandedWheelEntry(
            entry.Title, entry.Rule.ToString(), entry.ResponsiblePerson is { } key ? names.GetValueOrDefault(key) : entry.ResponsibleRole?.Danish()))];
    }

    /// <summary>The cases in writing that would end when the forum is history.</summary>
    internal async Task<IReadOnlyList<string>> OutlivingAsync()
    {
        var open = await db.WrittenProcedures.AsNoTracking().Where(one => one.ForumId == from.Id && one.Status == ProcedureStatus.Open).ToListAsync();
        return [.. open.Where(one => DanishTime.ToDanish(one.Deadline).Date > lastDay).Select(one => Outbox.NoticeTitle.Of(one.Case).ToString())];
    }

    /// <summary>
    /// Not reached or put off at a meeting that was held, without having gone on; and what is planned for a day after the last. A standing item is
    /// no case, and what an older meeting did not write a decision on is none either.
    /// </summary>
    private IEnumerable<ItemAt> OpenItems()
    {
        var goneOn = _items.Select(at => at.Item.ContinuesId).OfType<AgendaItemId>().ToHashSet();
        var latest = _items.Where(at => at.Meeting.Status == MeetingStatus.Held).Select(at => (LocalDate?)at.Meeting.Date).Max();
        var standing = from.Rules.StandingItems.Select(one => one.Title).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return _items.Where(at => !goneOn.Contains(at.Item.Id) && !standing.Contains(at.Item.Content.Title) && (at.Meeting.Status == MeetingStatus.Held
            ? (at.Item.Decision is null && at.Meeting.Date == latest) || RecommendationOutcomes.Unsettled(at.Item.Decision, at.Item.Content.Recommendations.Count) is not null
            : at.Meeting.Date > lastDay));
    }

    /// <param name="isRead">It goes to those alone who may read what is closed.</param>
    private IReadOnlyList<string> Journey(AgendaItemId? last, bool isRead)
    {
        var lines = new List<string>();
        for (var at = Find(last); at is not null && lines.Count < 20; at = Find(at.Item.ContinuesId))
            lines.Insert(0, HandoverTexts.Step(from.Name, at.Meeting.Date, at.Item.Content.IsClosed && !isRead ? null : at.Item.Decision));

        return lines;

        ItemAt? Find(AgendaItemId? id) => id is { } known ? _items.Find(at => at.Item.Id == known) : null;
    }

    private async Task<HandoverContents> WithDeadlinesAsync(HandoverContents contents, CancellationToken cancellationToken)
    {
        var closed = _items.Where(at => at.Item.Content.IsClosed).Select(at => at.Item.Id).ToHashSet();
        var rows = await db.Deadlines.AsNoTracking()
            .Where(one => one.ForumId == from.Id && (one.Status == DeadlineStatus.Open || one.Status == DeadlineStatus.Postponed))
            .OrderBy(one => one.Date)
            .Select(one => new { Deadline = one, Name = db.People.Where(person => person.Id == one.ResponsibleId).Select(person => person.Name).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var open = rows.FindAll(row => row.Deadline.ItemId is not { } item || !closed.Contains(item));
        return contents with
        {
            Agreements = [.. open.Where(row => row.Deadline.Kind == DeadlineKind.Agreement).Select(row => Handed(row.Deadline, row.Name))],
            Deadlines = [.. open.Where(row => row.Deadline.Kind is DeadlineKind.Own or DeadlineKind.Found or DeadlineKind.Approval).Select(row => Handed(row.Deadline, row.Name))],
        };
    }

    private static HandedDeadline Handed(Deadline deadline, string? name) =>
        new(deadline.Title, deadline.Date, name ?? deadline.ResponsibleBody ?? deadline.ResponsibleRole?.Danish());

    private async Task<IReadOnlyList<HandedMember>> MembersAsync(CancellationToken cancellationToken)
    {
        var seats = await db.ActiveSeats(from.Id, today).AsNoTracking().ToListAsync(cancellationToken);
        return [.. seats.Select(seat => new HandedMember(seat.Person.Name, seat.Role.Danish(), seat.Organisation, seat.Party))];
    }

    /// <summary>Minutes, the documents of cases in writing, and the attachments of open items: each with the hash that it was stored under.</summary>
    private async Task<IReadOnlyList<HandedDocument>> DocumentsAsync(CancellationToken cancellationToken)
    {
        var minutes = await db.Minutes.AsNoTracking()
            .Where(one => one.DocumentPath != null && db.Meetings.Any(meeting => meeting.Id == one.MeetingId && meeting.ForumId == from.Id))
            .Select(one => new { Path = one.DocumentPath!, Hash = one.DocumentHash })
            .ToListAsync(cancellationToken);
        var attachments = _items.Where(at => !at.Item.Content.IsClosed).SelectMany(at => at.Item.Content.Attachments).Where(one => one.Path is not null)
            .Select(one => new HandedDocument(one.Path!, one.Sha256));
        return [.. minutes.Select(one => new HandedDocument(one.Path, one.Hash)).Concat(attachments).Concat(await InWritingAsync(cancellationToken)).DistinctBy(one => one.Path, StringComparer.Ordinal).OrderBy(one => one.Path, DanishText.Comparer)];
    }

    /// <summary>Of the open cases in writing: the protocol, the remarks, and the copies of what the voters had before them.</summary>
    private async Task<IEnumerable<HandedDocument>> InWritingAsync(CancellationToken cancellationToken)
    {
        var cases = await db.WrittenProcedures.AsNoTracking()
            .Where(one => one.ForumId == from.Id && one.Status != ProcedureStatus.Draft)
            .Select(one => new { one.Id, one.Case })
            .ToListAsync(cancellationToken);
        var open = cases.FindAll(one => !one.Case.IsClosed);
        var ids = open.ConvertAll(one => one.Id);
        var documents = await db.ProcedureDocuments.AsNoTracking().Where(one => ids.Contains(one.ProcedureId)).ToListAsync(cancellationToken);
        return documents.Select(one => new HandedDocument(one.Path, one.Sha256))
            .Concat(open.SelectMany(one => one.Case.Attachments).Where(one => one.Path is not null).Select(one => new HandedDocument(one.Path!, one.Sha256)));
    }

    private sealed record ItemAt(AgendaItem Item, Meeting Meeting);
}

/// <param name="From">The item where it stands last; null for a case that has been on no agenda.</param>
internal sealed record OpenCase(AgendaItemContent Content, AgendaItemId? From);

/// <param name="Open">The cases in the order of <see cref="HandoverContents.Cases"/>, with what goes on.</param>
internal sealed record Collected(HandoverContents Contents, IReadOnlyList<OpenCase> Open)
{
    /// <summary>The closed cases that follow, with their journey for those who may read it.</summary>
    internal IReadOnlyList<(OpenCase Case, HandedCase Handed)> Closed { get; init; } = [];
}
