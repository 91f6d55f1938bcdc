namespace Klynge.Bot.Workbench.Api;

/// <summary>A person's place in a forum.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Role">The role in Danish.</param>
/// <param name="RoleKey">The role's name in code, by which the page groups.</param>
internal sealed record SeatView(string Person, string Role, string RoleKey);
