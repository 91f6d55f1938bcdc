using Klynge.Application.Forums.BoardFile;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Forums.Members;

/// <summary>
/// Who is meant by what somebody writes of a person, as keys of the board file. In the forum a whole name will do; of everybody else on
/// record the address with the name must agree, and what is doubtful is a question. Somebody whom nothing fits is new.
/// </summary>
/// <param name="all">Everybody on record.</param>
/// <param name="here">Those who sit or sat in the forum, or are a substitute there.</param>
internal sealed class DraftPeople(IReadOnlyCollection<Person> all, IReadOnlySet<PersonId> here, LocalDate today)
{
    private readonly List<PersonDescription> _new = [];

    internal LocalDate Today => today;

    internal IReadOnlyList<PersonDescription> New => [.. _new];

    internal string NameOf(string key) => all.FirstOrDefault(person => person.Key == key)?.Name ?? _new.Find(person => person.Key == key)?.Name ?? key;

    /// <returns>The key of the person, who may be new; or what to ask.</returns>
    internal Result<string> Find(PersonName written)
    {
        var name = DanishText.Clean(written.Name);
        if (written.Person is { } chosen)
            return all.FirstOrDefault(person => person.Id == chosen) is { } shown ? shown.Key : new PersonNotFound(name);

        if (written.Account is { } account && (all.FirstOrDefault(person => person.EntraObjectId == account) is { } owner))
            return owner.Key;

        if (written.Key is { Length: > 0 } key)
        {
            return all.FirstOrDefault(person => person.Key == key && here.Contains(person.Id)) is not { } keyed ? new PersonNotFound(key)
                : name.Length == 0 || IsLike(keyed.Name, name) ? keyed.Key
                : new KeyOfAnother(key, keyed.Name, name);
        }

        if (written.Email is { Length: > 0 } address)
        {
            if (BoardAccounts.Email(address) is not { } email)
                return new ChangeDoesNotFit(BoardFile.Texts.EmailMalformed);

            if (all.FirstOrDefault(person => person.Email == email) is { } known)
                return name.Length == 0 || IsNamed(known.Name, name) ? known.Key : new EmailOfAnother(email);

            if (_new.Find(person => person.Email == email) is { } named)
                return name.Length == 0 || IsNamed(named.Name, name) ? named.Key : new EmailOfAnother(email);

            return FindByName(written with { Name = name, Email = email });
        }

        return FindByName(written with { Name = name });
    }

    private Result<string> FindByName(PersonName written)
    {
        if (written.Name.Length == 0)
            return new PersonNotFound(written.Email ?? written.Name);

        if (written.IsAnother)
            return Add(written);

        var fitting = all.Where(person => IsNamed(person.Name, written.Name)).ToList();
        var seated = fitting.FindAll(person => here.Contains(person.Id));
        if (seated.Count > 1)
            return new NameFitsSeveral(written.Name);

        if (seated is [var only])
            return written.Email is null || only.Email is null || only.Email == written.Email ? only.Key : new EmailDiffers(only.Name, written.Email);

        if (_new.FindIndex(person => IsNamed(person.Name, written.Name)) is >= 0 and var at)
            return written.Email is null || _new[at].Email is null ? Complete(at, written) : new NameFitsSeveral(written.Name);

        if (fitting.Count > 0)
            return new NameIsKnown(written.Name);

        var parts = PersonNames.Parts(written.Name);
        return all.FirstOrDefault(person => here.Contains(person.Id) && PersonNames.Fit(written.Name, parts, PersonNames.Parts(person.Name)) == NameFit.Near) is { } near
            ? new NameNearlyFits(written.Name, near.Name)
            : Add(written);
    }

    /// <summary>Named as a substitute in one line and described in the next: the address and the title are that person's.</summary>
    private string Complete(int at, PersonName written)
    {
        var added = _new[at];
        _new[at] = added with { Email = added.Email ?? written.Email, Title = added.Title ?? TitleOf(written) };
        return added.Key;
    }

    private string Add(PersonName written)
    {
        var stem = BoardKeys.Suggest(written.Name) ?? "person";
        var key = stem;
        for (var number = 2; all.Any(person => person.Key == key) || _new.Exists(person => person.Key == key); number++)
            key = $"{(stem.Length > 36 ? stem[..36] : stem)}-{number}";

        _new.Add(new PersonDescription(key, written.Name, written.Email, TitleOf(written), written.Account));
        return key;
    }

    private static string? TitleOf(PersonName written) => written.Title is { Length: > 0 } title ? title : null;

    /// <summary>A name that somebody has by now, or a short one, is still theirs: »Mads Holt Lind«, »Mads H.«.</summary>
    private static bool IsLike(string name, string written) =>
        IsNamed(name, written) || PersonNames.Fit(written, name) != NameFit.None || PersonNames.Fit(name, written) != NameFit.None;

    private static bool IsNamed(string name, string written) => DanishText.Fold(name) == DanishText.Fold(written);
}
