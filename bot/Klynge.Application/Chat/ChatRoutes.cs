using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums;
using Klynge.Application.Rights;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Activities;
using Klynge.Teams.Routing;

namespace Klynge.Application.Chat;

/// <summary>
/// Which feature answers which command and which button, and who may: nothing is answered but through here. A second claim on either
/// stops the start.
/// </summary>
public sealed class ChatRoutes(Gate gate, RefusePress refuse)
{
    private readonly Dictionary<Type, Func<ChatTurn, ChatCommand, CancellationToken, Task<ChatReply>>> _commands = [];
    private readonly Dictionary<string, Func<ChatTurn, InvokedAction, CancellationToken, Task<ChatReply>>> _actions = new(StringComparer.Ordinal);
    private readonly List<CommandDescription> _described = [];
    private readonly List<Right> _rights = [];

    public IReadOnlyCollection<string> Verbs => _actions.Keys;

    public IReadOnlyCollection<Type> Commands => _commands.Keys;

    /// <summary>What can be written to the bot, in the order in which help shows it; one that the catalogue does not have comes last.</summary>
    public IReadOnlyList<CommandDescription> Catalogue =>
        [.. _described.OrderBy(PlaceOf)];

    /// <summary>The rows of the table of rights that the routes come to.</summary>
    public IReadOnlyList<Right> Rights => _rights;

    /// <summary>Answers files that somebody has dropped; null where no feature takes any.</summary>
    internal Func<ChatTurn, IReadOnlyList<DroppedFile>, CancellationToken, Task<IReadOnlyList<ChatReply>>>? Files { get; private set; }

    internal CommandVocabulary Vocabulary => field ??= new CommandVocabulary(_described);

    /// <summary>Files that somebody has laid beside a message: its use case decides by itself who may give one. In a group there are none to fetch.</summary>
    /// <exception cref="InvalidOperationException">Another feature takes them.</exception>
    public ChatRoutes OnFiles(Func<ChatTurn, IReadOnlyList<DroppedFile>, CancellationToken, Task<IReadOnlyList<ChatReply>>> handler)
    {
        Files = Files is null ? handler : throw new InvalidOperationException("Two features take files.");
        return this;
    }

    /// <summary>A command about one forum. The gate finds the forum, checks what the command needs there and hands on what it found.</summary>
    /// <exception cref="InvalidOperationException">Another feature has the command, or it does not say what it needs.</exception>
    public ChatRoutes OnCommand<TCommand>(Command<TCommand> command, Func<ChatTurn, Visit, TCommand, CancellationToken, Task<ChatReply>> handler)
        where TCommand : ChatCommand
    {
        ArgumentNullException.ThrowIfNull(command);
        var needs = command.Needs ?? throw new InvalidOperationException($"The command {typeof(TCommand).Name} does not say what it needs.");
        _described.Add(command);
        return OnCommand(command.Right, async (turn, given, cancellationToken) =>
        {
            var asked = given as IInForum;
            var entered = await gate.EnterAsync(turn, asked?.Forum, needs, asked?.MeetsOn, cancellationToken);
            return !entered.TryGet(out var visit, out var error) ? error
                : IsElsewhere(command, turn) ? ChatReply.Say(Texts.OnlyInPersonalChat)
                : await handler(turn, visit, given, cancellationToken);
        });
    }

    /// <summary>A command that tells of all of somebody's forums at once: the gate hands on those where they may, or the one that is meant.</summary>
    /// <exception cref="InvalidOperationException">Another feature has the command, or it does not say what it needs.</exception>
    public ChatRoutes OnCommandOfAll<TCommand>(
        Command<TCommand> command, Func<ChatTurn, IReadOnlyList<Visit>, TCommand, CancellationToken, Task<ChatReply>> handler)
        where TCommand : ChatCommand
    {
        ArgumentNullException.ThrowIfNull(command);
        var needs = command.Needs ?? throw new InvalidOperationException($"The command {typeof(TCommand).Name} does not say what it needs.");
        _described.Add(command);
        return OnCommand(command.Right, async (turn, given, cancellationToken) =>
        {
            var entered = await gate.EnterAllAsync(turn, (given as IInForum)?.Forum, needs, command.InClosedForums, cancellationToken);
            return !entered.TryGet(out var visits, out var error) ? error
                : IsElsewhere(command, turn) ? ChatReply.Say(Texts.OnlyInPersonalChat)
                : await handler(turn, visits, given, cancellationToken);
        });
    }

