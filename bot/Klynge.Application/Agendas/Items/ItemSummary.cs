using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Council;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Items;

/// <summary>An item on cards that ask or tell about one.</summary>
internal static class ItemSummary
{
    /// <summary>So many characters of JSON leave room for the rest of a card: Teams counts two bytes for each.</summary>
    private const int MaxLength = 20_000;

    /// <param name="content">What the item says.</param>
    /// <param name="decision">Null where there is none to show.</param>
    /// <param name="rest">What stands below a text that is too long for a card.</param>
    internal static IEnumerable<CardElement> Of(AgendaItemContent content, string? decision, CardElement rest)
    {
        yield return new TextBlock(CardText.Escape(content.Title)) { Weight = TextWeight.Bolder, Size = TextSize.Medium };
        yield return CardParts.Subtle(Facts(content));
        if (content.LateReason is { } late)
            yield return CardParts.Subtle(LateTexts.Item(late));

        foreach (var element in LongText.Cut(Parts(content, decision), MaxLength, rest))
            yield return element;
    }

    private static IEnumerable<CardElement> Parts(AgendaItemContent content, string? decision) =>
    [
        .. content.Dissents.Where(one => one.CameAlong).SelectMany(one => LongText.Of(CouncilTexts.Printed(one))),
        .. content.Sections.SelectMany(section => Part(section.Heading, LongText.Of(section.Text))),
        .. content.Recommendations.Count == 0 ? [] : Part(
            RecommendationLead.Of(content) is null ? Texts.Recommendation : null, content.Recommendations.SelectMany((line, index) => LongText.Entry(index + 1, line))),
        .. content.Attachments.Count == 0 ? [] : Part(Texts.Attachments, AttachmentNames.Lines(content).Select(CardParts.Line)),
        .. decision is null ? [] : Part(Texts.Decision, LongText.Of(decision)),
        .. content.Votes.SelectMany(vote => LongText.Of(VoteTexts.Printed(vote))),
        .. content.Stops.SelectMany(stop => LongText.Of(CouncilTexts.Printed(stop))),
        .. content.Dissents.Where(one => !one.CameAlong).SelectMany(one => LongText.Of(CouncilTexts.Printed(one))),
        .. content.Additions.SelectMany(addition => LongText.Of(AdditionTexts.Printed(addition))),
    ];

    private static IEnumerable<CardElement> Part(string? heading, IEnumerable<CardElement> elements) =>
        string.IsNullOrEmpty(heading) ? elements : [new TextBlock(CardText.Escape(heading)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium }, .. elements];

    internal static string Facts(AgendaItemContent content)
    {
        var facts = new List<string> { Texts.Kind(content.Kind) };
        if (content.Presenter is { } presenter)
            facts.Add($"v/ {presenter}");

        if (content.Minutes is { } minutes)
            facts.Add($"{minutes} min");

        if (content.CaseNumber is { } number)
            facts.Add(ItemTexts.CaseNumberFact(number));

        if (content.MayBeDropped)
            facts.Add(ItemTexts.MayBeDroppedFact);

        if (content.IsClosed)
            facts.Add(ItemTexts.ClosedFact(content.ClosedBecause));

        return string.Join(" · ", facts);
    }
}

/// <summary>Makes what a person typed about an item fit for cards, documents and the database, and holds it against the limits.</summary>
internal static class ItemText
{
    private static readonly TextLimit Presenter = new("Oplægsholderen", AgendaItemRules.MaxPresenterLength, Optional: true);
    private static readonly TextLimit CaseNumber = new("Sagsnummeret", AgendaItemRules.MaxCaseNumberLength, Optional: true);
    private static readonly TextLimit LateReason = new("Forklaringen på, at det kommer efter udsendelsen,", AgendaItemRules.MaxLateReasonLength, Optional: true);
    private static readonly TextLimit ClosedBecause = new("Begrundelsen for at lukke punktet", AgendaItemRules.MaxClosedReasonLength, Optional: true);

    internal static Result<AgendaItemContent> Clean(AgendaItemContent content)
    {
        if (!DanishText.Clean(content.Presenter, Presenter).TryGet(out var presenter, out var tooLong)
            || !DanishText.Clean(content.CaseNumber, CaseNumber).TryGet(out var number, out tooLong)
            || !DanishText.Clean(content.ClosedBecause, ClosedBecause).TryGet(out var because, out tooLong)
            || !DanishText.Clean(content.LateReason, LateReason).TryGet(out var late, out tooLong))
        {
            return tooLong;
        }

        var clean = content with
        {
            Title = DanishText.Clean(content.Title),
            Presenter = presenter.Length == 0 ? null : presenter,
            CaseNumber = number.Length == 0 ? null : number,
            LateReason = late.Length == 0 ? null : late,
            ClosedBecause = because.Length == 0 ? null : because,
            Sections = [.. content.Sections.Select(Clean).Where(section => section.Text.Length > 0)],
            Recommendations = [.. content.Recommendations.Select(DanishText.Clean).Where(line => line.Length > 0)],
        };
        return AgendaItemRules.Check(clean) is { } error ? error
            : clean.Kind == AgendaItemKind.Information && RecommendedKind.FirstThatDecides(clean.Recommendations) is { } line ? new DecisionIsNoInformation(DanishText.Shorten(line, 80))
            : clean;
    }

    private static AgendaSection Clean(AgendaSection section) => section with
    {
        Heading = section.Heading is { } heading ? DanishText.Clean(heading) : null,
        Text = DanishText.CleanLines(section.Text),
    };
}
