using Klynge.Application.Chat.Commands.Readers;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Chat.Commands.Apologies;

/// <summary><c>fortryd afbud [for Gitte] [dato]</c></summary>
internal static class WithdrawalReader
{
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "jeg", "kommer", "alligevel", "deltager", "komme", "deltage", "kan", "godt", "mit", "min", "mig", "vegne", "med", "afbud", "afbuddet", "er", "og", "op", "samt",
    };

    /// <param name="isAsked">
    /// The words only seem to mean it, "jeg kommer ikke med afbud": what is not understood is passed over, since the question shows what would be done.
    /// </param>
    public static Result<ChatCommand> Read(string rest, ParserContext context, CommandDescription command, bool isAsked = false)
    {
        // "jeg kommer alligevel ikke" is an apology.
        if (!isAsked && Word.Split(rest) is [{ Folded: "ikke" or "ik" }, ..])
            return ApologyReader.Read(rest, context, CommandCatalogue.Apology, isAsked: true);

        var arguments = new ArgumentReader(rest, context, command) { TakesSeveralDays = true };
        var people = new ApologyPeople(context);
        var days = new List<(int At, string Words)>();
        while (arguments is { AtEnd: false, Refusal: null })
        {
            var at = arguments.Position;
            if (arguments.TakeForum() || arguments.TakeFiller() || TakePerson(arguments, people, context))
                continue;
            if (arguments.TakeDate())
                days.Add((at, rest[arguments.Words[at].Start..arguments.Words[arguments.Position - 1].End].Trim(CommandMarks.Trailing)));
            else if (people.All.Count > 1 && arguments.TakeAnotherDate() is { } another)
                days.Add((at, another));
            else if (Fillers.Contains(arguments.Words[at].Folded) || isAsked)
                arguments.Skip(1);
            else
                break;
        }

        if (arguments.Leftover() is { } refusal)
            return refusal;
        if (people.All.Count > 1)
            return ApologyClauses.Each(people, days, command.Name, Texts.OneWithdrawalAtATime);
        return new ChatCommand.WithdrawApology(arguments.Day, arguments.Forum)
        {
            Who = people.All is [var only] ? only.Name : null,
            AlsoOn = arguments.Days.Count > 1 ? [.. arguments.Days.Skip(1)] : Array.Empty<LocalDate>(),
            IsAsked = isAsked,
        };
    }

    private static bool TakePerson(ArgumentReader arguments, ApologyPeople people, ParserContext context)
    {
        var (words, at) = (arguments.Words, arguments.Position);
        if (PersonReader.Read(words, at, context.People) is { } read)
        {
            people.Add(read, at);
            arguments.Skip(read.Words);
            return true;
        }

        var isNamed = people.All.Count == 0 && at > 0 && words[at].IsCapitalised && words[at - 1].Folded is "for" or "fra";
        var end = isNamed ? SubstituteReader.EndOfName(words, at) : at;
        if (end == at || !words[at].IsCapitalised || people.All.Count > 0)
            return false;
        people.AddStranger(SubstituteReader.Name(words, at, end), at, end);
        arguments.Skip(end - at);
        return true;
    }
}
