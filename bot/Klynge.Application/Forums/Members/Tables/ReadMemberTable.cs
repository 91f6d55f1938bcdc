using Klynge.Application.Data;
using Klynge.Application.Forums.BoardFile;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums.Members.Tables;

/// <param name="Change">Empty where there are questions.</param>
/// <param name="Questions">What people must say first.</param>
/// <param name="Notes">What is good to know and changes nothing.</param>
public sealed record TableReading(ForumChange Change, IReadOnlyList<string> Questions, IReadOnlyList<string> Notes);

/// <summary>
/// Holds a table of members against a forum: who of it sits there, who comes, and what is different. It changes nothing; what it finds is a
/// <see cref="ForumChange"/>, which is previewed and confirmed as any other.
/// </summary>
public sealed class ReadMemberTable(IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    public const Permission Needs = ChangeForum.Needs;

    /// <param name="endsOthers">Whoever is not in the table leaves with yesterday; otherwise they stay as they are.</param>
    public async Task<Result<TableReading>> HandleAsync(Caller caller, ForumId forumId, MemberTable table, bool endsOthers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = DanishTime.Today(clock);
        if (!(await db.EnterAsync(caller, forumId, Needs, today)).TryGet(out var visit, out var error))
            return error;

        var (draft, people, seats) = await new ForumEditor(db, visit.Forum, today).ReadAsync();
        return new TableMatch(draft, people, seats, today).Run(table, endsOthers);
    }

    /// <summary>The forum's members as a table that reads back the same.</summary>
    public async Task<Result<string>> WriteAsync(Caller caller, ForumId forumId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = DanishTime.Today(clock);
        if (!(await db.EnterAsync(caller, forumId, Needs, today)).TryGet(out var visit, out var error))
            return error;

        var (draft, _, _) = await new ForumEditor(db, visit.Forum, today).ReadAsync();
        return MemberTableWriter.Write(draft);
    }
}

/// <summary>Finds the seat that each line of a table is about.</summary>
internal sealed class TableMatch(ForumDraft draft, List<Person> people, List<ForumMember> seats, LocalDate today)
{
    private readonly List<string> _questions = [];
    private readonly List<string> _notes = [];
    private readonly DraftPeople _people = new(people, seats.SelectMany(seat => seat.SubstituteIds.Prepend(seat.PersonId)).ToHashSet(), today);
    private readonly HashSet<MemberId> _meant = [];
    private readonly HashSet<(string Person, LocalDate? From)> _new = [];

    internal TableReading Run(MemberTable table, bool endsOthers)
    {
        _questions.AddRange(table.Questions);
        var edits = table.Rows.Select(Edit).OfType<SeatEdit>().ToList();
        var others = draft.Seats.Where(one => one.Id is { } id && !_meant.Contains(id) && !(one.Seat.To < today)).ToList();
        if (endsOthers)
            edits.AddRange(others.Select(one => new SeatEdit.End(one.Id!.Value, one.Seat.From == today ? today : today.PlusDays(-1))));
        else if (others.Count > 0)
            _notes.Add(TableTexts.NotInTable([.. others.Select(one => _people.NameOf(one.Seat.Person)).Distinct(StringComparer.Ordinal)]));

        return _questions.Count > 0 ? new TableReading(ForumChange.Of([]), _questions, []) : new TableReading(new ForumChange(edits, []), [], _notes);
    }

    private SeatEdit? Edit(TableRow row)
    {
        if (IsDoubtful(row.Who))
            return Ask(TableTexts.NoName(row.Line, row.Who.Name));

        if (!_people.Find(row.Who).TryGet(out var key, out var doubt))
            return Ask(TableTexts.Doubt(row.Line, doubt.Text));

        var facts = row.Facts with { Substitutes = row.Substitutes is { } written ? SubstitutesOf(row.Line, written) : null };
        Note(row.Who, key);
        var own = draft.Seats.Where(one => one.Seat.Person == key).ToList();
        if (own.Find(one => one.Seat.From == facts.From && facts.From is not null) is { Id: { } exact })
            return Meant(row, exact, facts, key);

        var lasting = own.FindAll(one => !(one.Seat.To < today));
        if (facts.From is { } from)
        {
            return lasting.Find(one => one.Seat.To is null || one.Seat.To >= from) is { Id: not null } other
                ? Ask(TableTexts.OtherPeriod(row.Line, _people.NameOf(key), DanishFormat.PlainDate(other.Seat.From!.Value)))
                : Add(row, facts, key);
        }

        return lasting.Count switch
        {
            0 => Add(row, facts, key),
            1 => Meant(row, lasting[0].Id!.Value, facts, key),
            _ => Ask(TableTexts.SeveralSeats(row.Line, _people.NameOf(key))),
        };
    }

    private SeatEdit? Meant(TableRow row, MemberId seat, SeatFacts facts, string key) =>
        _meant.Add(seat) ? new SeatEdit.Change(seat, facts) : Ask(TableTexts.PersonTwice(row.Line, _people.NameOf(key)));

