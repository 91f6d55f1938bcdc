using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>Who is meant by what a person wrote or chose. Names are misspelt in real life: what fits nobody, or two, is asked, never guessed.</summary>
internal static class ResponsibleNames
{
    internal const string RolePrefix = "role:";

    /// <summary>In the value of a choice, before the name of an organisation or a group.</summary>
    internal const string BodyPrefix = "body:";

    /// <param name="self">Who is meant by »mig«.</param>
    internal static async Task<Result<Responsible>> FindAsync(KlyngeContext db, ForumId forum, LocalDate today, string? written, PersonId? self)
    {
        var text = DanishText.Fold(written);
        if (text.Length == 0)
            return Responsible.Nobody;

        if (text.Length > PersonInput.MaxName)
            return new PersonNameTooLong(DanishText.Clean(written).Length);

        if (RoleOf(text) is { } role)
            return Responsible.Of(role);

        if (written!.StartsWith(BodyPrefix, StringComparison.Ordinal))
            return Responsible.OfBody(DanishText.Shorten(DanishText.Clean(written[BodyPrefix.Length..]), Responsible.MaxBodyLength));

        if (text is "mig" or "jeg" or "me" && self is { } person)
            return Responsible.Of(person);

        var seats = await db.ActiveSeatsAsync(forum, today);
        var name = await db.Forums.Where(one => one.Id == forum).Select(one => one.Name).SingleAsync();
        var people = PeopleDirectory.Of(seats);
        var found = people.Find(written);
        var holders = found.Fitting.Where(one => seats.Exists(seat => seat.IsOf(one.Id))).ToList();
        if (holders.Count == 0 && await ResponsibleBodies.FindAsync(db, forum, seats, written!) is { } body)
            return Responsible.OfBody(body);

        return holders.Count == 1
            ? Responsible.Of(holders[0].Id)
            : new ResponsibleUnknown(
                DanishText.Clean(written),
                name,
                [.. (holders.Count > 0 ? holders : found.Near).Select(one => new FittingPerson(one.Id, people.LabelOf(one.Id, one.Name)))],
                IsNear: holders.Count == 0);
    }

    /// <summary>The value of a choice in a form.</summary>
    internal static string ValueOf(Responsible responsible) => responsible switch
    {
        { PersonId: { } person } => CardIds.Write(person),
        { Role: { } role } => $"{RolePrefix}{(int)role}",
        { Body: { } body } => $"{BodyPrefix}{body}",
        _ => string.Empty,
    };

    /// <summary>As <see cref="ValueOf"/>, with the secretariat for nobody: what stands chosen in a form.</summary>
    internal static string ChoiceOf(Responsible responsible) =>
        ValueOf(responsible == Responsible.Nobody ? Responsible.Of(Role.Secretariat) : responsible);

    private static Role? RoleOf(string text) => text switch
    {
        "sekretariatet" or "sekretariat" or "secretariat" => Role.Secretariat,
        "formandskabet" or "formandskab" or "formanden" or "formand" or "medformanden" or "chairs" or "chair" => Role.Chair,
        "næstformanden" or "næstformand" => Role.DeputyChair,
        "medlemmerne" or "medlemmer" or "alle medlemmer" or "members" => Role.Member,
        _ when text.StartsWith(RolePrefix, StringComparison.Ordinal) && int.TryParse(text.AsSpan(RolePrefix.Length), out var number)
            && Enum.IsDefined((Role)number) => (Role)number,
        _ => null,
    };
}
