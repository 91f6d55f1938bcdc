namespace Klynge.Application.Agendas;

/// <summary>What happened to an item after the agenda was sent out.</summary>
public enum AgendaMark
{
    None = 0,

    /// <summary>»nyt«</summary>
    New = 1,

    /// <summary>»ændret 3. feb.«</summary>
    Changed = 2,
}
