using System.Text.Json.Nodes;

namespace Klynge.Teams.Cards;

/// <summary>Only ever the fallback of an <see cref="ExecuteAction"/>; it arrives as a message with the data as its value.</summary>
public sealed record SubmitAction : CardAction
{
    internal const string VerbProperty = "verb";

    private SubmitAction(string title)
        : base(title)
    {
    }

    public required JsonObject Data { get; init; }

    public AssociatedInputs? AssociatedInputs { get; init; }

    internal static SubmitAction StandingInFor(ExecuteAction action)
    {
        var data = (JsonObject?)action.Data?.DeepClone() ?? [];
        data[VerbProperty] = action.Verb;
        return new SubmitAction(action.Title)
        {
            Data = data,
            Style = action.Style,
            Tooltip = action.Tooltip,
            Mode = action.Mode,
            IconUrl = action.IconUrl,
            IsEnabled = action.IsEnabled,
            AssociatedInputs = action.AssociatedInputs,
        };
    }
}
