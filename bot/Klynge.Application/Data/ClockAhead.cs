using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Klynge.Application.Data;

/// <summary>
/// A clock that runs ahead by a fixed time, so that whoever tries the bot out sees on a Sunday what it does on Wednesday at eight. Every
/// process on one database needs the same.
/// </summary>
public static class ClockAhead
{
    /// <param name="services">After <c>AddKlyngeApplication</c>, whose clock it replaces.</param>
    /// <param name="ahead"><c>Klynge:ClockAhead</c> as days, hours, minutes and seconds, <c>3.07:30:00</c>; null or anything else leaves the clock right.</param>
    /// <param name="isDevelopment">Elsewhere the clock is always right.</param>
    public static IServiceCollection UseClockAhead(this IServiceCollection services, string? ahead, bool isDevelopment) =>
        isDevelopment && TimeSpan.TryParse(ahead, System.Globalization.CultureInfo.InvariantCulture, out var by)
            ? services.Replace(ServiceDescriptor.Singleton<IClock>(new Shifted(Duration.FromTimeSpan(by))))
            : services;

    private sealed class Shifted(Duration by) : IClock
    {
        public Instant GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant() + by;
    }
}
