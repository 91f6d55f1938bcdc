using Klynge.Domain.Calendar;
using Klynge.Domain.Calendar.Dates;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Chat.Commands;

/// <summary>
/// <c>afbud for Gitte 4. februar stedfortræder Bo Friis, kursus</c>, in any order. It may name a forum, a date, whom it is for (several are
/// asked about together), who comes instead, and a reason that plainly is one. What remains is carried along unread, so that the chat asks
/// instead of acting.
/// </summary>
internal sealed class ApologyReader
{
    /// <summary>The sender, among several.</summary>
    internal const string Self = "mig";

    private const int MaxDateWords = 8;
    private const int ShortestDateWord = 5;

    // Behind these a date belongs to the reason: "ferie til og med 4. februar".
    private static readonly string[] OfReasons = ["til", "med", "indtil", "fra", "siden", "efter", "foer", "inden", "ca", "until", "from"];

    private static readonly HashSet<string> Absence = new(StringComparer.Ordinal)
    {
        "afbud", "meld", "melde", "melder", "meldt", "kan", "kunne", "ikke", "deltage", "deltager", "komme", "kommer", "kom", "med", "vaere",
        "moede", "moeder", "maa", "desvaerre", "beklager", "beklageligvis", "vil", "gerne", "skal", "har", "hermed", "forhindret", "bliver", "blive",
        "ik", "ikk", "pas", "naar", "tager", "tage", "mit", "vaek", "hjemme", "noedt", "at", "jeg", "vi", "mig", "min", "mit", "selv", "du", "vi", "saa", "og", "men", "altsaa", "vegne", "sender", "sende",
        "baade", "her", "aflyse", "min", "framelde", "afmelde", "vaek", "mulighed", "tid", "stede", "passer", "skriver", "siger", "oplyser", "bad", "ham", "hende", "moede", "op", "springe", "springer", "over", "dropper", "droppe", "optaget", "fravaerende", "udebliver", "forhindrede", "udgaar", "heller", "ogsaa", "gaelder", "samme", "goer", "undskyld", "hilsen", "alt", "faktisk", "der", "han", "hun", "de", "den", "naa", "nej", "ja", "ringet", "ringer", "alligevel", "videre", "tak", "venligst", "bare", "skriv", "notere", "noter", "sig",
        "cannot", "attend", "come", "sorry", "deltagelse", "er", "det", "lige", "mit", "mine", "faar", "ser", "ud", "jo", "nu", "registrere", "registrer",
    };

    private static readonly string[] Maybe = ["maaske", "muligvis", "formentlig", "sandsynligvis", "vist", "formodentlig", "nok"];

    private static readonly string[] Places = ["i", "paa", "til", "ved", "in", "at", "to"];

    /// <summary>Several people or a body: whose seats are meant is asked.</summary>
    private static readonly string[] Groups =
    [
        "formandskabet", "formandskab", "formanden", "sekretariatet", "alle", "hele", "os", "kommunerne", "kommunen", "regionen", "hospitalet", "psykiatrien", "sygehuset", "almen", "patienterne", "laegerne", "begge",
    ];

    private static readonly string[] BeforeNames = ["for", "fra", "vegne", "af"];

    private readonly ParserContext _context;
    private readonly ArgumentReader _arguments;
    private readonly ApologyPeople _people;
    private readonly List<(int At, string Words)> _days = [];
    private readonly List<string> _reasons = [];
    private readonly List<(int First, int End)> _unread = [];
    private int _understood;
    private int _reasonAt = int.MaxValue;
    private int _dayEnd = -1;
    private bool _isDoubtful;
    private bool _isSentence;
    private Error? _question;
    private string? _substitute;

    private ApologyReader(string text, ParserContext context, CommandDescription command)
    {
        _context = context;
        _people = new ApologyPeople(context);
        _arguments = new ArgumentReader(text, context, command) { TakesSeveralDays = true };
    }

    /// <param name="isAsked">Nothing is to be done without a yes: the words only seem to mean an apology.</param>
    public static Result<ChatCommand> Read(string rest, ParserContext context, CommandDescription command, bool isAsked = false)
    {
        var (without, comes) = ApologyClauses.WithoutComing(rest);
        var reader = new ApologyReader(without, context, command) { _isDoubtful = isAsked || comes, _isSentence = isAsked };
        if (reader.TakeAll(command) is { } refusal)
            return refusal;

        reader._people.AddSelfBefore(reader._arguments.Words, reader._understood);
        return ApologyClauses.OneAtATime(reader._people, reader._days, reader._arguments.Words) is { } several ? several : reader.Command();
    }

