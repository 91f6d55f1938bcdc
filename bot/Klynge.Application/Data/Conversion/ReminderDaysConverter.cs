using Klynge.Domain.Deadlines;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Klynge.Application.Data.Conversion;

/// <summary>As a person writes it: "14, 7, 1, 0".</summary>
internal sealed class ReminderDaysConverter() : ValueConverter<ReminderDays, string>(
    days => days.Text,
    text => ReminderDays.Parse(text).Value);
