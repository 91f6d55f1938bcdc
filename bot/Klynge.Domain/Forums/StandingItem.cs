using Klynge.Domain.Agendas;

namespace Klynge.Domain.Forums;

/// <summary>Fast punkt: an item that stands on every agenda of a forum.</summary>
/// <param name="Title">As the agenda prints it.</param>
/// <param name="Kind">What the forum is asked to do.</param>
/// <param name="Minutes">Its usual length; null where none is set.</param>
/// <param name="StandsLast">It closes the agenda: what is added later goes in before it. Otherwise it opens the agenda.</param>
public sealed record StandingItem(string Title, AgendaItemKind Kind, int? Minutes = null, bool StandsLast = false)
{
    /// <summary>What Danish boards have on their agendas where their rules name nothing else.</summary>
    public static IReadOnlyList<StandingItem> Usual { get; } =
    [
        new("Godkendelse af dagsordenen", AgendaItemKind.Decision, 5),
        new("Gensidig orientering", AgendaItemKind.Information, 10, StandsLast: true),
        new("Eventuelt", AgendaItemKind.Discussion, 5, StandsLast: true),
    ];

    public AgendaItemContent ToContent() => new() { Title = Title, Kind = Kind, Minutes = Minutes, StandsLast = StandsLast };
}
