using Klynge.Application.Jobs;
using Klynge.Functions.Jobs;
using Klynge.Microsoft365.Notifications;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace Klynge.Functions.Graph;

/// <summary>
/// Where Graph posts, as on the web host and by the same endpoint: the handshake, and news, which is on disk before the answer. Then the
/// queue is told, so that the jobs read the calendars now and not at the next beat of their timer. How many are served at once is bounded
/// by <c>host.json</c>.
/// </summary>
internal sealed class GraphFunctions(GraphWebhook webhook)
{
    internal const string Notifications = "GraphNotifications";
    internal const string Lifecycle = "GraphLifecycle";

    /// <summary>What has changed in calendars.</summary>
    [Function(Notifications)]
    public Task<GraphAnswer> NotificationsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "graph/notifications")] HttpRequest request) =>
        AnswerAsync(request);

    /// <summary>What becomes of the subscriptions themselves.</summary>
    [Function(Lifecycle)]
    public Task<GraphAnswer> LifecycleAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "graph/lifecycle")] HttpRequest request) =>
        AnswerAsync(request);

    /// <summary>Whoever knows no secret fills no queue.</summary>
    private async Task<GraphAnswer> AnswerAsync(HttpRequest request)
    {
        var answer = await GraphWebhookEndpoint.AnswerAsync(request.HttpContext, webhook);
        return new GraphAnswer(answer, answer.IsTrusted ? WorkMessage.Of(JobGroup.Microsoft365) : null);
    }
}

/// <param name="Answer">To Graph.</param>
/// <param name="Work">Into the queue; nothing when null.</param>
internal sealed record GraphAnswer([property: HttpResult] IResult Answer, [property: QueueOutput(WorkMessage.Queue)] string? Work);

/// <summary>Without Microsoft 365 the host is told of no function that Graph could post to: such a request gets 404.</summary>
internal sealed class WithoutGraph : IFunctionMetadataTransformer
{
    public string Name => nameof(WithoutGraph);

    public void Transform(IList<IFunctionMetadata> original)
    {
        foreach (var function in original.Where(function => function.Name is GraphFunctions.Notifications or GraphFunctions.Lifecycle).ToList())
            original.Remove(function);
    }
}
