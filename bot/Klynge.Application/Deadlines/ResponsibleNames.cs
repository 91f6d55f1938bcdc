using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>Who is meant by what a person wrote or chose. Names are misspelt in real life: what fits nobody, or two, is asked, never guessed.</summary>
internal static class ResponsibleNames
{
    internal const string RolePrefix = "role:";

    /// <param name="self">Who is meant by »mig«.</param>
    internal static async Task<Result<Responsible>> FindAsync(KlyngeContext db, ForumId forum, LocalDate today, string? written, PersonId? self)
    {
        var text = DanishText.Fold(written);
        if (text.Length == 0)
        {
            return Responsible.Nobody;
        }

        if (RoleOf(text) is { } role)
        {
            return Responsible.Of(role);
        }

        if (text is "mig" or "jeg" or "me" && self is { } person)
        {
            return Responsible.Of(person);
        }

        var seats = await db.ActiveSeatsAsync(forum, today);
        var people = seats.Select(seat => seat.Person).DistinctBy(one => one.Id).ToList();
        var fitting = people.FindAll(one => one.Id.Value.ToString("N") == text || DanishText.Fold(one.Name) == text);
        fitting = fitting.Count > 0 ? fitting : people.FindAll(one => Begins(DanishText.Fold(one.Name), text));
        return fitting.Count == 1
            ? Responsible.Of(fitting[0].Id)
            : new ResponsibleUnknown(DanishText.Shorten(DanishText.Clean(written), 100), [.. fitting.Select(one => one.Name)]);
    }

    /// <summary>The value of a choice in a form.</summary>
    internal static string ValueOf(Responsible responsible) => responsible switch
    {
        { PersonId: { } person } => person.Value.ToString("N"),
        { Role: { } role } => $"{RolePrefix}{(int)role}",
        _ => string.Empty,
    };

    /// <summary>As <see cref="ValueOf"/>, with the secretariat for nobody: what stands chosen in a form.</summary>
    internal static string ChoiceOf(Responsible responsible) =>
        ValueOf(responsible == Responsible.Nobody ? Responsible.Of(Role.Secretariat) : responsible);

    private static Role? RoleOf(string text) => text switch
    {
        "sekretariatet" or "sekretariat" or "secretariat" => Role.Secretariat,
        "formandskabet" or "formandskab" or "formanden" or "formand" or "medformanden" or "chairs" or "chair" => Role.Chair,
        "medlemmerne" or "medlemmer" or "alle medlemmer" or "members" => Role.Member,
        _ when text.StartsWith(RolePrefix, StringComparison.Ordinal) && int.TryParse(text.AsSpan(RolePrefix.Length), out var number)
            && Enum.IsDefined((Role)number) => (Role)number,
        _ => null,
    };

    /// <summary>»Tina« and »Tina Lu« for Tina Lund; »Lund« too.</summary>
    private static bool Begins(string name, string written)
    {
        var (parts, asked) = (name.Split(' '), written.Split(' '));
        return asked.All(word => Array.Exists(parts, part => part.StartsWith(word, StringComparison.Ordinal)));
    }
}
