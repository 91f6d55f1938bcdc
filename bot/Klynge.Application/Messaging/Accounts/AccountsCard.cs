using System.Text.Json.Nodes;
using Klynge.Application.Rights;
using Klynge.Teams.Cards;

namespace Klynge.Application.Messaging.Accounts;

/// <summary>Asks the secretariat about accounts, one row each; with several, all can be answered at once.</summary>
public static class AccountsCard
{
    internal static readonly ButtonRight Verb = new("account.answer", Actors.Secretariat, "of a forum where the member sits");
    internal const string AccountsField = "accounts";
    internal const string TheirsField = "theirs";

    private const int MaxRows = 10;

    /// <param name="questions">At least one.</param>
    /// <param name="told">What has just been done; null for nothing.</param>
    public static AdaptiveCard Build(IReadOnlyList<AccountQuestion> questions, string? told = null)
    {
        ArgumentNullException.ThrowIfNull(questions);
        var shown = questions.Take(MaxRows).ToList();
        return new AdaptiveCard
        {
            Speak = Texts.Question(questions.Count),
            FallbackText = Texts.Question(questions.Count),
            Body =
            [
                .. told is null ? Array.Empty<CardElement>() : [new TextBlock(CardText.Escape(told)) { Color = TextColor.Good }],
                new TextBlock(Texts.Question(questions.Count)) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading },
                new TextBlock(Texts.Why) { IsSubtle = true, Size = TextSize.Small },
                .. shown.SelectMany(Row),
                .. questions.Count > shown.Count ? new CardElement[] { new TextBlock(Texts.More(questions.Count - shown.Count)) { IsSubtle = true } } : [],
            ],
            Actions = shown.Count < 2 ? [] : [Button(Texts.YesToAll(shown.Count), shown, areTheirs: true)],
        };
    }

    /// <summary>All is answered.</summary>
    public static AdaptiveCard Done(string told) => new()
    {
        Speak = told,
        FallbackText = told,
        Body = [new TextBlock(CardText.Escape(told))],
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
