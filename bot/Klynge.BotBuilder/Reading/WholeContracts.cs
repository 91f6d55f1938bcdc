using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Bot.Schema;
using Microsoft.Rest.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Klynge.BotBuilder.Reading;

/// <summary>
/// The SDK's types without their losses. Of a field that only the SDK knows (<c>expiration</c>, <c>suggestedActions</c>) it keeps what it
/// understands: it is carried whole, as one that it does not know. An attachment's content is what is written (the SDK looks for streams in
/// it, and fails on a list of lists). A reaction keeps the fields that the SDK does not know, as all its other types do.
/// </summary>
internal sealed class WholeContracts : ReadOnlyJsonContractResolver
{
    private readonly ConditionalWeakTable<object, Dictionary<object, object>> _unknown = [];

    protected override IList<JsonProperty> CreateProperties(Type type, MemberSerialization memberSerialization)
    {
        var properties = base.CreateProperties(type, memberSerialization);
        return ExactNames.OfTypes.TryGetValue(type, out var ours) ? [.. properties.Where(property => ours.Contains(property.PropertyName!))] : properties;
    }

    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        var property = base.CreateProperty(member, memberSerialization);
        if (member.DeclaringType == typeof(Attachment) && member.Name == nameof(Attachment.Content))
            property.Converter = null;

        return property;
    }

    protected override JsonObjectContract CreateObjectContract(Type objectType)
    {
        var contract = base.CreateObjectContract(objectType);
        if (objectType == typeof(MessageReaction))
        {
            contract.ExtensionDataValueType = typeof(Newtonsoft.Json.Linq.JToken);
            contract.ExtensionDataSetter = (reaction, name, value) => _unknown.GetOrCreateValue(reaction)[name] = value!;
            contract.ExtensionDataGetter = reaction => _unknown.TryGetValue(reaction, out var found) ? found : [];
        }

        return contract;
    }
}
