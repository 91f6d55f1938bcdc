using System.Globalization;
using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Coming;

/// <summary>The form of a new case to come, and of one that stands.</summary>
internal static class ComingForm
{
    internal const string Presenter = "presenter";
    internal const string Wanted = "wanted";
    internal const string ReadingField = "reading";
    internal const string Remark = "remark";
    internal const string Closed = "closed";

    internal static ComingInput Empty { get; } = new(null, null, null, null, null, IsClosed: false);

    /// <param name="id">Of the case that the form will add.</param>
    /// <param name="wrong">Why what was typed was not taken; null for a form that nobody has filled in.</param>
    internal static AdaptiveCard Add(Forum forum, string board, ComingItemId id, ComingInput input, Error? wrong = null) =>
        Draw(forum.Name, board, Texts.New, input, wrong?.Text, ComingVerbs.Add, ComingListCard.Data(forum.Id).With(ItemForm.New, id), CardParts.Back(ComingVerbs.List, ComingListCard.Data(forum.Id)));

    internal static AdaptiveCard Edit(ComingView view, string forum, string board, ComingInput? typed = null, string? wrong = null) =>
        Draw(forum, board, Texts.EditHeading, typed ?? Of(view), wrong, ComingVerbs.Edit, ComingListCard.Data(view), CardParts.Back(ComingVerbs.Show, ComingListCard.Data(view)));

    internal static ComingInput Read(ActionData data) => new(
        data.Text(ItemForm.Title), data.Text(Presenter), data.Text(Wanted), int.TryParse(data.Text(ReadingField), CultureInfo.InvariantCulture, out var reading) ? reading : null, data.Text(Remark), data.Text(Closed) == "true");

    private static ComingInput Of(ComingView view) =>
        new(view.Content.Title, view.Content.Presenter, view.Wanted.Words, view.Reading, view.Remark, view.Content.IsClosed);

    private static AdaptiveCard Draw(
        string forum, string board, string heading, ComingInput input, string? wrong, ButtonRight save, JsonObject data, ExecuteAction back) => new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{forum}: {wrong ?? heading}"),
            FallbackText = $"{forum}: {heading}",
            Body =
            [
                CardParts.ForumLine(forum, board),
                CardParts.Heading(heading),
                .. wrong is null ? [] : new CardElement[] { new TextBlock(CardText.Escape(wrong)) { Color = TextColor.Attention } },
                new TextInput(ItemForm.Title, Agendas.Texts.TitleLabel) { Value = input.Title, IsRequired = true, ErrorMessage = Texts.TitleNeeded },
                new TextInput(Presenter, Agendas.Texts.PresenterLabel) { Value = input.Presenter },
                new TextInput(Wanted, Texts.WantedLabel) { Value = input.Wanted, Placeholder = Texts.WantedHint },
                new ChoiceSetInput(ReadingField, Texts.ReadingLabel, new Choice(Texts.NoReading, "0"), new Choice(Texts.Reading(1), "1"), new Choice(Texts.Reading(2), "2"))
                {
                    Value = $"{input.Reading ?? 0}",
                },
                new TextInput(Remark, Texts.RemarkLabel) { Value = input.Remark, IsMultiline = true, Placeholder = Texts.RemarkHint },
                new ToggleInput(Closed, Agendas.Texts.ClosedLabel, Texts.ClosedTitle) { Value = input.IsClosed ? "true" : "false" },
            ],
            Actions = [CardParts.Submit(Texts.Save, save, data), back],
        }.WithButtonsInLines();
}
