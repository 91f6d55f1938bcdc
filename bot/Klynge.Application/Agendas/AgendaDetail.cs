namespace Klynge.Application.Agendas;

/// <summary>
/// How much of each item a card shows. A page of long texts is drawn with less, so that the card stays within what Teams takes.
/// </summary>
/// <param name="Text">Characters of the case presentation and of the decision.</param>
/// <param name="Lines">Recommendations and attachments, each.</param>
/// <param name="Line">Characters of one such line.</param>
/// <param name="Title">Characters of the title and of the presenter.</param>
internal sealed record AgendaDetail(int Text, int Lines, int Line, int Title)
{
    /// <summary>From what a reader wants to the least that still is an agenda.</summary>
    internal static IReadOnlyList<AgendaDetail> Levels { get; } =
        [new(400, 10, 200, 200), new(150, 4, 120, 200), new(0, 0, 0, 120), new(0, 0, 0, 40)];

    internal bool HasBody => Text > 0;
}
