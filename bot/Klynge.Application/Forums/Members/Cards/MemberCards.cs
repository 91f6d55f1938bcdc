using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Forums.Members.Rosters;
using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;

namespace Klynge.Application.Forums.Members.Cards;

/// <summary>»medlemmer«: who sits in a forum; and what a change of it would do, before and after.</summary>
internal static class MemberCards
{
    internal const int PageSize = 12;
    private const int MaxLines = 40;

    internal static AdaptiveCard List(MemberList list, string board, bool manages, int page)
    {
        var last = Math.Max(0, (list.Lines.Count - 1) / PageSize);
        var at = Math.Min(page, last);
        var heading = MemberTexts.Heading(list.Lines.Count);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{list.Forum.Name}: {heading}"),
            FallbackText = $"{list.Forum.Name}: {heading}",
            Body =
            [
                CardParts.ForumLine(list.Forum.Name, board),
                CardParts.Heading(heading),
                .. list.Lines.Skip(at * PageSize).Take(PageSize).Select(line => Row(list.Forum, line, manages)),
                new Container([.. CardParts.Lines(Buttons(list.Forum, manages, at, last))]) { Spacing = Spacing.Medium },
            ],
        };
    }

    /// <summary>What would be changed, and what it touches. The button carries what the form said and what was looked at.</summary>
    internal static AdaptiveCard Proposal(Forum forum, string board, ForumPreview preview, IReadOnlyList<string> notes, MemberInput input) => Told(
        forum,
        board,
        MemberTexts.ProposalHeading,
        preview,
        [MemberTexts.NothingYet, .. notes],
        [
            CardParts.Button(MemberTexts.Confirm, MemberVerbs.Change, input.ToData(forum.Id, preview.Version)) with { Style = ActionStyle.Positive },
            ToList(forum),
        ]);

    internal static AdaptiveCard Done(Forum forum, string board, ForumPreview preview) => Told(forum, board, MemberTexts.DoneHeading, preview, preview.Changes.Count == 0 ? [MemberTexts.AlreadyDone] : [], [ToList(forum)]);

    /// <summary>Who is in the chat and not in the forum, each with the way to a seat, and the other way round.</summary>
    internal static AdaptiveCard Chat(Forum forum, string board, RosterComparison found) => new AdaptiveCard
    {
        Speak = CardParts.Spoken($"{forum.Name}: {MemberTexts.ChatHeading}"),
        FallbackText = $"{forum.Name}: {MemberTexts.ChatHeading}",
        Body =
        [
            CardParts.ForumLine(forum.Name, board),
            CardParts.Heading(MemberTexts.ChatHeading),
            .. found.Others.Count + found.Missing.Count == 0 ? [CardParts.Line(MemberTexts.AllAreThere)] : Array.Empty<CardElement>(),
            .. found.Others.Count > 0 ? [Part(MemberTexts.OthersHeading), .. found.Others.Take(PageSize).Select(one => Other(forum, one)), .. More(found.Others.Count)] : Array.Empty<CardElement>(),
            .. found.Missing.Count > 0
                ? [Part(MemberTexts.MissingHeading), .. found.Missing.Take(MaxLines).Select(one => CardParts.Line(MemberTexts.Missing(one.Name, one.IsKnown)))]
                : Array.Empty<CardElement>(),
            CardParts.Subtle(MemberTexts.NothingChanged),
        ],
        Actions = [ToList(forum)],
    }.WithButtonsInLines();

    internal static JsonObject Data(Forum forum) => new JsonObject().With(CardIds.Forum, forum.Id);

    private static IEnumerable<CardElement> More(int count) => count > PageSize ? [CardParts.Subtle(MemberTexts.AndMore(count - PageSize))] : [];

    private static TextBlock Part(string heading) => new(heading) { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };

    private static ColumnSet Other(Forum forum, ChatMember one)
    {
        var data = Data(forum);
        data[MemberInput.Name] = DanishText.Shorten(DanishText.Clean(one.Name), 100);
        if (one.Email is not null)
            data[MemberInput.Email] = one.Email;

        CardElement[] texts = [new TextBlock(CardText.Escape(one.Name)), .. one.Email is { } email ? [CardParts.Subtle(email) with { Spacing = Spacing.None }] : Array.Empty<CardElement>()];
        return new ColumnSet(new Column(texts), new Column(new ActionSet(CardParts.Button(MemberTexts.AddShort, MemberVerbs.AddForm, data))) { Width = "auto" }) { Spacing = Spacing.Small };
    }

    private static AdaptiveCard Told(Forum forum, string board, string heading, ForumPreview preview, IReadOnlyList<string> notes, IReadOnlyList<CardAction> actions) => new AdaptiveCard
    {
        Speak = CardParts.Spoken($"{forum.Name}: {heading}"),
        FallbackText = $"{forum.Name}: {heading}",
        Body =
        [
            CardParts.ForumLine(forum.Name, board),
            CardParts.Heading(heading),
            .. preview.Changes.Take(MaxLines).Select(change => CardParts.Line(MemberTexts.Line(change))),
            .. preview.Changes.Count > MaxLines ? [CardParts.Subtle(MemberTexts.AndMore(preview.Changes.Count - MaxLines))] : Array.Empty<CardElement>(),
            .. preview.Effects.Count > 0 ? [CardParts.Warning([MemberTexts.Touches, .. preview.Effects.Take(MaxLines)])] : Array.Empty<CardElement>(),
            .. notes.Select(CardParts.Subtle),
        ],
        Actions = actions,
    }.WithButtonsInLines();

    private static ColumnSet Row(Forum forum, MemberLine line, bool manages)
    {
        CardElement[] texts =
        [
            new TextBlock(CardText.Escape(line.Name)) { Weight = TextWeight.Bolder },
            CardParts.Line(MemberTexts.Facts(line.Seat)) with { Spacing = Spacing.None },
            CardParts.Subtle(MemberTexts.More(line)) with { Spacing = Spacing.None },
        ];
        Column[] columns = manages
            ? [new Column(texts), new Column(new ActionSet(Of(MemberTexts.Edit, MemberVerbs.EditForm)), new ActionSet(Of(MemberTexts.End, MemberVerbs.EndForm)) { Spacing = Spacing.Small }) { Width = "auto" }]
            : [new Column(texts)];
        return new ColumnSet(columns) { Separator = true, Spacing = Spacing.Small };

        ExecuteAction Of(string title, Rights.ButtonRight verb) => CardParts.Button(title, verb, Data(forum).With(CardIds.Member, line.Seat.Id));
    }

    private static IEnumerable<CardAction> Buttons(Forum forum, bool manages, int page, int last)
    {
        if (page > 0)
            yield return Turn(MemberTexts.Earlier, page - 1);
        if (page < last)
            yield return Turn(MemberTexts.Later, page + 1);
        if (!manages)
            yield break;

        yield return CardParts.Button(MemberTexts.Add, MemberVerbs.AddForm, Data(forum));
        yield return CardParts.Button(MemberTexts.PasteTable, MemberVerbs.TableForm, Data(forum));
        yield return CardParts.Button(MemberTexts.CompareWithChat, MemberVerbs.Chat, Data(forum));

        ExecuteAction Turn(string title, int to)
        {
            var data = Data(forum);
            data[CardParts.Page] = to;
            return CardParts.Button(title, MemberVerbs.List, data);
        }
    }

    private static ExecuteAction ToList(Forum forum) => CardParts.Button(MemberTexts.Members, MemberVerbs.List, Data(forum));
}
