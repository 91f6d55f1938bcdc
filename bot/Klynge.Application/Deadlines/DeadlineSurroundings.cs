using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Deadlines;

/// <summary>What stands around some deadlines of a forum, read once: the people, the cases, the board. Makes a view for each reader.</summary>
internal sealed class DeadlineSurroundings
{
    private readonly Forum _forum;
    private readonly string _board;
    private readonly Dictionary<PersonId, string> _names;
    private readonly Dictionary<AgendaItemId, AgendaItemContent> _items;

    private DeadlineSurroundings(
        Forum forum, string board, Dictionary<PersonId, string> names, Dictionary<AgendaItemId, AgendaItemContent> items) =>
        (_forum, _board, _names, _items) = (forum, board, names, items);

    internal static async Task<DeadlineSurroundings> LoadAsync(
        KlyngeContext db, Forum forum, IReadOnlyList<Deadline> deadlines, CancellationToken cancellationToken)
    {
        var people = deadlines.Select(deadline => deadline.ResponsibleId)
            .Concat(deadlines.SelectMany(deadline => deadline.History).Select(change => change.ById))
            .OfType<PersonId>().Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(person => people.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var ids = deadlines.Select(deadline => deadline.ItemId).OfType<AgendaItemId>().Distinct().ToList();
        var items = ids.Count == 0
            ? []
            : await db.AgendaItems.AsNoTracking().Where(item => ids.Contains(item.Id))
                .ToDictionaryAsync(item => item.Id, item => item.Content, cancellationToken);
        var board = await db.Boards.AsNoTracking().Where(one => one.Id == forum.BoardId).Select(one => one.Name).SingleAsync(cancellationToken);
        return new DeadlineSurroundings(forum, board, names, items);
    }

    internal DeadlineView ToView(Deadline deadline, DeadlineReader reader)
    {
        var item = deadline.ItemId is { } id ? _items.GetValueOrDefault(id) : null;
        var hidden = item is { IsClosed: true } && !reader.ReadsClosed;
        return new DeadlineView
        {
            Id = deadline.Id,
            ForumId = _forum.Id,
            Forum = _forum.Name,
            Board = _board,
            Title = hidden ? Texts.ClosedCase : deadline.Title,
            Date = deadline.Date,
            Kind = deadline.Kind,
            Status = deadline.Status,
            Version = deadline.Version,
            Responsible = deadline.ResponsibleId is { } person ? _names.GetValueOrDefault(person) : Texts.Role(deadline.ResponsibleRole),
            MeetingId = deadline.MeetingId,
            ItemId = deadline.ItemId,
            Item = hidden ? null : item?.Title,
            Quote = hidden ? null : deadline.Quote,
            MayChange = reader.Access?.MayChange(deadline.Responsible) ?? false,
            IsHidden = hidden,
            History = hidden ? [] : StepsOf(deadline),
        };
    }

    private List<DeadlineStep> StepsOf(Deadline deadline)
    {
        var changes = deadline.History.OrderBy(change => change.Version).ToList();
        return
        [
            .. changes.Select((change, index) => new DeadlineStep(
                change.Kind,
                DanishTime.ToDanish(change.At),
                change.ById is { } by ? _names.GetValueOrDefault(by) : null,
                change.DateBefore,
                index + 1 < changes.Count ? changes[index + 1].DateBefore : deadline.Date,
                change.Reason)),
        ];
    }
}
