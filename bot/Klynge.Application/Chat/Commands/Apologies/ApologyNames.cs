using Klynge.Application.Chat.Commands.Readers;
using Klynge.Domain.Common;

namespace Klynge.Application.Chat.Commands.Apologies;

/// <summary>Takes the names of an apology: who stays away, who comes instead, who only tells it, and whom nobody here knows.</summary>
/// <param name="isSentence">The words began with no command: "Torben kommer" at the front says that he does.</param>
internal sealed class ApologyNames(ArgumentReader arguments, ParserContext context, UnreadWords unread, bool isSentence)
{
    private static readonly string[] BeforeNames = ["for", "fra", "vegne", "af"];

    /// <summary>Who stays away.</summary>
    internal ApologyPeople People { get; } = new(context);

    internal string? Substitute { get; private set; }

    /// <summary>The words only seem to mean what was taken.</summary>
    internal bool IsDoubtful { get; private set; }

    /// <summary>What has to be asked before anything is made of the words.</summary>
    internal Error? Question { get; private set; }

    /// <summary>"stedfortræder Bo Friis", "min stedfortræder".</summary>
    /// <returns>Whether that says who.</returns>
    internal bool TakeSubstitute()
    {
        var (words, at) = (arguments.Words, arguments.Position);
        var isOwn = at > 0 && words[at - 1].Folded is "min" or "mine";
        if (SubstituteReader.AwayAt(words, at + 1) is > 0 and var away)
        {
            arguments.Skip(1 + away);
            return true;
        }

        var first = SubstituteReader.FirstOfName(words, at + 1);
        var read = PersonReader.Read(words, first, context.People);
        var end = read is { } known ? first + known.Words : SubstituteReader.EndOfName(words, first);
        if (end == first)
        {
            Substitute ??= isOwn ? SubstituteReader.OwnSubstitute : null;
            arguments.Skip(1);
            return isOwn;
        }

        Question = SubstituteReader.Either(words, at, first, end, context.People);
        var name = read?.Written ?? SubstituteReader.Name(words, first, end);
        if (Substitute is null)
            (Substitute, unread.Understood) = (SubstituteReader.IsSelf(name) ? context.SenderName ?? name : name, end);
        else
            unread.Add(at, end);
        arguments.Skip(end - at);
        return true;
    }

    /// <param name="isBehindDay">The last day ended right before.</param>
    internal bool TakePerson(bool isBehindDay)
    {
        var (words, at) = (arguments.Words, arguments.Position);
        if (TakeSelfInstead(words, at))
            return true;
        if (People.SelfAt(words, at) is > 0 and var self)
        {
            People.AddSelf(at, self);
            arguments.Skip(self);
            return true;
        }

        if (words[at].Folded is "alle" or "samtlige" && at + 2 < words.Count && words[at + 1].Folded is "undtagen" or "undtaget" && PersonReader.Read(words, at + 2, context.People) is { } but)
        {
            AddStranger(at, at + 2 + but.Words); // "alle undtagen Henrik": nobody's name, and asked about as it stands.
            return true;
        }

        if (PersonReader.Read(words, at, context.People) is not { } read)
            return false;
        var behind = at + read.Words;
        var before = at > 0 ? words[at - 1].Folded : string.Empty;
        if (ApologyPeople.IsLeftOut(words, at) || ApologyPeople.Does(words, at, behind) || before is "hej" or "hejsa" or "kaere")
            Pass(read.Words);
        else if (before is "med" or "hos" or "om" || (before is "og" && !People.EndAt(at - 1) && !(People.All.Count > 0 && (isBehindDay || words[at - 2].EndsPhrase))))
            unread.Leave(arguments, at - 1, read.Words + 1); // "møde med Peter": not Peter's apology.
        else if (Substitute is null && SubstituteReader.GoesFor(words, behind, context.People))
            (Substitute, IsDoubtful) = (Taken(read, 0), true);
        else
            TakeBy(read, at, before);
        return true;
    }

