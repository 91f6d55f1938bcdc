using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Guidance;
using Klynge.Application.Messaging;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Activities;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Chat;

/// <summary>
/// Leads every message and every card button to the feature that answers it: finds the person, the conversation and the command,
/// and says the answer in the shape that the channel wants.
/// </summary>
public sealed class ChatModule(
    ChatRoutes routes,
    SenderDirectory senders,
    ConversationRegister conversations,
    ChatAnswers answers,
    RefuseStranger refuse,
    HelpQueries help,
    IDbContextFactory<KlyngeContext> contexts,
    IClock clock,
    ILogger<ChatModule> logger) : IActivityModule
{
    private const int LongestText = 10_000;

    /// <summary>The button of the card that asks which forum a command is about.</summary>
    public const string ChooseForumVerb = "chat.forum";

    /// <summary>A button that gives a command as if its presser had written it: read anew, allowed or refused anew.</summary>
    public const string RunVerb = "chat.run";

    public void Map(ActivityRouter router)
    {
        ArgumentNullException.ThrowIfNull(router);
        var guard = new StorageGuard(logger);
        router.OnMessage(guard.Around(OnMessageAsync));
        router.OnUnknownCardAction((_, _, _) => Task.FromResult(CardActionResponse.Error("UnknownButton", Texts.OldCard)));
        router.OnCardAction(ChooseForumVerb, guard.Around(OnChooseForumAsync));
        router.OnCardAction(RunVerb, guard.Around(OnRunAsync));
        foreach (var verb in routes.Verbs)
        {
            router.OnCardAction(verb, guard.Around(OnActionAsync));
        }
    }

    private async Task OnMessageAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var chat = await BeginAsync(turn, cancellationToken);
        if (!chat.TryGet(out var who, out var stranger))
        {
            await turn.ReplyAsync($"{stranger.Text} {await help.WhomToWriteAsync(cancellationToken)}".TrimEnd(), cancellationToken);
            return;
        }

        var reply = await AnswerAsync(who, turn.Text, cancellationToken);
        await answers.SayAsync(turn, who with { Text = turn.Text }, reply, cancellationToken);
    }

    private async Task<CardActionResponse> OnActionAsync(TurnContext turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var chat = await BeginAsync(turn, cancellationToken);
        if (!chat.TryGet(out var who, out _))
        {
            var refusal = await refuse.HandleAsync(action, KeyOf(turn.Activity), cancellationToken);
            return CardActionResponse.Error(refusal.Code, refusal.Text);
        }

        var reply = await routes.RunAsync(who, action, cancellationToken);
        return await answers.ToResponseAsync(turn, who, reply, cancellationToken, action.IsRefresh);
    }

    private async Task<CardActionResponse> OnChooseForumAsync(TurnContext turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var chat = await BeginAsync(turn, cancellationToken);
        if (!chat.TryGet(out var who, out var stranger))
        {
            return CardActionResponse.Error(stranger.Code, stranger.Text);
        }

        var (text, key) = (action.Data.Text("text"), action.Data.Text("forum"));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (text is null || await db.Forums.AsNoTracking().SingleOrDefaultAsync(forum => forum.Key == key, cancellationToken) is not { } forum)
        {
            return CardActionResponse.Error(nameof(ForumNotFound), new ForumNotFound().Text);
        }

        var chosen = who with { ChosenForumId = forum.Id, Text = text };
        var reply = await AnswerAsync(chosen, text, cancellationToken);
        return await answers.ToResponseAsync(turn, chosen, reply, cancellationToken);
    }

    private async Task<CardActionResponse> OnRunAsync(TurnContext turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var chat = await BeginAsync(turn, cancellationToken);
        if (!chat.TryGet(out var who, out var stranger))
        {
            return CardActionResponse.Error(stranger.Code, stranger.Text);
        }

        if (action.IsRefresh || action.Data.Text("text") is not { Length: > 0 and <= LongestText } text)
        {
            return CardActionResponse.Error("NoCommand", Texts.OldCard);
        }

        var asked = who with { Text = text };
        var reply = await AnswerAsync(asked, text, cancellationToken);
        return await answers.ToResponseAsync(turn, asked, reply, cancellationToken);
    }

    private async Task<ChatReply> AnswerAsync(ChatTurn who, string text, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var forums = await db.ForumsOfAsync(who.PersonId, who.Today);
        var here = who.ChosenForumId ?? who.ConversationForumId;
        var context = new ParserContext(who.Today, [.. forums.Select(forum => new KnownForum(forum.Key, forum.Name))])
        {
            Meetings = await KnownMeetingsAsync(db, forums, cancellationToken),
            Here = forums.Find(forum => forum.Id == here)?.Key,
        };
        var parsed = CommandParser.Parse(text, context);
        return parsed.TryGet(out var command, out var error)
            ? await routes.RunAsync(who with { Text = text }, command, cancellationToken)
            : error;
    }

    private static async Task<IReadOnlyList<KnownMeeting>> KnownMeetingsAsync(KlyngeContext db, List<Forum> forums, CancellationToken cancellationToken)
    {
        var keys = forums.ToDictionary(forum => forum.Id, forum => forum.Key);
        var meetings = await db.Meetings.AsNoTracking()
            .Where(meeting => keys.Keys.Contains(meeting.ForumId) && meeting.Status != MeetingStatus.Cancelled)
            .Select(meeting => new { meeting.ForumId, meeting.Date, meeting.Status })
            .ToListAsync(cancellationToken);
        return meetings.ConvertAll(meeting => new KnownMeeting(keys[meeting.ForumId], meeting.Date, meeting.Status == MeetingStatus.Held));
    }

    private async Task<Result<ChatTurn>> BeginAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var person = await senders.FindAsync(turn, cancellationToken);
        var (kind, forum) = await conversations.RememberAsync(turn, person?.Id, cancellationToken);
        if (person is null)
        {
            return new UnknownPerson();
        }

        var now = clock.GetCurrentInstant();
        return new ChatTurn
        {
            PersonId = person.Id,
            PersonName = person.Name,
            Caller = new Caller(person.Id, KeyOf(turn.Activity)),
            ConversationId = ConversationRegister.IdOf(turn),
            ConversationKind = kind,
            ConversationForumId = forum,
            Now = now,
            Today = DanishTime.ToDanish(now).Date,
        };
    }

    /// <summary>An activity's id is unique within its conversation only.</summary>
    private static string? KeyOf(Activity activity) =>
        activity.Id is { Length: > 0 } id ? $"{activity.ChannelId}/{activity.Conversation?.Id}/{id}" : null;
}
