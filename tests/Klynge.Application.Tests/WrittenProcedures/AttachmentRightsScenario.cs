using System.Text;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>Two forums whose members, cases and documents are not each other's.</summary>
public abstract class AttachmentRightsScenario : IAsyncLifetime
{
    private protected const string Content = "Personalesagen";

    private protected ScriptedLinks Links { get; } = new();

    private protected TestBoard Board { get; private set; } = null!;

    private protected ChatFixture Chat { get; private set; } = null!;

    private protected ProcedureFixture Fixture { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Board = await TestBoard.CreateAsync();
        Chat = new ChatFixture(Board, services: services => services.AddSingleton<ILinkedDocuments>(Links));
        Fixture = new ProcedureFixture(Board, Chat);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Chat.Dispose();
        await Board.DisposeAsync();
    }

    private protected Task<WrittenProcedureId> DraftAsync(string attachments) =>
        Fixture.DraftAsync(form: ProcedureFixture.Form with { Attachments = attachments.Length == 0 ? string.Empty : $"Bilaget {attachments}" });

    private protected async Task CloseCaseAsync(WrittenProcedureId id)
    {
        await using var db = Board.Open();
        var procedure = await db.WrittenProcedures.SingleAsync(one => one.Id == id);
        db.Entry(procedure).Property(one => one.Case).CurrentValue = procedure.Case with { IsClosed = true };
        await db.SaveChangesAsync();
    }

    /// <returns>Its link, as a card has it.</returns>
    private protected async Task<string> StoreAsync(string forum, bool isClosed)
    {
        var path = DocumentPath.Of(forum, 2026, "Protokol");
        path = isClosed ? path.AsClosed() : path;
        await Chat.Get<IDocumentLibrary>().StoreAsync(path, Encoding.UTF8.GetBytes(Content), seen: null, default);
        return Chat.Get<DocumentLinks>().To(path).AbsoluteUri;
    }
}
