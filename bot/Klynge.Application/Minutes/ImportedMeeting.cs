using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Klynge.Application.Documents;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Minutes;

public enum ImportOutcome
{
    Added,
    Replaced,

    /// <summary>The same document was read in before.</summary>
    Unchanged,
}

/// <summary>What an import came to.</summary>
public sealed record ImportedMeeting
{
    public required ForumId ForumId { get; init; }

    public required string Forum { get; init; }

    public required MeetingId MeetingId { get; init; }

    public required MeetingTime Time { get; init; }

    public required ImportOutcome Outcome { get; init; }

    /// <summary>The meeting was held, so that there are minutes of it.</summary>
    public required bool IsHeld { get; init; }

    /// <summary>Stored for the secretariat to look through; nothing of it counts until then.</summary>
    public required bool NeedsReview { get; init; }

    /// <summary>What the reader was not sure of.</summary>
    public required IReadOnlyList<MinutesDoubt> Doubts { get; init; }

    public required int Items { get; init; }

    public required int Decisions { get; init; }

    /// <summary>Names that nobody in the forum answers to, or more than one: the secretariat decides.</summary>
    public required IReadOnlyList<string> Unmatched { get; init; }

    /// <summary>What does not add up, as Danish sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>
/// An item of imported minutes as an item of an agenda. The same document always gives the same item, which is how a later change is
/// noticed; what has no place here (a very long title, a printed number) stays in the stored document.
/// </summary>
internal static class ImportedItem
{
    internal static AgendaItemContent ContentOf(MinutesItem item) => new()
    {
        Title = DanishText.Shorten(item.Title, AgendaItemRules.MaxTitleLength),
        Kind = KindOf(item),
        Presenter = item.Presenter,
        Minutes = item.Minutes is >= 1 and <= AgendaItemRules.MaxMinutes ? item.Minutes : null,
        Sections = [.. item.Sections.Select(section => new AgendaSection(section.Heading, section.Text))],
        Recommendations = item.Recommendations,
        Attachments = [.. item.Attachments.Select((name, index) => new AgendaAttachment(name) { IsRequiredReading = item.RequiredReading.Contains(index + 1) })],
        IsClosed = item.IsClosed,
        CaseNumber = item.CaseNumber is { Length: <= AgendaItemRules.MaxCaseNumberLength } number ? number : null,
        MayBeDropped = item.MayBeDropped,
    };

    internal static MinutesItem ToMinutes(AgendaItem item) => new()
    {
        Number = item.Number,
        Title = item.Content.Title,
        Presenter = item.Content.Presenter,
        Slot = item.SlotStart is { } start ? new MinutesSlot(start, item.SlotEnd) : null,
        Minutes = item.Content.Minutes,
        IsClosed = item.Content.IsClosed,
        CaseNumber = item.Content.CaseNumber,
        MayBeDropped = item.Content.MayBeDropped,
        Sections = [.. item.Content.Sections.Select(section => new MinutesSection(section.Heading, section.Text))],
        Recommendations = item.Content.Recommendations,
        Attachments = [.. item.Content.Attachments.Select(attachment => attachment.Name)],
        RequiredReading = [.. item.Content.Attachments.Select((one, index) => one.IsRequiredReading ? index + 1 : 0).Where(number => number > 0)],
        Decision = item.Decision,
    };

    /// <summary>Whether the items of an agenda are exactly those of a document, none added, changed or taken away.</summary>
    internal static bool AreSame(IReadOnlyList<AgendaItem> items, IReadOnlyList<MinutesItem> imported) =>
        items.Count == imported.Count
        && items.Zip(imported).All(pair => KeyOf(ToMinutes(pair.First)) == KeyOf(pair.Second));

    /// <summary>Equal for an imported item and for the agenda's item that was made of it.</summary>
    internal static string KeyOf(MinutesItem item)
    {
        var content = ContentOf(item);
        var stored = item with
        {
            Number = null,
            Title = content.Title,
            Minutes = content.Minutes,
            RequiredReading = [],
            Case = null, // The number is this system's, whatever paper it stands on.
            MayBeDropped = false, // Minutes do not print it: the meeting is over.
            Decision = string.IsNullOrWhiteSpace(item.Decision) ? null : item.Decision,
        };
        return ImportedDocument.HashOf(new MinutesDocument { Items = [stored] });
    }

