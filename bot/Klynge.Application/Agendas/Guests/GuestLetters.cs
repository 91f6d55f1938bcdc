using System.Security.Cryptography;
using System.Text;
using Klynge.Application.Chat;
using Klynge.Application.Data.Conversion;
using Klynge.Application.Mails;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Agendas.Guests;

/// <summary>The mails to guests: one for an address and an item, whoever shares the address.</summary>
internal static class GuestLetters
{
    private const int SeenLength = 16;

    /// <param name="due">Those who have something to hear; whoever has no address gets none.</param>
    internal static IReadOnlyList<GuestLetter> Of(MeetingView meeting, IEnumerable<GuestAt> due) =>
    [
        .. due.Where(one => one.Guest.Email is not null)
            .GroupBy(one => (one.Guest.ItemId, one.Guest.Email!.ToUpperInvariant(), one.News, one.Off))
            .Select(same => Write(meeting, [.. same])),
    ];

    /// <summary>What a question about sending was drawn from: who gets it, and every word that they read.</summary>
    internal static string SeenOf(IEnumerable<GuestAt> due)
    {
        var all = string.Join('\n', due.Select(one => $"{CardIds.Write(one.Guest.Id)}/{one.Guest.Name}/{one.Guest.Email}/{one.News}/{one.Off}/{JsonColumn.Write(one.Now)}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..SeenLength];
    }

    /// <summary>What they read between the greeting and how to answer.</summary>
    private static IEnumerable<CardLine> Body(MeetingView meeting, GuestAt one)
    {
        if (one.Off is { } off)
        {
            yield return new CardLine(GuestMailTexts.Off(off, meeting.Forum, one.Guest.Told ?? one.Now, one.IsClosed));
            yield break;
        }

        yield return new CardLine(GuestMailTexts.Lead(one, meeting.Forum, meeting.Board));
        if (one.News is not (GuestNews.None or GuestNews.BackOn))
            yield return new CardLine(GuestMailTexts.Changed(one.News));

        yield return new CardLine(GuestMailTexts.When(one.Now));
        yield return new CardLine(GuestMailTexts.Begins(one.Now));
        if (one.Now.Place.Length > 0)
            yield return new CardLine(GuestMailTexts.At(one.Now.Place));

        if (Uri.TryCreate(one.Now.JoinUrl, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps)
            yield return new CardLine(Agendas.Texts.Join, Link: url);
    }

    private static GuestLetter Write(MeetingView meeting, IReadOnlyList<GuestAt> same)
    {
        var one = same[0];
        var subject = GuestMailTexts.Subject(one, meeting.Forum);
        IReadOnlyList<CardLine> lines = [new CardLine(GuestMailTexts.Dear(DanishFormat.List(same.Select(guest => guest.Guest.Name)))), .. Body(meeting, one)];
        var mail = CardMail.Of(subject, [new CardLine(subject, IsHeading: true), .. lines], GuestMailTexts.Answer, GuestMailTexts.Why(meeting.Forum));
        return new GuestLetter(same, lines, mail);
    }
}

/// <param name="Guests">Who share an address and hear the same.</param>
/// <param name="Lines">From the greeting to what comes before how to answer.</param>
internal sealed record GuestLetter(IReadOnlyList<GuestAt> Guests, IReadOnlyList<CardLine> Lines, OutgoingMail Mail);
