using Klynge.Domain.Common;

namespace Klynge.Domain.Agendas;

/// <summary>
/// What can be done to the attachments of an item: each takes the content as it stands and gives the content as it is then. Nothing is ever
/// thrown away: a version that is replaced hangs on the new one, and what is taken off can be put back.
/// </summary>
public static class AttachmentList
{
    public const int Max = 60;
    public const int MaxVersions = 30;
    public const int MaxNameLength = 200;
    public const int MaxChangeLength = 300;
    public const int MaxLateReasonLength = AgendaItemRules.MaxLateReasonLength;

    /// <summary>So many of those that were taken off are remembered.</summary>
    private const int MaxTakenOff = 20;

    /// <summary>
    /// Puts an attachment at the end, or in the place of the one that it is a new version of. Two people who both give a new version of »v1«
    /// end with three versions. The same one again changes nothing.
    /// </summary>
    /// <param name="replaces">A version of the one that it takes the place of, not necessarily the newest; null for a new attachment. One that was taken off meanwhile is replaced by nothing: the attachment comes at the end.</param>
    public static Result<AgendaItemContent> Add(AgendaItemContent content, AgendaAttachment attachment, AttachmentId? replaces = null)
    {
        if (content.Attachments.SelectMany(one => one.Versions()).Any(one => one.Key() == attachment.Key()))
            return content;

        if (replaces is { } earlier && IndexOfAny(content, earlier) is >= 0 and var at)
        {
            var before = content.Attachments[at];
            return before.Version() >= MaxVersions ? new TooManyVersions() : Replaced(content, at, attachment with { Before = before });
        }

        return content.Attachments.Count >= Max ? new TooManyAttachments() : content with { Attachments = [.. content.Attachments, attachment] };
    }

    /// <summary>Moves one up (negative) or down; at either end it stays there.</summary>
    public static Result<AgendaItemContent> Move(AgendaItemContent content, AttachmentId id, int steps)
    {
        if (IndexOf(content, id) is not (>= 0 and var from))
            return new AttachmentNotFound();

        var others = content.Attachments.ToList();
        others.RemoveAt(from);
        others.Insert(Math.Clamp(from + steps, 0, others.Count), content.Attachments[from]);
        return content with { Attachments = others };
    }

    /// <summary>Takes one off with all its versions.</summary>
    /// <param name="onlyVersion">Takes the newest version off only, where there is an earlier one: that stands again.</param>
    public static Result<AgendaItemContent> Remove(AgendaItemContent content, AttachmentId id, bool onlyVersion = false)
    {
        if (IndexOf(content, id) is not (>= 0 and var at))
            return content.TakenOff.Any(one => one.Attachment.Key() == id) ? content : new AttachmentNotFound();

        var removed = content.Attachments[at];
        var left = onlyVersion && removed.Before is { } before
            ? Replaced(content, at, before)
            : content with { Attachments = [.. content.Attachments.Where((_, index) => index != at)] };
        return left with { TakenOff = [.. content.TakenOff.Append(new TakenOffAttachment(removed, at)).TakeLast(MaxTakenOff)] };
    }

    /// <summary>Puts back what was taken off, where it stood: a version on top of the one before it, where that still stands.</summary>
    public static Result<AgendaItemContent> Restore(AgendaItemContent content, AttachmentId id)
    {
        if (IndexOf(content, id) >= 0)
            return content;

        if (content.TakenOff.LastOrDefault(one => one.Attachment.Key() == id) is not { } taken)
            return new AttachmentNotFound();

        var left = content with { TakenOff = [.. content.TakenOff.Where(one => one != taken)] };
        if (taken.Attachment.Before is { } before && IndexOf(content, before.Key()) is >= 0 and var stands)
            return Replaced(left, stands, taken.Attachment);

        if (content.Attachments.Count >= Max)
            return new TooManyAttachments();

        var all = content.Attachments.ToList();
        all.Insert(Math.Min(taken.Place, all.Count), taken.Attachment);
        return left with { Attachments = all };
    }

    /// <summary>
    /// Says of one what it is called, whether it is to be read, and whether it is closed. Closing covers its earlier versions. What the library
    /// keeps among the closed documents is not opened by a mark: an open version is given in its place.
    /// </summary>
    public static Result<AgendaItemContent> Mark(AgendaItemContent content, AttachmentId id, AttachmentMarks marks)
    {
        if (IndexOf(content, id) is not (>= 0 and var at))
            return new AttachmentNotFound();

        // Of a closed item it is not asked: all of it is closed.
        var one = content.Attachments[at];
        var isClosed = content.IsClosed ? one.IsClosed : marks.IsClosed;
        if (one.IsClosed && !isClosed && one.Path is not null)
            return new AttachmentStaysClosed();

        // One without an id is named by its name and address: it keeps the key that buttons know it by.
        var named = one with { Id = one.Key(), Name = marks.Name, IsRequiredReading = marks.IsRequiredReading, IsClosed = isClosed, LateReason = marks.LateReason is { } late ? late.Length == 0 ? null : late : one.LateReason };
        var marked = isClosed && !one.IsClosed ? named with { Before = Closed(one.Before) } : named;
        return marked == one || marked == one with { Id = one.Key() } ? content : Replaced(content, at, marked);
    }

    /// <summary>The attachment as it stands now, whichever of its versions is named; null where it is not there.</summary>
    public static AgendaAttachment? Find(AgendaItemContent content, AttachmentId id) =>
        IndexOfAny(content, id) is >= 0 and var at ? content.Attachments[at] : null;

    /// <summary>1…n; 0 for one that is not there.</summary>
    public static int NumberOf(AgendaItemContent content, AttachmentId id) => IndexOfAny(content, id) + 1;

    /// <summary>The same content, with a file that lies elsewhere now, whether it stands there, is an earlier version or was taken off.</summary>
    public static AgendaItemContent WithCopyAt(AgendaItemContent content, string from, string to, string url) => content with
    {
        Attachments = [.. content.Attachments.Select(one => one.WithCopyAt(from, to, url))],
        TakenOff = [.. content.TakenOff.Select(one => one with { Attachment = one.Attachment.WithCopyAt(from, to, url) })],
    };

    private static AgendaAttachment? Closed(AgendaAttachment? version) =>
        version is null ? null : version with { IsClosed = true, Before = Closed(version.Before) };

    private static AgendaItemContent Replaced(AgendaItemContent content, int at, AgendaAttachment with) =>
        content with { Attachments = [.. content.Attachments.Select((one, index) => index == at ? with : one)] };

    private static int IndexOf(AgendaItemContent content, AttachmentId id) => content.Attachments.ToList().FindIndex(one => one.Key() == id);

    private static int IndexOfAny(AgendaItemContent content, AttachmentId id) =>
        content.Attachments.ToList().FindIndex(one => one.Versions().Any(version => version.Key() == id));
}
