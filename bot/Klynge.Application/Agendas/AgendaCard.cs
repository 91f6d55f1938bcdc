using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas;

/// <summary>The agenda card: the same record for the whole chat and for one person, with what each may see and press.</summary>
public static class AgendaCard
{
    /// <summary>Items on a page: what a phone scrolls through without losing the buttons.</summary>
    public const int PageSize = 12;

    /// <summary>Texts that together stay under this fit a card at any length of their JSON, so it need not be measured.</summary>
    private const int SurelyFits = 3_000;

    /// <summary>As <see cref="CardJson.MeasureBytes"/> counts; 40 KB on the wire, which a phone has in its hands at once. More detail than fits is a press away.</summary>
    private const int UsualBytes = 60 * 1024;

    /// <param name="view">What the reader may see.</param>
    /// <param name="audience">What the buttons offer.</param>
    /// <param name="page">From 0; one that is out of range shows the nearest there is.</param>
    public static AdaptiveCard Build(AgendaView view, AgendaAudience audience, int page = 0) => Build(view, audience, page, card => card);

    /// <inheritdoc cref="Build(AgendaView, AgendaAudience, int)"/>
    /// <param name="dress">What is put around the agenda; the whole is held within the size of a card.</param>
    internal static AdaptiveCard Build(AgendaView view, AgendaAudience audience, int page, Func<AdaptiveCard, AdaptiveCard> dress)
    {
        var last = Math.Max(0, (view.Lines.Count - 1) / PageSize);
        var shown = Math.Clamp(page, 0, last);
        var lines = view.Lines.Skip(shown * PageSize).Take(PageSize).ToList();
        if (lines.Sum(TextLength) + AttendanceLines.Length(view) < SurelyFits)
            return dress(Draw(view, audience, lines, shown, AgendaDetail.Levels[0]));

        var cards = AgendaDetail.Levels.Select(detail => dress(Draw(view, audience, lines, shown, detail)));
        return cards.FirstOrDefault(card => CardJson.MeasureBytes(card) < UsualBytes)
            ?? cards.FirstOrDefault(card => CardJson.MeasureBytes(card) < CardJson.MaxBytes)
            ?? throw new InvalidOperationException("An agenda card is too large at its least detail.");
    }

    private static AdaptiveCard Draw(
        AgendaView view, AgendaAudience audience, List<AgendaLine> lines, int page, AgendaDetail detail) => new()
        {
            Speak = Texts.Speak(view),
            FallbackText = Texts.Fallback(view),
            Page = CardPages.Meeting(view.Meeting.Id),
            Refresh = AgendaButtons.Refresh(view, audience, page),
            Body =
        [
            .. AgendaHead.Of(view.Meeting),
            .. ApprovalLines.Of(view, audience),
            .. lines.Count == 0 ? [CardParts.Line(Texts.NoItems)] : lines.SelectMany(line => AgendaRow.Of(view.Meeting, line, detail)),
            .. AgendaButtons.Pager(view, page, audience.Turns ?? AgendaVerbs.Show, (view.Lines.Count + PageSize - 1) / PageSize),
            .. Texts.Overrun(view).Select(CardParts.Caution),
            .. AttendanceLines.Of(view),
            .. AgendaButtons.Of(view, audience),
        ],
        };

    private static int TextLength(AgendaLine line) =>
        line.Content.Title.Length
        + (line.Content.Presenter?.Length ?? 0)
        + (line.Decision?.Length ?? 0)
        + line.Content.Sections.Sum(section => section.Text.Length)
        + line.Content.Recommendations.Sum(text => text.Length)
        + line.Guests.Sum(guest => guest.Length)
        + line.Content.Attachments.Sum(attachment => attachment.Name.Length);
}
