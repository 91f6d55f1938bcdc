using System.Globalization;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Chat.Commands.Readers;

/// <summary>
/// Takes <c>til &lt;forum&gt; &lt;dato&gt;</c>, <c>20 min</c> and <c>v/ navn</c> off the end of a title, in any order. A title may hold
/// such words itself, so only what can hardly be anything else is taken: the person sees the rest in the form and can mend it there.
/// </summary>
internal sealed class TailReader(string text, ParserContext context, CommandDescription command)
{
    private const int MaxDestinationWords = 12;
    private const int MaxDigits = 6;
    private const int MaxForumWords = 3;

    private static readonly HashSet<string> BeforeAmounts = new(StringComparer.Ordinal)
    {
        "til", "paa", "i", "af", "over", "under", "om", "efter", "mellem", "og", "end", "fra",
    };

    /// <summary>What has not been taken.</summary>
    public string Left { get; private set; } = text.Trim();

    public string? Forum { get; private set; }

    public LocalDate? Date { get; private set; }

    public string? Presenter { get; private set; }

    public int? Minutes { get; private set; }

    public Error? Refusal { get; private set; }

    public TailReader TakeAll()
    {
        while (Refusal is null && (TakeMinutes() || TakeDestination() || TakePresenter()))
        {
        }

        return this;
    }

    /// <summary>
    /// "til Chefforum", "til Chefforum 4. februar", "til mødet 4. februar". A date alone stays in the title ("Frist udsættes til
    /// 30. april"), unless a presenter or minutes stood before it and so ended the title.
    /// </summary>
    public bool TakeDestination()
    {
        var words = Word.Split(Left);
        if (Forum is not null || Date is not null)
            return false;
        for (var i = Math.Max(0, words.Count - MaxDestinationWords); i < words.Count - 1; i++)
        {
            var isTo = words[i].Folded is "til" or "to";
            if (!isTo && words[i].Folded is not ("paa" or "i"))
                continue;

            // "Opfølgning på mødet 19. oktober" is a title; "Budget på begge møder" asks for what one item cannot be.
            var arguments = new ArgumentReader(Left[words[i].End..], context, command).TakeAll();
            if (arguments.AtEnd && (isTo ? IsDestination(arguments, words, i) : arguments is { SaysMeeting: true, Refusal: DateAmbiguous { Candidates.Count: > 1 } }))
                return Destination(arguments, words[i].Start);
        }

        return false;
    }

    /// <summary>
    /// "tilføj punkt Økonomi til Driftsforum" by somebody who is not in it, "Økonomi i Direktørforum": whether a forum at the end is meant as
    /// the place of the item or belongs to its title is asked, as an item of another forum's agenda would be wrong.
    /// </summary>
    public Error? ForumInTitle(Func<string, string?, string> command)
    {
        var words = Word.Split(Left);
        if (Forum is not null || words.Count < 2)
            return null;
        for (var at = words.Count - 1; at > 0 && words.Count - at <= MaxForumWords; at--)
        {
            if (words[at - 1].Folded is not ("til" or "i" or "for" or "to" or "in"))
                continue;
            var name = Left[words[at].Start..].Trim(CommandMarks.Around);
            var known = ForumReader.Read([.. words[at..]], context.Forums) is { Words: var length, Forums: [var only] } && length == words.Count - at ? only : null;
            if (known is null && ForumReader.StrangeName(words[(at - 1)..], context.Forums) is null)
                continue;
            if (known is null && words[at - 1].Folded is "til" or "to")
                return ForumUnknown.Of(name, context);
            var title = Left[..words[at - 1].Start].TrimEnd(CommandMarks.Trailing);
            return new DestinationUnclear(name, [
                .. known is null || title.Length == 0 ? Array.Empty<CommandChoice>() : [new CommandChoice(Texts.ToForum(known.Name), command(title, known.Name))],
                new CommandChoice(Texts.OfTitle, command(Left, null)),
            ]);
        }

        return null;
    }

    private bool IsDestination(ArgumentReader arguments, List<Word> words, int at) =>
        arguments.Forum is not null
        || (arguments.NamesDay && (arguments.SaysMeeting || EndsTitle(words, at, context)));

    private static bool EndsTitle(List<Word> words, int at, ParserContext context) =>
        PresenterMark.FindExplicit(words[..at]) is not null || IsPresented(words[..at], context) || (at > 0 && MinutesAt(words, at - 1) is not null);

    // "Budget oplæg Torben til 14. januar": behind the name of somebody known, a date is no part of a title.
    private static bool IsPresented(List<Word> words, ParserContext context) =>
        PresenterMark.Find(words) is { } mark && PersonReader.Read(words, mark.Word + 1, context.People) is { } read && mark.Word + 1 + read.Words == words.Count;

    private bool Destination(ArgumentReader arguments, int start)
    {
        (Forum, Date, Refusal) = (arguments.Forum, arguments.Day, arguments.Refusal);
        Cut(start);
        return true;
    }

    private bool TakeMinutes()
    {
        var words = Word.Split(Left);
        if (Minutes is not null || words.Count == 0 || MinutesAt(words, words.Count - 1) is not { } found)
            return false;

        if (found.Minutes is < 1 or > CommandLimits.MaxItemMinutes)
            Refusal = new ItemMinutesOutOfRange(found.Minutes);
        Minutes = found.Minutes;
        Cut(words[found.First].Start);
        return true;
    }

    // "20 min", "20 minutter", "20min."; not "fra 10 til 20 min" and not "5-10 min", which belong to the title.
    private static (int Minutes, int First)? MinutesAt(List<Word> words, int last)
    {
        var unit = words[last].Folded;
        var glued = unit.TrimEnd("abcdefghijklmnopqrstuvwxyz".ToCharArray());
        var first = glued.Length > 0 ? last : last - 1;
        if (first < 0 || unit[glued.Length..] is not ("min" or "mins" or "minut" or "minutter" or "minutes"))
            return null;

        var digits = words[first].Folded[..(glued.Length > 0 ? glued.Length : words[first].Folded.Length)];
        if (digits.Length > MaxDigits || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
            return null;
        return first > 0 && BeforeAmounts.Contains(words[first - 1].Folded) ? null : (minutes, first);
    }

    private bool TakePresenter()
    {
        var words = Word.Split(Left);
        if (Presenter is not null || PresenterMark.Find(words) is not { } mark)
            return false;

        Presenter = Left[mark.NameStart..].Trim();
        Cut(words[mark.Word].Start);
        return true;
    }

    private void Cut(int at) => Left = Left[..at].TrimEnd(CommandMarks.Trailing);
}
