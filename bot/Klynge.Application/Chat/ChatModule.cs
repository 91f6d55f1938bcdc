using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Forums.People;
using Klynge.Application.Guidance;
using Klynge.Application.Messaging;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Activities;
using Klynge.Teams.Cards;
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
    RefusePress refuse,
    HelpQueries help,
    IDbContextFactory<KlyngeContext> contexts,
    IClock clock,
    ILogger<ChatModule> logger) : IActivityModule
{
    private const int MaxTextLength = 10_000;

    /// <summary>The button of the card that asks which forum a command is about.</summary>
    public static readonly ButtonRight ChooseForumVerb = new("chat.forum", Who.OnRecord, "runs the command anew, allowed or refused by its own row");

    /// <summary>A button that gives a command as if its presser had written it: read anew, allowed or refused anew.</summary>
    public static readonly ButtonRight RunVerb = new("chat.run", Who.OnRecord, "runs the command anew, allowed or refused by its own row");

    /// <summary>On such a button: the words are the bot's own suggestion, and what would change something is shown first.</summary>
    internal const string AsksFirst = "ask";

    public void Map(ActivityRouter router)
    {
        ArgumentNullException.ThrowIfNull(router);
        var guard = new StorageGuard(logger);
        router.OnMessage(guard.Around(OnMessageAsync));
        router.OnUnknownCardAction((_, _, _) => Task.FromResult(CardActionResponse.Error("UnknownButton", Texts.OldCard)));
        router.OnCardAction(ChooseForumVerb, guard.Around(OnChooseForumAsync));
        router.OnCardAction(RunVerb, guard.Around(OnRunAsync));
        foreach (var verb in routes.Verbs)
            router.OnCardAction(verb, guard.Around(OnActionAsync));
    }

    private async Task OnMessageAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var chat = await BeginAsync(turn, cancellationToken);
        if (!chat.TryGet(out var who, out var stranger))
        {
            await refuse.MessageAsync(new Caller(PersonId: null, KeyOf(turn.Activity)), stranger, cancellationToken);
            await turn.ReplyAsync($"{stranger.Text} {await help.WhomToWriteAsync(cancellationToken)}".TrimEnd(), cancellationToken);
            return;
        }

        if (routes.Files is { } takeFiles && DroppedFile.AreIn(turn.Activity) && (who.IsPersonal || turn.Text.Length == 0))
        {
            foreach (var answer in await takeFiles(who with { Text = turn.Text }, DroppedFile.Of(turn.Activity), cancellationToken))
                await answers.SayAsync(turn, who, answer, cancellationToken);

            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var context = await Reading.LoadAsync(db, who, BotName(turn), routes.Vocabulary, cancellationToken);
        var said = who with { Text = MentionedPeople.Name(turn.Text, turn.Mentions, context.People) };
        var reply = await AnswerAsync(said, context, StandingCard.Again(said.Text), isRefresh: false, cancellationToken);
        await answers.SayAsync(turn, said, reply, cancellationToken);
    }

    private async Task<CardActionResponse> OnActionAsync(TurnContext turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var chat = await BeginAsync(turn, cancellationToken);
        if (!chat.TryGet(out var who, out var stranger))
            return await RefuseAsync(turn, action, stranger, cancellationToken);

        var reply = await routes.RunAsync(who, action, cancellationToken);
        return await answers.ToResponseAsync(turn, who, reply, cancellationToken, action.IsRefresh);
    }

    private async Task<CardActionResponse> OnChooseForumAsync(TurnContext turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var chat = await BeginAsync(turn, cancellationToken);
        if (!chat.TryGet(out var who, out var stranger))
            return await RefuseAsync(turn, action, stranger, cancellationToken);

        var (text, key) = (action.Data.Text("text"), action.Data.Text("forum"));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (text is null || await db.Forums.AsNoTracking().SingleOrDefaultAsync(forum => forum.Key == key, cancellationToken) is not { } forum)
            return CardActionResponse.Error(nameof(ForumNotFound), new ForumNotFound().Text);

        var chosen = who with { ChosenForumId = forum.Id, Text = text, Caller = QuestionKey.Answering(who, action.Data) };
        var context = await Reading.LoadAsync(db, chosen, BotName(turn), routes.Vocabulary, cancellationToken);
        var reply = QuestionKey.Settled(await AnswerAsync(chosen, context, StandingCard.Again(text, key), action.IsRefresh, cancellationToken), action.Data);
        return await answers.ToResponseAsync(turn, chosen, reply, cancellationToken, action.IsRefresh);
    }

    private async Task<CardActionResponse> OnRunAsync(TurnContext turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var chat = await BeginAsync(turn, cancellationToken);
        if (!chat.TryGet(out var who, out var stranger))
            return await RefuseAsync(turn, action, stranger, cancellationToken);

        if (action.Data.Text("text") is not { Length: > 0 and <= MaxTextLength } text)
            return CardActionResponse.Error("NoCommand", Texts.OldCard);

        var asked = who with { Text = text, AsksFirst = action.Data.Flag(AsksFirst) ?? false, Caller = QuestionKey.Answering(who, action.Data) };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var context = await Reading.LoadAsync(db, asked, BotName(turn), routes.Vocabulary, cancellationToken);
        var reply = QuestionKey.Settled(await AnswerAsync(asked, context, StandingCard.Again(text), action.IsRefresh, cancellationToken), action.Data);
        return await answers.ToResponseAsync(turn, asked, reply, cancellationToken, action.IsRefresh);
    }

    /// <param name="again">What gives the same answer once more.</param>
    /// <param name="isRefresh">The client asked by itself: only what shows how something stands is answered, the rest might do something.</param>
    private async Task<ChatReply> AnswerAsync(
        ChatTurn who, ParserContext context, ExecuteAction again, bool isRefresh, CancellationToken cancellationToken)
    {
        if (!CommandParser.Parse(who.Text, context).TryGet(out var command, out var error))
            return error;

        if (isRefresh && command is not IShowsHowItStands)
            return new OnlyPressed();

        var reply = await routes.RunAsync(who, command, cancellationToken);
        return command is IShowsHowItStands shows ? StandingCard.Of(reply, shows, who, again) : reply;
    }

    private async Task<CardActionResponse> RefuseAsync(TurnContext turn, InvokedAction action, Error stranger, CancellationToken cancellationToken)
    {
        await refuse.HandleAsync(action, new Caller(PersonId: null, KeyOf(turn.Activity)), stranger, cancellationToken);
        return CardActionResponse.Error(stranger.Code, stranger.Text);
    }

    private static string BotName(TurnContext turn) => turn.Activity.Recipient?.Name is { Length: > 0 } name ? name : "Klynge";

    private async Task<Result<ChatTurn>> BeginAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var person = await senders.FindAsync(turn, cancellationToken);
        var (kind, forum) = await conversations.RememberAsync(turn, person?.Id, cancellationToken);
        if (person is null)
            return new UnknownPerson();

        var now = clock.GetCurrentInstant();
        return new ChatTurn
        {
            PersonId = person.Id,
            PersonName = person.Name,
            Caller = new Caller(person.Id, KeyOf(turn.Activity))
            {
                Known = new SignedInAs(turn.Sender.TenantId ?? turn.TenantId, turn.Sender.AadObjectId?.ToLowerInvariant(), turn.Activity.ChannelId),
            },
            Account = person.TeamsUserId,
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

/// <summary>The same question was answered before, in another way.</summary>
internal sealed record QuestionAnswered()
    : Error(Texts.QuestionAnswered);

/// <summary>The answer to a card that draws itself anew and is as true as when it was sent: it stays as it is, and nobody sees this.</summary>
internal sealed record NothingNewToTell()
    : Error(Texts.NothingNew);

/// <summary>A card asked by itself for what only a person may ask for.</summary>
internal sealed record OnlyPressed()
    : Error(Texts.OldCard);
