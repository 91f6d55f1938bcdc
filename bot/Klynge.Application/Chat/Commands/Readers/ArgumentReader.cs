using System.Runtime.InteropServices;
using Klynge.Domain.Calendar;
using Klynge.Domain.Calendar.Dates;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings.Naming;
using NodaTime;

namespace Klynge.Application.Chat.Commands.Readers;

/// <summary>Takes forums and dates from the front of what follows a command's name.</summary>
internal sealed class ArgumentReader(string text, ParserContext context, CommandDescription command)
{
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "", "for", "til", "fra", "af", "i", "paa", "moede", "moedet", "moedets", "naeste", "den", "d",
        "the", "in", "of", "from", "on", "to", "meeting", "gang", "lige", "nu", "klar",
    };

    private readonly List<Word> _words = Word.Split(text);
    private readonly NamedDays _days = new(context);
    private int _next;

    public IReadOnlyList<Word> Words => _words;

    /// <summary>The word that comes next.</summary>
    public int Position => _next;

    public string? Forum { get; private set; }

    /// <inheritdoc cref="NamedDays.Date"/>
    public DateReading? Date => _days.Date;

    /// <summary>The days of the meetings that were named, soonest first; none for the next meeting, and where no meeting was named.</summary>
    public IReadOnlyList<LocalDate> Days => _days.All;

    /// <summary>Whether words that name a day or a meeting have been taken.</summary>
    public bool NamesDay => _days.AreNamed;

    /// <summary>The first refusal met; nothing is to be made of the arguments then.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>The day that was named; null for the next meeting, and where none was named.</summary>
    public LocalDate? Day => Days.Count > 0 ? Days[0] : null;

    /// <summary>Whether the words say "møde", and so hardly belong to a title.</summary>
    public bool SaysMeeting => _days.Mention is { SaysMeeting: true };

    /// <summary>Whether the days follow from the calendar: "fra 1. januar til 1. marts", "alle undtagen den 14.".</summary>
    public bool NamesSpan => _days.Mention is { NamesSpan: true };

    /// <summary>Whether the command can be about several meetings at once; else the words that name several are a question.</summary>
    public bool TakesSeveralDays { get; init; }

    /// <summary>What has not been taken yet.</summary>
    public string Rest => _next < _words.Count ? text[_words[_next].Start..].Trim() : "";

    public bool AtEnd => _next >= _words.Count;

    /// <summary>Takes forum and meeting in any order, and the small words between them, until something else stands there.</summary>
    public ArgumentReader TakeAll(MeetingTense tense = MeetingTense.Ahead)
    {
        while (Refusal is null && !AtEnd && (TakeForum() || TakeDate(tense) || TakeFiller()))
        {
        }

        return this;
    }

    /// <summary>As <see cref="TakeAll"/>, but the day is one on which there is no meeting yet.</summary>
    public ArgumentReader TakeForumAndDate()
    {
        while (Refusal is null && !AtEnd && (TakeForum() || TakeNewDate() || TakeFiller()))
        {
        }

        return this;
    }

    /// <summary>Nothing may be left over.</summary>
    public Error? Leftover()
    {
        if (Refusal is not null || AtEnd)
            return Refusal;
        var written = DanishText.Shorten(Rest, CommandLimits.MaxName);
        return Forum is null && _words.Skip(_next).Any(word => ForumReader.MayBeMeant(word.Folded, context.Forums))
            ? ForumUnknown.Of(written, context)
            : new ArgumentNotUnderstood(written, command);
    }

    /// <summary>Refuses words that name a forum which the person is not in.</summary>
    public void RefuseStrangeForum()
    {
        if (Forum is null && Refusal is null && ForumReader.StrangeName(_words, context.Forums) is { } name)
            Refusal = ForumUnknown.Of(name, context);
    }

    /// <summary>Refuses the name of a forum that the person is not in, where it stands next.</summary>
    public bool NamesStrangeForum()
    {
        if (Forum is null && ForumReader.StrangeAt(_words, _next, context.Forums) is { } name)
            Refusal = ForumUnknown.Of(name, context);
        return Refusal is not null;
    }

    /// <summary>Refuses a gathering that is none of the forums', where it stands next as what is missed.</summary>
    public bool NamesOtherGathering()
    {
        if (Refusal is null && ForumReader.OtherGatheringAt(_words, _next, context.Forums) is { } name)
            Refusal = ForumUnknown.Of(name, context);
        return Refusal is not null;
    }

    public bool TakeForum()
    {
        if (Forum is not null)
            return false;
        var (forums, length) = ForumReader.Read(CollectionsMarshal.AsSpan(_words)[_next..], context.Forums);
        if (length == 0)
            return false;

        Refusal = forums.Count > 1 ? new ForumNotUnique(forums[0].Name) : null;
        Forum = forums[0].Key;
        _next += length;
        return true;
    }

    /// <summary>Takes words that name one meeting or several, and holds them against those that there are.</summary>
    public bool TakeDate(MeetingTense tense = MeetingTense.Ahead)
    {
        if (NamesDay)
            return false;
        var start = _words[_next].Start;
        if (MeetingMentionReader.Read(text[start..], context.Today) is not { } mention)
            return false;

        SkipTo(start + mention.Span.End);
        Settle(mention, tense);
        return true;
    }

    /// <summary>Passes over days that were named before: "begge dage, både 21/12 og 14/1", "samme dag".</summary>
    public bool TakeSameDate()
    {
        if (Days.Count == 0)
            return false;
        if (_words[_next].Folded == "samme" && _next + 1 < _words.Count && _words[_next + 1].Folded is "dag" or "dato" or "moede")
        {
            _next += 2;
            return true;
        }

        var start = _words[_next].Start;
        if (MeetingMentionReader.Read(text[start..], context.Today) is not { IsJustTheNext: false } mention
            || !_days.Contain(mention, Forum ?? ForumBehind() ?? context.Here))
        {
            return false;
        }
        SkipTo(start + mention.Span.End);
        return true;
    }

    /// <summary>Takes a day on which there is no meeting yet.</summary>
    public bool TakeNewDate()
    {
        if (NamesDay)
            return false;
        var start = _words[_next].Start;
        var reading = DanishDateParser.Parse(text[start..], context.Today);
        if (reading is DateReading.NotADate)
            return false;

        SkipTo(start + DanishDateParser.SpanOf(reading).End);
        _days.Keep(reading, MeetingTense.Ahead, DanishDateParser.SpanOf(reading).In(text[start..]));
        Refusal ??= _days.Refusal;
        return true;
    }

    /// <summary>Passes over words that the caller has taken.</summary>
    public void Skip(int words) => _next += words;

    /// <summary>Takes a text that is a date and nothing else, from within words that the caller has taken.</summary>
    public bool TakeWholeDate(string written)
    {
        if (NamesDay || MeetingMentionReader.Read(written, context.Today) is not { IsJustTheNext: false } mention
            || written[mention.Span.End..].Trim(CommandMarks.Around).Trim().Length > 0)
        {
            return false;
        }
        Settle(mention, MeetingTense.Ahead);
        return true;
    }

    /// <summary>Passes over another day than the one that has been taken.</summary>
    /// <returns>Its words; null where none stands next.</returns>
    public string? TakeAnotherDate()
    {
        var start = _words[_next].Start;
        if (MeetingMentionReader.Read(text[start..], context.Today) is not { IsJustTheNext: false } mention)
            return null;
        SkipTo(start + mention.Span.End);
        return mention.Words.Trim();
    }

    /// <summary>Whether a text begins with words that name a day or a meeting.</summary>
    public static bool IsDate(string written, ParserContext context) =>
        MeetingMentionReader.Read(written, context.Today) is { IsJustTheNext: false };

    public bool TakeFiller()
    {
        if (AtEnd || !Fillers.Contains(_words[_next].Folded))
            return false;
        _next++;
        return true;
    }

    private void Settle(MeetingMention mention, MeetingTense tense)
    {
        _days.Settle(mention, Forum ?? ForumBehind() ?? context.Here, tense, TakesSeveralDays);
        Refusal ??= _days.Refusal;
    }

    // "afbud i januar Chefforum": whose meetings are meant stands behind the words.
    private string? ForumBehind()
    {
        for (var at = _next; at < _words.Count; at++)
        {
            if (ForumReader.Read(CollectionsMarshal.AsSpan(_words)[at..], context.Forums) is { Words: > 0, Forums: [var forum] })
                return forum.Key;
        }

        return null;
    }

    // A date ends within a word when a comma or a full stop follows it.
    private void SkipTo(int end)
    {
        while (!AtEnd && _words[_next].Start < end)
            _next++;
    }
}
