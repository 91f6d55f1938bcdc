using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Deadlines;

/// <summary>The forms in which a deadline is set and postponed.</summary>
internal static class DeadlineForms
{
    /// <summary>People to choose from in a form.</summary>
    private const int MostPeople = 60;

    internal static AdaptiveCard New(Forum forum, string board, IReadOnlyList<ForumMember> seats, string? title, LocalDate? date) => new()
    {
        Speak = CardParts.Spoken($"{forum.Name}: {Texts.NewDeadline}"),
        FallbackText = $"{forum.Name}: {Texts.NewDeadline}",
        Body =
        [
            CardParts.ForumLine(forum.Name, board),
            CardParts.Heading(Texts.NewDeadline),
            new TextInput(DeadlineParts.Title, Texts.TitleLabel)
            {
                Value = title,
                MaxLength = Deadline.LongestTitle,
                IsRequired = true,
                ErrorMessage = Texts.TitleNeeded,
            },
            Day(Texts.DateLabel, date),
            ResponsibleChoice(seats, Responsible.Nobody),
        ],
        Actions = [CardParts.Submit(Texts.SetButton, DeadlineVerbs.Set, DeadlineParts.Data(forum.Id))],
    };

    internal static AdaptiveCard Postpone(DeadlineView view, LocalDate today) => new()
    {
        Speak = CardParts.Spoken($"{Texts.PostponeHeading}: {view.Title}"),
        FallbackText = $"{Texts.PostponeHeading}: {view.Title}",
        Body =
        [
            DeadlineParts.Head(view, today),
            CardParts.Heading(Texts.PostponeHeading),
            CardParts.Line(view.Title),
            new TextBlock(CardText.Escape(Texts.When(view.Date, today))) { Weight = TextWeight.Bolder },
            Day(Texts.NewDateLabel, value: null),
            new TextInput(DeadlineParts.Reason, Texts.ReasonLabel) { IsMultiline = true, MaxLength = Deadline.LongestReason },
        ],
        Actions =
        [
            CardParts.Submit(Texts.PostponeButton, DeadlineVerbs.Postpone, DeadlineParts.Data(view)),
            DeadlineParts.Button(Texts.See, DeadlineVerbs.Show, view),
        ],
    };

    internal static DateInput Day(string label, LocalDate? value) => new(DeadlineParts.Date, label)
    {
        Value = value is { } day ? LocalDatePattern.Iso.Format(day) : null,
        IsRequired = true,
        ErrorMessage = Texts.DateNeeded,
    };

    /// <summary>The secretariat, the chairs, the members, or one of the people.</summary>
    internal static ChoiceSetInput ResponsibleChoice(IReadOnlyList<ForumMember> seats, Responsible chosen) => new(
        DeadlineParts.Responsible,
        Texts.ResponsibleLabel,
        [
            Choice(Responsible.Of(Role.Secretariat)),
            Choice(Responsible.Of(Role.Chair)),
            Choice(Responsible.Of(Role.Member)),
            .. seats.DistinctBy(seat => seat.PersonId).Take(MostPeople).Select(seat => new Choice(
                DanishText.Shorten($"{seat.Person.Name}, {seat.Role.Danish()}", 100), ResponsibleNames.ValueOf(Responsible.Of(seat.PersonId)))),
        ])
    {
        Value = ResponsibleNames.ValueOf(chosen == Responsible.Nobody ? Responsible.Of(Role.Secretariat) : chosen),
    };

    private static Choice Choice(Responsible role) =>
        new(DanishFormat.Capitalised(Texts.Role(role.Role)!), ResponsibleNames.ValueOf(role));
}
