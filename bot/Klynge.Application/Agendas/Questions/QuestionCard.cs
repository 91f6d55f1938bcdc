using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Agendas.Questions;

/// <summary>A question to those who lead a forum, with the two ways to answer it; looked at later, what came of it.</summary>
internal static class QuestionCard
{
    internal const string Text = "text";
    internal const string To = "to";
    internal const string New = "new";

    /// <summary>A question in a line of what waits.</summary>
    private const int MaxInRow = 200;

    /// <param name="told">What has just happened; null for nothing.</param>
    /// <param name="unsent">An answer that came after another's; null for none.</param>
    internal static AdaptiveCard Build(QuestionView view, LocalDate today, string? told = null, string? unsent = null)
    {
        var heading = Texts.From(view);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{view.Forum}: {heading}"),
            FallbackText = $"{view.Forum}: {heading}",
            Refresh = new CardRefresh(CardParts.Button(heading, QuestionVerbs.Show, Data(view))),
            Body =
            [
                CardParts.ForumLine(view.Forum, view.Board),
                CardParts.Heading(Texts.Heading),
                CardParts.Subtle(Texts.FromLine(view, today)),
                .. told is null ? [] : new CardElement[] { new TextBlock(CardText.Escape(told)) { Color = TextColor.Accent } },
                .. unsent is null ? [] : new CardElement[] { CardParts.Warning([Texts.Unsent(unsent)]) },
                .. LongText.Of(view.Question.Text),
                .. view.Question.IsWaiting ? [] : Answered(view, today),
            ],
            Actions = view.Question.IsWaiting ? [Reply(view), CardParts.Button(Texts.MakeItem, QuestionVerbs.ItemForm, Data(view))] : null,
        }.WithButtonsInLines();
    }

    /// <summary>Before it is sent: the words, which can still be changed, and whom they go to.</summary>
    internal static AdaptiveCard Ask(QuestionTarget target, string? text, ChairQuestionId id)
    {
        var data = new JsonObject().With(CardIds.Forum, target.FromId).With(To, target.ForumId).With(New, id);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{target.Forum}: {Texts.Heading}"),
            FallbackText = $"{target.Forum}: {Texts.Heading}",
            Body =
            [
                CardParts.ForumLine(target.Forum, target.Board),
                CardParts.Heading(Texts.Heading),
                CardParts.Line(Texts.GoesTo(target)),
                new TextInput(Text, Texts.QuestionLabel) { IsMultiline = true, IsRequired = true, Value = text, ErrorMessage = Texts.QuestionNeeded },
            ],
            Actions = [CardParts.Submit(Texts.Send, QuestionVerbs.Ask, data)],
        }.WithButtonsInLines();
    }

    internal static AdaptiveCard Sent(AskedChairs asked, string text) => new()
    {
        Speak = CardParts.Spoken($"{asked.Forum}: {Texts.Sent}"),
        FallbackText = $"{asked.Forum}: {Texts.Sent}",
        Body =
        [
            CardParts.ForumLine(asked.Forum, asked.Board),
            CardParts.Heading(Texts.Sent),
            CardParts.Line(Texts.SentTo(asked.Forum)),
            .. LongText.Of(text),
            CardParts.Subtle(Texts.YouHearMore),
        ],
    };

    /// <summary>On a card of what waits for somebody, with the way to answer it.</summary>
    internal static IEnumerable<CardElement> Row(QuestionView view)
    {
        yield return new TextBlock(CardText.Escape($"{view.Forum}: {view.Asker}, {view.From}")) { Weight = TextWeight.Bolder };
        yield return new TextBlock(CardText.Escape(DanishText.Shorten(DanishText.Clean(view.Question.Text), MaxInRow))) { Spacing = Spacing.None };
        yield return new ActionSet(CardParts.Button(Texts.See, QuestionVerbs.Show, Data(view))) { Spacing = Spacing.Small };
    }

    private static ShowCardAction Reply(QuestionView view) => new(Texts.ReplyButton, new AdaptiveCard
    {
        Speak = Texts.ReplyButton,
        FallbackText = Texts.ReplyButton,
        Body = [new TextInput(Text, Texts.AnswerLabel) { IsMultiline = true, IsRequired = true, ErrorMessage = Texts.AnswerNeeded }],
        Actions = [CardParts.Submit(Texts.SendAnswer, QuestionVerbs.Answer, Data(view))],
        Msteams = null,
    });

    private static IEnumerable<CardElement> Answered(QuestionView view, LocalDate today) =>
        [new TextBlock(CardText.Escape(Texts.Answered(view, today))) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium }, .. LongText.Of(view.Question.Answer)];

    private static JsonObject Data(QuestionView view) => new JsonObject().With(CardIds.Forum, view.Question.ForumId).With(CardIds.Question, view.Question.Id);
}

/// <summary>What the asker hears.</summary>
internal static class QuestionNotices
{
    internal static AdaptiveCard Answered(QuestionView view) => Note(view, Texts.AnswerFrom(view.Forum), LongText.Of(view.Question.Answer));

    /// <summary>It became an item, or what came of that.</summary>
    internal static AdaptiveCard Became(QuestionView view, string heading, string? more = null) =>
        Note(view, heading, more is null ? [] : [CardParts.Line(more)]);

    private static AdaptiveCard Note(QuestionView view, string heading, IEnumerable<CardElement> lines) => new()
    {
        Speak = CardParts.Spoken(heading),
        FallbackText = heading,
        Body =
        [
            CardParts.ForumLine(view.Forum, view.Board),
            CardParts.Heading(heading),
            .. lines,
            new TextBlock(Texts.YouAsked) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium },
            .. LongText.Of(view.Question.Text),
        ],
    };
}
