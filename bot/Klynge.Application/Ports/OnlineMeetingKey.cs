namespace Klynge.Application.Ports;

/// <summary>One meeting in Teams, which all occurrences of a series share.</summary>
/// <param name="OrganizerId">Entra object id of the organizer, in whose name Graph keeps the online meeting. Lower case.</param>
/// <param name="JoinUrl">The link to join by, exactly as Teams wrote it: Graph finds the online meeting by comparing it.</param>
public sealed record OnlineMeetingKey(string OrganizerId, string JoinUrl);
