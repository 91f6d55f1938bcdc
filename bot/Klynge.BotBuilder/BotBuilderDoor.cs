using System.Globalization;
using Klynge.BotBuilder.Reading;
using Klynge.Teams.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Activity = Klynge.Teams.Activities.Activity;
using InvokeResponse = Klynge.Teams.Activities.InvokeResponse;

namespace Klynge.BotBuilder;

/// <summary>
/// The SDK's adapter as the way in: it reads the activity, asks <see cref="OwnAuthentication"/>, and runs its pipeline up to a bot that
/// hands the turn to ours. It does not write the answer: what the SDK makes of a refusal (500, or nothing) is not what the channel is told.
/// </summary>
internal sealed class BotBuilderDoor(BotFrameworkAuthentication authentication) : CloudAdapter(authentication), IActivityDoor
{
    public async Task<InvokeResponse> EnterAsync(HttpContext http, Caller caller, Func<Activity, Task<InvokeResponse>> next)
    {
        var (activity, unread) = await ActivityReader.ReadAsync(http, SdkActivities.Read);
        if (activity is null)
            return unread;

        http.Features.Set(caller);
        var bot = new Gate(next, CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        await ProcessActivityAsync(http.Request.Headers.Authorization.ToString(), activity, bot.OnTurnAsync, http.RequestAborted);
        return bot.Answer ?? throw new InvalidOperationException("The SDK's pipeline ended before the bot.");
    }

    /// <summary>The bot that the SDK knows: it hands on what it is given.</summary>
    private sealed class Gate(Func<Activity, Task<InvokeResponse>> next, CultureInfo culture, CultureInfo language) : IBot
    {
        public InvokeResponse? Answer { get; private set; }

        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            // The SDK puts on the sender's language: a Danish deadline would be written as 11/28/2026 to somebody whose Teams is English.
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
            Answer = await next(SdkActivities.ToOurs(turnContext.Activity));
        }
    }
}
