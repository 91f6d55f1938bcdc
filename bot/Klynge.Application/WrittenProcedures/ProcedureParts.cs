using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Documents.Opening;
using Klynge.Application.Rights;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.WrittenProcedures;

/// <summary>What the cards of a case have in common.</summary>
internal static class ProcedureParts
{
    /// <summary>So many characters of a case fit on a card with room for its buttons and for remarks, counted after escaping.</summary>
    private const int MaxText = 26_000;

    private const int MaxConsultationRemarks = 10;

    /// <summary>What an element costs beside its text.</summary>
    private const int ElementCost = 60;

    /// <summary>In the data of a notice's refresh: it stays as it was sent while there is nothing more to tell than it does.</summary>
    internal const string Notice = "notice";

    /// <summary>The first line of every card: which forum and what is wanted, and the state as a word with a colour.</summary>
    internal static ColumnSet Head(string forum, string state, TextColor color) => new(
        new Column(new TextBlock(CardText.Escape(Texts.Head(forum))) { IsSubtle = true, Size = TextSize.Small }),
        new Column(new TextBlock(state) { Color = color, Weight = TextWeight.Bolder, Size = TextSize.Small }) { Width = "auto" });

    /// <summary>With the state of a case that has been sent out: open, or its result.</summary>
    internal static ColumnSet Head(ProcedureView view) => view.Outcome is { } outcome
        ? Head(view.Forum, Texts.Result(outcome), Color(outcome))
        : Head(view.Forum, Texts.OpenState, TextColor.Accent);

    internal static TextBlock Title(string title) => new(CardText.Escape(title))
    {
        Size = TextSize.Large,
        Weight = TextWeight.Bolder,
        Style = TextBlockStyle.Heading,
        Spacing = Spacing.Small,
    };

    /// <summary>On the cards of those who read a closed case.</summary>
    internal static IEnumerable<CardElement> ClosedMark(CaseText text)
    {
        if (text.IsClosed)
            yield return new TextBlock(Texts.ClosedMark) { Color = TextColor.Warning, Spacing = Spacing.Small };
    }

    internal static TextBlock Note(string text) => new(CardText.Escape(text)) { IsSubtle = true, Size = TextSize.Small };

    internal static TextBlock Wrong(string text) => new(CardText.Escape(text)) { Color = TextColor.Attention, Spacing = Spacing.Small };

    /// <summary>What the forum is asked to do, numbered.</summary>
    internal static IEnumerable<CardElement> Recommendations(string forum, CaseText text) =>
        That(forum).Concat(text.Recommendations.SelectMany((line, index) => LongText.Entry(index + 1, line)));

