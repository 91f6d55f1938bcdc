namespace Klynge.Bot.Workbench.Connector;

/// <summary>One page of a roster.</summary>
/// <param name="ContinuationToken">Null on the last page.</param>
/// <param name="Members">The members of this page.</param>
internal sealed record PagedMembers(string? ContinuationToken, IReadOnlyList<MemberAccount> Members);
