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

    /// <summary>The longest that the reading of a body may take: whoever sends slowly must not hold a place for long.</summary>
    private static readonly TimeSpan BodyTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Both addresses take either kind, and answer with a <see cref="WebhookAnswer"/>, which a filter of the host's can look at.</summary>
    public static IEndpointConventionBuilder MapGraphWebhook(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup(string.Empty);
        group.MapPost(NotificationPath, AnswerAsync);
        group.MapPost(LifecyclePath, AnswerAsync);
        return group;
    }

    public static async Task<WebhookAnswer> AnswerAsync(HttpContext http, GraphWebhook webhook) =>
        http.Request.Query.TryGetValue("validationToken", out var token)
            ? GraphWebhook.Validate(token.ToString())
            : await ReceiveAsync(http, webhook);

    private static async Task<WebhookAnswer> ReceiveAsync(HttpContext http, GraphWebhook webhook)
    {
        if (http.Request.ContentLength > GraphWebhook.LargestBody)
            return new WebhookAnswer(StatusCodes.Status413PayloadTooLarge);

        if (!http.Request.HasJsonContentType())
            return new WebhookAnswer(StatusCodes.Status400BadRequest);

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = GraphWebhook.LargestBody;

        using var body = new MemoryStream();
        return await ReadAsync(http, body) is { } wrong
            ? new WebhookAnswer(wrong)
            : await webhook.ReceiveAsync(body.GetBuffer().AsMemory(0, (int)body.Length), http.RequestAborted);
    }

    /// <returns>The status of what could not be read to its end; null for all of it.</returns>
    private static async Task<int?> ReadAsync(HttpContext http, MemoryStream body)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        timeout.CancelAfter(BodyTimeout);
        try
        {
            await http.Request.Body.CopyToAsync(body, timeout.Token);
            return null;
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode; // Longer than it said, or cut off.
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return StatusCodes.Status408RequestTimeout;
        }
    }
}