    /// <summary>A command about no single forum, or whose use case decides seat by seat.</summary>
    /// <exception cref="InvalidOperationException">Another feature has the command, or the gate is to ask for something that this handler does not wait for.</exception>
    public ChatRoutes OnCommand<TCommand>(Command<TCommand> command, Func<ChatTurn, TCommand, CancellationToken, Task<ChatReply>> handler)
        where TCommand : ChatCommand
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Needs is not null && !command.IsSeatBySeat)
            throw new InvalidOperationException($"The command {typeof(TCommand).Name} needs a permission: its handler takes the visit.");

        _described.Add(command);
        return OnCommand(command.Right, (turn, given, cancellationToken) => IsElsewhere(command, turn)
            ? Task.FromResult(ChatReply.Say(Texts.OnlyInPersonalChat))
            : handler(turn, given, cancellationToken));
    }

    /// <param name="right">The command's row in the table of rights.</param>
    /// <param name="handler">Called with the sender and what was read out of the message.</param>
    /// <exception cref="InvalidOperationException">Another feature has the command.</exception>
    public ChatRoutes OnCommand<TCommand>(CommandRight<TCommand> right, Func<ChatTurn, TCommand, CancellationToken, Task<ChatReply>> handler)
        where TCommand : ChatCommand
    {
        ArgumentNullException.ThrowIfNull(right);
        if (!_commands.TryAdd(typeof(TCommand), (turn, command, cancellationToken) => handler(turn, (TCommand)command, cancellationToken)))
            throw new InvalidOperationException($"Two features answer the command {typeof(TCommand).Name}.");

        _rights.Add(right);
        return this;
    }

    /// <summary>A button about the forum that its card names. The gate checks what the button needs there and hands on what it found.</summary>
    /// <param name="button">With its verb, and who may press it.</param>
    /// <param name="handler">Called with the sender, the forum and the card's data, which is untrusted.</param>
    /// <exception cref="InvalidOperationException">Another feature has the verb, or it does not say what it needs.</exception>
    public ChatRoutes OnAction(ButtonRight button, Func<ChatTurn, Visit, InvokedAction, CancellationToken, Task<ChatReply>> handler)
    {
        ArgumentNullException.ThrowIfNull(button);
        var needs = button.Needs ?? throw new InvalidOperationException($"The button {button.Verb} does not say what it needs.");
        return Add(button, async (turn, action, cancellationToken) =>
        {
            var entered = await gate.EnterAsync(turn, action.Data.Forum(), needs, cancellationToken);
            return entered.TryGet(out var visit, out var refusal) ? await handler(turn, visit, action, cancellationToken) : refusal;
        });
    }

    /// <summary>A button of a card that tells of all of somebody's forums, or of the one that it names.</summary>
    /// <param name="closedToo">Also those that are closed down.</param>
    /// <exception cref="InvalidOperationException">Another feature has the verb, or it does not say what it needs.</exception>
    public ChatRoutes OnActionOfAll(
        ButtonRight button, Func<ChatTurn, IReadOnlyList<Visit>, InvokedAction, CancellationToken, Task<ChatReply>> handler, bool closedToo = false)
    {
        ArgumentNullException.ThrowIfNull(button);
        var needs = button.Needs ?? throw new InvalidOperationException($"The button {button.Verb} does not say what it needs.");
        return Add(button, async (turn, action, cancellationToken) =>
        {
            if (action.Data.Text(CardIds.Forum) is null)
            {
                var all = await gate.EnterAllAsync(turn, named: null, needs, closedToo, cancellationToken);
                return all.TryGet(out var visits, out var refusal) ? await handler(turn, visits, action, cancellationToken) : refusal;
            }

            var one = await gate.EnterAsync(turn, action.Data.Forum(), needs, cancellationToken);
            return one.TryGet(out var visit, out var error) ? await handler(turn, [visit], action, cancellationToken) : error;
        });
    }

    /// <summary>A button about no single forum, or whose use case decides seat by seat.</summary>
    /// <exception cref="InvalidOperationException">Another feature has the verb, or the gate is to ask for something that this handler does not wait for.</exception>
    public ChatRoutes OnAction(ButtonRight button, Func<ChatTurn, InvokedAction, CancellationToken, Task<ChatReply>> handler)
    {
        ArgumentNullException.ThrowIfNull(button);
        return button.Needs is null ? Add(button, handler)
            : throw new InvalidOperationException($"The button {button.Verb} needs a permission: its handler takes the visit.");
    }

    private ChatRoutes Add(ButtonRight button, Func<ChatTurn, InvokedAction, CancellationToken, Task<ChatReply>> handler)
    {
        if (!_actions.TryAdd(button.Verb, handler))
            throw new InvalidOperationException($"Two features answer the button {button.Verb}.");

        _rights.Add(button);
        return this;
    }

    private static bool IsElsewhere(CommandDescription command, ChatTurn turn) => command.Place == CommandPlace.Personal && !turn.IsPersonal;

    private static int PlaceOf(CommandDescription command)
    {
        var at = CommandCatalogue.All.ToList().IndexOf(command);
        return at < 0 ? int.MaxValue : at;
    }

    internal async Task<ChatReply> RunAsync(ChatTurn turn, ChatCommand command, CancellationToken cancellationToken)
    {
        var handler = _commands.TryGetValue(command.GetType(), out var found) ? found
            : throw new InvalidOperationException($"No feature answers the command {command.GetType().Name}.");
        var reply = await handler(turn, command, cancellationToken);
        if (RefusedOf(turn, reply) is { } refused)
            await refuse.CommandAsync(command, turn.Caller, refused.Forum, refused.Error, cancellationToken);

        return reply;
    }

    internal async Task<ChatReply> RunAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var reply = await _actions[action.Verb](turn, action, cancellationToken);
        if (RefusedOf(turn, reply) is { } refused)
            await refuse.HandleAsync(action, turn.Caller, refused.Error, cancellationToken);

        return reply;
    }

    /// <summary>What the gate has refused, when that is the answer: what a use case refuses is put on record by the writer.</summary>
    private static (Error Error, ForumId? Forum)? RefusedOf(ChatTurn turn, ChatReply reply) =>
        turn.Found.Refused is { } refused && reply is ChatReply.Refused answer && ReferenceEquals(answer.Error, refused.Error) ? refused : null;
}
