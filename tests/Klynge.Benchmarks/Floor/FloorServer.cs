using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klynge.Benchmarks.Floor;

/// <summary>
/// The bare floor to compare with: ASP.NET Core that reads the same request, writes one row and answers a small card. No
/// authentication, no rules, no audit, no object mapper; the same durability, by the same group commit.
/// </summary>
internal static class FloorServer
{
    private static readonly byte[] Card =
        """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Du godkendte"}]}}"""u8.ToArray();

    internal static async Task<int> RunAsync(string url, string database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        await using var writer = new FloorWriter(database);
        app.MapGet("/healthz/ready", () => Results.Ok());
        app.MapPost("/api/messages", async (HttpContext context) =>
        {
            using var activity = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            var root = activity.RootElement;
            var data = root.GetProperty("value").GetProperty("action").GetProperty("data");
            await writer.WriteAsync(root.GetProperty("from").GetProperty("aadObjectId").GetString()!, data.GetProperty("answer").GetString()!);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Card.Length;
            await context.Response.Body.WriteAsync(Card, context.RequestAborted);
        });
        await app.RunAsync();
        return 0;
    }
}
