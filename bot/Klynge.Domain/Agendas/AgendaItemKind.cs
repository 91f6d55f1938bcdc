namespace Klynge.Domain.Agendas;

/// <summary>What the forum is asked to do with an item.</summary>
public enum AgendaItemKind
{
    /// <summary>Beslutning.</summary>
    Decision = 1,

    /// <summary>Drøftelse.</summary>
    Discussion = 2,

    /// <summary>Orientering.</summary>
    Information = 3,
}
