using Klynge.Teams.Activities;
using Klynge.Teams.Cards;
using Klynge.Teams.Connector;
using Microsoft.Extensions.DependencyInjection;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace Klynge.Teams.Routing;

/// <summary>One authenticated activity on its way through a handler, with the means to answer it.</summary>
/// <param name="activity">It names a service URL, a channel, a conversation and a sender: the endpoint has checked that.</param>
/// <param name="services">The scope of this turn.</param>
public sealed class TurnContext(Activity activity, ConnectorClient connector, IServiceProvider services)
{
    /// <summary>So long an answer may hold its request, the whole turn counted: the channel hangs up after fifteen seconds.</summary>
    internal static readonly TimeSpan MaxReply = TimeSpan.FromSeconds(8);

    /// <summary>What an answer gets even after a slow turn: a channel that is well takes it in a fraction of that.</summary>
    private static readonly TimeSpan MinReply = TimeSpan.FromSeconds(2);

    private readonly long _began = Stopwatch.GetTimestamp();
    private string? _text;
    private IReadOnlyList<Mention>? _mentions;

    public Activity Activity { get; } = activity;

    /// <summary>Where to reach this conversation later.</summary>
    public ConversationReference Reference { get; } = ConversationReference.From(activity);

    public ConnectorClient Connector { get; } = connector;

    public IServiceProvider Services { get; } = services;

    /// <summary>
    /// The message as a person would read it out: the bot's own mention gone, other mentions as names, HTML entities decoded,
    /// blanks of every kind folded into single ones. Line breaks stay. Empty when there is no text.
    /// </summary>
    public string Text => _text ??= MessageText.Read(Activity);

    /// <summary>The people whom the message mentions, in the order of the text; the bot itself is not among them.</summary>
    public IReadOnlyList<Mention> Mentions => _mentions ??= MessageText.Mentions(Activity);

    /// <summary>Who sent it, as the channel vouches for: the actor of everything that the turn does.</summary>
    public ChannelAccount Sender => Activity.From ?? throw new InvalidOperationException("The activity has no sender.");

    public string? TenantId => Activity.TenantId;

    public bool IsPersonal => Activity.Conversation?.IsPersonal ?? false;

    /// <summary>The message that is answered; null where there is none, as after an installation.</summary>
    public string? ThreadId => Activity is { Type: ActivityTypes.Message, Id: { Length: > 0 } id } ? id : null;

    private TimeSpan TimeLeft => MaxReply - Stopwatch.GetElapsedTime(_began) is var left && left > MinReply ? left : MinReply;

    /// <summary>
    /// Answers in the same conversation, in the same thread. A text is shown word for word. An answer that the channel does not take
    /// within <see cref="MaxReply"/> is handed to <see cref="ILateReplies"/> and comes later.
    /// </summary>
    /// <returns>The new message's id, for a later update; null for one that comes later.</returns>
    public Task<string?> ReplyAsync(string text, CancellationToken cancellationToken) =>
        ReplyAsync(Activity.Message(text), cancellationToken);

    /// <summary>Answers in Markdown; what people wrote goes through <see cref="CardText.Escape"/> first.</summary>
    /// <returns>The new message's id, for a later update.</returns>
    public Task<string?> ReplyMarkdownAsync(string markdown, CancellationToken cancellationToken) =>
        ReplyAsync(Activity.Markdown(markdown), cancellationToken);

    /// <inheritdoc cref="ReplyAsync(string, CancellationToken)"/>
    public Task<string?> ReplyAsync(AdaptiveCard card, CancellationToken cancellationToken) =>
        ReplyAsync(Activity.Message(card), cancellationToken);

    /// <inheritdoc cref="ReplyAsync(string, CancellationToken)"/>
    public async Task<string?> ReplyAsync(Activity message, CancellationToken cancellationToken)
    {
        try
        {
            return await Connector.ReplyAsync(Reference, ThreadId, message, TimeLeft, cancellationToken);
        }
        catch (ConnectorException exception) when (exception.IsPassing && Services.GetService<ILateReplies>() is { } late)
        {
            await late.SaveAsync(this, message, cancellationToken);
            return null;
        }
    }

    /// <summary>Posts a card at the foot of the conversation, outside any thread, within the same time as an answer.</summary>
    /// <returns>The new message's id, for a later update.</returns>
    /// <exception cref="ConnectorException">The channel did not take it.</exception>
    public Task<string?> PostAsync(AdaptiveCard card, CancellationToken cancellationToken) =>
        Connector.ReplyAsync(Reference, activityId: null, Activity.Message(card), TimeLeft, cancellationToken);

    /// <summary>Puts a card in the place of a message that the bot sent before, within the same time as an answer.</summary>
    /// <exception cref="ConnectorException">The channel did not take it.</exception>
    public Task UpdateAsync(string activityId, AdaptiveCard card, CancellationToken cancellationToken) =>
        Connector.UpdateAsync(Reference, activityId, Activity.Message(card), TimeLeft, cancellationToken);
}
