using Klynge.Domain.Forums;

namespace Klynge.Application.Messaging;

/// <summary>A person on record, as the sender of an activity.</summary>
/// <param name="TeamsUserId">The channel's id of the account, <c>29:…</c>.</param>
public sealed record KnownPerson(PersonId Id, string Name, string? TeamsUserId);
