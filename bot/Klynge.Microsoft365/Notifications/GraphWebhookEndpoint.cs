using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Klynge.Microsoft365.Notifications;

/// <summary>Where Graph posts: changes and what becomes of the subscriptions. Anybody can post here, so nothing that comes is believed before its secret fits.</summary>
public static class GraphWebhookEndpoint
{
    public const string NotificationPath = "/api/graph/notifications";

    public const string LifecyclePath = "/api/graph/lifecycle";

    /// <summary>Both addresses take either kind.</summary>
    public static IEndpointConventionBuilder MapGraphWebhook(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup(string.Empty);
        group.MapPost(NotificationPath, AnswerAsync);
        group.MapPost(LifecyclePath, AnswerAsync);
        return group;
    }

    private static async Task AnswerAsync(HttpContext http, GraphWebhook webhook)
    {
        var answer = http.Request.Query.TryGetValue("validationToken", out var token)
            ? GraphWebhook.Validate(token.ToString())
            : await ReceiveAsync(http, webhook);
        http.Response.StatusCode = answer.Status;
        if (answer.Text is not null)
        {
            http.Response.ContentType = "text/plain; charset=utf-8";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            await http.Response.WriteAsync(answer.Text, http.RequestAborted);
        }
    }

    private static async Task<WebhookAnswer> ReceiveAsync(HttpContext http, GraphWebhook webhook)
    {
        if (http.Request.ContentLength > GraphWebhook.LargestBody)
        {
            return new WebhookAnswer(StatusCodes.Status413PayloadTooLarge);
        }

        if (!http.Request.HasJsonContentType())
        {
            return new WebhookAnswer(StatusCodes.Status400BadRequest);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = GraphWebhook.LargestBody;
        }

        using var body = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        }
        catch (BadHttpRequestException exception)
        {
            return new WebhookAnswer(exception.StatusCode); // Longer than it said, or cut off.
        }

        return await webhook.ReceiveAsync(body.GetBuffer().AsMemory(0, (int)body.Length), http.RequestAborted);
    }
}
