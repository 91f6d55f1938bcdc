using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Agendas.Contributions;

/// <summary>The forms of the secretariat: whom to ask for a text to an item, and to write one in for somebody.</summary>
internal static class ContributionForms
{
    internal const string People = "people";
    internal const string DueOn = "due";
    internal const string Wanted = "wanted";

    private const int MaxUnsearched = 20;

    /// <param name="view">The agenda that the item is on, as the secretary may read it here.</param>
    /// <param name="asked">Those who have been asked already.</param>
    /// <param name="form">What stands in it.</param>
    internal static AdaptiveCard Ask(
        AgendaView view, AgendaLine line, IReadOnlyList<Contribution> asked, IReadOnlyList<PersonChoice> people, ContributionForm form, LocalDate today)
    {
        var heading = Texts.AskTo(line.Number);
        var data = CardParts.Data(view.Meeting.ForumId, view.Meeting.Id, line.Id);
        var input = new ChoiceSetInput(People, Texts.PeopleLabel, Standing(people, form)) { Value = form.People, IsMultiSelect = true };
        var source = new PeopleSource(PeopleSource.Contributors, view.Meeting.ForumId, ListedId.Of(line.Id));
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{view.Meeting.Forum}: {form.Wrong?.Text ?? heading}"),
            FallbackText = $"{view.Meeting.Forum}: {heading}",
            Body =
            [
                CardParts.ForumLine(view.Meeting.Forum, view.Meeting.Board),
                CardParts.Heading(heading),
                CardParts.Line(line.Content.Title),
                CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(view.Meeting.Time))),
                .. asked.Count == 0 ? [] : new CardElement[] { new TextBlock(Texts.AlreadyAsked) { Weight = TextWeight.Bolder } },
                .. asked.Select(one => CardParts.Line($"{one.Heading}: {Texts.StateOf(one, today)}")),
                CardParts.Subtle(Texts.AskExplained),
                .. form.Wrong is { } wrong ? new CardElement[] { new TextBlock(CardText.Escape(wrong.Text)) { Color = TextColor.Attention } } : [],
                .. PersonInput.Of(input, source, [.. people.Select(one => new Choice(one.Title, one.Value))], typed: form.Typed, typedLabel: Texts.NamesLabel),
                new DateInput(DueOn, Texts.DueLabel)
                {
                    Value = form.DueOn is { } day ? LocalDatePattern.Iso.Format(day) : null,
                    IsRequired = true,
                    ErrorMessage = new ContributionDayMissing().Text,
                },
                new TextInput(Wanted, Texts.WantedLabel) { Value = form.Wanted },
            ],
            Actions =
            [
                CardParts.Submit(Texts.Ask, ContributionVerbs.Ask, data),
                CardParts.Back(AgendaVerbs.Item, CardParts.Data(view.Meeting.ForumId, view.Meeting.Id, line.Id)),
                .. asked.Count == 0 ? [] : new CardAction[] { CardParts.Button(Texts.SeeAllUnsaved, ContributionVerbs.List, CardParts.Data(view.Meeting.ForumId, view.Meeting.Id)) },
            ],
        }.WithButtonsInLines();
    }

    /// <summary>What somebody has sent the secretariat in another way.</summary>
    /// <param name="typed">What was typed over words that have changed meanwhile; null for the form as things stand.</param>
    internal static AdaptiveCard Record(ContributionAt at, ContributionView view, string? typed = null)
    {
        var heading = Texts.RecordFor(view.Heading);
        var save = DataOf(at);
        save[ContributionCard.Seen] = view.Seen;
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{view.Forum}: {heading}"),
            FallbackText = $"{view.Forum}: {heading}",
            IsConfidential = view.IsClosed,
            Body =
            [
                CardParts.ForumLine(view.Forum, view.Board),
                CardParts.Heading(heading),
                CardParts.Line(Texts.ItemOf(at)),
                CardParts.Subtle(Texts.RecordExplained),
                .. typed is null ? [] : new CardElement[] { EditConflict.Of(ContributionVerbs.RecordForm, DataOf(at), (Texts.RecordLabel, view.Standing, typed)).ToElement() },
                ContributionCard.Input(typed ?? view.Text, Texts.RecordLabel),
            ],
            Actions =
            [
                CardParts.Submit(typed is null ? Agendas.Texts.Save : Klynge.Application.Meetings.Texts.SaveMine, ContributionVerbs.Record, save),
                CardParts.Back(ContributionVerbs.List, CardParts.Data(at.Forum.Id, at.Meeting.Id)),
            ],
        }.WithButtonsInLines();
    }

    /// <summary>In a list that is searched: those who are chosen, and the first of it, for a client that cannot search.</summary>
    private static Choice[] Standing(IReadOnlyList<PersonChoice> people, ContributionForm form) => people.Count <= PersonInput.MaxListed ? [] :
        [.. people.Where((one, index) => index < MaxUnsearched || (form.People?.Contains(one.Value, StringComparison.Ordinal) ?? false)).Select(one => new Choice(one.Title, one.Value))];

    /// <summary>A contribution of the forum; its item and its meeting follow from it.</summary>
    internal static JsonObject DataOf(ContributionAt at) => new JsonObject().With(CardIds.Forum, at.Forum.Id).With(CardIds.Contribution, at.Contribution.Id);

    /// <summary>The forum's own time limit for items, or the next day that is left before the meeting.</summary>
    internal static LocalDate UsualDay(RulesOfProcedure rules, LocalDate meeting, LocalDate today)
    {
        LocalDate[] days = [rules.ItemsIn.DayBefore(meeting), rules.AgendaOut.DayBefore(meeting), meeting];
        return days.Where(day => day >= today && day <= meeting).Append(today).First();
    }

    internal static LocalDate? DayOf(ActionData data) =>
        LocalDatePattern.Iso.Parse(data.Text(DueOn) ?? string.Empty) is { Success: true } read ? read.Value : null;
}

/// <summary>What stands in the form that asks.</summary>
/// <param name="People">The chosen, joined by commas.</param>
/// <param name="Typed">Names that were typed in place of a choice.</param>
internal sealed record ContributionForm(LocalDate? DueOn, string? People = null, string? Typed = null, string? Wanted = null, Error? Wrong = null)
{
    internal static ContributionForm Read(ActionData data, Error? wrong = null) => new(
        ContributionForms.DayOf(data), data.Text(ContributionForms.People), PersonInput.Typed(data, ContributionForms.People), data.Text(ContributionForms.Wanted), wrong);
}
