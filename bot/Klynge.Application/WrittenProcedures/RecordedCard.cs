using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Tells a voter what the secretariat recorded on the voter's behalf, and how to put it right.</summary>
public static class RecordedCard
{
    public static AdaptiveCard Build(ProcedureView view, SeatView seat)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(seat);
        var line = Texts.RecordedForYou(seat.Answer!.Value, seat.Source!.Value);
        return new()
        {
            Speak = $"{line} {view.NoticeTitle}",
            FallbackText = $"{line} {view.NoticeTitle}",
            Body =
            [
                ProcedureParts.Head(view),
                ProcedureParts.Title(view.Case.Title),
                new TextBlock(line) { Weight = TextWeight.Bolder },
                .. seat.Remarks is { } remarks
                    ? [new TextBlock(CardText.Escape(DanishFormat.Quote(DanishText.Shorten(remarks, 600))))]
                    : Array.Empty<CardElement>(),
                ProcedureParts.Note(view.IsOpen ? Texts.NotRight : Texts.NotRightClosed),
            ],
            Refresh = view.IsOpen ? ProcedureParts.OwnRefresh(view.ForumId, view.Id) : null,
            Actions = view.IsOpen ? [ProcedureParts.Button(Texts.ChangeAnswer, Verbs.Ballot, view, ("change", true))] : null,
        };
    }
}
