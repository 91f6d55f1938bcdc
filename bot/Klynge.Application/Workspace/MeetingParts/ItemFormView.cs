using Klynge.Application.Attendance.Items;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Offers;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Workspace.MeetingParts;

/// <summary>What a form on an item is drawn from: what the card's form of the same act is drawn from.</summary>
internal abstract record ItemFormView;

/// <param name="Responsible">Whom it can be given to: the roles, the people, and who has it now.</param>
/// <param name="Standing">The one that is changed or dropped; null for a new one.</param>
internal sealed record AgreementFields(IReadOnlyList<Choice> Responsible, DeadlineView? Standing) : ItemFormView;

/// <param name="Line">The sentence, with the day and the forums that its words lead to.</param>
internal sealed record FollowUpFields(FoundLine Line) : ItemFormView;

/// <param name="Own">The forum's own people.</param>
/// <param name="Others">Those of the board's other forums.</param>
/// <param name="Asked">Those who have been asked already.</param>
/// <param name="Usual">The day that is proposed.</param>
internal sealed record ContributionFields(IReadOnlyList<Choice> Own, IReadOnlyList<Choice> Others, IReadOnlyList<Contribution> Asked, LocalDate Usual) : ItemFormView;

/// <param name="Voters">Whose votes are written: those who have a vote, take part in the item, and have not pressed themselves.</param>
/// <param name="Pressed">How many have pressed on a card: their votes stand.</param>
/// <param name="Standing">The vote that is corrected; null for a new one.</param>
internal sealed record VoteFields(IReadOnlyList<Sitting> Voters, int Pressed, ItemVote? Standing, Quorum Quorum) : ItemFormView;

/// <param name="Asked">Who gets a card.</param>
/// <param name="Others">Who votes in the room and is written in afterwards.</param>
internal sealed record BallotFields(IReadOnlyList<string> Asked, IReadOnlyList<string> Others) : ItemFormView;

internal sealed record AdditionFields : ItemFormView;

internal sealed record ItemAttendanceFields(ItemAttendance Attendance) : ItemFormView;

/// <param name="Readers">Those who read closed items and are no secretariat.</param>
internal sealed record ExclusionFields(IReadOnlyList<(PersonId Id, string Name)> Readers) : ItemFormView;

internal sealed record GuestFields : ItemFormView;
