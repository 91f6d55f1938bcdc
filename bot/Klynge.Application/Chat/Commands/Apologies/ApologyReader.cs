using Klynge.Application.Chat.Commands.Readers;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Chat.Commands.Apologies;

/// <summary>
/// <c>afbud for Gitte 4. februar stedfortræder Bo Friis, kursus</c>, in any order. It may name a forum, a date, whom it is for (several are
/// asked about together), who comes instead, and a reason that plainly is one. What remains is carried along unread, so that the chat asks
/// instead of acting.
/// </summary>
internal sealed class ApologyReader
{
    /// <summary>The sender, among several.</summary>
    internal const string Self = "mig";

    private const int MinDateWord = 5;

    private readonly ArgumentReader _arguments;
    private readonly ApologyNames _names;
    private readonly ApologyReasons _reasons;
    private readonly UnreadWords _unread = new();
    private readonly List<(int At, string Words)> _days = [];
    private int _dayEnd = -1;
    private bool _isDoubtful;

    private ApologyReader(string text, ParserContext context, CommandDescription command, bool isSentence)
    {
        _arguments = new ArgumentReader(text, context, command) { TakesSeveralDays = true };
        _names = new ApologyNames(_arguments, context, _unread, isSentence);
        _reasons = new ApologyReasons(_arguments, context);
    }

    /// <param name="isAsked">Nothing is to be done without a yes: the words only seem to mean an apology.</param>
    public static Result<ChatCommand> Read(string rest, ParserContext context, CommandDescription command, bool isAsked = false)
    {
        if (SeveralDays.Either(rest, context.Today) is { } which)
            return which;
        var (without, comes) = ApologyClauses.WithoutComing(rest);
        var reader = new ApologyReader(without, context, command, isAsked) { _isDoubtful = isAsked || comes is not null || ApologyClauses.IsHedged(rest) };
        if (reader.TakeAll(command) is { } refusal)
            return refusal;
        if (comes is not null && !reader._arguments.NamesDay && ApologyClauses.NamesNext(comes, context, command))
            return new ChatCommand.NotHere(NotHereKind.SayWhoComes);

        var people = reader._names.People;
        people.AddSelfBefore(reader._arguments.Words, reader._unread.Understood);
        return ApologyClauses.OneAtATime(people, reader._days, reader._arguments.Words) is { } several ? several : reader.Command();
    }

    private Result<ChatCommand> Command()
    {
        // "afbud for Mehmet: syg. Agnieszka …": of several the reason is everybody's only behind all their names.
        var people = _names.People.All;
        var isJoint = people.Count > 1;
        var ofOne = isJoint && _reasons.At < people[^1].At ? _reasons.Clear() : [];
        var reason = DanishText.Clean(string.Join('\n', _reasons.All), Limit(Texts.Reason, CommandLimits.MaxReason));
        if (!reason.TryGet(out var why, out var reasonTooLong))
            return reasonTooLong;
        var unread = DanishText.Clean(string.Join(", ", _unread.Written(_arguments.Words).Concat(ofOne)), Limit(Texts.Reason, CommandLimits.MaxReason));
        if (!unread.TryGet(out var left, out var leftTooLong))
            return leftTooLong;
        if (!DanishText.Clean(_names.Substitute, Limit(Texts.Substitute, CommandLimits.MaxName)).TryGet(out var name, out var nameTooLong))
            return nameTooLong;
        return new ChatCommand.Apology(_arguments.Day, NullIfEmpty(name), NullIfEmpty(why), _arguments.Forum)
        {
            Who = people is [var first, ..] && first.Name != Self ? first.Name : null,
            AlsoFor = isJoint ? [.. people.Skip(1).Select(one => one.Name)] : Array.Empty<string>(),
            Unread = NullIfEmpty(left),
            AlsoOn = _arguments.Days.Count > 1 ? [.. _arguments.Days.Skip(1)] : Array.Empty<LocalDate>(),
            NamesSpan = _arguments.NamesSpan,
            MeansAnotherMeeting = !_arguments.NamesDay && NamesMeeting(left),
            IsAsked = _isDoubtful || _names.IsDoubtful || _reasons.IsDoubtful || _arguments.NamesSpan || _reasons.MayBeMore(why),
        };
    }