    private Result<ChatCommand> Command()
    {
        // "afbud for Mehmet: syg. Agnieszka …": of several the reason is everybody's only behind all their names.
        var isJoint = _people.All.Count > 1;
        List<string> ofOne = isJoint && _reasonAt < _people.All[^1].At ? [.. _reasons] : [];
        if (ofOne.Count > 0)
            _reasons.Clear();


        var reason = DanishText.Clean(string.Join('\n', _reasons), Limit(Texts.Reason, CommandLimits.MaxReason));
        if (!reason.TryGet(out var why, out var reasonTooLong))
            return reasonTooLong;
        var unread = DanishText.Clean(string.Join(", ", _unread.Select(Written).Concat(ofOne)), Limit(Texts.Reason, CommandLimits.MaxReason));
        if (!unread.TryGet(out var left, out var leftTooLong))
            return leftTooLong;
        if (!DanishText.Clean(_substitute, Limit(Texts.Substitute, CommandLimits.MaxName)).TryGet(out var name, out var nameTooLong))
            return nameTooLong;
        return new ChatCommand.Apology(_arguments.Day, NullIfEmpty(name), NullIfEmpty(why), _arguments.Forum)
        {
            Who = _people.All is [var first, ..] && first.Name != Self ? first.Name : null,
            AlsoFor = isJoint ? [.. _people.All.Skip(1).Select(one => one.Name)] : Array.Empty<string>(),
            Unread = NullIfEmpty(left),
            AlsoOn = _arguments.Days.Count > 1 ? [.. _arguments.Days.Skip(1)] : Array.Empty<LocalDate>(),
            NamesSpan = _arguments.NamesSpan,
            MeansAnotherMeeting = !_arguments.NamesDay && NamesMeeting(left),
            IsAsked = _isDoubtful || _arguments.NamesSpan || IsDoubtful(why),
        };
    }

    /// <summary>"21 dcmbr", "jule-mødet", "kl 15": the words that were not understood are of a day, a time or a meeting, and no reason.</summary>
    private static bool NamesMeeting(string unread) => Word.Split(unread).Exists(word =>
        word.Folded.Any(char.IsAsciiDigit) || word.Folded.Contains("moed", StringComparison.Ordinal) || IsLikeADate(word.Folded));

    private static bool IsLikeADate(string word) => word.Length >= ShortestDateWord
        && DanishNames.Months.Concat(DanishNames.Weekdays).Any(name => name.Length >= ShortestDateWord && DanishText.Distance(word, name) <= 2);

    private static TextLimit Limit(string what, int length) => new(what, length, Optional: true, Multiline: true);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private Error? TakeAll(CommandDescription command)
    {
        var words = _arguments.Words;
        while (_arguments.Refusal is null && _question is null && !_arguments.AtEnd)
        {
            var at = _arguments.Position;
            if (SubstituteReader.IsMark(words[at]))
            {
                if (!TakeSubstitute())
                    return new SubstituteMissing(command);
            }
            else if (TakeReason() || _arguments.TakeForum() || TakePerson() || TakeDate() || TakeStranger())
            {
                _understood = _arguments.Position;
            }
            else if (_arguments.NamesStrangeForum())
            {
                break;
            }
            else if (!_arguments.TakeFiller() && !TakeAbsence())
            {
                Leave(at, 1);
            }
        }

        if (_unread.Count > 0)
            _arguments.RefuseStrangeForum();
        return _question ?? _arguments.Refusal;
    }

    // A second day is another apology's: "afbud for Gitte 14/1 og Torben 21/12".
    private bool TakeDate()
    {
        var (words, at) = (_arguments.Words, _arguments.Position);
        if (_arguments.TakeDate())
        {
            var written = words[at].Source[words[at].Start..words[_arguments.Position - 1].End].Trim(CommandMarks.Trailing);
            _days.Add((at, written));
            _dayEnd = _arguments.Position;
            return true;
        }

        if (_people.All.Count == 0 || _days.Count == 0 || (_people.All.Count == 1 && _days[0].At > _people.All[0].At) || _arguments.TakeAnotherDate() is not { } another)
            return false;
        if (_people.All.Count == 1)
            _people.AddSelfFirst();
        _days.Add((at, another));
        return true;
    }

