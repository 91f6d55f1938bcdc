using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Klynge.Domain.Forums;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Klynge.Workspace;

/// <summary>What an act has done, as the page says that comes next.</summary>
/// <param name="Address">The page.</param>
/// <param name="Sentence">In Danish, as a chat answers the same: »Fristen er markeret som færdig.«</param>
/// <param name="Undo">The address of the act that takes it back; null where there is none.</param>
internal sealed record Told(string Address, string Sentence, string? Undo = null);

/// <summary>
/// Carries a sentence from an act to the page after it: protected, for the person it is told to and ten minutes, and gone when it has been shown.
/// </summary>
internal sealed class ToldCookie(IDataProtectionProvider protection)
{
    /// <summary>A browser keeps 4 KB under a name; what is protected is a third longer, and a letter up to two bytes.</summary>
    internal const int MaxLength = 1_000;

    private const string Name = "Klynge-Told";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>»å« as itself and not in six letters: nobody reads it as a page before it has been taken out again.</summary>
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal void Keep(HttpContext context, PersonId person, Told told)
    {
        var shown = told.Sentence.Length <= MaxLength ? told : told with { Sentence = told.Sentence[..MaxLength] + "…" };
        context.Response.Cookies.Append(NameIn(context), ProtectorOf(person).Protect(JsonSerializer.Serialize(shown, AsItIs), Lifetime), OptionsIn(context));
    }

    /// <returns>Null where nothing was told, or nothing that this host has told this person.</returns>
    internal Told? Take(HttpContext context, PersonId person)
    {
        if (context.Request.Cookies[NameIn(context)] is not { Length: > 0 } kept)
            return null;

        context.Response.Cookies.Delete(NameIn(context), OptionsIn(context));
        try
        {
            return JsonSerializer.Deserialize<Told>(ProtectorOf(person).Unprotect(kept));
        }
        catch (CryptographicException)
        {
            // Too old, another person's, or written by somebody else: it tells nothing.
            return null;
        }
    }

    private static string NameIn(HttpContext context) => context.Request.IsHttps ? $"__Host-{Name}" : Name;

    /// <summary>As the session's in Teams' frame; by plain http, on this machine, a browser keeps no such cookie.</summary>
    private static CookieOptions OptionsIn(HttpContext context)
    {
        var options = new CookieOptions { HttpOnly = true, IsEssential = true, Path = "/", Secure = context.Request.IsHttps, SameSite = context.Request.IsHttps ? SameSiteMode.None : SameSiteMode.Strict };
        if (context.Request.IsHttps)
            options.Extensions.Add("Partitioned");

        return options;
    }

    private ITimeLimitedDataProtector ProtectorOf(PersonId person) => protection.CreateProtector("Klynge.Workspace.Told", person.Value.ToString("N")).ToTimeLimitedDataProtector();
}

/// <summary>303: whatever was posted, the page is fetched.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
