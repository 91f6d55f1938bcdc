using System.Globalization;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Workspace.Acts;

/// <summary>
/// What a form of a meeting's page sent: untrusted. A page that is drawn again draws what was typed from here. An undo has no form of its own
/// and carries its button's value in the address.
/// </summary>
public sealed class PostedForm(IFormCollection fields, string? pressed)
{
    /// <summary>What a button carries, in the parts of its value: »3a…/4/-1«.</summary>
    internal const string Press = "tryk";

    internal const string Item = "punkt";
    internal const string Version = "version";
    internal const string Text = "tekst";
    internal const string Attachment = "bilag";

    /// <summary>The record that the form is about, where it stands.</summary>
    internal const string Record = "post";

    /// <summary>The id of the record that the form makes, so that the same form sent again makes no second one.</summary>
    internal const string New = "ny";

    internal const string Day = "dato";
    internal const string Person = "person";
    internal const string Seat = "plads";

    private readonly string[] _pressed = pressed?.Split('/') ?? [];

    private PostedForm(IFormCollection fields, HttpRequest request)
        : this(fields, fields.TryGetValue(Press, out var press) ? press.ToString() : request.Query[Press].ToString() is { Length: > 0 } undo ? undo : null)
    {
    }

    internal IFormFile? File => fields.Files.Count > 0 ? fields.Files[0] : null;

    /// <summary>The item that the form or the button is about; one of nothing where it says none.</summary>
    internal AgendaItemId ItemId => new(Pressed(0) is { } pressed ? (Guid.TryParse(pressed, out var id) ? id : Guid.Empty) : Id(Item));

    /// <summary>The record that the form, or the second part of a button's value, names; nothing's where neither does.</summary>
    internal Guid RecordId => Pressed(1) is { } pressed ? (Guid.TryParse(pressed, out var id) ? id : Guid.Empty) : Id(Record);

    /// <summary>A new record's id; null where the form has none, so that one of its own is made.</summary>
    internal Guid? NewId => Id(New) is var id && id != Guid.Empty ? id : null;

    internal AttachmentId PressedAttachment => new(Guid.TryParse(Pressed(1), out var id) ? id : Guid.Empty);

    /// <summary>A button's value: its parts with a stroke between them.</summary>
    internal static string Write(params object[] parts) => string.Join('/', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)));

    internal static async Task<PostedForm> ReadAsync(HttpRequest request) =>
        new(request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty, request);

    internal string? Typed(string name) => fields.TryGetValue(name, out var value) ? value.ToString() : null;

    internal IEnumerable<string> All(string name) => fields.TryGetValue(name, out var values) ? values.OfType<string>() : [];

    internal int? Number(string name) => NumberIn(Typed(name));

    internal long? Long(string name) => long.TryParse(Typed(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal Guid Id(string name) => Guid.TryParse(Typed(name), out var id) ? id : Guid.Empty;

    /// <summary>What was ticked; what is no id at all is kept as nobody's, so that it is refused rather than left out.</summary>
    internal IReadOnlyList<Guid> Ids(string name) => [.. All(name).Select(written => Guid.TryParse(written, out var id) ? id : Guid.Empty).Distinct()];

    /// <summary>Null for none, and for what is no date.</summary>
    internal static LocalDate? Date(string? written) => LocalDatePattern.Iso.Parse(DanishText.Clean(written)) is { Success: true } day ? day.Value : null;

    internal string? Pressed(int part) => part < _pressed.Length ? _pressed[part] : null;

    internal int? PressedNumber(int part) => NumberIn(Pressed(part));

    /// <summary>The address of an act that takes back what was done.</summary>
    internal static string Undo(string act, params object[] parts) => $"{act}?{Press}={Uri.EscapeDataString(Write(parts))}";

    private static int? NumberIn(string? written) => int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Why a press was refused, and what was typed with it, which the page draws again.</summary>
public sealed record Refused(Domain.Common.Error Error, PostedForm Typed)
{
    internal string Sentence => Error.Text;
}
