using System.Text;
using System.Text.Json;
using Klynge.Testing;

namespace Klynge.Bot.Tests.Security.Fuzz;

/// <summary>The inputs by number: the same seed and number make the same bytes on every machine, so that one that fails can be sent again.</summary>
internal sealed class FuzzInputs(FuzzWorld world, int seed)
{
    /// <summary>Deeper than what the bot reads, so that it is the bot that refuses.</summary>
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 512 };

    private readonly ActivityMaker _activities = new(world);

    public byte[] Make(int index)
    {
        var random = new Random(unchecked((seed * 1_000_003) + index));
        var activity = _activities.Make(random, index);
        var kind = random.Next(20);
        if (kind >= 1)
            Mutator.Damage(activity, random);

        var bytes = Encoding.UTF8.GetBytes(activity.ToJsonString(Deep));
        while (kind >= 14)
        {
            var damaged = Mutator.Damage(bytes, random);
            if (LeadsNowhereElse(damaged))
                return damaged;
        }

        return bytes;
    }

    /// <summary>
    /// The address to answer to is bound to the channel's token, so no stranger can change it. Here there is no token, and a digit of
    /// it that is hit by chance would only show how long it takes to call a port where nobody listens.
    /// </summary>
    private bool LeadsNowhereElse(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return Count(text, "://") == Count(text, $"\"{world.ServiceUrl}\"");
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;
}
