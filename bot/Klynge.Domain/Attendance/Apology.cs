using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Attendance;

/// <summary>
/// Afbud: a member says ahead that they will not come. It is not the same as absence: who sent an apology may come after all,
/// and minutes name both. A seat has at most one that stands for a meeting; a withdrawn one is kept.
/// </summary>
public sealed class Apology
{
    public ApologyId Id { get; private init; } = ApologyId.New();

    public required MeetingId MeetingId { get; init; }

    public required MemberId MemberId { get; init; }

    /// <summary>Who comes instead, when it is somebody on record.</summary>
    public PersonId? SubstituteId { get; private set; }

    /// <summary>Who comes instead, as written.</summary>
    public string? SubstituteName { get; private set; }

    /// <summary>The one of the seat's substitutes whom the bot asked last whether they can come; null for nobody.</summary>
    public PersonId? AskedId { get; private set; }

    /// <summary>When a substitute on record said no and nobody was asked after that; null while there is no answer, and after a yes.</summary>
    public Instant? RefusedAt { get; private set; }

    /// <summary>The seat's substitutes who have said that they cannot come, in the order of their answers: none of them is asked again.</summary>
    public IReadOnlyList<PersonId> RefusedIds { get; private set; } = [];

    public string? Reason { get; private set; }

    /// <summary>Where it came from first.</summary>
    public required ApologySource Source { get; init; }

    public required Instant RegisteredAt { get; init; }

    /// <summary>When it was last said in words, by the member or the secretariat; null for one that only the calendar gave.</summary>
    public Instant? SaidAt { get; private set; }

    public Instant? WithdrawnAt { get; private set; }

    /// <summary>A changed answer in the calendar withdrew it, and not a person's word.</summary>
    public bool WithdrawnByCalendar { get; private set; }

    public bool Stands => WithdrawnAt is null;

    /// <summary>The substitute has been asked and has not answered, and nobody else has been named meanwhile.</summary>
    public bool IsAsking => Stands && AskedId is not null && RefusedAt is null && SubstituteName is null;

    /// <summary>The calendar alone gave it, so the calendar can take it back.</summary>
    public bool IsOfCalendarAlone => Source == ApologySource.Calendar && SaidAt is null;

    public static Apology Register(MeetingId meeting, MemberId member, ApologySource source, Instant now) => new()
    {
        MeetingId = meeting,
        MemberId = member,
        Source = source,
        RegisteredAt = now,
        SaidAt = source == ApologySource.Calendar ? null : now,
    };

    /// <summary>Says who comes instead and why; a later word replaces an earlier one.</summary>
    public void Detail(PersonId? substitute, string? substituteName, string? reason) =>
        (SubstituteId, SubstituteName, Reason) = (substitute, substituteName, reason);

    /// <summary>One of the seat's substitutes on record is asked to come: the first, or the next after one who cannot.</summary>
    public void Ask(PersonId substitute) => (AskedId, RefusedAt) = (substitute, null);

    /// <summary>
    /// One of the seat's substitutes on record says whether they come. It is no word of the member's: whether the apology stands at all is
    /// still for the member, or the member's calendar, to say. A no of somebody else than the one being asked leaves that one asked.
    /// </summary>
    /// <returns><see cref="SubstituteNotNeeded"/>, or <see cref="OtherSubstituteComes"/> where the member has named another.</returns>
    public Result<Done> AnswerAsSubstitute(Person substitute, bool comes, Instant now)
    {
        ArgumentNullException.ThrowIfNull(substitute);
        if (!Stands)
            return new SubstituteNotNeeded();

        if (SubstituteName is { } other && SubstituteId != substitute.Id)
            return new OtherSubstituteComes(other);

        var asksOther = IsAsking && AskedId != substitute.Id;
        List<PersonId> others = [.. RefusedIds.Where(one => one != substitute.Id)];
        RefusedIds = comes ? others : [.. others, substitute.Id];
        if (comes || !asksOther)
            (SubstituteId, SubstituteName, RefusedAt) = (comes ? substitute.Id : null, comes ? substitute.Name : null, comes ? null : now);

        return default(Done);
    }

    /// <summary>Somebody says it in words (again). From now on the calendar cannot take it back.</summary>
    public void Say(Instant now) => SaidAt = now;

    /// <summary>The person takes it back in words, or the secretariat does for the person.</summary>
    public Result<Done> Withdraw(Instant now) => Withdraw(now, byCalendar: false);

    /// <summary>The person answers something else in the calendar. Only <see cref="CalendarApologies"/> knows when that counts.</summary>
    public Result<Done> WithdrawByCalendar(Instant now) => Withdraw(now, byCalendar: true);

    private Result<Done> Withdraw(Instant now, bool byCalendar)
    {
        if (!Stands)
            return new NoApology();

        (WithdrawnAt, WithdrawnByCalendar) = (now, byCalendar);
        return default(Done);
    }
}

public readonly record struct ApologyId(Guid Value) : IRecordId
{
    public static ApologyId New() => new(Guid.CreateVersion7());
}

/// <summary>Where an apology came from. A person's own word outranks the calendar.</summary>
public enum ApologySource
{
    /// <summary>The member said so, in chat or on a card.</summary>
    Member = 1,

    /// <summary>The secretariat wrote it down for the member.</summary>
    Secretariat = 2,

    /// <summary>A decline in the calendar.</summary>
    Calendar = 3,
}
