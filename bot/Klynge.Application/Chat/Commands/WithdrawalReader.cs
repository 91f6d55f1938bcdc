using Klynge.Domain.Common;

namespace Klynge.Application.Chat.Commands;

/// <summary><c>fortryd afbud [for Gitte] [dato]</c></summary>
internal static class WithdrawalReader
{
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "jeg", "kommer", "alligevel", "deltager", "komme", "deltage", "kan", "godt", "mit", "min", "mig", "vegne", "med", "afbud", "afbuddet", "er", "og", "op",
    };

    public static Result<ChatCommand> Read(string rest, ParserContext context, CommandDescription command, bool isAsked = false)
    {
        var arguments = new ArgumentReader(rest, context, command);
        string? who = null;
        while (arguments is { AtEnd: false, Refusal: null })
        {
            if (arguments.TakeForum() || arguments.TakeDate() || arguments.TakeFiller())
                continue;
            var (words, at) = (arguments.Words, arguments.Position);
            if (who is null && PersonReader.Read(words, at, context.People) is { } read)
            {
                who = read.Written;
                arguments.Skip(read.Words);
            }
            else if (who is null && at > 0 && words[at - 1].Folded is "for" or "fra" && SubstituteReader.EndOfName(words, at) is var end && end > at && words[at].IsCapitalised)
            {
                who = SubstituteReader.Name(words, at, end);
                arguments.Skip(end - at);
            }
            else if (Fillers.Contains(words[at].Folded))
            {
                arguments.Skip(1);
            }
            else
            {
                break;
            }
        }

        return arguments.Leftover() is { } refusal
            ? refusal
            : new ChatCommand.WithdrawApology(arguments.Day, arguments.Forum) { Who = who, IsAsked = isAsked };
    }
}
