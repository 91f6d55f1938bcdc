using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Guidance;
using Klynge.Application.Invitations.Linking;
using Klynge.Application.Messaging;
using Klynge.Teams.Activities;
using Klynge.Teams.Connector;
using Klynge.Teams.Routing;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Forums.Chats;

/// <summary>
/// What happens when the bot comes to a chat or leaves it: it learns who is there, asks which forum the chat belongs to, and welcomes
/// in a personal chat those whom the board knows. The channel tells of an installation twice, as an installation and as a new member
/// of the chat; the second telling finds the work done.
/// </summary>
public sealed partial class InstallationModule(
    SenderDirectory senders,
    ConversationRegister conversations,
    SharedCards cards,
    HelpQueries help,
    Greetings greetings,
    MeetingChatRegister meetings,
    IClock clock,
    ILogger<InstallationModule> logger) : IActivityModule
{
    public void Map(ActivityRouter router)
    {
        ArgumentNullException.ThrowIfNull(router);
        var guard = new StorageGuard(logger);
        router.OnInstallationUpdate(guard.AroundNews(OnInstallationAsync));
        router.OnConversationUpdate(guard.AroundNews(OnConversationAsync));
    }

    private Task OnInstallationAsync(TurnContext turn, CancellationToken cancellationToken) => turn.Activity.Action switch
    {
        "add" => ArriveAsync(turn, cancellationToken),
        "remove" => LeaveAsync(turn, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task OnConversationAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        if (activity.MembersRemoved?.Any(member => IsBot(activity, member)) == true)
            await LeaveAsync(turn, cancellationToken);
        else if (activity.MembersAdded?.Any(member => IsBot(activity, member)) == true)
            await ArriveAsync(turn, cancellationToken);
        else if (activity.ChannelData?.EventType is ChannelEvents.Shared or ChannelEvents.Unshared or ChannelEvents.MemberAdded or ChannelEvents.MemberRemoved)
            await LearnRosterAsync(turn, cancellationToken);
        else
            await LearnAsync(turn, activity.MembersAdded ?? [], cancellationToken);
    }

    private Task LeaveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var id = ConversationRegister.IdOf(turn);
        greetings.Forget(id);
        return conversations.MarkGoneAsync(id, cancellationToken);
    }

    private async Task ArriveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var person = await senders.FindAsync(turn, cancellationToken);
        await conversations.RememberAsync(turn, person?.Id, cancellationToken);
        var id = ConversationRegister.IdOf(turn);
        if (!greetings.IsFirst(id, clock.GetCurrentInstant()))
            return;

        try
        {
            await GreetAsync(turn, person, cancellationToken);
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            greetings.Forget(id); // The channel brings it again.
            throw;
        }
    }

    private async Task GreetAsync(TurnContext turn, KnownPerson? person, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            await LearnRosterAsync(turn, cancellationToken);
            await meetings.NoteAsync(turn, again: true, cancellationToken);
            await AskAsync(turn, cancellationToken);
        }
        else if (person is not null && await help.WelcomeAsync(person.Id, cancellationToken) is { } welcome)
        {
            await turn.ReplyAsync(welcome, cancellationToken);
        }
    }

    private async Task AskAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var conversation = ConversationRegister.IdOf(turn);
        var key = ForumChatCard.KeyOf(conversation);
        if (await cards.DrawAsync(key, conversation, cancellationToken) is { } card
            && await turn.ReplyAsync(card, cancellationToken) is { } posted)
        {
            await cards.SaveAsync(key, conversation, posted, cancellationToken);
        }
    }

    /// <summary>
    /// Who is there already, and who reads along in a shared or private channel. A chat whose list cannot be read is linked all the same:
    /// its people are learnt as they write, and the secretariat is told that nobody knows who reads such a channel.
    /// </summary>
    private async Task LearnRosterAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        List<ChannelAccount>? members = [];
        try
        {
            await foreach (var member in turn.Connector.GetMembersAsync(turn.Reference, cancellationToken))
                members.Add(member);
        }
        catch (ConnectorException exception)
        {
            members = null;
            LogRosterUnread(exception.Failure);
        }

        await LearnAllAsync(turn, members ?? [], cancellationToken);
        var readers = ChannelReaders.Of(turn.Activity, members);
        await conversations.RecordReadersAsync(ConversationRegister.IdOf(turn), readers, cancellationToken);
    }

    private async Task LearnAsync(TurnContext turn, IReadOnlyList<ChannelAccount> added, CancellationToken cancellationToken)
    {
        var whole = new List<ChannelAccount>();
        foreach (var account in added.Where(account => account.Id is { Length: > 0 }))
        {
            whole.Add(account.Email is null
                ? await senders.LookUpAsync(turn, account.Id!, cancellationToken) ?? account
                : account);
        }

        await LearnAllAsync(turn, whole, cancellationToken);
    }

    /// <summary>All at once, so that the secretariat is asked about them on one card. A channel that proves nobody teaches nothing.</summary>
    private Task LearnAllAsync(TurnContext turn, List<ChannelAccount> accounts, CancellationToken cancellationToken) =>
        Channels.ProvesPeople(turn.Reference.ChannelId)
            ? senders.LearnAsync(accounts.ConvertAll(account => account with { AadObjectId = account.AadObjectId ?? account.ObjectId }), turn.TenantId, cancellationToken)
            : Task.CompletedTask;

    private static bool IsBot(Activity activity, ChannelAccount account) =>
        account.Id is not null && string.Equals(account.Id, activity.Recipient?.Id, StringComparison.Ordinal);

    [LoggerMessage(2101, LogLevel.Warning, "Failed to read the roster of a chat: {Failure}")]
    private partial void LogRosterUnread(ConnectorFailure failure);
}
