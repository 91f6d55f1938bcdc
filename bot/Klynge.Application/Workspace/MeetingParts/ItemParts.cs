using Klynge.Application.Agendas.Votes;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Offers;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;

namespace Klynge.Application.Workspace.MeetingParts;

/// <summary>What stands beside an item on its meeting's page, as the reader may read it.</summary>
internal sealed record ItemParts
{
    internal static ItemParts None { get; } = new();

    /// <summary>What was agreed at it, and what has become of that.</summary>
    internal IReadOnlyList<DeadlineView> Agreements { get; init; } = [];

    /// <summary>Sentences of its decision that may be agreements or deadlines; empty for those who do not answer them.</summary>
    internal IReadOnlyList<FoundLine> Found { get; init; } = [];

    /// <summary>Who took no part in it, as the minutes will say it.</summary>
    internal IReadOnlyList<string> Attendance { get; init; } = [];

    /// <summary>Who can be called in for somebody inhabil, or taken out again.</summary>
    internal IReadOnlyList<CallIn> CallIns { get; init; } = [];

    /// <summary>The vote on cards that runs on it, for the secretariat; null for none.</summary>
    internal RunningBallot? Ballot { get; init; }

    /// <summary>Its guests, for those who write them on.</summary>
    internal IReadOnlyList<(ItemGuestId Id, string Label)> Guests { get; init; } = [];
}

/// <summary>A press that calls a substitute in for one item.</summary>
/// <param name="Seat">Of the member who is inhabil.</param>
/// <param name="Person">The substitute; null takes out the one who was called in.</param>
/// <param name="Title">»Kald Bo Friis ind for Karen Ravn«</param>
internal sealed record CallIn(MemberId Seat, PersonId? Person, string Title);
