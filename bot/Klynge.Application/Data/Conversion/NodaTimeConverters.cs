using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Klynge.Application.Data.Conversion;

/// <summary>An instant is stored as UTC to the microsecond, which is what both databases sort and keep alike.</summary>
internal sealed class InstantConverter() : ValueConverter<Instant, DateTime>(
    instant => instant.ToDatabase(),
    value => StoredInstant.FromDatabase(value));

/// <summary>A Danish calendar date.</summary>
internal sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
    date => date.ToDateOnly(),
    value => LocalDate.FromDateOnly(value));

/// <summary>A Danish clock time.</summary>
internal sealed class LocalTimeConverter() : ValueConverter<LocalTime, TimeOnly>(
    time => time.ToTimeOnly(),
    value => LocalTime.FromTimeOnly(value));