    /// <summary>"21 dcmbr", "jule-mødet", "kl 15": the words that were not understood are of a day, a time or a meeting, and no reason.</summary>
    private static bool NamesMeeting(string unread) => Word.Split(unread).Exists(word =>
        word.Folded.Any(char.IsAsciiDigit) || word.Folded.Contains("moed", StringComparison.Ordinal) || IsLikeADate(word.Folded));

    private static bool IsLikeADate(string word) => word.Length >= MinDateWord
        && DanishNames.Months.Concat(DanishNames.Weekdays).Any(name => name.Length >= MinDateWord && DanishText.Distance(word, name) <= 2);

    private static TextLimit Limit(string what, int length) => new(what, length, Optional: true, Multiline: true);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private Error? TakeAll(CommandDescription command)
    {
        var words = _arguments.Words;
        while (_arguments.Refusal is null && _names.Question is null && !_arguments.AtEnd)
        {
            var at = _arguments.Position;
            if (_arguments.NamesOtherGathering())
                break;
            if (SubstituteReader.IsMark(words[at]))
            {
                if (!_names.TakeSubstitute())
                    return new SubstituteMissing(command);
            }
            else if (_reasons.Take() || _arguments.TakeForum() || _names.TakePerson(_dayEnd == at - 1) || TakeDate() || _names.TakeStranger())
            {
                _unread.Understood = _arguments.Position;
            }
            else if (_arguments.NamesStrangeForum())
            {
                break;
            }
            else if (!_arguments.TakeFiller() && !TakeAbsence())
            {
                _unread.Leave(_arguments, at, 1);
            }
        }

        if (_unread.Any)
            _arguments.RefuseStrangeForum();
        return _names.Question ?? _arguments.Refusal;
    }

    // A second day is another apology's: "afbud for Gitte 14/1 og Torben 21/12".
    private bool TakeDate()
    {
        var (words, at, people) = (_arguments.Words, _arguments.Position, _names.People);
        if (_arguments.TakeDate())
        {
            var written = words[at].Source[words[at].Start..words[_arguments.Position - 1].End].Trim(CommandMarks.Trailing);
            _days.Add((at, written));
            _dayEnd = _arguments.Position;
            return true;
        }

        if (_arguments.TakeSameDate())
            return true;
        if (people.All.Count == 0 || _days.Count == 0 || (people.All.Count == 1 && _days[0].At > people.All[0].At) || _arguments.TakeAnotherDate() is not { } another)
            return false;
        if (people.All.Count == 1)
            people.AddSelfFirst();
        _days.Add((at, another));
        return true;
    }

    private bool TakeAbsence()
    {
        var (words, at) = (_arguments.Words, _arguments.Position);
        var isMaybe = AbsenceWords.IsMaybe(words, at);
        if (!isMaybe && !AbsenceWords.Contains(words[at]) && !AbsenceWords.IsNeither(words, at))
            return false;
        _isDoubtful |= isMaybe || AbsenceWords.Turns(words[at]);
        _arguments.Skip(1);
        return true;
    }
}

/// <summary>The words of an apology that nobody understood, as they stand in it.</summary>
internal sealed class UnreadWords
{
    private readonly List<(int First, int End)> _spans = [];

    /// <summary>Behind the last word that was understood.</summary>
    internal int Understood { get; set; }

    internal bool Any => _spans.Count > 0;

    internal void Add(int first, int end) => _spans.Add((first, end));

    /// <summary>Leaves words unread; with the small words between, they are shown as they were written: "hest og vogn".</summary>
    internal void Leave(ArgumentReader arguments, int at, int words)
    {
        if (_spans.Count > 0 && _spans[^1].End >= Understood && at - _spans[^1].End <= 2)
            _spans[^1] = (_spans[^1].First, at + words);
        else
            Add(at, at + words);
        arguments.Skip(at + words - arguments.Position);
    }

    internal IEnumerable<string> Written(IReadOnlyList<Word> words) =>
        _spans.Select(span => words[span.First].Source[words[span.First].Start..words[span.End - 1].End].Trim(CommandMarks.Trailing));
}