    // The forum is asked to decide where the recommendation says so; "til efterretning" is for information whatever else it says.
    private static AgendaItemKind KindOf(MinutesItem item)
    {
        var asked = DanishText.Fold(string.Join(' ', item.Recommendations));
        if (asked.Contains("efterretning", StringComparison.Ordinal) || DanishText.Fold(item.Title).StartsWith("orientering", StringComparison.Ordinal))
            return AgendaItemKind.Information;
        return asked.Contains("godkend", StringComparison.Ordinal)
            || asked.Contains("beslutte", StringComparison.Ordinal)
            || asked.Contains("tiltraede", StringComparison.Ordinal)
            ? AgendaItemKind.Decision
            : AgendaItemKind.Discussion;
    }
}

/// <summary>A <see cref="MinutesDocument"/> as it is kept in the database: whole, so that it can be written out again as it came.</summary>
internal static class ImportedDocument
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new DateConverter(), new TimeConverter() },
    };

    internal static string Write(MinutesDocument document) => JsonSerializer.Serialize(document, Options);

    internal static MinutesDocument Read(string json) =>
        JsonSerializer.Deserialize<MinutesDocument>(json, Options) ?? throw new InvalidDataException("Stored minutes hold null.");

    /// <summary>Names the text of a document: equal exactly when it would be written alike.</summary>
    internal static string HashOf(MinutesDocument document) =>
        ContentHash.Of(JsonSerializer.SerializeToUtf8Bytes(document with { Warnings = [], Doubts = [] }, Options));

    /// <summary>Names the text as a forum prints it. The usual look adds nothing, so that what was stored before there were others is known.</summary>
    internal static string HashOf(MinutesDocument document, MinutesLayout layout) =>
        layout == MinutesLayout.Usual ? HashOf(document) : $"{HashOf(document)}:{layout.Look}:{layout.Undecided}";

    /// <summary>Whether the document that lies there says this, and looks as the forum wants it. Approved minutes keep the look that they were approved in.</summary>
    internal static bool IsPrinted(MeetingMinutes minutes, MinutesDocument document, MinutesLayout layout) =>
        minutes.TextHash == HashOf(document, layout) || (minutes.IsFinal && minutes.TextHash?.Split(':')[0] == HashOf(document));

    private sealed class DateConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }

    private sealed class TimeConverter : JsonConverter<LocalTime>
    {
        public override LocalTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalTimePattern.ExtendedIso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalTimePattern.ExtendedIso.Format(value));
    }
}

/// <summary>What an imported document says of its meeting, in the terms of a <see cref="Meeting"/>.</summary>
internal static class ImportedFacts
{
    /// <summary>
    /// When the meeting was. Without a printed start it is that of the first item with a time, and midnight where nothing says;
    /// null without a date.
    /// </summary>
    internal static MeetingTime? TimeOf(MinutesDocument document)
    {
        if (document.Date is not { } date)
            return null;

        var start = document.Start ?? document.Items.FirstOrDefault(item => item.Slot is not null)?.Slot!.Start ?? LocalTime.Midnight;
        return new MeetingTime(date, start, document.End > start ? document.End : null);
    }

    /// <summary>Whether nothing in the document says when the meeting began.</summary>
    internal static bool HasNoStart(MinutesDocument document) =>
        document.Start is null && document.Items.All(item => item.Slot is null);

    /// <summary>The document with the meeting's present time and place, where they are others than those that came with it.</summary>
    internal static MinutesDocument With(MinutesDocument document, Meeting meeting)
    {
        var moved = TimeOf(document) == meeting.Time
            ? document
            : document with { Date = meeting.Date, Start = meeting.Start, End = meeting.End };
        return meeting.Place == (document.Place ?? string.Empty) || meeting.Place.Length == 0 ? moved : moved with { Place = meeting.Place };
    }
}
