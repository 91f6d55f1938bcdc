using Klynge.Application.Agendas.Guests;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;

namespace Klynge.Application.Tests.Rights;

/// <summary>Guests who are somebody else's, or of what is closed.</summary>
internal sealed partial class ForeignRecords
{
    private async Task<Guid> GuestAsync(Caller by, ForumId forum, AgendaItemId item, string secret) =>
        Must(await Chat.Get<AddGuest>().HandleAsync(by, new AddGuestRequest(forum, item, new GuestInput($"{secret} gæst", null, null, "hemmelig@gaester.example")), default)).Id.Value;
}
