using System.Text;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Drafts;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Items.Drafts;

/// <summary>
/// Keeps what somebody types into the page of an item, field by field, so that a page that is lost loses nothing. It changes no item and
/// stands outside the record: what is saved in the end is there once.
/// </summary>
public sealed class SaveItemDraft(Writer writer)
{
    /// <summary>For a new item, as to put it forward.</summary>
    public const Permission Needs = AddItem.Needs;

    public Task<Result<SavedDraft>> HandleAsync(Caller caller, SaveItemDraftRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        var intent = new WriteIntent(nameof(SaveItemDraft), caller, request.ForumId, IsOnRecord: false, SubjectId: request.ItemId.Value);
        return writer.WriteAsync<SavedDraft>(intent, async scope =>
        {
            if (await scope.CheckDraftAsync(request.ForumId, request.MeetingId, request.ItemId) is { } refused)
                return refused;

            // The system sits in no forum, and has been refused.
            return await WriteAsync(scope, caller.PersonId!.Value, request);
        }, cancellationToken);
    }

    private static async Task<Result<SavedDraft>> WriteAsync(WriteScope scope, PersonId person, SaveItemDraftRequest request)
    {
        if (!ItemDraftFields.IsOne(request.Field) || request.Writing.Text.Length > ItemDraft.MaxTextLength || !IsWindow(request.Writing))
            return new DraftNotTaken();

        var own = await scope.Db.ItemDrafts.Where(one => one.ItemId == request.ItemId && one.PersonId == person).ToListAsync();
        var draft = own.Find(one => one.Field == request.Field);
        if (draft is null && own.Count >= ItemDraft.MaxFields)
            return new DraftNotTaken();

        if (draft is null)
        {
            draft = new ItemDraft { ItemId = request.ItemId, PersonId = person, Field = request.Field, ForumId = request.ForumId, MeetingId = request.MeetingId };
            scope.Db.ItemDrafts.Add(draft);
        }

        return draft.Write(request.Writing with { Text = Storable(request.Writing.Text) }, scope.Now).Error is { } conflict ? conflict : new SavedDraft(draft.Version);
    }

    private static bool IsWindow(DraftWriting writing) =>
        writing.Window.Length is > 0 and <= 40 && writing.Window.All(char.IsAsciiLetterOrDigit) && writing is { Turn: > 0, Seen: >= 0 };

    /// <summary>A zero character and half a surrogate pair, which PostgreSQL does not keep, become the sign for what cannot be read.</summary>
    private static string Storable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
}

/// <param name="ItemId">The item; of a new one the id that it will get.</param>
/// <param name="Field">As the page calls it: see <see cref="ItemDraftFields"/>.</param>
public sealed record SaveItemDraftRequest(ForumId ForumId, MeetingId MeetingId, AgendaItemId ItemId, string Field, DraftWriting Writing);

/// <param name="Version">To be named by another window that goes on from here.</param>
public sealed record SavedDraft(int Version);
