using Klynge.Domain.Forums;

namespace Klynge.Application.Agendas;

/// <summary>Whose eyes an agenda card is for, and what its buttons may offer them. Each button is checked again by its use case.</summary>
public sealed record AgendaAudience
{
    public bool ReadsClosed { get; init; }

    /// <summary>The secretariat: sends the agenda, writes decisions, moves the meeting.</summary>
    public bool Manages { get; init; }

    public bool Proposes { get; init; }

    public bool Apologises { get; init; }

    /// <summary>The secretariat and the chairs: apologies of others, too.</summary>
    public bool ApologisesForOthers { get; init; }

    /// <summary>The reader's own seats; none on a card that a whole chat reads.</summary>
    public IReadOnlyList<MemberId> OwnSeats { get; init; } = [];

    /// <summary>The channel ids (<c>29:…</c>) of those who get a version of their own as soon as they see the card; at most 60.</summary>
    public IReadOnlyList<string> RefreshFor { get; init; } = [];

    /// <summary>A card that a whole chat reads: nothing closed, and the buttons of a member.</summary>
    public static AgendaAudience Everybody { get; } = new() { Proposes = true, Apologises = true };

    public static AgendaAudience Of(ForumAccess access) => new()
    {
        ReadsClosed = access.May(Permission.ReadClosedItems),
        Manages = access.May(Permission.ManageAgenda),
        Proposes = access.May(Permission.ProposeItem),
        Apologises = access.May(Permission.RegisterOwnApology),
        ApologisesForOthers = access.May(Permission.RegisterApologyForOthers),
        OwnSeats = [.. access.Own.Select(seat => seat.Id)],
    };
}
