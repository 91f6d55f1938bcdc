using System.Text;
using System.Text.Json.Nodes;
using Klynge.Application.Jobs;
using Klynge.Functions.Protocol;
using Klynge.Functions.Work;
using Klynge.Microsoft365.Notifications;

namespace Klynge.Functions.Webhooks;

/// <summary>
/// Takes what Graph posts: the handshake, and news, which is put on disk before the answer. Then the queue is told, so that the jobs read
/// the calendars now and not at the next beat of their timer. Whoever knows no secret fills no queue; how many are served at once is
/// bounded by <c>host.json</c>.
/// </summary>
internal abstract class GraphPost(GraphWebhook webhook) : IFunction
{
    public abstract string Name { get; }

    public async Task<InvocationAnswer> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var request = HttpCall.Read(invocation.Data("req"));
        if (request.Query("validationToken") is { } token)
        {
            return Answer(GraphWebhook.Validate(token), work: null);
        }

        var answer = await webhook.ReceiveAsync(Encoding.UTF8.GetBytes(request.Body), cancellationToken);
        return Answer(answer, answer.IsTrusted ? WorkFunction.MessageFor(JobGroup.Microsoft365) : null);
    }

    private static InvocationAnswer Answer(WebhookAnswer answer, string? work)
    {
        var outputs = new JsonObject
        {
            ["res"] = new JsonObject
            {
                ["statusCode"] = answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["headers"] = new JsonObject { ["Content-Type"] = "text/plain; charset=utf-8", ["X-Content-Type-Options"] = "nosniff" },
                ["body"] = answer.Text ?? string.Empty,
            },
        };
        if (work is not null)
        {
            outputs["work"] = work;
        }

        return new InvocationAnswer { Outputs = outputs };
    }
}
