using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>What only shows when the parts of a board are seen together.</summary>
internal sealed class BoardChecks(BoardDescription board, IReadOnlyDictionary<object, FileNode> nodes, FileProblems problems)
{
    /// <summary>Two limits in different units are compared from a Monday in a month without holidays.</summary>
    private static readonly LocalDate Reference = new(2026, 9, 7);

    private readonly HashSet<string> _people = [.. board.People.Select(person => person.Key)];
    private readonly ILookup<string, ForumDescription> _forums = board.Forums.ToLookup(forum => forum.Key, StringComparer.Ordinal);

    internal void Run()
    {
        if (board.Forums.Count == 0 && At(board, "forums") is { Kind: System.Text.Json.JsonTokenType.StartArray } forums)
            problems.Add(forums, Texts.NoForums);
        Unique(board.Forums, forum => forum.Key, "key", forum => Texts.ForumTwice(forum.Key));
        Unique(board.People, person => person.Key, "key", person => Texts.PersonTwice(person.Key));
        Unique(board.People, person => person.Email, "email", person => Texts.EmailTwice(person.Key));
        Unique(board.People, person => person.EntraObjectId, "entraObjectId", person => Texts.EntraTwice(person.Key));
        foreach (var forum in board.Forums)
        {
            Ladder(forum);
            Rules(forum.Rules);
            Wheel(forum.Rules.AnnualWheel);
            Seats(forum);
        }
    }

    private void Unique<T>(IEnumerable<T> all, Func<T, string?> value, string name, Func<T, string> message)
        where T : notnull
    {
        var first = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var one in all)
        {
            if (value(one) is { Length: > 0 } text && !first.TryAdd(text, one))
                problems.Add(At(one, name), message(first[text]));
        }
    }

    private void Wheel(IReadOnlyList<AnnualEntry> wheel)
    {
        Unique(wheel, entry => entry.Key, "title", entry => Texts.EntryTwice(entry.Title));
        foreach (var entry in wheel)
        {
            if (entry.ResponsiblePerson is { } person && !_people.Contains(person))
                problems.Add(At(entry, "person"), Texts.UnknownPerson(person, Nearest.Of(person, _people)));
        }
    }

    private void Ladder(ForumDescription forum)
    {
        if (forum.Above is not { } above)
            return;

        var node = At(forum, "above");
        if (_forums[above].FirstOrDefault() is not { } upper)
            problems.Add(node, Texts.UnknownForum(above, Nearest.Of(above, board.Forums.Select(other => other.Key))));
        else if (LeadsBack(forum, upper))
            problems.Add(node, Texts.AboveItself(forum.Key));
        else if (upper.Level <= forum.Level)
            problems.Add(node, Texts.AboveNotHigher(above));
    }

    private bool LeadsBack(ForumDescription forum, ForumDescription upper)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = upper; next is not null && seen.Add(next.Key); next = next.Above is { } above ? _forums[above].FirstOrDefault() : null)
        {
            if (next.Key == forum.Key)
                return true;
        }

        return false;
    }

    private void Rules(RulesOfProcedure rules)
    {
        if (AreThere(rules, "itemsIn", "agendaOut") && rules.ItemsIn.DayBefore(Reference) > rules.AgendaOut.DayBefore(Reference))
            problems.Add(At(rules, "itemsIn"), Texts.ItemsAfterAgenda);
        var written = rules.WrittenProcedures;
        if (AreThere(written, "minimumOpen", "defaultOpen") && written.DefaultOpen.DayAfter(Reference) < written.MinimumOpen.DayAfter(Reference))
            problems.Add(At(written, "defaultOpen"), Texts.OpenTooShort);
    }

    /// <summary>A limit that is missing or cannot be read has been noted already; comparing its stand-in would say more than is known.</summary>
    private bool AreThere(object described, params string[] names) =>
        Array.TrueForAll(names, name => nodes[described].Find(name) is { } node && !problems.IsAt(node));

    private void Seats(ForumDescription forum)
    {
        foreach (var seat in forum.Members)
        {
            Known(seat, seat.Person, "person");
            Substitutes(seat);
            if (seat.HasVote && !BoardVocabulary.MayVote(seat.Role))
                problems.Add(At(seat, "vote"), Texts.VoteForRole);
            if (seat.To < seat.From)
                problems.Add(At(seat, "to"), Texts.EndsBeforeStart);
        }

        foreach (var seats in forum.Members.Where(seat => seat.Person.Length > 0).GroupBy(seat => seat.Person, StringComparer.Ordinal))
            Apart([.. seats.OrderBy(seat => seat.From ?? LocalDate.MinIsoValue)]);
    }

    private void Substitutes(SeatDescription seat)
    {
        var name = nodes[seat].Find("substitutes") is null ? "substitute" : "substitutes";
        foreach (var substitute in seat.Substitutes)
            Known(seat, substitute, name);
        if (seat.Substitutes.Contains(seat.Person, StringComparer.Ordinal) && seat.Person.Length > 0)
            problems.Add(At(seat, name), Texts.OwnSubstitute);
        if (seat.Substitutes.GroupBy(one => one, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            problems.Add(At(seat, name), Texts.TextTwice(twice.Key));
    }

    private void Apart(List<SeatDescription> seats)
    {
        foreach (var (earlier, later) in seats.Zip(seats.Skip(1)))
        {
            if (earlier.To is not { } end || (later.From ?? LocalDate.MinIsoValue) <= end)
                problems.Add(At(later, "person"), Texts.SeatTwice(later.Person));
        }
    }

    private void Known(SeatDescription seat, string? person, string name)
    {
        if (person is { Length: > 0 } && !_people.Contains(person))
            problems.Add(At(seat, name), Texts.UnknownPerson(person, Nearest.Of(person, _people)));
    }

    private FileNode At(object described, string name) => nodes[described].Find(name) ?? nodes[described];
}
