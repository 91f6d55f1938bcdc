using Klynge.Domain.Invitations;
using NodaTime;

namespace Klynge.Application.Ports;

/// <summary>One person (or a list of people) invited to an event.</summary>
/// <param name="Email">The address as the invitation has it; null or empty where it has none.</param>
/// <param name="Name">The name as the invitation shows it. Nobody is ever recognised by it.</param>
/// <param name="ObjectId">Entra object id, lower case, where the online meeting knows it; null otherwise: the event itself has none.</param>
/// <param name="Response">What the person has answered.</param>
/// <param name="RespondedAt">When, as Graph says; null where it says nothing or the year 1, which is its way of saying »never«.</param>
public sealed record CalendarAttendee(
    string? Email, string Name, string? ObjectId, InvitationResponse Response, Instant? RespondedAt);