    private bool TakeSubstitute()
    {
        var (words, at) = (_arguments.Words, _arguments.Position);
        var isOwn = at > 0 && words[at - 1].Folded is "min" or "mine";
        if (SubstituteReader.AwayAt(words, at + 1) is > 0 and var away)
        {
            _arguments.Skip(1 + away);
            return true;
        }

        var first = SubstituteReader.FirstOfName(words, at + 1);
        var read = PersonReader.Read(words, first, _context.People);
        var end = read is { } known ? first + known.Words : SubstituteReader.EndOfName(words, first);
        if (end == first)
        {
            _substitute ??= isOwn ? SubstituteReader.OwnSubstitute : null;
            _arguments.Skip(1);
            return isOwn;
        }

        _question = SubstituteReader.Either(words, at, first, end, _context.People);
        var name = read?.Written ?? SubstituteReader.Name(words, first, end);
        if (_substitute is null)
            (_substitute, _understood) = (SubstituteReader.IsSelf(name) ? _context.SenderName ?? name : name, end);
        else
            _unread.Add((at, end));
        _arguments.Skip(end - at);
        return true;
    }

    private bool TakePerson()
    {
        var (words, at) = (_arguments.Words, _arguments.Position);
        if (_people.SelfAt(words, at) is > 0 and var self)
        {
            _people.AddSelf(at, self);
            _arguments.Skip(self);
            return true;
        }

        if (PersonReader.Read(words, at, _context.People) is not { } read)
            return false;
        var instead = SubstituteReader.InsteadAt(words, at + read.Words);
        var before = at > 0 ? words[at - 1].Folded : string.Empty;
        if (ApologyPeople.IsLeftOut(words, at))
            Pass(read.Words);
        else if (before is "undtagen" or "undtaget")
            AddEverybodyBut(read, at);
        else if (before is "med" or "hos" or "om" || (before is "og" && !_people.EndAt(at - 1) && !(_people.All.Count > 0 && (_dayEnd == at - 1 || words[at - 2].EndsPhrase))))
            Leave(at - 1, read.Words + 1); // "møde med Peter": not Peter's apology.
        else if (instead > 0 || SubstituteReader.GoesForMe(words, at + read.Words) || before is "sender" or "sende")
            TakeInstead(read, at, instead);
        else if ((at > 0 || !_isSentence) && _substitute is null && SubstituteReader.ComesAt(words, at + read.Words) is > 0 and var coming)
            (_substitute, _isDoubtful) = (Taken(read, coming), true);
        else if (SubstituteReader.LeadsAt(words, at + read.Words) is > 0 and var leads)
            Pass(read.Words + leads);
        else if (_people.OnlyTells(words, at + read.Words))
            Pass(read.Words + (words[at + read.Words].Folded == "har" ? 2 : 1));
        else
            Take(read, at);
        return true;
    }

    // "alle undtagen Henrik": nobody's name, and asked about as it stands.
    private void AddEverybodyBut(PersonRead read, int at)
    {
        var first = Math.Max(0, at - 2);
        _people.AddStranger(SubstituteReader.Name(_arguments.Words, first, at + read.Words), first, at + read.Words);
        Pass(read.Words);
    }

    private string Taken(PersonRead read, int behind)
    {
        _arguments.Skip(read.Words + behind);
        return read.Written;
    }

    private void Take(PersonRead read, int at)
    {
        // "Agnieszka Novak": a name that goes on is the whole of it, and perhaps nobody's here.
        var (words, behind) = (_arguments.Words, at + read.Words);
        if (read.Words == 1 && behind < words.Count && !words[at].EndsPhrase && words[behind] is { IsCapitalised: true, Folded.Length: > 2 } && !Absence.Contains(words[behind].Folded)
            && PersonReader.Read(words, behind, _context.People) is null && !ArgumentReader.IsDate(words[behind].Source[words[behind].Start..], _context)
            && ForumReader.Read([words[behind]], _context.Forums).Words == 0 && !SubstituteReader.IsMark(words[behind]) && words[at].Text[^1] is not ('.' or '!'))
        {
            _isDoubtful = true;
            _people.AddStranger(SubstituteReader.Name(words, at, behind + 1), at, behind + 1);
            _arguments.Skip(2);
            return;
        }

        _people.Add(read, at);
        _arguments.Skip(read.Words);
    }

    private void TakeInstead(PersonRead read, int at, int instead)
    {
        if (_substitute is not null)
        {
            Leave(at, read.Words + instead);
            return;
        }

        _substitute = read.Written;
        _arguments.Skip(read.Words + instead);
    }

    private void Pass(int words)
    {
        _isDoubtful = true;
        _arguments.Skip(words);
    }

