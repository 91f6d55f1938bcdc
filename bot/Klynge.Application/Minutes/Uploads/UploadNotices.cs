using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Minutes.Uploads;

/// <summary>Tells whoever asked for a document how it went, when that was too late for the answer in the chat.</summary>
public sealed class UploadNotices(DocumentLinks links)
{
    /// <summary>A little less than an answer waits: rather told twice than not at all.</summary>
    private static readonly Duration AnsweredWithin = Duration.FromMilliseconds(2500);

    internal async Task StoredAsync(WriteScope scope, DocumentUpload upload, MeetingMinutes minutes)
    {
        if (IsLate(scope, upload) && upload.RequestedBy is { } person && MinutesLink.Of(minutes, links) is { } link)
        {
            var (forum, meeting) = await MeetingOfAsync(scope, upload);
            scope.Notify(person, UploadCards.Stored(forum, meeting, link));
        }
    }

    /// <summary>The whole secretariat hears of what a person must decide, for the one who asked may have gone home.</summary>
    internal static async Task EndedAsync(WriteScope scope, DocumentUpload upload, Error why)
    {
        if (!IsLate(scope, upload))
            return;

        var (forum, meeting) = await MeetingOfAsync(scope, upload);
        await TellSecretariatAsync(scope, forum, why is DocumentChangedByOthers changed
            ? UploadCards.Changed(forum, meeting, changed)
            : UploadCards.NotStored(forum, meeting, why.Text, upload.Task));
    }

    private static bool IsLate(WriteScope scope, DocumentUpload upload) => scope.Now - upload.CreatedAt > AnsweredWithin;

    private static Task TellSecretariatAsync(WriteScope scope, Forum forum, AdaptiveCard card) =>
        scope.NotifySecretariatAsync(forum.Id, card);

    private static async Task<(Forum Forum, Meeting Meeting)> MeetingOfAsync(WriteScope scope, DocumentUpload upload) => (
        await scope.Db.Forums.SingleAsync(forum => forum.Id == upload.ForumId),
        await scope.Db.Meetings.SingleAsync(meeting => meeting.Id == upload.MeetingId));
}
