using Klynge.Application.Rights;

namespace Klynge.Application.Forums.Handovers;

/// <summary>The buttons of a handover, and who may press each.</summary>
public static class HandoverVerbs
{
    public static readonly ButtonRight Preview = new("handover.preview", HandOver.Needs);
    public static readonly ButtonRight Confirm = new("handover.confirm", HandOver.Needs);
    public static readonly ButtonRight Fetch = new("handover.fetch", StoreHandover.Needs);
}
