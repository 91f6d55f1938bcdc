using System.Text.Json.Nodes;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Forums.People;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Calendar;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;

namespace Klynge.Application.WrittenProcedures.Drafting;

/// <summary>The secretariat's form for an answer that came by telephone or mail, and for a seat that somebody ill leaves to the substitute.</summary>
public static class RecordForm
{
    public const string SeatField = "seat";
    public const string AnswerField = "answer";
    public const string SourceField = "source";
    public const string ForOther = "forOther";
    public const string Phone = "phone";
    public const string Mail = "mail";

    /// <param name="typed">What was chosen and typed when it was refused.</param>
    public static AdaptiveCard Build(ProcedureView view, RecordTyped? typed = null, string? problem = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new AdaptiveCard
        {
            Speak = $"{Texts.RecordAnswer}: {view.NoticeTitle}",
            FallbackText = $"{Texts.RecordAnswer}: {view.NoticeTitle}",
            IsConfidential = view.Case.IsClosed,
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.OpenState, TextColor.Accent),
                ProcedureParts.Title(view.Case.Title),
                .. PersonInput.Of(
                    new ChoiceSetInput(SeatField, Texts.WhoAnswers) { Value = typed?.Seat },
                    Source(view),
                    [.. view.Seats.Select(RollList.ToChoice).Select(one => new Choice(one.Title, one.Value))],
                    typed: typed?.SeatName),
                new ChoiceSetInput(AnswerField, Texts.TheAnswer, [.. Enum.GetValues<Answer>().Where(answer => answer != Answer.Separate).Select(answer => new Choice(Texts.Name(answer), AnswerNames.Of(answer)))])
                {
                    Value = typed?.Answer,
                },
                .. AnswerPicks.Exceptions(typed?.Picks, view.Separate),
                new ChoiceSetInput(SourceField, Texts.HowGiven, new Choice(Texts.ByPhone, Phone), new Choice(Texts.ByMail, Mail)) { Value = typed?.Source },
                new TextInput(BallotCard.RemarksField, Texts.RemarksLabel)
                {
                    Value = typed?.Remarks,
                    IsMultiline = true,
                },
                .. problem is null ? Array.Empty<CardElement>() : [ProcedureParts.Wrong(problem)],
            ],
            Actions =
            [
                ProcedureParts.Button(Texts.Record, Verbs.Record, view, [.. view.Separate is { } count ? [(AnswerPicks.Count, count), (AnswerPicks.Version, view.Version)] : Array.Empty<(string, JsonNode)>()]) with { Style = ActionStyle.Positive },
                .. view.Seats.Any(seat => seat is { Answer: null, Substitute: null, HasSubstitute: true })
                    ? [ProcedureParts.Button(Texts.GiveSeatToSubstitute, Verbs.GiveUpSeat, view, (ForOther, true))]
                    : Array.Empty<ExecuteAction>(),
                ProcedureParts.Button(Texts.Back, Verbs.View, view) with { AssociatedInputs = AssociatedInputs.None },
            ],
        }.WithButtonsInLines();
    }

    /// <summary>Where a seat is searched for when the roll is too long for the card.</summary>
    internal static PeopleSource Source(ProcedureView view) => new(PeopleSource.Roll, view.ForumId, ListedId.Of(view.Id));
}

/// <summary>What was chosen and typed in the form of a recorded answer.</summary>
/// <param name="SeatName">The name that was typed in place of choosing a seat.</param>
/// <param name="Picks">The recommendations that were answered otherwise than the rest.</param>
public sealed record RecordTyped(string? Seat, string? Answer, string? Source, string? Remarks, string? SeatName = null, AnswerPicks? Picks = null);

/// <summary>Tells a voter what the secretariat recorded on the voter's behalf, and how to put it right.</summary>
public static class RecordedCard
{
    public static AdaptiveCard Build(ProcedureView view, SeatView seat)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(seat);
        var line = Texts.RecordedForYou(seat);
        return new()
        {
            Speak = $"{line} {view.NoticeTitle}",
            FallbackText = $"{line} {view.NoticeTitle}",
            IsConfidential = view.Case.IsClosed,
            Body =
            [
                ProcedureParts.Head(view),
                ProcedureParts.Title(view.Case.Title),
                new TextBlock(line) { Weight = TextWeight.Bolder },
                .. seat.Remarks is { } remarks
                    ? [new TextBlock(CardText.Escape(DanishFormat.Quote(LongText.Beginning(remarks, 600))))]
                    : Array.Empty<CardElement>(),
                ProcedureParts.Note(view.IsOpen ? Texts.NotRight : Texts.NotRightClosed),
            ],
            Refresh = view.IsOpen ? ProcedureParts.OwnRefresh(view.ForumId, view.Id) : null,
            Actions = view.IsOpen ? [ProcedureParts.Button(Texts.ChangeAnswer, Verbs.Ballot, view, ("change", true))] : null,
        };
    }
}
