using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Agendas.Questions;

/// <summary>What is said of questions to the chairs.</summary>
internal static class Texts
{
    internal const string Heading = "Spørgsmål til formandskabet";
    internal const string Waiting = "Spørgsmål til formandskabet";
    internal const string QuestionLabel = "Dit spørgsmål";
    internal const string QuestionNeeded = "Skriv dit spørgsmål.";
    internal const string Send = "Send";
    internal const string ReplyButton = "Svar";
    internal const string AnswerLabel = "Svaret";
    internal const string AnswerNeeded = "Skriv dit svar.";
    internal const string SendAnswer = "Send svar";
    internal const string MakeItem = "Gør det til et punkt";
    internal const string See = "Se spørgsmålet";
    internal const string YouAsked = "Du spurgte:";
    internal const string Sent = "Spørgsmålet er sendt";
    internal const string YouHearMore = "Du får besked her, når der er et svar.";

    /// <summary>Before it is sent: whose chairs get it, and what they see.</summary>
    internal static string GoesTo(QuestionTarget target) => target.Chairs.Count == 0
        ? $"Der er ikke noget formandskab i {target.Forum} lige nu, så det går til sekretariatet. De kan se dit navn, og at du er fra {target.From}."
        : $"Det går til formandskabet for {target.Forum}: {DanishFormat.List(target.Chairs)}. De og sekretariatet kan se dit navn, og at du er fra {target.From}.";

    internal static string SentTo(string forum) => $"Dit spørgsmål er sendt til formandskabet for {forum}.";

    internal static string From(QuestionView view) => $"{view.Asker}, {view.From}, spørger formandskabet";

    internal static string FromLine(QuestionView view, LocalDate today) => $"{CardParts.By($"{view.Asker}, {view.From},", view.Question.AskedAt, today)}";

    internal static string Answered(QuestionView view, LocalDate today) =>
        view.Question.ItemId is null ? $"Besvaret af {CardParts.By(view.AnsweredBy ?? string.Empty, view.Question.AnsweredAt!.Value, today)}:"
        : $"Gjort til et punkt af {CardParts.By(view.AnsweredBy ?? string.Empty, view.Question.AnsweredAt!.Value, today)}.";

    internal static string YouAnswered(QuestionView view) => $"{view.Asker} har fået svaret.";

    internal static string Unsent(string typed) => $"Dit svar er ikke sendt: {DanishFormat.Quote(LongText.Beginning(typed, Domain.Agendas.ChairQuestion.MaxAnswerLength))}";

    internal static string AnswerFrom(string forum) => $"Svar fra formandskabet for {forum}";

    internal static string BecameProposal(string forum, string when) => $"Dit spørgsmål er foreslået som et punkt på mødet i {forum} {when}";

    internal static string IsOnAgenda(string forum, string when) => $"Dit spørgsmål er sat på dagsordenen for mødet i {forum} {when}";

    internal static string NotTaken(string forum) => $"Dit spørgsmål kom ikke på dagsordenen i {forum}";

    internal static string WhyNot => "Skriv til dit eget sekretariat, hvis du vil vide hvorfor.";

    /// <summary>What the item begins with: the asker's words.</summary>
    internal static string ItemText(QuestionView view) => $"Spørgsmål fra {view.Asker}, {view.From}:\n\n{view.Question.Text}";
}
