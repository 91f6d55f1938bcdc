using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.WrittenProcedures.Seats;

/// <summary>The names on the card of a case: who has not answered, for the secretariat, and who has. Of many the first, with the way to the others.</summary>
internal static class SeatNames
{
    /// <summary>What a phone scrolls through.</summary>
    internal const int PageSize = 60;

    private const string List = "who";

    /// <param name="page">From 0; one that is out of range shows the last.</param>
    internal static IEnumerable<CardElement> Of(ProcedureView view, bool isSecretariat, int page)
    {
        List<SeatView> missing = isSecretariat && view.IsOpen ? [.. view.Seats.Where(seat => seat.Answer is null)] : [];
        List<SeatView> answered = view.Case.IsClosed ? [] : [.. view.Seats.Where(seat => seat.Answer is not null)];
        var last = Math.Max(0, (Math.Max(missing.Count, answered.Count) - 1) / PageSize);
        var shown = Math.Clamp(page, 0, last);
        return [.. Missing(missing, shown), .. Answered(view, answered, shown), .. Pager(view, shown, last)];
    }

    private static IEnumerable<CardElement> Missing(List<SeatView> missing, int page)
    {
        List<string> names = [.. missing.Skip(page * PageSize).Select(seat => seat.Voter)];
        if (names.Count > 0)
            yield return new TextBlock($"{Texts.WhoIsMissing}: {CardText.Escape(DanishFormat.Some(names, PageSize))}") { Separator = true };
    }

    /// <summary>Folded away on the first page; whoever turns the page wants to see them.</summary>
    private static IEnumerable<CardElement> Answered(ProcedureView view, List<SeatView> answered, int page)
    {
        if (answered.Count == 0)
            yield break;

        List<SeatView> shown = [.. answered.Skip(page * PageSize).Take(PageSize)];
        var more = answered.Count - (page * PageSize) - shown.Count;
        yield return new ActionSet(new ToggleVisibilityAction($"{Texts.WhoAnswered} ({answered.Count})", List));
        yield return new Container(
        [
            .. shown.Select(seat => new TextBlock(view.ShowsVotes
                ? $"{CardText.Escape(seat.Voter)}: {Texts.Name(seat)}"
                : CardText.Escape(seat.Voter))
            {
                Spacing = Spacing.Small,
            }),
            .. more > 0 ? [ProcedureParts.Note(Texts.AndMore(more))] : Array.Empty<CardElement>(),
        ])
        {
            Id = List,
            IsVisible = page > 0,
        };
    }

    private static IEnumerable<CardElement> Pager(ProcedureView view, int page, int last)
    {
        if (last == 0)
            yield break;

        CardAction?[] ways = [page > 0 ? Turn(Texts.EarlierNames, page - 1) : null, page < last ? Turn(Texts.MoreNames, page + 1) : null];
        yield return new ActionSet([.. ways.OfType<CardAction>()]);

        CardAction Turn(string title, int to) => ProcedureParts.Button(title, Verbs.View, view, ("page", to)) with { AssociatedInputs = AssociatedInputs.None };
    }
}
