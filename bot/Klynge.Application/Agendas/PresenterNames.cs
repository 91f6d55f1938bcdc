using System.Text.RegularExpressions;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Agendas;

/// <summary>Who presents an item, by what was written: people of the forum are known as they are everywhere else, others are guests.</summary>
/// <param name="Text">What stands on the agenda: »Gitte« is »Gitte Holmgaard« there.</param>
/// <param name="Outside">The names that nobody in the forum has, which stay as they were written.</param>
internal sealed record PresenterNames(string? Text, IReadOnlyList<string> Outside)
{
    private static readonly string[] Roles =
        ["formand", "formanden", "formandskab", "formandskabet", "medformand", "medformanden", "sekretariat", "sekretariatet", "modeleder", "moedeleder", "moedelederen", "alle", "medlemmerne"];

    private static readonly Regex Between = new(@"(\s+og\s+|\s*[,&;]\s*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <param name="isMeant">The sender was asked and means the words as they stand.</param>
    /// <returns><see cref="PresenterUnclear"/> where a name fits two people, or nearly fits one.</returns>
    internal static async Task<Result<PresenterNames>> FindAsync(KlyngeContext db, Forum forum, LocalDate date, string? written, bool isMeant)
    {
        if (written is null || isMeant)
            return new PresenterNames(written, []);

        return Find(PeopleDirectory.Of(await db.ActiveSeatsAsync(forum.Id, date)), forum.Name, written);
    }

    /// <summary>»v/ mig« is who writes it.</summary>
    internal static string? OrSender(string? written, string sender) => DanishText.Fold(written) is "mig" or "undertegnede" or "me" ? sender : written;

    internal static Result<PresenterNames> Find(PeopleDirectory people, string forum, string written)
    {
        if (people.Find(written).Only is { } whole)
            return new PresenterNames(people.LabelOf(whole.Id, whole.Name), []);

        var (text, outside) = (written, new List<string>());
        foreach (var name in Between.Split(written).Select(part => part.Trim()).Where(IsName))
        {
            var found = people.Find(name);
            if (found.Only is { } person)
                text = text.Replace(name, people.LabelOf(person.Id, person.Name), StringComparison.Ordinal);
            else if ((found.Fitting.Count > 0 ? found.Fitting : found.Near) is { Count: > 0 } fitting)
                return new PresenterUnclear(name, forum, [.. fitting.Select(one => text.Replace(name, people.LabelOf(one.Id, one.Name), StringComparison.Ordinal))], written, found.Fitting.Count == 0);
            else
                outside.Add(name);
        }

        return new PresenterNames(text, outside);
    }

    // »formandskabet« and »arbejdsgruppen« are nobody's name.
    private static bool IsName(string part) => part.Length > 1 && char.IsUpper(part[0]) && !Roles.Contains(DanishText.Fold(part));
}

/// <summary>The name of a presenter fits several people, or nearly fits one: nothing is saved before it is known who is meant.</summary>
/// <param name="Choices">What would stand there, for each who may be meant.</param>
/// <param name="Whole">All that was written, which may be meant as it stands.</param>
/// <param name="IsNear">Nobody has that name.</param>
internal sealed record PresenterUnclear(string Written, string Forum, IReadOnlyList<string> Choices, string Whole, bool IsNear)
    : Error(IsNear
        ? $"Ingen i {Forum} hedder {DanishFormat.Quote(Written)}. Hvem indleder punktet?"
        : $"Flere i {Forum} hedder {DanishFormat.Quote(Written)}. Hvem indleder punktet?");
