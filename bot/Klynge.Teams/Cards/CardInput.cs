using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

/// <summary>Something to fill in. Its label is not optional: without one a screen reader announces "edit".</summary>
public abstract record CardInput : CardElement
{
    private protected CardInput(string id, string label)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        (Id, Label) = (id, CardText.Breakable(label));
    }

    /// <summary>A word in it that is too long for a phone, such as an address, can be broken: the renderer would widen the card for it.</summary>
    [JsonPropertyOrder(-1)]
    public string Label { get; }

    /// <summary>The client holds back the action until it is filled in; the bot must check again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsRequired { get; init; }

    /// <summary>What stands under the input when it is missing or out of range.</summary>
    public string? ErrorMessage { get; init; }
}
