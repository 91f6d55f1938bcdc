using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Application.Agendas;

/// <summary>Makes what a person typed about an item fit for cards, documents and the database, and holds it against the limits.</summary>
internal static class ItemText
{
    private static readonly TextLimit Presenter = new("Oplægsholderen", AgendaItemRules.LongestPresenter, Optional: true);

    internal static Result<AgendaItemContent> Clean(AgendaItemContent content)
    {
        if (!DanishText.Clean(content.Presenter, Presenter).TryGet(out var presenter, out var tooLong))
        {
            return tooLong;
        }

        var clean = content with
        {
            Title = DanishText.Clean(content.Title),
            Presenter = presenter.Length == 0 ? null : presenter,
            Sections =
            [
                .. content.Sections.Select(section => section with { Text = DanishText.CleanLines(section.Text) })
                    .Where(section => section.Text.Length > 0),
            ],
            Recommendations = [.. content.Recommendations.Select(DanishText.Clean).Where(line => line.Length > 0)],
        };
        return AgendaItemRules.Check(clean) is { } error ? error : clean;
    }
}
