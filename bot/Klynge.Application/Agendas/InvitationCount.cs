namespace Klynge.Application.Agendas;

/// <summary>
/// How many are invited in the calendar and what they have answered: the first link of the chain from the invitation over apologies and
/// substitutes to the quorum. Those who have sent an apology stand there and not here.
/// </summary>
/// <param name="Invited">People with a seat who are invited.</param>
/// <param name="Coming">Of these, who has said yes.</param>
/// <param name="Tentative">The names of those who may come, in the forum's order.</param>
/// <param name="Unanswered">Who has not answered, or only for the time before the meeting was moved.</param>
/// <param name="Missing">The names of those with a vote who are not invited.</param>
/// <param name="Unknown">Invited people whom nobody recognises yet.</param>
public sealed record InvitationCount(
    int Invited, int Coming, IReadOnlyList<string> Tentative, int Unanswered, IReadOnlyList<string> Missing, int Unknown);
