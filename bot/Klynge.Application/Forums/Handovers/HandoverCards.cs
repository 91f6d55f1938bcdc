using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Coming;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Forums.Handovers;

/// <summary>A handover: who follows and when, what would be given, and that it was done.</summary>
internal static class HandoverCards
{
    internal const string To = "to";
    internal const string Day = "lastDay";
    internal const string Seen = "seen";

    private const int MaxTitles = 30;

    /// <param name="others">The forums that may follow, with their names.</param>
    internal static AdaptiveCard Ask(Forum forum, string board, IReadOnlyList<ForumOption> others, ForumId? to, LocalDate day) => Card(
        forum.Name,
        board,
        HandoverTexts.Heading,
        others.Count == 0
            ? [CardParts.Line(HandoverTexts.NoSuccessor)]
            :
            [
                CardParts.Subtle(HandoverTexts.Hint),
                new ChoiceSetInput(To, HandoverTexts.ToLabel, [.. others.Select(one => new Choice(one.Name, CardIds.Write(one.Id)))])
                {
                    IsRequired = true,
                    ErrorMessage = HandoverTexts.ToNeeded,
                    Value = to is { } chosen ? CardIds.Write(chosen) : null,
                },
                new DateInput(Day, HandoverTexts.DayLabel) { IsRequired = true, ErrorMessage = HandoverTexts.DayNeeded, Value = LocalDatePattern.Iso.Format(day) },
            ],
        others.Count == 0 ? [] : [CardParts.Submit(HandoverTexts.Preview, HandoverVerbs.Preview, new JsonObject().With(CardIds.Forum, forum.Id))]);

    internal static AdaptiveCard Preview(Forum forum, string board, HandoverPreview preview, HandoverRequest request)
    {
        var contents = preview.Contents;
        var data = new JsonObject().With(CardIds.Forum, forum.Id).With(To, request.To);
        (data[Day], data[Seen]) = (LocalDatePattern.Iso.Format(request.LastDay), preview.Mark);
        return Card(
            forum.Name,
            board,
            HandoverTexts.Title(contents),
            [
                CardParts.Line(HandoverTexts.LastDay(contents.LastDay)),
                .. HandoverTexts.Counts(contents).Select(CardParts.Line),
                .. contents.Cases.Take(MaxTitles).Select(one => CardParts.Line($"• {one.Title}")),
                .. contents.Cases.Count > MaxTitles ? [CardParts.Subtle($"… og {DanishFormat.Number(contents.Cases.Count - MaxTitles)} mere")] : Array.Empty<CardElement>(),
                .. contents.ClosedCases > 0 ? [CardParts.Warning([HandoverTexts.Closed(contents.ClosedCases)])] : Array.Empty<CardElement>(),
                .. contents.Closed.Take(MaxTitles).Select(one => CardParts.Line(HandoverTexts.Closed(one, contents))),
                CardParts.Caution(HandoverTexts.Once),
            ],
            [CardParts.Submit(HandoverTexts.Confirm, HandoverVerbs.Confirm, data)]);
    }

    /// <param name="stored">Null where the document could not be stored yet.</param>
    internal static AdaptiveCard Done(Forum forum, string board, HandoverStored? stored) => Card(
        forum.Name,
        board,
        HandoverTexts.Heading,
        [CardParts.Line(stored is null ? HandoverTexts.NotStored : HandoverTexts.Done)],
        stored is null
            ? [CardParts.Button(HandoverTexts.Fetch, HandoverVerbs.Fetch, new JsonObject().With(CardIds.Forum, forum.Id))]
            : [new OpenUrlAction(HandoverTexts.OpenDocument, stored.Document), new OpenUrlAction(HandoverTexts.OpenPackage, stored.Package)]);

    /// <summary>What both secretariats are told, with the way to the cases that have come.</summary>
    internal static AdaptiveCard Notice(HandoverContents contents, ForumId to, string board) => Card(
        contents.To,
        board,
        HandoverTexts.Title(contents),
        [CardParts.Line(HandoverTexts.LastDay(contents.LastDay)), .. HandoverTexts.Counts(contents).Select(CardParts.Line)],
        [CardParts.Button("Se de kommende punkter", ComingVerbs.List, new JsonObject().With(CardIds.Forum, to))]);

    private static AdaptiveCard Card(string forum, string board, string heading, IReadOnlyList<CardElement> body, IReadOnlyList<CardAction> actions) => new AdaptiveCard
    {
        Speak = CardParts.Spoken($"{forum}: {heading}"),
        FallbackText = $"{forum}: {heading}",
        Body = [CardParts.ForumLine(forum, board), CardParts.Heading(heading), .. body],
        Actions = actions.Count > 0 ? actions : null,
    }.WithButtonsInLines();
}

internal sealed record ForumOption(ForumId Id, string Key, string Name);