    internal static IEnumerable<CardElement> That(string forum) =>
        [new TextBlock(CardText.Escape(Texts.That(forum))) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium }];

    /// <summary>The case's text, cut where a card cannot hold more.</summary>
    private static IEnumerable<CardElement> Presentation(CaseText text, CardElement rest) => LongText.Cut(LongText.Of(text.Presentation), Room(text), rest);

    /// <summary>The case's text where a card has its beginning alone; null where it has all of it.</summary>
    internal static string? WholeText(CaseText text) => LongText.Of(text.Presentation).Sum(CardJson.Measure) > Room(text) ? text.Presentation : null;

    /// <summary>For the text, beside the recommendations and attachments.</summary>
    private static int Room(CaseText text) =>
        MaxText - Cost(text.Recommendations) - Cost(text.Attachments.Select(attachment => attachment.Name + attachment.ShownUrl + Texts.LinkOnly));

    /// <summary>The attachments by name, each with its link where it has one; those that are links only say so once the case is frozen.</summary>
    private static IEnumerable<CardElement> Attachments(CaseText text, bool isFrozen) => text.Attachments.Select(attachment =>
    {
        var isLink = Uri.TryCreate(attachment.ShownUrl, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback);
        if (isLink && DocumentButton.NeedsPass(url!))
            return new ActionSet(DocumentButton.Open(attachment.Name, url!)) { Spacing = Spacing.Small };

        var name = CardText.Escape(attachment.Name);
        var link = isLink ? $"[{name}]({url!.AbsoluteUri.Replace(")", "%29", StringComparison.Ordinal)})" : name;
        return (CardElement)new TextBlock(isFrozen && attachment.IsLinkOnly ? $"{link} ({Texts.LinkOnly})" : link) { Spacing = Spacing.Small };
    });

    /// <summary>A few lines that say what it is about: the summary, or the beginning of the presentation.</summary>
    internal static TextBlock Summary(CaseText text) =>
        new(CardText.Escape(LongText.Beginning(text.Summary ?? WithoutHeadings(text.Presentation), text.Summary is null ? 240 : CaseText.MaxSummaryLength))) { MaxLines = 4 };

    private static string WithoutHeadings(string text) =>
        string.Join('\n', text.Split('\n').Where(line => CaseSections.HeadingOf(line) is null)) is { } rest && !string.IsNullOrWhiteSpace(rest) ? rest : text;

    /// <summary>The case's text and attachments behind a button each, so that the question stays in sight.</summary>
    /// <param name="text">The case.</param>
    /// <param name="isFrozen">It is what the voters were sent, no draft.</param>
    /// <param name="rest">What stands below a text that is too long for a card, and leads to all of it.</param>
    internal static IEnumerable<CardElement> Folded(CaseText text, bool isFrozen, CardElement rest)
    {
        yield return new ActionSet([.. FoldedButtons(text)]);
        yield return new Container([.. Presentation(text, rest)]) { Id = "case", IsVisible = false };
        if (text.Attachments.Count > 0)
            yield return new Container([.. Attachments(text, isFrozen)]) { Id = "attachments", IsVisible = false };
    }

    /// <summary>What consulted forums had to say, folded away and cut to what a card can hold: the document of remarks has all of it.</summary>
    internal static IEnumerable<CardElement> ConsultationRemarks(ProcedureView view)
    {
        if (view.ConsultationRemarks.Count == 0)
            yield break;

        yield return new ActionSet(new ToggleVisibilityAction($"{Texts.ConsultationAnswers} ({view.ConsultationRemarks.Count})", "consultation"));
        var rest = view.ConsultationRemarks.Count - MaxConsultationRemarks;
        yield return new Container([
            .. view.ConsultationRemarks.Take(MaxConsultationRemarks)
                .Select(remark => new TextBlock(CardText.Escape(LongText.Beginning(remark, 300))) { Spacing = Spacing.Small }),
            .. rest > 0 ? [Note(Texts.AndMore(rest))] : Array.Empty<CardElement>(),
        ])
        {
            Id = "consultation",
            IsVisible = false,
        };
    }

    internal static JsonObject Data(ForumId forum, WrittenProcedureId procedure, params (string Name, JsonNode Value)[] more)
    {
        var data = new JsonObject().With(CardIds.Forum, forum).With(CardIds.Procedure, procedure);
        foreach (var (name, value) in more)
            data[name] = value;

        return data;
    }

    /// <summary>
    /// A card in a personal chat shows by itself how the case stands when it is looked at later: the answer, a new version, the result.
    /// Two are in that chat, so Teams needs no ids.
    /// </summary>
    internal static CardRefresh OwnRefresh(ForumId forum, WrittenProcedureId procedure, params (string Name, JsonNode Value)[] more) =>
        new(new ExecuteAction(Texts.SeeMine, Verbs.Ballot) { Data = Data(forum, procedure, more) });

    /// <summary>A notice of something that happened to a case gives way to how the case stands once it has been answered or is closed.</summary>
    internal static CardRefresh NoticeRefresh(ProcedureView view, ButtonRight verb) => new(Button(Texts.SeeMine, verb, view, (Notice, true)));

    /// <summary>Whether a notice asks for itself anew, by itself.</summary>
    internal static bool AsksAsNotice(InvokedAction action) => action.IsRefresh && action.Data.Flag(Notice) == true;

    internal static ExecuteAction Button(string title, ButtonRight verb, ProcedureView view, params (string Name, JsonNode Value)[] more) =>
        new(title, verb) { Data = Data(view.ForumId, view.Id, more) };

    internal static TextColor Color(Outcome outcome) => outcome switch
    {
        Outcome.Adopted => TextColor.Good,
        Outcome.Rejected => TextColor.Attention,
        Outcome.NoQuorum or Outcome.SentToMeeting or Outcome.Mixed => TextColor.Warning,
        _ => TextColor.Default,
    };

    private static int Cost(IEnumerable<string> lines) => lines.Sum(line => CardText.Escape(line).Length + ElementCost);

    private static IEnumerable<CardAction> FoldedButtons(CaseText text)
    {
        yield return new ToggleVisibilityAction(Texts.ReadCase, "case");
        if (text.Attachments.Count > 0)
            yield return new ToggleVisibilityAction($"{Texts.ShowAttachments} ({text.Attachments.Count})", "attachments");
    }
}
