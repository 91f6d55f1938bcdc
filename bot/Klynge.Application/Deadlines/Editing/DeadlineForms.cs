using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Deadlines.Editing;

/// <summary>The forms in which a deadline is set and postponed.</summary>
internal static class DeadlineForms
{
    /// <summary>More buttons than this are no question any more: the form asks instead.</summary>
    internal const int MaxFitting = 8;

    internal static AdaptiveCard New(Forum forum, string board, IReadOnlyList<ForumMember> seats, DeadlineForm form) => new()
    {
        Speak = CardParts.Spoken(form.Wrong is { } wrong ? $"{Texts.NewDeadline}: {wrong.Text}" : $"{forum.Name}: {Texts.NewDeadline}"),
        FallbackText = $"{forum.Name}: {Texts.NewDeadline}",
        Body =
        [
            CardParts.ForumLine(forum.Name, board),
            CardParts.Heading(Texts.NewDeadline),
            .. Field([TitleInput(form.Title)], form),
            .. Field([Day(Texts.DateLabel, form.Date)], form),
            TimeOf(form.Time),
            .. Field(ResponsibleChoice(forum.Id, seats, form.Responsible), form),
        ],
        Actions = [CardParts.Submit(Texts.SetButton, DeadlineVerbs.Set, NewData(forum, form))],
    };

    private static JsonObject NewData(Forum forum, DeadlineForm form)
    {
        JsonObject data = DeadlineParts.Data(forum.Id);
        if (form.Id is { } id)
            data.With(DeadlineForm.NewField, id);

        return data;
    }

    /// <summary>»Ret«. One that follows from a meeting or the annual wheel has its title from there.</summary>
    internal static AdaptiveCard Edit(DeadlineView view, IReadOnlyList<ForumMember> seats, DeadlineForm form, LocalDate today) => new()
    {
        Speak = CardParts.Spoken(form.Wrong is { } wrong ? $"{Texts.EditHeading}: {wrong.Text}" : $"{Texts.EditHeading}: {view.NoticeTitle}"),
        FallbackText = $"{Texts.EditHeading}: {view.NoticeTitle}",
        Body =
        [
            DeadlineParts.Head(view, today),
            CardParts.Heading(Texts.EditHeading),
            .. form.Wrong is ChangedMeanwhile ? [Conflict(view, seats, form).ToElement()] : Array.Empty<CardElement>(),
            .. view.Follows
                ? [CardParts.Line(view.Title), CardParts.Subtle(Texts.FollowsSomething(view.Kind))]
                : Field([TitleInput(form.Title)], form),
            .. Field([Day(Texts.DateLabel, form.Date)], form),
            TimeOf(form.Time),
            .. Field(ResponsibleChoice(view.ForumId, seats, form.Responsible, view), form),
            .. Field([new TextInput(DeadlineParts.Reminders, Texts.RemindersLabel) { Value = form.Reminders, Placeholder = Texts.AsTheForum }], form),
            CardParts.Subtle(Texts.RemindersHint),
            DeadlineParts.Buttons(
                CardParts.Submit(form.Wrong is ChangedMeanwhile ? Meetings.Texts.SaveMine : Texts.SaveButton, DeadlineVerbs.Edit, DeadlineParts.Data(view)),
                CardParts.Back(DeadlineVerbs.Show, DeadlineParts.Data(view)),
                DeadlineParts.Button(Texts.RemoveButton, DeadlineVerbs.Remove, view) with { Style = ActionStyle.Destructive }),
        ],
    };

    private static EditConflict Conflict(DeadlineView view, IReadOnlyList<ForumMember> seats, DeadlineForm form)
    {
        var (roles, people, left) = Choices(seats, view);
        return EditConflict.Of(
            DeadlineVerbs.EditForm,
            DeadlineParts.Data(view),
            (Texts.TitleLabel, view.Title, view.Follows ? view.Title : form.Title),
            (Texts.DateLabel, DanishFormat.Capitalised(Texts.On(view.Date, view.Time)), form.Date is { } date ? DanishFormat.Capitalised(Texts.On(date, form.Time)) : null),
            (Texts.ResponsibleLabel, LabelOf(view.ResponsibleChoice), LabelOf(form.Responsible ?? roles[0].Value)),
            (Texts.RemindersLabel, view.Reminders?.Text, form.Reminders));

        string? LabelOf(string? value) => roles.Concat(people).Concat(left).FirstOrDefault(one => one.Value == value)?.Title ?? value;
    }

    /// <param name="typed">What was typed on a card that has grown old meanwhile: it stands there again, below what has changed.</param>
    internal static AdaptiveCard Postpone(DeadlineView view, LocalDate today, PostponeDeadlineRequest? typed = null) => new()
    {
        Speak = CardParts.Spoken($"{Texts.PostponeHeading}: {view.NoticeTitle}"),
        FallbackText = $"{Texts.PostponeHeading}: {view.NoticeTitle}",
        Body =
        [
            DeadlineParts.Head(view, today),
            CardParts.Heading(Texts.PostponeHeading),
            CardParts.Line(view.Title),
            new TextBlock(CardText.Escape(Texts.When(view, today))) { Weight = TextWeight.Bolder },
            .. typed is null ? Array.Empty<CardElement>() : [CardParts.Warning([Texts.ChangedHere])],
            Day(Texts.NewDateLabel, typed?.Date),
            new TextInput(DeadlineParts.Reason, Texts.ReasonLabel) { Value = typed?.Reason, IsMultiline = true },
        ],
        Actions =
        [
            CardParts.Submit(Texts.PostponeButton, DeadlineVerbs.Postpone, DeadlineParts.Data(view)),
            CardParts.Back(DeadlineVerbs.Show, DeadlineParts.Data(view)),
        ],
    };

