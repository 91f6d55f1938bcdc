using Klynge.Application.Chat.Commands;
using Klynge.Application.Rights;
using Klynge.Teams.Routing;

namespace Klynge.Application.Chat;

/// <summary>Which feature answers which command and which button. A second claim on either stops the start.</summary>
public sealed class ChatRoutes
{
    private readonly Dictionary<Type, Func<ChatTurn, ChatCommand, CancellationToken, Task<ChatReply>>> _commands = [];
    private readonly Dictionary<string, Func<ChatTurn, InvokedAction, CancellationToken, Task<ChatReply>>> _actions = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Verbs => _actions.Keys;

    public IReadOnlyCollection<Type> Commands => _commands.Keys;

    /// <param name="right">The command's row in the table of rights.</param>
    /// <param name="handler">Called with the sender and what was read out of the message.</param>
    /// <exception cref="InvalidOperationException">Another feature has the command.</exception>
    public ChatRoutes OnCommand<TCommand>(CommandRight<TCommand> right, Func<ChatTurn, TCommand, CancellationToken, Task<ChatReply>> handler)
        where TCommand : ChatCommand
    {
        ArgumentNullException.ThrowIfNull(right);
        if (!_commands.TryAdd(typeof(TCommand), (turn, command, cancellationToken) => handler(turn, (TCommand)command, cancellationToken)))
        {
            throw new InvalidOperationException($"Two features answer the command {typeof(TCommand).Name}.");
        }

        return this;
    }

    /// <param name="right">The button's row in the table of rights, with its verb: the feature and what it does, <c>agenda.accept</c>.</param>
    /// <param name="handler">Called with the sender and the card's data, which is untrusted.</param>
    /// <exception cref="InvalidOperationException">Another feature has the verb.</exception>
    public ChatRoutes OnAction(ButtonRight right, Func<ChatTurn, InvokedAction, CancellationToken, Task<ChatReply>> handler)
    {
        ArgumentNullException.ThrowIfNull(right);
        if (!_actions.TryAdd(right.Verb, handler))
        {
            throw new InvalidOperationException($"Two features answer the button {right.Verb}.");
        }

        return this;
    }

    internal Task<ChatReply> RunAsync(ChatTurn turn, ChatCommand command, CancellationToken cancellationToken) =>
        _commands.TryGetValue(command.GetType(), out var handler)
            ? handler(turn, command, cancellationToken)
            : throw new InvalidOperationException($"No feature answers the command {command.GetType().Name}.");

    internal Task<ChatReply> RunAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken) =>
        _actions[action.Verb](turn, action, cancellationToken);
}
