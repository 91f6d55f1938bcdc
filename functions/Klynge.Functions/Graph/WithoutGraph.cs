using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace Klynge.Functions.Graph;

/// <summary>Without Microsoft 365 the host is told of no function that Graph could post to: such a request gets 404.</summary>
internal sealed class WithoutGraph : IFunctionMetadataTransformer
{
    public string Name => nameof(WithoutGraph);

    public void Transform(IList<IFunctionMetadata> original)
    {
        foreach (var function in original.Where(function => function.Name is GraphFunctions.Notifications or GraphFunctions.Lifecycle).ToList())
        {
            original.Remove(function);
        }
    }
}
