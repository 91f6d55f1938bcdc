using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Audit;

/// <summary>
/// Finds a case by the id of an item or a written procedure, or by its title. A case is all items that continue one another, in
/// whichever forum, and the written procedures between them.
/// </summary>
internal sealed class CaseFinder
{
    private readonly Dictionary<Guid, (string Title, NoticeTitle Listed, string Where)> _titles = [];
    private readonly Dictionary<Guid, HashSet<Guid>> _links = [];
    private readonly Dictionary<Guid, Guid> _meetings = [];

    private CaseFinder()
    {
    }

    /// <summary>Reads what is linked to what: ids and titles of the whole board, which is little beside its audit log.</summary>
    internal static async Task<CaseFinder> ReadAsync(KlyngeContext db, CancellationToken cancellationToken)
    {
        var finder = new CaseFinder();
        var forums = await db.Forums.AsNoTracking().ToDictionaryAsync(forum => forum.Id, forum => forum.Name, cancellationToken);
        var items = db.AgendaItems.AsNoTracking()
            .Join(db.Meetings, item => item.MeetingId, meeting => meeting.Id, (item, meeting) => new { item.Id, item.ForumId, item.MeetingId, item.ContinuesId, item.Content, meeting.Date });
        await foreach (var item in items.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            finder.Add(item.Id.Value, item.Content.Title, NoticeTitle.Of(item.Content), $"{forums[item.ForumId]} d. {DanishFormat.PlainDate(item.Date)}");
            finder.Link(item.Id.Value, item.ContinuesId?.Value);
            finder._meetings[item.Id.Value] = item.MeetingId.Value;
        }

        foreach (var procedure in await db.WrittenProcedures.AsNoTracking().ToListAsync(cancellationToken))
        {
            finder.Add(procedure.Id.Value, procedure.Case.Title, NoticeTitle.Of(procedure.Case), $"skriftlig behandling i {forums[procedure.ForumId]}");
            finder.Link(procedure.Id.Value, procedure.AgendaItemId?.Value);
            finder.Link(procedure.Id.Value, procedure.FollowUpItemId?.Value);
        }

        foreach (var seat in await db.RollEntries.AsNoTracking().Select(seat => new { seat.Id, seat.ProcedureId }).ToListAsync(cancellationToken))
            finder.Link(seat.Id.Value, seat.ProcedureId.Value);

        foreach (var asked in await db.Consultations.AsNoTracking().Select(asked => new { asked.Id, asked.ProcedureId }).ToListAsync(cancellationToken))
            finder.Link(asked.Id.Value, asked.ProcedureId.Value);

        return finder;
    }

    internal Result<CaseRecord> Find(string written)
    {
        var named = Guid.TryParse(written, out var id) ? _titles.Keys.Where(candidate => candidate == id).ToList() : ByTitle(written);
        if (named.Count == 0)
            return new NoSuchCase(written);

        var own = Connected(named[0]);
        var others = named.Where(candidate => !own.Contains(candidate)).ToList();
        return others.Count == 0
            ? new CaseRecord(_titles[named[0]].Title, own, own.Where(_meetings.ContainsKey).Select(item => _meetings[item]).ToHashSet())
            : new SeveralCases(written, string.Join(Environment.NewLine, others.Prepend(named[0]).Take(20).Select(Describe)));
    }

    private List<Guid> ByTitle(string written)
    {
        var wanted = DanishText.Fold(written);
        var folded = _titles.Select(pair => (pair.Key, Title: DanishText.Fold(pair.Value.Title))).ToList();
        var exact = folded.Where(pair => pair.Title == wanted).Select(pair => pair.Key).ToList();
        return exact.Count > 0 || wanted.Length == 0
            ? exact
            : [.. folded.Where(pair => pair.Title.Contains(wanted, StringComparison.Ordinal)).Select(pair => pair.Key)];
    }

    private HashSet<Guid> Connected(Guid first)
    {
        var (seen, waiting) = (new HashSet<Guid> { first }, new Stack<Guid>([first]));
        while (waiting.TryPop(out var next))
        {
            foreach (var neighbour in _links.GetValueOrDefault(next, []).Where(seen.Add))
                waiting.Push(neighbour);
        }

        return seen;
    }

    private string Describe(Guid id) => $"  {id}  {_titles[id].Listed} ({_titles[id].Where})";

    private void Add(Guid id, string title, NoticeTitle listed, string where) => _titles[id] = (title, listed, where);

    private void Link(Guid one, Guid? other)
    {
        if (other is { } known)
        {
            Neighbours(one).Add(known);
            Neighbours(known).Add(one);
        }
    }

    private HashSet<Guid> Neighbours(Guid id) => _links.TryGetValue(id, out var known) ? known : _links[id] = [];
}