    private void TakeBy(PersonRead read, int at, string before)
    {
        var (words, behind) = (arguments.Words, at + read.Words);
        var instead = SubstituteReader.InsteadAt(words, behind);
        if (instead > 0 || SubstituteReader.GoesForMe(words, behind) || SubstituteReader.IsInsteadBefore(words, at) || before is "sender" or "sende")
            TakeInstead(read, at, instead);
        else if ((at > 0 || !isSentence) && Substitute is null && SubstituteReader.ComesAt(words, behind) is > 0 and var coming)
            (Substitute, IsDoubtful) = (Taken(read, coming), true);
        else if (SubstituteReader.LeadsAt(words, behind) is > 0 and var leads)
            Pass(read.Words + leads);
        else if (People.TellsAt(words, behind) is > 0 and var tells)
            Pass(read.Words + tells);
        else
            Take(read, at);
    }

    /// <summary>"for Bo Friis", whom nobody here knows: the name is asked about, and is no reason.</summary>
    internal bool TakeStranger()
    {
        var (words, at) = (arguments.Words, arguments.Position);
        var isNamed = at > 0 && BeforeNames.Contains(words[at - 1].Folded);
        if (isNamed && (Math.Max(AbsenceWords.GroupAt(words, at), PersonReader.TitleAt(words, at)) is > 0 and var length))
        {
            AddStranger(at, at + length);
            return true;
        }

        isNamed = words[at].IsCapitalised && (isNamed || (at > 0 && words[at - 1].Folded == "og" && People.EndAt(at - 1)));
        var end = isNamed ? SubstituteReader.EndOfName(words, at) : at;
        if (end == at)
            return false;
        IsDoubtful = true; // "Birgit" may be no Birgitte.
        AddStranger(at, end);
        return true;
    }

    private void AddStranger(int at, int end)
    {
        People.AddStranger(SubstituteReader.Name(arguments.Words, at, end), at, end);
        arguments.Skip(end - at);
    }

    private string Taken(PersonRead read, int behind)
    {
        arguments.Skip(read.Words + behind);
        return read.Written;
    }

    private void Take(PersonRead read, int at)
    {
        // "Agnieszka Novak": a name that goes on is the whole of it, and perhaps nobody's here.
        var (words, behind) = (arguments.Words, at + read.Words);
        if (read.Words == 1 && behind < words.Count && !words[at].EndsPhrase && words[behind] is { IsCapitalised: true, Folded.Length: > 2 } && !AbsenceWords.Contains(words[behind])
            && PersonReader.Read(words, behind, context.People) is null && !ArgumentReader.IsDate(words[behind].Source[words[behind].Start..], context)
            && ForumReader.Read([words[behind]], context.Forums).Words == 0 && !SubstituteReader.IsMark(words[behind]) && words[at].Text[^1] is not ('.' or '!'))
        {
            IsDoubtful = true;
            AddStranger(at, behind + 1);
            return;
        }

        People.Add(read, at);
        arguments.Skip(read.Words);
    }

    // "jeg kommer i stedet for Nadia", "Nadia kan ikke, jeg tager den".
    private bool TakeSelfInstead(IReadOnlyList<Word> words, int at)
    {
        if (words[at].Folded != "jeg" || Substitute is not null || context.SenderName is not { } self)
            return false;
        var comes = People.All.Count > 0 ? SubstituteReader.SelfComesAt(words, at + 1) : 0;
        if (comes == 0 && !SubstituteReader.GoesFor(words, at + 1, context.People))
            return false;
        (Substitute, IsDoubtful) = (self, true);
        arguments.Skip(1 + comes);
        return true;
    }

    private void TakeInstead(PersonRead read, int at, int instead)
    {
        if (Substitute is not null)
        {
            unread.Leave(arguments, at, read.Words + instead);
            return;
        }

        Substitute = read.Written;
        arguments.Skip(read.Words + instead);
    }

    private void Pass(int words)
    {
        IsDoubtful = true;
        arguments.Skip(words);
    }
}
