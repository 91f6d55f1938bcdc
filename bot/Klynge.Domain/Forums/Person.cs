using Klynge.Domain.Common;

namespace Klynge.Domain.Forums;

/// <summary>
/// A human being, once, whatever number of forums the person sits in. Matched to a sender by Entra object id; an e-mail only raises the
/// question, which the secretariat answers. Never by name: names are misspelt in real life, and two people share one.
/// </summary>
public sealed class Person
{
    public PersonId Id { get; private init; } = PersonId.New();

    /// <summary>The key of the person in the board file: short, stable, lower case. Unique.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>Lower case; null for a person who has none on record.</summary>
    public string? Email { get; set; }

    /// <summary>Object id in the person's own Entra tenant, lower case; null until known and for people without an account.</summary>
    public string? EntraObjectId { get; set; }

    /// <summary>Job title as minutes print it: »direktør«, »praktiserende læge«.</summary>
    public string? Title { get; set; }

    /// <summary>The channel's id of the person (<c>29:…</c>), learnt from the first activity; needed to write to the person first.</summary>
    public string? TeamsUserId { get; set; }

    /// <summary>
    /// The Entra tenant of an account that is not of the bot's own tenant, as a shared channel's list told; null for everybody else.
    /// Such a person reads and presses in a shared channel, but gets no personal messages: only mail.
    /// </summary>
    public string? ForeignTenantId { get; set; }
}

public readonly record struct PersonId(Guid Value) : IRecordId
{
    public static PersonId New() => new(Guid.CreateVersion7());
}
