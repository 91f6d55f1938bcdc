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

    public string? Reason { get; private set; }

    public required ApologySource Source { get; init; }

    public required Instant RegisteredAt { get; init; }

    public Instant? WithdrawnAt { get; private set; }

    public bool Stands => WithdrawnAt is null;

    public static Apology Register(MeetingId meeting, MemberId member, ApologySource source, Instant now) =>
        new() { MeetingId = meeting, MemberId = member, Source = source, RegisteredAt = now };

    /// <summary>Says who comes instead and why; a later word replaces an earlier one.</summary>
    public void Detail(PersonId? substitute, string? substituteName, string? reason) =>
        (SubstituteId, SubstituteName, Reason) = (substitute, substituteName, reason);

    public Result<Done> Withdraw(Instant now)
    {
        if (!Stands)
        {
            return new NoApology();
        }

        WithdrawnAt = now;
        return default(Done);
    }
}
