using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Klynge.Bot.Workbench.Delivery;

/// <summary>Where this process listens: the workbench calls the bot there, and tells the bot to call back there.</summary>
internal sealed class BotAddress(IServer server)
{
    public Uri Messages => new(Root, "/api/messages");

    /// <summary>What Teams calls the <c>serviceUrl</c>.</summary>
    public Uri Connector => new(Root, "/workbench/teams");

    private Uri Root
    {
        get
        {
            var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            var address = addresses.FirstOrDefault(one => one.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
                ?? throw new InvalidOperationException("The workbench needs the bot to listen on plain http on this machine.");
            var listening = BindingAddress.Parse(address);
            return new Uri($"http://localhost:{listening.Port}");
        }
    }
}
