using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Klynge.Application.Outbox;
using Klynge.Documents.Markup;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Mails;

/// <summary>Writes a card as a mail: the same record for somebody who has no Teams, and how to answer without buttons.</summary>
internal static partial class CardMail
{
    private const int MaxSubjectLength = 150;

    /// <summary>Readable on a phone without zooming, and on a wide screen without lines of a whole metre.</summary>
    private const string Head =
        "<!DOCTYPE html><html lang=\"da\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"></head>"
        + "<body style=\"font-family:sans-serif;font-size:16px;line-height:1.5;max-width:640px\">";

    /// <returns>Null for a message that is no card: short notices to the secretariat, which mean nothing outside of Teams.</returns>
    internal static OutgoingMail? Of(OutgoingMessage message)
    {
        if ((message.MailCard ?? message.Card) is not { } card)
            return null;

        // A mail is read on many screens and passed on: what is closed stays in Teams.
        IReadOnlyList<CardLine> lines = message.IsConfidential
            ? [new CardLine(message.Text) { IsHeading = true }, new CardLine(Texts.NotInMail)]
            : [.. CardLines.Of(card), .. Whole(message.WholeText)];
        var answer = message.About switch
        {
            null => Texts.AnswerSecretariat,
            { IsContribution: true } => Texts.AnswerContribution,
            { IsApproval: true } => Texts.AnswerApproval,
            _ => Texts.AnswerCase,
        };
        var subject = message.About is { } about ? Texts.SubjectOf(about) : message.Text;
        return Of(subject, lines, answer, Texts.Why) with { About = message.About };
    }

    /// <summary>A mail that is made for itself, in the look of the others.</summary>
    /// <param name="answer">How the reader answers.</param>
    /// <param name="why">Why the reader gets it.</param>
    internal static OutgoingMail Of(string subject, IReadOnlyList<CardLine> lines, string answer, string why) =>
        new(DanishText.Shorten(DanishText.Clean(subject), MaxSubjectLength), Plain(lines, answer, why), Html(lines, answer, why));

    /// <summary>What the card only shows the beginning of.</summary>
    private static IEnumerable<CardLine> Whole(string? text)
    {
        var read = RichText.Read(text);
        return read.Blocks.Count == 0 ? [] : [new CardLine(Texts.WholeText, IsHeading: true), new CardLine(read.ToPlain(), Html: read.ToHtml(), IsWhole: true)];
    }

    private static string Plain(IReadOnlyList<CardLine> lines, string answer, string why) => string.Join("\n\n",
    [
        .. lines.Select(line => line.Link is { } link ? Texts.Link(line.Text, link.AbsoluteUri) : line.Text),
        answer,
        why,
    ]);

    private static string Html(IReadOnlyList<CardLine> lines, string answer, string why)
    {
        var html = new StringBuilder(Head);
        foreach (var line in lines)
            html.Append(Html(line));

        return html
            .Append("<hr><p>").Append(Encode(answer)).Append("</p><p><small>").Append(Encode(why)).Append("</small></p></body></html>")
            .ToString();
    }

    private static string Html(CardLine line) => line switch
    {
        { Link: { } link } => $"<p><a href=\"{Encode(link.AbsoluteUri)}\">{Encode(line.Text)}</a></p>",
        { IsHeading: true } => $"<h2>{Encode(line.Text)}</h2>",
        { Html: { } html } => line.IsWhole ? html : $"<p>{html}</p>",
        { IsItem: true } => $"<p><strong>{WithLinks(line.Text)}</strong></p>",
        _ => $"<p>{WithLinks(line.Text)}</p>",
    };

    /// <summary>An address within a text leads where it says; not every mail program sees to that itself.</summary>
    private static string WithLinks(string text)
    {
        var html = new StringBuilder();
        var done = 0;
        foreach (var address in Addresses().EnumerateMatches(text))
        {
            var link = Encode(text.Substring(address.Index, address.Length));
            html.Append(Encode(text[done..address.Index])).Append("<a href=\"").Append(link).Append("\">").Append(link).Append("</a>");
            done = address.Index + address.Length;
        }

        return html.Append(Encode(text[done..])).ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex("""https?://[^\s<>"()]*[^\s<>"().,;:!?]""", RegexOptions.None, 1000)]
    private static partial Regex Addresses();
}

/// <summary>A mail in the outbox. The address is looked up when it is sent, so that a corrected one is used.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same as simple HTML.</param>
/// <param name="About">The case that it is about; null for what belongs to none.</param>
public sealed record OutgoingMail(string Subject, string Text, string Html, MessageSubject? About = null);
