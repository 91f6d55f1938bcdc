namespace Klynge.Teams.Routing;

/// <summary>A card's button that was pressed, as <c>Action.Execute</c> or as its fallback <c>Action.Submit</c>.</summary>
public sealed record InvokedAction
{
    public required string Verb { get; init; }

    /// <summary>What the card sent: untrusted, any value may be missing, of another type, or another forum's.</summary>
    public required ActionData Data { get; init; }

    /// <summary>The client asked by itself, to show the card afresh: nobody pressed anything, so nothing may change.</summary>
    public bool IsRefresh { get; init; }

    /// <summary>It came as <c>Action.Submit</c>: the answer's card is sent as a message or an update.</summary>
    public bool IsFallback { get; init; }

    /// <summary>The message that carries the card, for an update of what everybody sees.</summary>
    public string? CardActivityId { get; init; }
}
