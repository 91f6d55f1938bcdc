using System.Collections.Frozen;
using Klynge.Teams.Activities;
using Newtonsoft.Json;
using Sdk = Microsoft.Bot.Schema;

namespace Klynge.BotBuilder.Reading;

/// <summary>
/// The SDK takes <c>From</c> for <c>from</c>, and the later of the two counts: whoever could add a field to an activity would name its
/// sender. So a name that is one of an activity's but for the case of its letters is marked while the SDK has it, and unmarked after.
/// </summary>
internal static class ExactNames
{
    private const char Mark = '\u0001';

    /// <summary>What an activity's parts have in our model, by the SDK's type of the same part.</summary>
    public static readonly FrozenDictionary<Type, FrozenSet<string>> OfTypes = new Dictionary<Type, FrozenSet<string>>
    {
        [typeof(Sdk.Activity)] = NamesOf(typeof(Activity)),
        [typeof(Sdk.ChannelAccount)] = NamesOf(typeof(ChannelAccount)),
        [typeof(Sdk.ConversationAccount)] = NamesOf(typeof(ConversationAccount)),
        [typeof(Sdk.Entity)] = NamesOf(typeof(Entity)),
        [typeof(Sdk.Attachment)] = NamesOf(typeof(Attachment)),
        [typeof(Sdk.MessageReaction)] = NamesOf(typeof(MessageReaction)),
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Exact = OfTypes.Values.SelectMany(names => names).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> AnyCase = Exact.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string MarkIfNeeded(string name) =>
        name is [Mark, ..] || (AnyCase.Contains(name) && !Exact.Contains(name)) ? Mark + name : name;

    public static string Unmark(string name) => name is [Mark, ..] ? name[1..] : name;

    private static FrozenSet<string> NamesOf(Type type) => ActivityJson.Context.GetTypeInfo(type)!.Properties
        .Where(property => !property.IsExtensionData)
        .Select(property => property.Name)
        .ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>Reads marked names.</summary>
internal sealed class ExactNamesReader(TextReader reader) : JsonTextReader(reader)
{
    public override bool Read()
    {
        var isRead = base.Read();
        if (isRead && TokenType == JsonToken.PropertyName && Value is string name && ExactNames.MarkIfNeeded(name) is var marked && !ReferenceEquals(marked, name))
            SetToken(JsonToken.PropertyName, marked, updateIndex: false);

        return isRead;
    }
}

/// <summary>Writes names as they were before <see cref="ExactNamesReader"/>.</summary>
internal sealed class ExactNamesWriter(TextWriter writer) : JsonTextWriter(writer)
{
    public override void WritePropertyName(string name) => base.WritePropertyName(ExactNames.Unmark(name));

    public override void WritePropertyName(string name, bool escape) => base.WritePropertyName(ExactNames.Unmark(name), escape: true);
}
