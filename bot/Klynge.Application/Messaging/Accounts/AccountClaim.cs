using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Messaging.Accounts;

/// <summary>
/// An account whose address is a member's. An address is no proof of a person: it is given to the next one in the job, and written wrong in
/// a board file. So the secretariat is asked, once.
/// </summary>
public sealed class AccountClaim
{
    /// <summary>Entra's id of the account, lower case.</summary>
    public required string ObjectId { get; init; }

    /// <summary>Whose address it is.</summary>
    public required PersonId PersonId { get; init; }

    public required string Address { get; init; }

    public string? TeamsUserId { get; init; }

    public string? ForeignTenantId { get; init; }

    public required Instant AskedAt { get; init; }

    /// <summary>What the secretariat said; null while it has not.</summary>
    public bool? IsTheirs { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    public PersonId? AnsweredById { get; private set; }

    public void Answer(bool isTheirs, PersonId by, Instant now) => (IsTheirs, AnsweredById, AnsweredAt) = (isTheirs, by, now);
}