    /// <summary>"for Bo Friis", whom nobody here knows: the name is asked about, and is no reason.</summary>
    private bool TakeStranger()
    {
        var (words, at) = (_arguments.Words, _arguments.Position);
        if (at > 0 && BeforeNames.Contains(words[at - 1].Folded) && Groups.Contains(words[at].Folded))
        {
            var last = words[at].Folded is "alle" or "hele" && at + 1 < words.Count ? at + 2 : at + 1;
            _people.AddStranger(SubstituteReader.Name(words, at, last), at, last);
            _arguments.Skip(last - at);
            return true;
        }

        var isNamed = at > 0 && words[at].IsCapitalised && (BeforeNames.Contains(words[at - 1].Folded) || (words[at - 1].Folded == "og" && _people.EndAt(at - 1)));
        var end = isNamed ? SubstituteReader.EndOfName(words, at) : at;
        if (end == at)
            return false;
        _isDoubtful = true; // "Birgit" may be no Birgitte.
        _people.AddStranger(SubstituteReader.Name(words, at, end), at, end);
        _arguments.Skip(end - at);
        return true;
    }

    private bool TakeAbsence()
    {
        var (words, at) = (_arguments.Words, _arguments.Position);
        var word = words[at].Folded;
        var isMaybe = Maybe.Contains(word) || (word == "eller" && at + 1 < words.Count && Maybe.Contains(words[at + 1].Folded));
        if (!isMaybe && !Absence.Contains(word))
            return false;
        _isDoubtful |= isMaybe || word == "heller"; // "kommer heller ikke 14/1": another meeting is missed as well.
        _arguments.Skip(1);
        return true;
    }

    private bool TakeReason()
    {
        var (words, at) = (_arguments.Words, _arguments.Position);
        var isAnnounced = at > 0 && words[at - 1].Text[^1] == ':';
        var isBracketed = words[at].Text[0] == '(' && words[at].Text.Length > 1;
        if (!isAnnounced && !isBracketed && !ReasonWords.BeginAt(words, at, word => Absence.Contains(word.Folded)))
            return false;

        var end = at + 1;
        while (end < words.Count && (isAnnounced || !words[end - 1].EndsPhrase) && !SubstituteReader.IsMark(words[end])
            && !(isBracketed && words[end - 1].Text.Contains(')')) && !ApologyClauses.BeginAnew(words, end, _context))
        {
            end++;
        }

        var reason = words[at].Source[words[at].Start..words[end - 1].End].Trim(CommandMarks.Trailing);
        reason = TakeDateAtEnd(isBracketed ? reason.Trim('(', ')') : reason);
        _reasons.Add(reason);
        _reasonAt = Math.Min(_reasonAt, at);
        _arguments.Skip(end - at);
        return true;
    }

    private string TakeDateAtEnd(string reason)
    {
        var words = Word.Split(reason);
        for (var i = Math.Max(1, words.Count - MaxDateWords); !_arguments.NamesDay && i < words.Count; i++)
        {
            var written = reason[words[i].Start..];
            if (OfReasons.Contains(words[i - 1].Folded) || char.IsAsciiDigit(words[i - 1].Text[0]) || DanishText.Fold(written).Trim(CommandMarks.Around) is "i dag" or "idag" or "dag" || !_arguments.TakeWholeDate(written))
                continue;

            // "ferie i uge 53" may say when the holiday is and not which meeting.
            _isDoubtful |= DanishDateParser.ParseWhole(written, _context.Today) is not DateReading.Found;
            return reason[..words[i].Start].TrimEnd(CommandMarks.Trailing);
        }

        return reason;
    }

    /// <summary>A reason that names a day or somebody else may have been meant as more than a reason.</summary>
    private bool IsDoubtful(string reason)
    {
        var words = Word.Split(reason);
        return NamesStranger(words)
            || PersonReader.NamesAnother(reason, _context.People, _context.SenderName)
            || Enumerable.Range(0, words.Count).Any(i =>
                !words[..i].TakeLast(3).Any(word => OfReasons.Contains(word.Folded)) && ArgumentReader.IsDate(reason[words[i].Start..], _context));
    }

    // "ferie for Gitta": somebody whom nobody here knows, or a slip; "kursus i Vejle" is a place.
    private static bool NamesStranger(List<Word> words) =>
        Enumerable.Range(1, Math.Max(0, words.Count - 1)).Any(i => words[i].IsCapitalised && !Places.Contains(words[i - 1].Folded) && !words[i - 1].IsCapitalised);

    /// <summary>Leaves words unread; with the small words between, they are shown as they were written: "hest og vogn".</summary>
    private void Leave(int at, int words)
    {
        if (_unread.Count > 0 && _unread[^1].End >= _understood && at - _unread[^1].End <= 2)
            _unread[^1] = (_unread[^1].First, at + words);
        else
            _unread.Add((at, at + words));
        _arguments.Skip(at + words - _arguments.Position);
    }

    private string Written((int First, int End) span)
    {
        var words = _arguments.Words;
        return words[span.First].Source[words[span.First].Start..words[span.End - 1].End].Trim(CommandMarks.Trailing);
    }
}
