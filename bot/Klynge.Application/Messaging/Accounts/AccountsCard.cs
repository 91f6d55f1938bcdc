using System.Text.Json.Nodes;
using Klynge.Application.Rights;
using Klynge.Teams.Cards;

namespace Klynge.Application.Messaging.Accounts;

/// <summary>Asks the secretariat about accounts, one row each; with several, all can be answered at once.</summary>
public static class AccountsCard
{
    internal static readonly ButtonRight Verb = new("account.answer", Actors.Secretariat, "of a forum where the member sits");
    internal static readonly ButtonRight ShowVerb = new("account.show", Actors.Secretariat, "of a forum where the member sits");
    internal const string AccountsField = "accounts";
    internal const string TheirsField = "theirs";

    private const int MaxRows = 10;

    /// <summary>What a card that draws itself anew can name of those it asked about.</summary>
    private const int MaxAsked = 100;

    /// <param name="questions">At least one.</param>
    /// <param name="told">What has been answered of those that the card asked about.</param>
    /// <param name="asked">The accounts that it asked about when it was sent; null for those of <paramref name="questions"/>.</param>
    public static AdaptiveCard Build(IReadOnlyList<AccountQuestion> questions, IReadOnlyList<string> told, IReadOnlyList<string>? asked = null)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(told);
        var shown = questions.Take(MaxRows).ToList();
        return new AdaptiveCard
        {
            Speak = Texts.Question(questions.Count),
            FallbackText = Texts.Question(questions.Count),
            Refresh = new CardRefresh(new ExecuteAction(Texts.Question(questions.Count), ShowVerb)
            {
                Data = new JsonObject { [AccountsField] = string.Join(',', (asked ?? [.. questions.Select(one => one.ObjectId)]).Take(MaxAsked)) },
            }),
            Body =
            [
                .. told.Select(line => new TextBlock(CardText.Escape(line)) { Color = TextColor.Good }),
                new TextBlock(Texts.Question(questions.Count)) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading },
                new TextBlock(Texts.Why) { IsSubtle = true, Size = TextSize.Small },
                .. shown.SelectMany(Row),
                .. questions.Count > shown.Count ? new CardElement[] { new TextBlock(Texts.More(questions.Count - shown.Count)) { IsSubtle = true } } : [],
            ],
            Actions = shown.Count < 2 ? [] : [Button(Texts.YesToAll(shown.Count), shown, areTheirs: true)],
        };
    }

    /// <summary>All is answered, by this secretary or by another.</summary>
    public static AdaptiveCard Done(params IReadOnlyList<string> told) => new()
    {
        Speak = string.Join(' ', told),
        FallbackText = string.Join(' ', told),
        Body = [.. told.Select(line => new TextBlock(CardText.Escape(line)))],
    };

    /// <summary>To the person whose account it is.</summary>
    public static AdaptiveCard Welcome() => Done(Texts.Known);

    private static IEnumerable<CardElement> Row(AccountQuestion question)
    {
        yield return new TextBlock(CardText.Escape(question.Name)) { Weight = TextWeight.Bolder, Separator = true };
        yield return new TextBlock(CardText.Escape(question.Address)) { Spacing = Spacing.None };
        if (question.Replaces)
            yield return new TextBlock(Texts.ReplacesAnother) { Color = TextColor.Warning, Spacing = Spacing.Small };

        yield return new ActionSet(Button(Texts.Yes, [question], areTheirs: true), Button(Texts.No, [question], areTheirs: false)) { Spacing = Spacing.Small };
    }

    private static ExecuteAction Button(string title, IReadOnlyList<AccountQuestion> questions, bool areTheirs) => new(title, Verb)
    {
        Data = new JsonObject
        {
            [AccountsField] = string.Join(',', questions.Select(question => question.ObjectId)),
            [TheirsField] = areTheirs,
        },
    };
}