    /// <summary>Who of several is meant: each button sets the deadline with that person.</summary>
    internal static AdaptiveCard AskWho(Forum forum, SetDeadlineRequest request, ResponsibleUnknown unknown) => new()
    {
        Speak = CardParts.Spoken(Texts.WhoIsMeant(unknown.Written)),
        FallbackText = Texts.WhoIsMeant(unknown.Written),
        Body =
        [
            CardParts.Heading(Texts.WhoIsMeant(unknown.Written)),
            .. unknown.IsNear ? [CardParts.Line(Texts.NobodyIsCalled(unknown.Written, unknown.Forum))] : Array.Empty<CardElement>(),
            CardParts.Line(Texts.NotSetYet(request.Title)),
            .. unknown.Fitting.Select(one => new ActionSet(DeadlineParts.Set(forum.Id, request, one)) { Spacing = Spacing.Small }),
            new ActionSet(DeadlineParts.ChooseAnother(forum.Id, request, unknown.Written)) { Spacing = Spacing.Small },
        ],
    };

    internal static DateInput Day(string label, LocalDate? value) => new(DeadlineParts.Date, label)
    {
        Value = value is { } day ? LocalDatePattern.Iso.Format(day) : null,
        IsRequired = true,
        ErrorMessage = Texts.DateNeeded,
    };

    private static TimeInput TimeOf(LocalTime? value) => new(DeadlineParts.Time, Texts.TimeLabel)
    {
        Value = value is { } time ? MeetingForms.Clock.Format(time) : null,
    };

    /// <summary>The secretariat, the chairs, the members, or one of the people.</summary>
    /// <param name="chosen">The value of a choice, or what was typed in place of one; null for the secretariat.</param>
    /// <param name="view">The deadline that it is about: whoever sees to it stands there, also after they have left the forum.</param>
    internal static IReadOnlyList<CardElement> ResponsibleChoice(ForumId forum, IReadOnlyList<ForumMember> seats, string? chosen, DeadlineView? view = null)
    {
        var (roles, people, left) = Choices(seats, view);
        var isChoice = roles.Concat(people).Concat(left).Any(choice => choice.Value == chosen);
        var input = new ChoiceSetInput(DeadlineParts.Responsible, Texts.ResponsibleLabel, roles) { Value = isChoice ? chosen : roles[0].Value };
        return [.. PersonInput.Of(input, new PeopleSource(PeopleSource.People, forum), people, left, typed: isChoice ? null : chosen)];
    }

    /// <summary>The roles, the people, and whoever sees to it now and is neither.</summary>
    internal static (List<Choice> Roles, List<Choice> People, List<Choice> Left) Choices(IReadOnlyList<ForumMember> seats, DeadlineView? view = null)
    {
        var labels = PeopleLabels.Of(seats);
        List<Choice> roles = [Choice(Responsible.Of(Role.Secretariat)), Choice(Responsible.Of(Role.Chair)), Choice(Responsible.Of(Role.Member))];
        List<Choice> people =
        [
            .. seats.DistinctBy(seat => seat.PersonId).Select(seat => new Choice(
                DanishText.Shorten($"{labels.GetValueOrDefault(seat.PersonId, seat.Person.Name)}, {seat.Role.Danish()}", 100), ResponsibleNames.ValueOf(Responsible.Of(seat.PersonId)))),
        ];
        var stands = view is null || roles.Concat(people).Any(choice => choice.Value == view.ResponsibleChoice);
        return (roles, people, stands ? [] : [new Choice(DanishText.Shorten(view!.Responsible ?? Texts.Nobody, 100), view.ResponsibleChoice)]);
    }

    private static TextInput TitleInput(string? title) => new(DeadlineParts.Title, Texts.TitleLabel)
    {
        Value = title,
        IsRequired = true,
        ErrorMessage = Texts.TitleNeeded,
    };

    /// <summary>A field, and what is wrong with it right below.</summary>
    /// <param name="inputs">The field, in one input or two; the first has its name.</param>
    private static IEnumerable<CardElement> Field(IReadOnlyList<CardElement> inputs, DeadlineForm form) =>
        form.Wrong is { } wrong && DeadlineForm.FieldOf(wrong) == inputs[0].Id
            ? [.. inputs, new TextBlock(CardText.Escape(wrong.Text)) { Color = TextColor.Attention, Spacing = Spacing.Small }]
            : inputs;

    private static Choice Choice(Responsible role) =>
        new(DanishFormat.Capitalised(Texts.Role(role.Role)!), ResponsibleNames.ValueOf(role));
}
