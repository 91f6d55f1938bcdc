namespace Klynge.Application.Audit;

/// <summary>Everything that belongs to one case, by id, as the audit log refers to it.</summary>
/// <param name="Title">As it is called today.</param>
/// <param name="Own">The items through which it has gone from forum to forum, its written procedures, and what hangs on those.</param>
/// <param name="Meetings">The meetings on whose agenda it has stood.</param>
internal sealed record CaseRecord(string Title, IReadOnlySet<Guid> Own, IReadOnlySet<Guid> Meetings);
