using Klynge.Application.Rights;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Application.Chat.Commands;

/// <summary>
/// One command: who may give it, how it is written, read and shown. Help, suggestions, the written table of rights and the Teams manifest
/// follow from it; a feature answers it (<see cref="ChatRoutes.OnCommand{TCommand}(Command{TCommand}, Func{ChatTurn, TCommand, CancellationToken, Task{ChatReply}})"/>).
/// </summary>
public abstract class CommandDescription
{
    /// <summary>The word to write: "dagsorden".</summary>
    public required string Name { get; init; }

    /// <summary>The English alias: "agenda".</summary>
    public required string English { get; init; }

    /// <summary>With its parts: "dagsorden [forum] [dato]"; square brackets mark what may be left out.</summary>
    public required string Usage { get; init; }

    /// <summary>One line in the imperative: "Vis dagsordenen for det næste møde".</summary>
    public required string Summary { get; init; }

    /// <summary>The same in English, for the Teams manifest.</summary>
    public required string EnglishSummary { get; init; }

    /// <summary>A whole message that works: "dagsorden chefforum 4. februar".</summary>
    public required string Example { get; init; }

    /// <summary>Its row in the table of rights.</summary>
    public abstract Right Right { get; }

    /// <summary>What the gate asks of the forum that it is about; null where it is about no forum.</summary>
    public Permission? Needs { get; init; }

    /// <summary>Its use case asks for what it needs itself, seat by seat: a sentence may be about several.</summary>
    public bool IsSeatBySeat { get; init; }

    /// <summary>In one's own chat it tells of forums that are closed down, too.</summary>
    public bool InClosedForums { get; init; }

    /// <summary>Where it answers with more than a word.</summary>
    public CommandPlace Place { get; init; }

    /// <summary>Teams shows twelve commands a chat: those of the lowest rank that work there. The others are found by help.</summary>
    public int Rank { get; init; } = int.MaxValue;

    /// <summary>It stands on help as a button: it shows something or opens a form, so a press can do no harm.</summary>
    public bool IsOnAPress { get; init; }

    /// <summary>It changes something, or opens what does.</summary>
    public bool Changes { get; init; }

    /// <summary>It ends with a text of the sender's own, to which »tak« may belong.</summary>
    public bool EndsWithText { get; init; }

    /// <summary>What else people write for it, besides its two names, Danish and English; æ, ø and å may be spelled ae, oe and aa.</summary>
    internal IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Reads what stands behind its words.</summary>
    public required CommandReader Read { get; init; }

    internal IReadOnlyList<CommandPhrase> Phrases => field ??=
        [.. Words.Append(Name).Append(English).Select(text => CommandPhrase.Of(text, this))];

    public bool WorksIn(bool isPersonal, bool isForums) => isPersonal || Place == CommandPlace.Everywhere || (Place == CommandPlace.PersonalOrForum && isForums);
}

/// <inheritdoc/>
/// <param name="right">Who may give it somewhere.</param>
public sealed class Command<TCommand>(CommandRight<TCommand> right) : CommandDescription
    where TCommand : ChatCommand
{
    /// <summary>For whoever has the permission in the forum that it is about.</summary>
    public Command(Permission needs, string? note = null)
        : this(new CommandRight<TCommand>(Who.With(needs), note)) => Needs = needs;

    public override CommandRight<TCommand> Right => right;
}

/// <param name="rest">What stands behind the command's words.</param>
/// <param name="said">How it was said, and the command, whose name and usage a refusal shows.</param>
/// <param name="isAsked">The words only seem to mean it.</param>
public delegate Result<ChatCommand> CommandReader(string rest, ParserContext context, CommandPhrase said, bool isAsked);

public enum CommandPlace
{
    Everywhere = 0,

    /// <summary>It tells of what others in a chat may not know.</summary>
    Personal,

    /// <summary>In a chat that is no forum's, nobody knows who reads along.</summary>
    PersonalOrForum,
}
