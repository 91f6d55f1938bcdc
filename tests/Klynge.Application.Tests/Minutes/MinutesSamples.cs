using Klynge.Application.Documents;
using Klynge.Application.Minutes;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Application.Tests.Minutes;

public sealed class MinutesSamples : ICardSamples
{
    private static readonly Instant At = Instant.FromUtc(2026, 2, 4, 8, 14);
    private static readonly Uri Link = new("https://klynge.example/documents/Chefforum/2026/Referat%20Chefforum%202026-02-03.docx");

    public string Feature => "minutes";

    public IEnumerable<CardSample> Samples()
    {
        var forum = SampleRecords.Forum();
        var meeting = SampleRecords.Meeting(forum);
        var none = View(meeting) with { MayWrite = true };
        var draft = none with { Status = MinutesStatus.Draft, Link = Link, StoredAt = At, MayApprove = true, Reach = 14 };
        var approved = View(meeting) with { Status = MinutesStatus.Approved, Link = Link, StoredAt = At, ApprovedAt = At };
        yield return new("not-written", MinutesCard.Build(none));
        yield return new("draft", MinutesCard.Build(draft));
        yield return new("draft-just-written", MinutesCard.Build(draft, "Du skrev referatet 4. feb. kl. 09.14."));
        yield return new("draft-stale", MinutesCard.Build(draft with { IsStale = true, MayApprove = false }));
        yield return new("draft-for-chair", MinutesCard.Build(draft with { MayWrite = false, MayApprove = false }));
        yield return new("draft-agreed", MinutesCard.Build(draft with { Agreed = ["Fremadrettet sendes referater ud til de praktiserende læger.", "Referatet lægges fremover på *hjemmesiden*."] }));
        yield return new("ask-approval-agreed", MinutesCard.AskApproval(draft with { Agreed = ["Fremadrettet sendes referater ud til de praktiserende læger."] }));
        yield return new("ask-approval", MinutesCard.AskApproval(draft));
        yield return new("ask-overwrite", MinutesCard.AskOverwrite(draft, new DocumentChangedByOthers("abc", At)));
        yield return new("approved", MinutesCard.Build(approved));
        yield return new("imported", MinutesCard.Build(approved with { IsImported = true }));
        yield return new("empty", MinutesCard.Build(none with { Items = [] }));
        yield return new("awkward", MinutesCard.Build(draft with { Forum = "<at>Forum</at> **Ø** 🙂", Items = Awkward() }));
        yield return new("approved-with-pdf", MinutesCard.Build(approved with { PdfLink = new Uri("https://klynge.example/documents/r.pdf") }));
        yield return new("storing", MinutesCard.Build(none with { Upload = UploadState.Waiting }));
        yield return new("storing-still", MinutesCard.Build(none with { Upload = UploadState.Waiting, UploadFailure = new LibraryIsUnavailable().Text }));
        yield return new("not-stored", MinutesCard.Build(none with { Upload = UploadState.Failed, MayRetry = true, UploadFailure = new LibraryIsReadOnly().Text }));
        yield return new("stored-later", UploadCards.Stored(forum, meeting, Link));
        yield return new("stored-later-behind-a-pass", UploadCards.Stored(forum, meeting, new Uri($"{Link}?seal=0123456789abcdef")));
        yield return new("not-stored-later", UploadCards.NotStored(forum, meeting, new LibraryIsFull().Text, UploadTask.Write));
        yield return new("not-published-later", UploadCards.NotStored(forum, meeting, new LibraryIsFull().Text, UploadTask.Publish));
        yield return new("changed-meanwhile", UploadCards.Changed(forum, meeting, new DocumentChangedByOthers("abc", At)));
        yield return new("closed-away", UploadCards.ClosedAway(forum, meeting));
        yield return new("still-in-the-open", UploadCards.StillInTheOpen(forum, meeting, new LibraryIsReadOnly()));
        yield return new("which-meeting", MinutesCard.WhichMeeting(forum, [meeting, meeting]));
        yield return new("published-with-documents", MinutesCard.Published(forum, meeting, Link, "Sofie <b>Bech</b>", documents: 2));
        yield return new("draft-with-documents", MinutesCard.Build(draft with { Documents = 2 }));
        yield return new("published", MinutesCard.Published(forum, meeting, Link, "Sofie <b>Bech</b>"));
    }

    private static MinutesView View(Meeting meeting) => new()
    {
        ForumId = meeting.ForumId,
        Forum = "Chefforum",
        MeetingId = meeting.Id,
        Time = meeting.Time,
        Items =
        [
            new() { Number = 1, Title = "Godkendelse af dagsordenen", Decision = "Dagsordenen blev godkendt." },
            new() { Number = 2, Title = "Lukket punkt", IsClosed = true },
            new() { Number = 3, Title = "Udpegning til ledelsesprogrammet, hold 4" },
        ],
    };

    private static IReadOnlyList<MinutesItem> Awkward() =>
    [
        .. Enumerable.Range(1, 60).Select(number => new MinutesItem
        {
            Number = number,
            Title = $"# {number}. [link](https://x.example) <b>{new string('æ', 120)}</b>",
            Decision = string.Concat(Enumerable.Repeat("**Godkendt** <at>alle</at>\n- punkt 🙂 ", 40)),
        }),
        new() { Title = "Eventuelt" },
    ];
}