    private SeatEdit? Add(TableRow row, SeatFacts facts, string key)
    {
        if (!_new.Add((key, facts.From)))
            return Ask(TableTexts.PersonTwice(row.Line, _people.NameOf(key)));

        if (facts.Role is null)
            return Ask(TableTexts.Doubt(row.Line, new RoleMissing(_people.NameOf(key)).Text));

        return facts.Organisation is null ? Ask(TableTexts.Doubt(row.Line, new OrganisationMissing(_people.NameOf(key)).Text)) : new SeatEdit.Add(row.Who, facts);
    }

    /// <summary>»Bo Friis; Ida Lund«, a line each, or with commas where no one is called so.</summary>
    private List<PersonName> SubstitutesOf(int line, string written)
    {
        var names = new List<PersonName>();
        foreach (var piece in written.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var isOne = !piece.Contains(',', StringComparison.Ordinal) || people.Exists(person => DanishText.Fold(person.Name) == DanishText.Fold(piece));
            foreach (var name in (isOne ? [piece] : piece.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(MemberTableWriter.NameOf))
            {
                if (IsDoubtful(name))
                    _questions.Add(TableTexts.NoName(line, name.Name));
                else if (_people.Find(name).Error is { } doubt)
                    _questions.Add(TableTexts.Doubt(line, doubt.Text));
                else
                    names.Add(name);
            }
        }

        return names;
    }

    /// <summary>»Vakant«, »Ravn, Karen«, »1. Bo Friis«: somebody new would be made of it, unless the writer has said so.</summary>
    private bool IsDoubtful(PersonName who) =>
        string.IsNullOrEmpty(who.Key) && !who.IsAnother && who.Name.Length > 0 && !people.Exists(person => DanishText.Fold(person.Name) == DanishText.Fold(who.Name)) && !TableNames.IsName(who.Name);

    /// <summary>What belongs to the person and is said otherwise here is told, not changed: the person may sit in other forums.</summary>
    private void Note(PersonName written, string key)
    {
        if (people.Find(person => person.Key == key) is not { } known)
            return;

        if (written.Title is { } title && title != known.Title)
            _notes.Add(TableTexts.PersonStays(known.Name, "titlen"));
        if (written.Email is { } email && BoardAccounts.Email(email) != known.Email)
            _notes.Add(TableTexts.PersonStays(known.Name, "e-mailen"));
        if (written.Name.Length > 0 && DanishText.Fold(written.Name) != DanishText.Fold(known.Name))
            _notes.Add(TableTexts.PersonStays(known.Name, "navnet"));
    }

    private SeatEdit? Ask(string question)
    {
        _questions.Add(question);
        return null;
    }
}

/// <summary>Writes a forum's seats as a table, those that are over too.</summary>
internal static class MemberTableWriter
{
    private static readonly System.Buffers.SearchValues<char> NotInNames = System.Buffers.SearchValues.Create(",;[]<>\n\r\t");

    internal static string Write(ForumDraft draft)
    {
        var people = draft.People.ToDictionary(person => person.Key, StringComparer.Ordinal);
        var rows = draft.Seats.Select(one => RowOf(one.Seat, people));
        return TableText.Write([[.. TableColumns.Heads], .. rows]);
    }

    /// <summary>»Bo Friis«, »Bo Friis &lt;bo@egholt.example&gt;« or »[bo-friis]«.</summary>
    internal static PersonName NameOf(string written)
    {
        if (written is ['[', .., ']'])
            return new PersonName(string.Empty, Key: written[1..^1].Trim());

        var open = written.IndexOf('<', StringComparison.Ordinal);
        return open >= 0 && written.EndsWith('>') ? new PersonName(written[..open].Trim(), written[(open + 1)..^1].Trim()) : new PersonName(written);
    }

    private static string[] RowOf(SeatDescription seat, Dictionary<string, PersonDescription> people)
    {
        var person = people[seat.Person];
        return
        [
            seat.Person,
            person.Name,
            person.Title ?? string.Empty,
            person.Email ?? string.Empty,
            seat.Organisation,
            seat.Sector == seat.Organisation ? string.Empty : seat.Sector,
            seat.Party ?? string.Empty,
            seat.Role.Danish(),
            seat.HasVote ? "ja" : "nej",
            string.Join("; ", seat.Substitutes.Select(key => NameOf(people[key], people))),
            DateOf(seat.From),
            DateOf(seat.To),
        ];
    }

    private static string NameOf(PersonDescription person, Dictionary<string, PersonDescription> people) =>
        person.Name.AsSpan().ContainsAny(NotInNames) || people.Values.Count(other => DanishText.Fold(other.Name) == DanishText.Fold(person.Name)) > 1 ? $"[{person.Key}]" : person.Name;

    private static string DateOf(LocalDate? date) => date is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : string.Empty;
}
