using System.Globalization;
using Klynge.Application.Chat;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Decisions;

/// <summary>
/// What came back from <see cref="DecisionForm"/>. The box holds the text of the item that the form was drawn for; the list may name another
/// one since, for a list cannot load anything by itself. So the two are told apart before anything is written.
/// </summary>
internal sealed record DecisionInput
{
    /// <summary>The item that the button or the list names, as it is now.</summary>
    internal AgendaLine? Chosen { get; private init; }

    /// <summary>Whose text stood in the box when the form was drawn; null on a card that says nothing of it.</summary>
    internal AgendaLine? Loaded { get; private init; }

    /// <summary>The version of <see cref="Chosen"/> that the form was drawn from.</summary>
    internal int SeenVersion { get; private init; }

    internal int LoadedVersion { get; private init; }

    /// <summary>What is in the box; empty when nothing is.</summary>
    internal string Typed { get; private init; } = string.Empty;

    internal int? Phrase { get; private init; }

    /// <summary>The person was asked and said yes.</summary>
    internal bool Replaces { get; private init; }

    internal bool Leaves { get; private init; }

    /// <summary>Another item is chosen than the one whose text is in the box.</summary>
    internal bool Moves => Loaded is { } loaded && loaded.Id != Chosen?.Id;

    /// <summary>Something was typed that is saved nowhere: »Godkendt.« over a box that was drawn with »Udsat.«</summary>
    internal bool IsUnsaved => Typed.Length > 0 && Typed != (Loaded ?? Chosen)?.Decision;

    /// <summary>The version whose decision the person had before them when typing; null when it was another item's, or too long for the box.</summary>
    internal int? VersionOfText => Replaces || (!Moves && DecisionForm.Holds(Chosen?.Decision)) ? SeenVersion : null;

    /// <param name="ofButton">A button of its own item (»Ret«), which outranks the list; for »Gem« the list says which item is meant.</param>
    internal static DecisionInput Read(ActionData data, AgendaView view, bool ofButton = false)
    {
        var loaded = ReadChoice(data.Text(DecisionForm.Loaded));
        (AgendaItemId, int)? own = ofButton && data.Id<AgendaItemId>(DecisionForm.Target) is { } target ? (target, 0) : null;
        var named = own ?? ReadChoice(data.Text(DecisionForm.Choice)) ?? loaded;
        return new DecisionInput
        {
            Chosen = Find(named),
            Loaded = Find(loaded),
            SeenVersion = named?.Item2 ?? 0,
            LoadedVersion = loaded?.Version ?? 0,
            Typed = DanishText.CleanLines(data.Text(DecisionForm.Text)),
            Phrase = data.Integer(DecisionForm.Phrase) is { } index && index >= 0 && index < Texts.StockPhrases.Count ? index : null,
            Replaces = data.Flag(DecisionForm.Replace) == true,
            Leaves = data.Flag(DecisionForm.Leave) == true,
        };

        AgendaLine? Find((AgendaItemId Id, int)? choice) => choice is { } one ? view.Lines.FirstOrDefault(line => line.Id == one.Id) : null;
    }

    /// <summary>An item with the version that the form was drawn from: »6f1c…/3«.</summary>
    internal static string Write(AgendaLine line) => $"{CardIds.Write(line.Id)}/{line.Version}";

    private static (AgendaItemId Id, int Version)? ReadChoice(string? value)
    {
        var parts = value?.Split('/') ?? [];
        return parts.Length == 2 && CardIds.Read<AgendaItemId>(parts[0]) is { } id
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (id, version)
            : null;
    }
}
