using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Agendas.Council;

/// <summary>
/// Formandsbeslutning (kommunestyrelsesloven § 22, stk. 2): what the chair has decided for the body between its meetings, because it cannot wait or
/// gives no doubt. Any member may call the case in, for the body to decide itself (opinions 04.1.3 and 83.1.1), until the next meeting begins. It
/// stands on that meeting's agenda either way: to be taken note of, or to be decided.
/// </summary>
public sealed class ChairDecision
{
    public const int MaxDecisionLength = 4_000;
    public const int MaxReasonLength = 2_000;

    public ChairDecisionId Id { get; init; } = ChairDecisionId.New();

    public required ForumId ForumId { get; init; }

    /// <summary>The case, in a line.</summary>
    public required string Title { get; init; }

    public required string Decision { get; init; }

    /// <summary>Why it could not wait, or why it gives no doubt.</summary>
    public required string Reason { get; init; }

    public required ChairGround Ground { get; init; }

    /// <summary>For those who may read what is closed.</summary>
    public bool IsClosed { get; init; }

    public required PersonId MadeById { get; init; }

    /// <summary>As the person was called then.</summary>
    public required string MadeBy { get; init; }

    /// <summary>Made by the deputy, who acts when the chair is away (§ 33).</summary>
    public bool IsOfDeputy { get; init; }

    public required Instant MadeAt { get; init; }

    /// <summary>Where the right stands, as the body's rules said then; null where they did not say.</summary>
    public string? Source { get; init; }

    /// <summary>Where it stands on an agenda; null while no meeting is planned.</summary>
    public AgendaItemId? ItemId { get; private set; }

    public PersonId? CalledInById { get; private set; }

    public string? CalledInBy { get; private set; }

    public Instant? CalledInAt { get; private set; }

    public bool IsCalledIn => CalledInAt is not null;

    /// <summary>The item that tells the meeting of it from now on.</summary>
    public void Place(AgendaItemId item) => ItemId = item;

    /// <summary>The body decides the case itself. Whoever calls it in first is on record; once is enough.</summary>
    public void CallIn(PersonId by, string name, Instant now)
    {
        if (!IsCalledIn)
            (CalledInById, CalledInBy, CalledInAt) = (by, name, now);
    }
}

/// <summary>What lets the chair decide alone.</summary>
public enum ChairGround
{
    /// <summary>Tåler ikke opsættelse.</summary>
    CannotWait = 1,

    /// <summary>Giver ikke anledning til tvivl.</summary>
    NoDoubt = 2,
}

public readonly record struct ChairDecisionId(Guid Value) : IRecordId
{
    public static ChairDecisionId New() => new(Guid.CreateVersion7());
}

public sealed record ChairDecisionNotFound()
    : Error("Den formandsbeslutning findes ikke i forummet.");

public sealed record ChairGroundMissing()
    : Error("Vælg, om sagen ikke kan vente, eller om den ikke giver anledning til tvivl. Ellers skal den vente til mødet.");

/// <summary>§ 33: the deputy acts when the chair is away, and only then.</summary>
public sealed record ChairIsThere(string Chair)
    : Error($"Formanden ({Chair}) træffer selv beslutningen. Er formanden forhindret, så sæt kryds ved det, og send igen; så står det i beslutningen.");

public sealed record OnlyTheChairDecides(string Forum)
    : Error($"Kun formanden i {Forum} kan træffe en formandsbeslutning, eller næstformanden, når formanden er forhindret.");

/// <summary>A form that was sent before with other words.</summary>
public sealed record ChairDecisionAlreadyMade()
    : Error("Beslutningen fra det kort er allerede truffet og sendt til medlemmerne. Åbn et nyt kort til en ny.");

/// <summary>Opinions 04.1.3 and 83.1.1: until the body meets.</summary>
public sealed record CallInTooLate()
    : Error("Mødet, hvor beslutningen er på dagsordenen, er begyndt. Sig på mødet, at du vil have sagen behandlet.");

public sealed record OnlyMembersCallIn(string Forum)
    : Error($"Kun medlemmer af {Forum} kan kræve sagen behandlet på mødet.");
