using Klynge.Application.Forums.Members.Pages;
using Klynge.Application.Forums.Members.Tables;
using Klynge.Documents.Sheets;
using Klynge.Domain.Forums;
using Microsoft.AspNetCore.Http;

namespace Klynge.Workspace.Pages.Forums;

/// <summary>What a form of a forum's page posts, read as what it is: words that anybody may have written.</summary>
internal static class ForumPost
{
    internal const string Form = "skema";
    internal const string Seat = "plads";
    internal const string Seen = "set";
    internal const string Step = "skridt";
    internal const string Fill = "felter";
    internal const string File = "fil";

    /// <summary>Ahead of a field's name: what stood in it when the form was drawn.</summary>
    internal const string Was = "foer.";

    /// <summary>More than any table is: a file that is somewhat too large is refused on the page, beside what was typed.</summary>
    internal const int MaxBytes = 12 * 1024 * 1024;

    internal static string WordOf(ForumFormKind kind) => kind switch
    {
        ForumFormKind.AddMember => "medlem",
        ForumFormKind.EditSeat => "ret",
        ForumFormKind.EndSeat => "afslut",
        ForumFormKind.Table => "tabel",
        ForumFormKind.Roster => "chat",
        _ => "regler",
    };

    /// <returns>Null for what no form of ours sends.</returns>
    internal static async Task<TypedForm?> ReadAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        var kind = Array.Find(Enum.GetValues<ForumFormKind>(), one => WordOf(one) == form[Form]);
        if (kind == default)
            return null;

        var fields = form.Where(field => field.Key is not (Form or Seat or Seen or Step)).ToList();
        var typed = new TypedForm(
            kind,
            Guid.TryParse(form[Seat], out var seat) ? new MemberId(seat) : null,
            fields.Where(field => !field.Key.StartsWith(Was, StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal),
            fields.Where(field => field.Key.StartsWith(Was, StringComparison.Ordinal)).ToDictionary(field => field.Key[Was.Length..], field => field.Value.ToString(), StringComparer.Ordinal))
        {
            Seen = form[Seen],
        };
        return form.Files.GetFile(File) is { Length: > 0 } file ? await WithFileAsync(typed, file, cancellationToken) : typed;
    }

    private static async Task<TypedForm> WithFileAsync(TypedForm typed, IFormFile file, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(file.FileName);
        if (file.Length > SheetFile.MaxBytes)
            return typed with { FileProblem = new SheetTooLarge(name).Text };

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        return MemberTableFile.TextOf(content.ToArray(), name).TryGet(out var text, out var error) ? typed with { File = text } : typed with { FileProblem = error.Text };
    }
}

/// <summary>The addresses of a forum's pages.</summary>
internal static class ForumLinks
{
    internal static string Of(string key) => $"/fora/{key}";

    internal static string Add(string key) => $"/fora/{key}/medlem";

    internal static string Edit(string key, MemberId seat) => $"/fora/{key}/plads/{seat.Value}";

    internal static string End(string key, MemberId seat) => $"/fora/{key}/plads/{seat.Value}/afslut";

    internal static string Table(string key, string? template = null) => template is null ? $"/fora/{key}/tabel" : $"/fora/{key}/tabel?skabelon={Uri.EscapeDataString(template)}";

    internal static string Roster(string key) => $"/fora/{key}/chat";

    internal static string Rules(string key) => $"/fora/{key}/regler";

    internal static string Propose(string key) => $"/fora/{key}/forslag";

    internal static string Confirm(string key) => $"/fora/{key}/ret";

    internal static string New(string key, string? template = null) => template is null ? $"/fora/{key}/nye" : $"/fora/{key}/nye?skabelon={Uri.EscapeDataString(template)}";

    internal static string ProposeNew(string key) => $"/fora/{key}/nye/forslag";

    internal static string MakeNew(string key) => $"/fora/{key}/nye/opret";
}
